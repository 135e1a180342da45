/** Bad input: the build stops and names file, line, what is wrong and what to write instead. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DRAWINGS, TAGS } from '../../src/article-tags.ts';
import { AuthorError } from '../../src/author-error.ts';
import { glossary } from '../../src/glossary.ts';
import { factsHash, lessonIds, lessons } from '../../src/lessons.ts';

const project = process.cwd();
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'port-of-call-'));
  cpSync('content', join(folder, 'content'), { recursive: true });
  process.chdir(folder);
});
afterEach(() => {
  process.chdir(project);
  rmSync(folder, { recursive: true });
});

const edit = (file: string, from: string | RegExp, to: string): void => {
  const text = readFileSync(`content/${file}`, 'utf8');
  const edited = text.replace(from, to);
  if (edited === text) throw new Error(`nothing to replace in ${file}`);
  writeFileSync(`content/${file}`, edited);
};

/** Says of every article that it has been read, so that a test meets only the mistake it makes. */
function accept(): void {
  for (const id of lessonIds()) {
    for (const lang of ['pl', 'en', 'zh-cn']) {
      const file = `content/lessons/${id}/${lang}.mdx`;
      writeFileSync(
        file,
        readFileSync(file, 'utf8').replace(/^factsHash:.*$/m, `factsHash: ${factsHash(id)}`),
      );
    }
  }
}

const mistakes = (check: () => unknown): string => {
  try {
    check();
  } catch (error) {
    if (error instanceof AuthorError) return error.message;
    throw error;
  }
  return 'nothing is wrong';
};

const LESSON = 'lessons/02-node-port';

const CASES: { name: string; make: () => void; file: string; line: number; says: string[] }[] = [
  {
    name: 'a manifest that is no YAML',
    make: () => edit('scenarios/order-service/cluster.yaml', '  type: NodePort', '\ttype: NodePort'),
    file: 'content/scenarios/order-service/cluster.yaml',
    line: 6,
    says: ['Line 6 is indented with a tab', 'kubectl apply would not take this manifest'],
  },
  {
    name: 'a field Kubernetes does not know',
    make: () => edit('scenarios/order-service/cluster.yaml', 'targetPort:', 'targetport:'),
    file: 'content/scenarios/order-service/cluster.yaml',
    line: 9,
    says: ['targetport'],
  },
  {
    name: 'a manifest that the API server rejects, where no connection is about that',
    make: () => edit('scenarios/mysql/cluster.yaml', 'port: 33306', 'port: 333060'),
    file: 'content/scenarios/mysql/cluster.yaml',
    line: 10,
    says: ['must be between 1 and 65535', 'apply: Service/default/mysql'],
  },
  {
    name: 'a lesson that names a scenario that does not exist',
    make: () => edit(`${LESSON}/lesson.yaml`, 'scenarios: [order-service,', 'scenarios: [order-servise,'),
    file: `content/${LESSON}/lesson.yaml`,
    line: 10,
    says: ['there is no scenario "order-servise"', 'Did you mean "order-service"?'],
  },
  {
    name: 'a connection from a Pod that does not exist',
    make: () =>
      edit('scenarios/order-service/connections.yaml', 'pod/default/checkout', 'pod/default/chekout'),
    file: 'content/scenarios/order-service/connections.yaml',
    line: 1,
    says: ['pod/default/chekout', 'Did you mean "pod/default/checkout"?'],
  },
  {
    name: 'a connection to something that is no address',
    make: () => edit('scenarios/mysql/connections.yaml', '"mysql:33306/TCP"', '"mysql:many"'),
    file: 'content/scenarios/mysql/connections.yaml',
    line: 1,
    says: ['connection "by-name"', 'http://NAME:PORT'],
  },
  {
    name: 'a placeholder for an address that nothing has',
    make: () => edit('scenarios/order-service/connections.yaml', '{node-2}:32222', '{node-3}:32222'),
    file: 'content/scenarios/order-service/connections.yaml',
    line: 4,
    says: ['{node-3} has no address here', '{node-1}'],
  },
  {
    name: 'a connection with a field that is none',
    make: () => edit('scenarios/mysql/connections.yaml', 'to: "mysql:33306/TCP"', 'too: "mysql:33306/TCP"'),
    file: 'content/scenarios/mysql/connections.yaml',
    line: 1,
    says: ['unknown field "too"', 'Did you mean "to"?'],
  },
  {
    name: 'an object to apply that does not stand in the cluster',
    make: () =>
      edit(
        'scenarios/order-service-as-published/connections.yaml',
        'Service/default/order-service',
        'Service/default/order',
      ),
    file: 'content/scenarios/order-service-as-published/connections.yaml',
    line: 1,
    says: ['cluster.yaml has no object "Service/default/order"', 'Service/default/order-service'],
  },
  {
    name: 'a question about a scenario that does not exist',
    make: () => edit(`${LESSON}/quiz.yaml`, 'scenario: order-service', 'scenario: order-servise'),
    file: `content/${LESSON}/quiz.yaml`,
    line: 3,
    says: ['order-servise', 'order-service'],
  },
  {
    name: 'a question about a connection that does not exist',
    make: () => edit(`${LESSON}/quiz.yaml`, 'connection: outside-to-node\n', 'connection: outside-to-nod\n'),
    file: `content/${LESSON}/quiz.yaml`,
    line: 4,
    says: ['outside-to-nod', 'Did you mean "outside-to-node"?'],
  },
  {
    name: 'a question of a lesson that quiz.yaml does not hold',
    make: () => edit(`${LESSON}/lesson.yaml`, 'node-port-from-outside', 'node-port-from-inside'),
    file: `content/${LESSON}/lesson.yaml`,
    line: 16,
    says: ['quiz.yaml has no question "node-port-from-inside"'],
  },
  {
    name: 'a question that quiz.yaml holds and the lesson does not list',
    make: () => edit(`${LESSON}/lesson.yaml`, '  - node-port-from-outside\n', ''),
    file: `content/${LESSON}/lesson.yaml`,
    line: 12,
    says: ['"node-port-from-outside", which is not listed here'],
  },
  {
    name: 'a question id that another lesson uses',
    make: () => {
      edit(`${LESSON}/quiz.yaml`, 'id: node-port-from-outside', 'id: dial-the-port');
      edit(`${LESSON}/lesson.yaml`, 'node-port-from-outside', 'dial-the-port');
    },
    file: `content/${LESSON}/quiz.yaml`,
    line: 1,
    says: ['"dial-the-port" is already used in content/lessons/01-port-and-target-port/quiz.yaml'],
  },
  {
    name: 'a lesson without one of its languages',
    make: () => rmSync(`content/${LESSON}/pl.mdx`),
    file: `content/${LESSON}/pl.mdx`,
    line: 1,
    says: ['no Polski article'],
  },
  {
    name: 'an article without a title',
    make: () => edit(`${LESSON}/en.mdx`, /^title:.*\n/m, ''),
    file: `content/${LESSON}/en.mdx`,
    line: 2,
    says: ['title: it is missing. Write a text.'],
  },
  {
    name: 'a lesson in a category that is none',
    make: () => edit(`${LESSON}/lesson.yaml`, 'categories: [services', 'categories: [servies'),
    file: `content/${LESSON}/lesson.yaml`,
    line: 4,
    says: ['categories.0: write one of services, ports'],
  },
  {
    name: 'a cover that is no connection',
    make: () => edit(`${LESSON}/lesson.yaml`, 'connection: outside-to-node', 'connection: outside-to-nod'),
    file: `content/${LESSON}/lesson.yaml`,
    line: 5,
    says: ['no connection "outside-to-nod" to draw', 'Did you mean "outside-to-node"?'],
  },
  {
    name: 'a scenario without its connections',
    make: () => rmSync('content/scenarios/mysql/connections.yaml'),
    file: 'content/scenarios/mysql/connections.yaml',
    line: 1,
    says: ['this file is missing'],
  },
  {
    name: 'a field of lesson.yaml that is none',
    make: () => edit(`${LESSON}/lesson.yaml`, 'minutes: 14', 'minutes: 14\ncolor: red'),
    file: `content/${LESSON}/lesson.yaml`,
    line: 7,
    says: ['color: there is no such field'],
  },
  {
    name: 'a date that is none',
    make: () => edit(`${LESSON}/lesson.yaml`, 'date: 2026-11-21', 'date: 21.11.2026'),
    file: `content/${LESSON}/lesson.yaml`,
    line: 1,
    says: ['date: write a date as in 2026-11-21'],
  },
  {
    name: 'a lesson.yaml that is no YAML',
    make: () => edit(`${LESSON}/lesson.yaml`, 'categories: [', 'categories: [['),
    file: `content/${LESSON}/lesson.yaml`,
    line: 5,
    says: ['this is no YAML'],
  },
  {
    name: 'an article under a name no language has',
    make: () => writeFileSync(`content/${LESSON}/zh.mdx`, readFileSync(`content/${LESSON}/zh-cn.mdx`)),
    file: `content/${LESSON}/zh.mdx`,
    line: 1,
    says: ['no language', `content/${LESSON}/zh-cn.mdx`],
  },
  {
    name: 'an article with other sections than the others',
    make: () => edit(`${LESSON}/pl.mdx`, '{#as-published}', '{#published}'),
    file: `content/${LESSON}/pl.mdx`,
    line: 1,
    says: [`the sections are not those of content/${LESSON}/en.mdx`, 'Here: published, repaired'],
  },
  {
    name: 'a question that an article never asks',
    make: () => edit(`${LESSON}/en.mdx`, '<Quiz id="order-from-a-pod" />', ''),
    file: `content/${LESSON}/en.mdx`,
    line: 1,
    says: ['the question "order-from-a-pod" is never asked'],
  },
];

/** What an author may add at the end of an article, which has 121 lines, and what the build says of it. */
const TAG_CASES: { tag: string; says: string }[] = [
  { tag: '<PortFlo scenario="order-service" />', says: 'there is no such tag. Did you mean "PortFlow"?' },
  {
    tag: '<PortFlow scenario="order-servise" connection="outside-to-node" />',
    says: 'Did you mean "order-service"?',
  },
  {
    tag: '<PortFlow scenario="order-service" connection="outside-to-nod" />',
    says: 'Did you mean "outside-to-node"?',
  },
  {
    tag: '<PortFlow scenario="order-service-as-published" connection="apply-it" />',
    says: 'no connection to draw',
  },
  {
    tag: '<PortFlow scenario="order-service" connection="outside-to-node" asks />',
    says: 'it takes no "asks". Did you mean "ask"?',
  },
  { tag: '<PortFlow scenario="order-service" />', says: 'it needs connection="…"' },
  {
    tag: '<PortFlow scenario="mysql" connection="by-name" />',
    says: 'add "mysql" to the scenarios of lesson.yaml',
  },
  {
    tag: '<Glance scenario="order-service" connections={["outside-to-nod"]} />',
    says: 'Did you mean "outside-to-node"?',
  },
  {
    tag: '<Glance scenario="order-service" connections={[\'outside-to-node\']} />',
    says: 'in double quotes',
  },
  {
    tag: '<ServiceYaml scenario="order-service" object="Service/order" />',
    says: 'scenario order-service has no object',
  },
  {
    tag: '<Findings scenario="order-service" object="Service/nope" />',
    says: 'There is: Service/default/order-service',
  },
  { tag: '<Quiz id="node-port-from-outsid" />', says: 'Did you mean "node-port-from-outside"?' },
  { tag: '<Quiz id="node-port-from-outside" />', says: 'this question is asked above already' },
  { tag: '<Term id="servce" />', says: 'the glossary has no term "servce". Did you mean "service"?' },
  { tag: '<Figure name="telefone" caption="x" />', says: 'Did you mean "telephone"?' },
  { tag: '<Figure name="telephone" caption="x" />', says: 'write figureAlt in the front matter' },
  { tag: '<Port field="hostPort">80</Port>', says: 'there is no field "hostPort"' },
  { tag: '<Port field="port">8080x</Port>', says: '"8080x" is no port' },
  { tag: '<Port field="port">65536</Port>', says: '"65536" is no port' },
  { tag: '<Port field="port">0</Port>', says: '"0" is no port' },
  { tag: '<Port field="port">80', says: 'this is no MDX: Expected a closing tag' },
  { tag: 'x {oops}', says: '{oops}: write a text in quotes' },
];

describe('an article is not published with', () => {
  test.each(TAG_CASES)('$tag', ({ tag, says }) => {
    const file = `content/${LESSON}/en.mdx`;
    const text = readFileSync(file, 'utf8');
    const column = tag.indexOf('{oops}') + 1 || 1;
    writeFileSync(file, `${text}\n${tag}\n`);
    const message = mistakes(lessons);
    expect(message).toContain(`${file}:${text.split('\n').length + 1}:${column}: `);
    expect(message).toContain(says);
    expect(message.split('\n')).toHaveLength(1);
  });

  test.each([
    '<Note>{/* to do */}</Note>',
    'The field `{oops}`.',
    '{"\\u00a0"}',
    '<Port field="port">65535</Port>',
  ])('but %s is fine', (tag) => {
    const file = `content/${LESSON}/en.mdx`;
    writeFileSync(file, `${readFileSync(file, 'utf8')}\n${tag}\n`);
    expect(mistakes(lessons)).toBe('nothing is wrong');
  });

  test('a tag is known that has a component, and every component is a tag', () => {
    const names = (folder: string): string[] =>
      readdirSync(join(project, 'src/components', folder)).flatMap(
        (name) => /^(.*)\.astro$/.exec(name)?.[1] ?? [],
      );
    expect(Object.keys(TAGS).sort()).toEqual(names('lesson').sort());
    expect([...DRAWINGS].sort()).toEqual(
      names('figures')
        .map((name) => name.toLowerCase())
        .sort(),
    );
  });
});

describe('a lesson is not published with', () => {
  test.each(CASES)('$name', ({ make, file, line, says }) => {
    make();
    if (file.endsWith('pl.mdx') === false) accept();
    const message = mistakes(lessons);
    expect(message).toContain(`${file}:${line}:`);
    for (const words of says) expect(message).toContain(words);
  });
});

test('as they are, the lessons are in order', () => {
  expect(mistakes(lessons)).toBe('nothing is wrong');
});

test('an article that is older than its facts says how to accept it', () => {
  edit(`${LESSON}/lesson.yaml`, 'minutes: 14', 'minutes: 15');
  const message = mistakes(lessons);
  for (const lang of ['pl', 'en', 'zh-cn'])
    expect(message).toContain(`npm run accept -- content/${LESSON}/${lang}.mdx`);
});

test('a draft is not published', () => {
  edit(`${LESSON}/lesson.yaml`, 'draft: false', 'draft: true');
  accept();
  expect(lessons().map(({ id, number }) => `${number} ${id}`)).toEqual([
    '1 01-port-and-target-port',
    '2 03-where-each-port-lives',
  ]);
});

test('a draft may lack a language, but nothing else', () => {
  edit(`${LESSON}/lesson.yaml`, 'draft: false', 'draft: true');
  accept();
  rmSync(`content/${LESSON}/pl.mdx`);
  expect(mistakes(lessons)).toBe('nothing is wrong');
  edit(`${LESSON}/en.mdx`, '<Term id="api-server">', '<Term id="api">');
  expect(mistakes(lessons)).toMatch(/^content\/lessons\/02-node-port\/en\.mdx:\d+:\d+: <Term id="api">/);
});

test('a checkout with Windows line ends is the same site', () => {
  const hash = factsHash(lessonIds()[1] ?? '');
  const files = readdirSync('content', { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(yaml|mdx)$/.test(name),
  );
  for (const name of files)
    writeFileSync(`content/${name}`, readFileSync(`content/${name}`, 'utf8').replaceAll('\n', '\r\n'));
  expect(factsHash(lessonIds()[1] ?? '')).toBe(hash);
  expect(mistakes(lessons)).toBe('nothing is wrong');
});

test('a new, empty lesson says what it needs', () => {
  mkdirSync('content/lessons/04-new');
  const message = mistakes(lessons);
  expect(message).toContain('content/lessons/04-new/lesson.yaml:1:1: date: it is missing. Write a text.');
  expect(message).not.toContain('undefined');
});

test('what is wrong is not buried under a stack', () => {
  rmSync(`content/${LESSON}/pl.mdx`);
  try {
    lessons();
  } catch (error) {
    expect((error as Error).stack).toBe((error as Error).message);
  }
  expect.assertions(1);
});

test('a glossary that is no YAML, or has an id twice, is a mistake with its line', () => {
  const text = readFileSync('content/glossary.yaml', 'utf8');
  const first = /- id: [\s\S]*?(?=\n- id:)/.exec(text)?.[0] ?? '';
  writeFileSync('content/glossary.yaml', `${text}${first}\n`);
  expect(mistakes(() => glossary('pl'))).toMatch(
    /content\/glossary\.yaml:\d{3}:\d+: the id "[a-z-]+" is already used in line \d+/,
  );
  writeFileSync('content/glossary.yaml', text.replace('- id:', '- id: ['));
  expect(mistakes(() => glossary('pl'))).toMatch(/content\/glossary\.yaml:\d+:\d+: this is no YAML/);
});

test('a term without one of its languages is a mistake', () => {
  edit('glossary.yaml', /\n {2}pl:\n {4}term: .*\n {4}text: .*\n/, '\n');
  expect(mistakes(() => glossary('pl'))).toMatch(/content\/glossary\.yaml:\d+:\d+: \d+\.pl: it is missing/);
});

/** Bad input: the build stops and names file, line, what is wrong and what to write instead. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
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
    line: 15,
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
    says: ['title'],
  },
  {
    name: 'a lesson in a category that is none',
    make: () => edit(`${LESSON}/lesson.yaml`, 'categories: [services', 'categories: [servies'),
    file: `content/${LESSON}/lesson.yaml`,
    line: 4,
    says: ['categories.0'],
  },
  {
    name: 'a cover that is no connection',
    make: () => edit(`${LESSON}/lesson.yaml`, 'connection: outside-to-node', 'connection: outside-to-nod'),
    file: `content/${LESSON}/lesson.yaml`,
    line: 5,
    says: ['no connection "outside-to-nod" to draw', 'Did you mean "outside-to-node"?'],
  },
];

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

test('a term without one of its languages is a mistake', () => {
  edit('glossary.yaml', /\n {2}pl:\n {4}term: .*\n {4}text: .*\n/, '\n');
  expect(mistakes(() => glossary('pl'))).toMatch(/content\/glossary\.yaml:\d+:1: term "[a-z-]+", pl/);
});

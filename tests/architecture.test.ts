/** The house rules of src/README.md, executed. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.(ts|astro|mjs)$/.test(name));

interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
}

const imports: Import[] = sources.flatMap((from) =>
  [
    ...readFileSync(join('src', from), 'utf8').matchAll(
      /^\s*(?:import|export)\s+(type\s+)?([^'";]*?\sfrom\s+)?'([^']+)'/gm,
    ),
  ].map(([, type, names = '', to = '']) => ({
    from,
    to: to.startsWith('.') ? normalize(join(dirname(from), to)) : to,
    typeOnly:
      Boolean(type) ||
      (/^\{/.test(names) && names.split(',').every((name) => /^[{\s]*type\s|^[\s}]*(from)?\s*$/.test(name))),
  })),
);

const roomOf = (path: string): string => path.split('/')[0] ?? '';
const between = (from: string, to: readonly string[]): Import[] =>
  imports.filter((edge) => roomOf(edge.from) === from && to.includes(roomOf(edge.to)));

test('the paths named in src/README.md exist', () => {
  const readme = readFileSync('src/README.md', 'utf8');
  const table = [...readme.matchAll(/^\|(.*)\|$/gm)].map((row) => row[1] ?? '').join('\n');
  const named = [...table.matchAll(/`([^`]+)`/g)]
    .map((match) => match[1] ?? '')
    .filter((path) => path.includes('/') || path.endsWith('.ts'));
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((path) => !existsSync(join('src', path)))).toEqual([]);
});

test('the top level holds what it should and nothing else', () => {
  const folders = readdirSync('.', { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && !entry.name.startsWith('.'),
  );
  const generated = ['node_modules', 'dist'];
  expect(
    folders
      .map((entry) => entry.name)
      .filter((name) => !generated.includes(name))
      .sort(),
  ).toEqual(['content', 'public', 'src', 'tests']);
});

describe('imports run one way', () => {
  const OUTER = ['components', 'islands', 'layouts', 'pages', 'classroom'];

  test('the engine knows nothing but itself and yaml', () => {
    const outside = imports.filter((edge) => roomOf(edge.from) === 'engine' && roomOf(edge.to) !== 'engine');
    expect(outside.filter(({ from, to }) => !(to === 'yaml' && from === 'engine/parse.ts'))).toEqual([]);
  });

  test('the diagram and the quiz do not know how they are shown', () => {
    expect([...between('diagram', [...OUTER, 'quiz']), ...between('quiz', OUTER)]).toEqual([]);
  });

  test('i18n imports types only', () => {
    const values = between('i18n', ['engine', 'diagram', 'quiz', ...OUTER]).filter((edge) => !edge.typeOnly);
    expect(values).toEqual([]);
  });

  test('components know no pages and no layouts', () => {
    expect(between('components', ['layouts', 'pages'])).toEqual([]);
  });

  test('nothing outside is imported through the back of the engine', () => {
    const back = imports.filter(
      (edge) => roomOf(edge.from) !== 'engine' && edge.to.startsWith('engine/') && !edge.typeOnly,
    );
    expect(back.filter(({ to }) => to !== 'engine/index.ts')).toEqual([]);
  });
});

test('sentences stand in i18n and content: no island has a Polish or a Chinese letter', () => {
  const islands = sources.filter((name) => roomOf(name) === 'islands');
  for (const name of islands)
    expect(readFileSync(join('src', name), 'utf8'), name).not.toMatch(/[ąćęłńóśźż\p{Script=Han}]/u);
});

/**
 * Tries mutants, one after another, in one warm process: the parent sends numbers, this answers what became of them. A first run without a
 * mutant finds which test reaches which mutant; a mutant is then shown only to those, the ones that killed lately first. A mutant that
 * runs in circles is stopped by a count or by the clock; one that takes the process down is counted by the parent.
 *
 *     worker.ts OUT TESTS_AS_JSON NUMBERS_OF_MUTANTS [all]
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import vm from 'node:vm';
import { expect } from 'vitest';

export type Answer =
  | { kind: 'ready'; tests: number; red: string[]; ms: number }
  | { kind: 'next' }
  | { kind: 'begun'; id: string }
  | { kind: 'done'; id: string; status: 'killed' | 'survived' | 'not covered'; by: string };

interface Entry {
  name: string;
  body?: () => void;
  test?: () => unknown;
}
interface Flat {
  name: string;
  test: () => unknown;
}
interface Known {
  file: number;
  suite: number;
  index: number;
  name: string;
  ms: number;
  /** When it last killed; 0 for never. */
  killed: number;
}

const [out = '', testNames = '[]', count = '0', all] = process.argv.slice(2);
const TESTS: readonly string[] = JSON.parse(testNames);
const N = Number(count);
/** A switch is asked far more often than this only by a mutant that does not end. */
const MOST_HITS = 3_000_000;
const send = (answer: Answer): Promise<unknown> => new Promise((resolve) => process.send?.(answer, resolve));

// What the scripts find in `globalThis.mutation`.

let collected: Entry[] = [];
function collect(body: () => void): Entry[] {
  const before = collected;
  collected = [];
  try {
    body();
    return collected;
  } finally {
    collected = before;
  }
}
const flat = (entries: readonly Entry[], prefix = ''): Flat[] =>
  entries.flatMap(({ name, body, test }) =>
    test ? [{ name: prefix + name, test }] : flat(collect(body ?? (() => {})), `${prefix}${name} › `),
  );

type Register = (name: string, run: (...row: never[]) => unknown) => void;
const named = (name: string, row: unknown): string =>
  name
    .replace(/\$(\w+)/g, (_, key: string) => String((row as Record<string, unknown> | null)?.[key]))
    .replace(/%[sdijo]/, () => JSON.stringify(row) ?? '');
const registers = (push: (name: string, run: () => unknown) => void): Register & { each: unknown } =>
  Object.assign((name: string, run: () => unknown) => push(name, run), {
    each: (rows: readonly unknown[]) => (name: string, run: (...row: unknown[]) => unknown) => {
      for (const row of rows) push(named(name, row), () => (Array.isArray(row) ? run(...row) : run(row)));
    },
  });
const test = registers((name, run) => collected.push({ name, test: run }));
const describe = registers((name, run) => collected.push({ name, body: run as () => void }));

const kept = new Map<string, unknown>();
function once<T>(key: string, make: () => T): T {
  if (!kept.has(key)) kept.set(key, make());
  return kept.get(key) as T;
}
class Random extends Error {}
/** Random texts take a thousand runs to say what a row says in one: what asks fast-check is left out. */
const fastCheck: unknown = new Proxy(() => fastCheck, {
  get: (_, name) => {
    if (name === 'assert') throw new Random();
    return name === Symbol.toPrimitive ? () => 0 : fastCheck;
  },
});

class Endless extends Error {}
let hits = 0;
let limit = Number.POSITIVE_INFINITY;
let reached = new Uint8Array(N);
const mutation = {
  active: -1,
  engine: {},
  hit: () => {
    if (++hits > limit) throw new Endless();
    return true;
  },
  covered: (...ids: number[]) => {
    for (const id of ids) reached[id] = 1;
  },
  choose: (_number: number, _coverage: unknown) => {},
  parse: (text: string) => (text.length < 5000 ? JSON.parse(text) : once(text, () => JSON.parse(text))),
  work: () => {},
  vitest: { test, it: test, describe, expect, afterAll: () => {}, beforeAll: (run: () => void) => run() },
  'fast-check': fastCheck,
  'node:fs': {
    readFileSync: (path: URL, encoding?: 'utf8') =>
      once(path.href + encoding, () => (encoding ? readFileSync(path, encoding) : readFileSync(path))),
  },
};
Object.assign(globalThis, { mutation, require: createRequire(import.meta.url) });
process.env['NODE_ENV'] = 'test';
console.log = console.table = () => {};

const scriptOf = (name: string) => new vm.Script(readFileSync(`${out}/${name}`, 'utf8'), { filename: name });
const engine = scriptOf('engine.js');
const scripts = TESTS.map((_, i) => scriptOf(`test-${i}.js`));
const work = new vm.Script('mutation.work()');
/** Runs it, for at most so many milliseconds. */
function within(ms: number, run: () => void): void {
  mutation.work = run;
  work.runInThisContext({ timeout: Math.ceil(ms) });
}

// Which test reaches which mutant.

const began = Date.now();
engine.runInThisContext();
/** Mutants in what a module does when it is loaded: the engine is loaded anew for each. */
const atLoading = reached;
const known: Known[] = [];
const reaching: Known[][] = Array.from({ length: N }, () => []);
const red: string[] = [];
for (const [file, script] of scripts.entries()) {
  reached = new Uint8Array(N);
  const byFile = reached;
  for (const [suite, entry] of collect(() => script.runInThisContext()).entries()) {
    reached = byFile.slice();
    const bySuite = reached;
    for (const [index, { name, test }] of flat([entry]).entries()) {
      reached = bySuite.slice();
      const start = performance.now();
      try {
        await test();
      } catch (error) {
        if (!(error instanceof Random)) red.push(`${TESTS[file]} › ${name}: ${(error as Error).message}`);
        continue;
      }
      const found: Known = { file, suite, index, name, ms: performance.now() - start, killed: 0 };
      known.push(found);
      for (let i = 0; i < N; i++) if (reached[i]) reaching[i]?.push(found);
    }
  }
}
mutation.choose(-1, null);
await send({ kind: 'ready', tests: known.length, red, ms: Date.now() - began });

// One mutant.

const MOST_ROWS = 240;
const LONG = 300;
/**
 * The tests a mutant is shown to: those that killed lately first, then the quick ones. Unless all are asked for, of the thousands of
 * recorded rows that reach a mutant only some, evenly spread.
 */
function shownTo(own: readonly Known[]): Known[] {
  const order = [...own].sort((a, b) => b.killed - a.killed || a.ms - b.ms);
  if (all) return order;
  const rows = new Map<number, number>();
  for (const { file } of order) rows.set(file, (rows.get(file) ?? 0) + 1);
  const seen = new Map<number, number>();
  return order.filter(({ file, killed, ms }) => {
    if (killed > 0) return true;
    const nth = seen.get(file) ?? 0;
    seen.set(file, nth + 1);
    const step = Math.ceil((rows.get(file) ?? 0) / MOST_ROWS);
    return ms < LONG && (!TESTS[file]?.startsWith('tests/truth/') || nth % step === 0);
  });
}

let kills = 0;
async function tried(number: number): Promise<Pick<Extract<Answer, { kind: 'done' }>, 'status' | 'by'>> {
  const own = atLoading[number] ? known : (reaching[number] ?? []);
  if (own.length === 0) return { status: 'not covered', by: '' };
  hits = 0;
  limit = MOST_HITS;
  mutation.active = number;
  mutation.choose(number, null);
  if (atLoading[number]) {
    try {
      within(20_000, () => engine.runInThisContext());
    } catch {
      return { status: 'killed', by: 'loading the engine' };
    }
  }
  const order = shownTo(own);
  const entries = new Map<number, Entry[]>();
  const suites = new Map<string, Flat[]>();
  const testOf = ({ file, suite, index }: Known): Flat | undefined => {
    const ofFile = entries.get(file) ?? collect(() => scripts[file]?.runInThisContext());
    entries.set(file, ofFile);
    const key = `${file}/${suite}`;
    const ofSuite = suites.get(key) ?? flat(ofFile.slice(suite, suite + 1));
    suites.set(key, ofSuite);
    return ofSuite[index];
  };
  let at = 0;
  let last = order[0];
  try {
    for (let size = 5; at < order.length; size = Math.min(size * 4, 400)) {
      const some: Known[] = [];
      let expected = 0;
      for (; at < order.length && some.length < size && expected < 500; at++) {
        const next = order[at] as Known;
        some.push(next);
        expected += next.ms;
      }
      const waiting: unknown[] = [];
      within(8000 + 15 * expected, () => {
        for (last of some) {
          hits = 0;
          const test = testOf(last);
          hits = 0;
          waiting.push(test?.test());
        }
      });
      await Promise.all(waiting);
    }
  } catch (error) {
    if (last) last.killed = ++kills;
    const slow =
      (error as { code?: string }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT' || error instanceof Endless;
    return { status: 'killed', by: `${slow ? 'endless: ' : ''}${last?.name}` };
  }
  return { status: 'survived', by: `${order.length} tests` };
}

process.on('message', async (ids: string[]) => {
  for (const id of ids) {
    await send({ kind: 'begun', id });
    const result = await tried(Number(id));
    mutation.active = -1;
    if (atLoading[Number(id)]) engine.runInThisContext();
    mutation.choose(-1, null);
    await send({ kind: 'done', id, ...result });
  }
  await send({ kind: 'next' });
});
await send({ kind: 'next' });

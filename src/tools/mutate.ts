/**
 * `npm run mutate`: are the engine's tests worth their name? Changes the engine in one place at a time, in every way Stryker knows, and
 * looks whether a test of `tests/engine` or `tests/truth` turns red. All mutants take about an hour on two cores.
 *
 *     npm run mutate                              all
 *     npm run mutate -- --every 8 [--from 3]      one of eight, beginning with the fourth
 *     npm run mutate -- --file proxy/ --every 2   of some files
 *     npm run mutate -- --rest                    what was not tried yet: after an interruption, or a sample
 *     npm run mutate -- --again                   what was not killed, against every test that reaches it
 *
 * What became of a mutant is kept in `.mutation/results.json` for as long as its lines stay as they are; what was not killed is printed, file
 * by file.
 */
import { fork } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildMutants, type Mutant } from './mutation/build.ts';
import type { Answer } from './mutation/worker.ts';

/** What became of a mutant, found again by where it is and what it says: numbers change with the source. */
type Results = Record<string, { status: 'killed' | 'survived' | 'not covered'; by: string }>;

const { values } = parseArgs({
  options: {
    every: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
    file: { type: 'string' },
    again: { type: 'boolean', default: false },
    rest: { type: 'boolean', default: false },
    workers: { type: 'string', default: String(availableParallelism()) },
  },
});
const root = fileURLToPath(new URL('../..', import.meta.url));
const resultsFile = join(root, '.mutation/results.json');
/** A worker that says nothing for so long is stuck in a mutant; milliseconds. */
const PATIENCE = 180_000;
const AT_A_TIME = 20;

const before: Results = existsSync(resultsFile) ? JSON.parse(readFileSync(resultsFile, 'utf8')) : {};
const { out, mutants, tests } = await buildMutants(root);
/** Stryker leaves some numbers out: the highest one tells how many there are. */
const numbers = Math.max(...mutants.map(({ id }) => Number(id))) + 1;
const lines = new Map<string, string[]>();
const keys = keysOf(mutants);
const current = new Set(keys.values());
const results: Results = Object.fromEntries(Object.entries(before).filter(([key]) => current.has(key)));
const queue = mutants
  .filter(({ fileName }) => !values.file || fileName.includes(values.file))
  .filter(({ id }) => !values.again || ['survived', 'not covered'].includes(before[keyOf(id)]?.status ?? ''))
  .filter(({ id }) => !values.rest || !before[keyOf(id)])
  .filter((_, i) => i % Number(values.every) === Number(values.from))
  .map(({ id }) => id);
const total = queue.length;
let done = 0;
console.log(`${mutants.length} mutants, ${total} to try, ${tests.length} files of tests`);
await Promise.all(Array.from({ length: Number(values.workers) }, work));
save();
report();

function work(): Promise<void> {
  return new Promise((resolve) => {
    let current: string | null = null;
    let given: string[] = [];
    const child = fork(
      new URL('./mutation/worker.ts', import.meta.url),
      [out, JSON.stringify(tests), String(numbers), ...(values.again ? ['all'] : [])],
      { cwd: root, execArgv: ['--max-old-space-size=1500', '--stack-size=900'] },
    );
    const stuck = () => child.kill('SIGKILL');
    let timer = setTimeout(stuck, PATIENCE);
    child.on('message', (answer: Answer) => {
      clearTimeout(timer);
      timer = setTimeout(stuck, PATIENCE);
      if (answer.kind === 'ready') {
        console.log(`a worker knows ${answer.tests} tests after ${Math.round(answer.ms / 1000)} s`);
        if (answer.red.length > 0) {
          console.log(
            `  ${answer.red.length} are red without a mutant and not asked: ${answer.red.slice(0, 5).join('; ')}`,
          );
        }
      } else if (answer.kind === 'begun') {
        current = answer.id;
        given = given.filter((id) => id !== current);
      } else if (answer.kind === 'done') {
        current = null;
        tell(answer.id, { status: answer.status, by: answer.by });
      } else {
        given = queue.splice(0, AT_A_TIME);
        if (given.length > 0) child.send(given);
        else child.disconnect();
      }
    });
    child.on('exit', () => {
      clearTimeout(timer);
      if (current !== null) tell(current, { status: 'killed', by: 'the process ended' });
      queue.unshift(...given);
      resolve(queue.length > 0 ? work() : undefined);
    });
  });
}

function tell(id: string, result: Results[string]): void {
  results[keyOf(id)] = result;
  if (++done % 200 !== 0) return;
  console.log(`${done} of ${total}; not killed: ${notKilled().length}`);
  save();
}

function save(): void {
  writeFileSync(resultsFile, JSON.stringify(results, null, 1));
}

function report(): void {
  const files = new Map<string, { all: number; killed: number }>();
  for (const { id, fileName } of mutants) {
    const status = results[keyOf(id)]?.status;
    if (!status) continue;
    const row = files.get(fileName) ?? { all: 0, killed: 0 };
    files.set(fileName, { all: row.all + 1, killed: row.killed + (status === 'killed' ? 1 : 0) });
  }
  for (const mutant of notKilled()) console.log(described(mutant));
  const sum = { all: 0, killed: 0 };
  for (const [name, { all, killed }] of [...files].sort(
    (a, b) => a[1].killed / a[1].all - b[1].killed / b[1].all,
  )) {
    console.log(`${percent(killed / all)}  ${killed} of ${all}  ${name}`);
    sum.all += all;
    sum.killed += killed;
  }
  console.log(`${percent(sum.killed / sum.all)}  ${sum.killed} of ${sum.all} mutants killed`);
}

function notKilled(): Mutant[] {
  return mutants.filter(({ id }) => ['survived', 'not covered'].includes(results[keyOf(id)]?.status ?? ''));
}

function described({ id, fileName, location: { start, end }, replacement }: Mutant): string {
  const line = linesOf(fileName)[start.line] ?? '';
  const until = start.line === end.line ? end.column : line.length;
  const marked =
    `${line.slice(0, start.column)}⟦${line.slice(start.column, until)}⟧${line.slice(until)}`.trim();
  const status = results[keyOf(id)]?.status === 'survived' ? '' : ' (not covered)';
  return `${fileName}:${start.line + 1}${status}  ${marked}  →  ${replacement.replaceAll(/\s+/g, ' ').slice(0, 100)}`;
}

/** File, text of the lines and replacement; the second of two alike gets a number. */
function keysOf(all: readonly Mutant[]): Map<string, string> {
  const seen = new Map<string, number>();
  return new Map(
    all.map(({ id, fileName, location: { start, end }, replacement }) => {
      const text = linesOf(fileName)
        .slice(start.line, end.line + 1)
        .join('\n')
        .trim();
      const key = `${fileName} | ${start.column} | ${text} | ${replacement}`;
      const nth = (seen.get(key) ?? 0) + 1;
      seen.set(key, nth);
      return [id, nth === 1 ? key : `${key} | ${nth}`];
    }),
  );
}

function keyOf(id: string): string {
  return keys.get(id) ?? id;
}

function linesOf(name: string): string[] {
  const known = lines.get(name) ?? readFileSync(join(root, name), 'utf8').split('\n');
  lines.set(name, known);
  return known;
}

function percent(part: number): string {
  return `${(part * 100).toFixed(1)} %`.padStart(7);
}

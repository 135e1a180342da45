/**
 * Mutants of the engine and the tests that are to kill them, as plain scripts. Stryker's instrumenter writes every mutant into the source as
 * a switch; the engine becomes one script in which a mutant is chosen by its number, each test file another that finds the engine, Vitest
 * and its files in `globalThis.mutation`. So one process tries thousands of mutants without starting anything.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';

export interface Mutant {
  id: string;
  fileName: string;
  replacement: string;
  /** Lines and columns counted from 0. */
  location: { start: Position; end: Position };
}

interface Position {
  line: number;
  column: number;
}

interface Instrumenter {
  instrument(
    files: readonly { name: string; mutate: boolean; content: string }[],
    options: object,
  ): Promise<{ files: { name: string; content: string }[]; mutants: Mutant[] }>;
}

/** Installed when first needed: it brings Babel along, which nothing else here wants. */
const INSTRUMENTER = '@stryker-mutator/instrumenter';
const VERSION = '10.1.1';

/** Rows of a test file that asks all recordings in one test are asked one by one, so that a mutant needs only those which reach it. */
const ROW_BY_ROW: Record<string, string> = {
  'tests/truth/admission.test.ts': `
    import { describe, expect, test } from 'vitest';
    import { answerOf, differences, kubectlDifferences, recordedCases } from './admission-agreement.ts';
    describe.each(recordedCases())('$id', (recorded) => {
      test('answer', () => expect(differences(recorded, answerOf(recorded))).toEqual([]));
      test('kubectl', () => expect(kubectlDifferences(recorded)).toEqual([]));
    });`,
};
/** Tests that say nothing of a mutant: how fast the engine is, what the README says, and random texts that only have to come back. */
const NOT_ASKED = /(budget|readme|robust)\.test\.ts$/;

const logger = new Proxy({}, { get: (_, name) => () => !String(name).startsWith('is') });

/** Writes `engine.js` and `test-N.js` to `.mutation/scripts`; answers with the mutants and the test files in the order of their numbers. */
export async function buildMutants(
  root: string,
): Promise<{ out: string; mutants: Mutant[]; tests: string[] }> {
  const out = join(root, '.mutation/scripts');
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const mutants = await buildEngine(root, out);
  const tests = globSync(['tests/engine/*.test.ts', 'tests/truth/*.test.ts'], { cwd: root })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => !NOT_ASKED.test(name))
    .sort();
  for (const [i, name] of tests.entries()) {
    await script(root, { entryPoints: [join(root, name)], outfile: join(out, `test-${i}.js`) }, [
      testPlugin(root),
    ]);
  }
  return { out, mutants, tests };
}

async function instrumenterIn(folder: string): Promise<Instrumenter> {
  const home = join(folder, 'package.json');
  if (!existsSync(join(folder, 'node_modules', INSTRUMENTER))) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(home, '{ "private": true }');
    const quietly = ['--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
    execFileSync('npm', ['install', ...quietly, `${INSTRUMENTER}@${VERSION}`], {
      cwd: folder,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
  }
  const { Instrumenter } = await import(pathToFileURL(createRequire(home).resolve(INSTRUMENTER)).href);
  return new Instrumenter(logger);
}

async function buildEngine(root: string, out: string): Promise<Mutant[]> {
  const sources = globSync('src/engine/**/*.ts', { cwd: root })
    .map((name) => name.replaceAll('\\', '/'))
    .sort();
  const instrumenter = await instrumenterIn(join(root, '.mutation/tools'));
  const { files, mutants } = await instrumenter.instrument(
    sources.map((name) => ({ name, mutate: true, content: readFileSync(join(root, name), 'utf8') })),
    { plugins: null, excludedMutations: [], ignorers: [], noHeader: true },
  );
  const contents = new Map(files.map(({ name, content }) => [join(root, name), asSwitch(content)]));
  const parts = sources.map(
    (name, i) => `import * as m${i} from './${name}'; mutation.engine['${name}'] = m${i};`,
  );
  const outfile = join(out, 'engine.js');
  await script(root, { stdin: { contents: parts.join('\n'), resolveDir: root, loader: 'ts' }, outfile }, [
    {
      name: 'instrumented',
      setup: (build) =>
        build.onLoad({ filter: /[\\/]src[\\/]engine[\\/].*\.ts$/ }, ({ path }) => ({
          contents: contents.get(path) ?? '',
          loader: 'ts',
        })),
    },
  ]);
  writeFileSync(
    outfile,
    `(() => { let active = mutation.active, covered = mutation.covered; const hit = mutation.hit;
mutation.choose = (number, coverage) => { active = number; covered = coverage; };
${readFileSync(outfile, 'utf8').replaceAll('mutationActive', 'active').replaceAll('mutationCovered', 'covered').replaceAll('mutationHit', 'hit')}
})()`,
  );
  return mutants;
}

/** Stryker's switches look their mutant up by name; ours compare a number, because the engine runs them a billion times. */
function asSwitch(code: string): string {
  return code
    .replace(/stryMutAct_9fa48\("(\d+)"\)/g, '(mutationActive === $1 && mutationHit())')
    .replace(
      /stryCov_9fa48\(([^)]*)\)/g,
      (_, ids: string) => `(mutationCovered && mutationCovered(${ids.replaceAll('"', '')}))`,
    );
}

function testPlugin(root: string): Plugin {
  const given = (expression: string) => ({ contents: `module.exports = ${expression}` });
  return {
    name: 'given',
    setup(build) {
      build.onResolve({ filter: /^(vitest|fast-check|node:fs)$/ }, ({ path }) => ({
        path,
        namespace: 'given',
      }));
      build.onResolve({ filter: /\/engine\/.*\.ts$/ }, ({ path, resolveDir }) => {
        const name = relative(root, join(resolveDir, path)).replaceAll('\\', '/');
        return name.startsWith('src/engine/') ? { path: name, namespace: 'engine' } : undefined;
      });
      build.onLoad({ filter: /.*/, namespace: 'given' }, ({ path }) => given(`mutation['${path}']`));
      build.onLoad({ filter: /.*/, namespace: 'engine' }, ({ path }) => given(`mutation.engine['${path}']`));
      build.onLoad({ filter: /[\\/]tests[\\/].*\.ts$/ }, ({ path }) => ({
        contents: (ROW_BY_ROW[relative(root, path).replaceAll('\\', '/')] ?? readFileSync(path, 'utf8'))
          .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
          .replaceAll('JSON.parse(', 'mutation.parse('),
        loader: 'ts',
      }));
    },
  };
}

const script = (root: string, options: object, plugins: Plugin[]) =>
  build({
    ...options,
    absWorkingDir: root,
    bundle: true,
    format: 'iife',
    platform: 'node',
    target: 'node24',
    logLevel: 'warning',
    plugins,
  });

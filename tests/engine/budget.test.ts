/** What the engine may cost where it is shipped. tests/bench measures it more finely, on a quiet machine. */
import { expect, test } from 'vitest';
import { bundledEngine, bundleSize, MANIFEST, readAndResolve } from '../bench/bundled-engine.ts';

const LIMIT_MS = 4;
/** For machines that do other things at the same time. */
const MARGIN = 3;

test('bundled for a browser it has at most 60 kB', async () => {
  const bytes = await bundleSize();
  expect(bytes).toBeGreaterThan(10_000);
  expect(bytes).toBeLessThanOrEqual(60_000);
});

test('200 lines of manifests are read, admitted and asked one connection in an ordinary time', async () => {
  const engine = await bundledEngine();
  expect(MANIFEST.split('\n').length).toBeGreaterThan(150);
  expect(readAndResolve(engine).answers).not.toEqual([]);
  const times = Array.from({ length: 200 }, () => {
    const start = performance.now();
    readAndResolve(engine);
    return performance.now() - start;
  });
  const median = times.slice(100).sort((one, other) => one - other)[50];
  expect(median).toBeLessThanOrEqual(MARGIN * LIMIT_MS);
});

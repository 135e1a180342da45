/** README.md says how the engine agrees with the recordings and how large it is; this is where that stays true. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bundleSize } from '../bench/bundled-engine.ts';
import { agreementTable, replayAll } from './agreement.ts';

const readme = readFileSync('README.md', 'utf8').replaceAll('\r\n', '\n');

test('the table of agreement is that of the recordings as they are replayed now', {
  timeout: 120_000,
}, () => {
  const table = agreementTable(replayAll());
  console.log(table);
  const [, written] = /<!-- agreement -->\n([\s\S]*?)\n<!-- \/agreement -->/.exec(readme) ?? [];
  expect(written, 'Put the table that is printed above between the marks in README.md.').toBe(table);
});

test('the size of the bundled engine is right to a kilobyte or two', async () => {
  const [, kilobytes] = /bundled for a browser \| ([\d.]+) kB/.exec(readme) ?? [];
  expect(Math.abs(Number(kilobytes) - (await bundleSize()) / 1000)).toBeLessThan(2);
});

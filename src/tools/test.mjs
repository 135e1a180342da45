/** `npm test`: installs what is missing, then types, format and lint, unit tests, and browser tests on the built site. */
import { readFileSync } from 'node:fs';
import { install, run } from './environment.mjs';

await install();
const { browser } = await import('./browser.mjs');
const CHROME = await browser();

const report = 'node_modules/.cache/port-of-call-tests.json';
const steps = [
  ['astro', ['check', '--minimumFailingSeverity', 'warning']],
  ['biome', ['ci', '--error-on-warnings']],
  ['astro', ['build']],
  ['vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]],
];

let failed = 0;
for (const [command, args] of steps) {
  console.log(`\n▸ ${command} ${args[0]}`);
  const code = await run(command, args, { CHROME, CI: process.env.CI ?? '' });
  if (code !== 0) failed++;
  // Without a built site the tests would only repeat that there is none.
  if (code !== 0 && args[0] === 'build') process.exit(1);
}
const { numPassedTests = 0, numFailedTests = 0 } = JSON.parse(readFileSync(report, 'utf8'));
console.log(`\n${numPassedTests} passed, ${numFailedTests} failed`);
process.exit(failed === 0 ? 0 : 1);

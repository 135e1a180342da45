/** Every recorded manifest, replayed: what the API server answered and what kubectl printed. */
import { describe, expect, test } from 'vitest';
import { type Agreement, agreements, kubectlAgreements } from './admission-agreement.ts';

/** Recorded answers that differ from ours, each with its reason. */
const DEVIATIONS: Readonly<Record<string, string>> = {};

const answers = agreements();
const terminals = kubectlAgreements();

/** rule × agree/differ: `1.12 12 0` */
function table(results: readonly Agreement[]): string {
  const rules = [...new Set(results.map(({ rule }) => rule))].sort((a, b) => Number(a) - Number(b));
  const rows = rules.map((rule) => {
    const own = results.filter((result) => result.rule === rule);
    const differ = own.filter(({ differs }) => differs.length > 0).length;
    return `${rule.padEnd(8)}${String(own.length - differ).padStart(6)}${String(differ).padStart(8)}`;
  });
  const differ = results.filter(({ differs }) => differs.length > 0).length;
  const total = `${'total'.padEnd(8)}${String(results.length - differ).padStart(6)}${String(differ).padStart(8)}`;
  return ['rule     agree  differ', ...rows, total].join('\n');
}

const differing = (results: readonly Agreement[]): string[] =>
  results
    .filter(({ id, differs }) => differs.length > 0 && !(id in DEVIATIONS))
    .map(({ id, differs }) => `${id}: ${differs.join('\n')}`);

describe('the API server', () => {
  test('there are recordings to agree with', () => {
    expect(answers.length).toBeGreaterThanOrEqual(877);
  });

  test('answers every recorded manifest as recorded', () => {
    console.log(`admission\n${table(answers)}`);
    expect(differing(answers)).toEqual([]);
  });

  test('no deviation is listed that does not exist', () => {
    const differ = new Set(answers.filter(({ differs }) => differs.length > 0).map(({ id }) => id));
    expect(Object.keys(DEVIATIONS).filter((id) => !differ.has(id))).toEqual([]);
  });
});

describe('kubectl apply', () => {
  test('there are recordings to agree with', () => {
    expect(terminals.length).toBeGreaterThanOrEqual(377);
  });

  test('prints for every recorded manifest what was recorded', () => {
    console.log(`kubectl apply\n${table(terminals)}`);
    expect(differing(terminals)).toEqual([]);
  });
});

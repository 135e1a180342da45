/** Every recorded manifest, replayed: what the API server answered and what kubectl printed. */
import { describe, expect, test } from 'vitest';
import { type Agreement, agreements, kubectlAgreements } from './admission-agreement.ts';

/** Recorded answers that differ from ours, each with its reason. */
const DEVIATIONS: Readonly<Record<string, string>> = {};

const answers = agreements();
const terminals = kubectlAgreements();

const differing = (results: readonly Agreement[]): string[] =>
  results
    .filter(({ id, differs }) => differs.length > 0 && !(id in DEVIATIONS))
    .map(({ id, differs }) => `${id}: ${differs.join('\n')}`);

describe('the API server', () => {
  test('there are recordings to agree with', () => {
    expect(answers.length).toBeGreaterThanOrEqual(877);
  });

  test('answers every recorded manifest as recorded', () => {
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
    expect(differing(terminals)).toEqual([]);
  });
});

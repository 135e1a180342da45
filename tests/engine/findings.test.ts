/** What holds of every finding about a recorded manifest: it can be explained, and it stands where its value stands. */
import { describe, expect, test } from 'vitest';
import { parseManifests, spanOf } from '../../src/engine/index.ts';
import type { KubeObject } from '../../src/engine/types.ts';
import { answerOf, readManifest, recordedCases } from '../truth/admission-agreement.ts';
import { explain } from './admission.helpers.ts';

function parsed(manifest: string): { text: string; object: KubeObject | undefined } {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(readManifest(manifest));
  return { text, object: parseManifests(text).objects[0] };
}

const CASES = recordedCases().filter(({ answer }) => answer.http !== 201 || answer.warnings);

describe.each(CASES)('$id', (recorded) => {
  const response = answerOf(recorded);
  const errors = response.findings.filter(({ severity }) => severity === 'error');

  test('every finding is explained in every language', () => {
    expect(response.findings.length).toBeGreaterThan(0);
    for (const sentence of response.findings.flatMap(explain)) expect(sentence).not.toBe('');
  });

  test('errors are those of a refusal, warnings those of the answer', () => {
    expect(errors.length > 0).toBe(response.http !== 201);
    expect(response.findings.length - errors.length).toBe(response.warnings.length);
  });

  if (response.http === 422)
    test('each cause is a finding with the path of its field', () => {
      expect(errors.map(({ path }) => path)).toEqual(response.causes.map(({ field }) => field));
    });

  if (response.http !== 201)
    test('what a finding quotes, the server said', () => {
      for (const { params } of errors) expect(response.message).toContain(params['detail'] ?? '');
    });

  test('a finding about a value stands where the value stands in the text', () => {
    const { object } = parsed(recorded.manifest);
    for (const { code, path, span } of response.findings) {
      if (code === 'unknown-field' || code === 'duplicate-key') continue;
      const written = object && path !== undefined ? spanOf(object, path) : null;
      if (written) expect(span).toEqual(written);
    }
  });
});

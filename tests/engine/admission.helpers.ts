/** A Service around the lines that a test is about. */
import { expect } from 'vitest';
import { admit } from '../../src/engine/admission/index.ts';
import type { AdmissionRequest, AdmissionResponse, Finding, KubeObject } from '../../src/engine/types.ts';
import { findingWords } from '../../src/i18n/findings/index.ts';
import { LANGS } from '../../src/i18n/locales.ts';
import { fill } from '../../src/i18n/plural.ts';

export const SERVICES = '/api/v1/namespaces/default/services';

/** Both sentences in every language; `fill` throws when a value is missing. */
export function explain({ code, params }: Finding): string[] {
  return LANGS.flatMap((lang) => {
    const words = findingWords(lang)[code as keyof ReturnType<typeof findingWords>];
    expect(words, `${code} in ${lang}`).toBeDefined();
    return [fill(words.what, params), fill(words.fix, params)];
  });
}

/** Whatever the answer is, each of its findings can be explained, and a refusal has one. */
export const post = (
  body: string,
  options: Partial<AdmissionRequest> & { existing?: readonly KubeObject[] } = {},
): AdmissionResponse => {
  const { existing = [], ...request } = options;
  const response = admit({ path: SERVICES, fieldValidation: 'Strict', body, ...request }, existing);
  expect(response.findings.flatMap(explain)).not.toContain('');
  if (response.http !== 201) expect(response.findings).not.toEqual([]);
  return response;
};

/** A Service `web` with this spec, in flow style or as lines. */
export const service = (spec: string, name = 'web'): string =>
  `apiVersion: v1\nkind: Service\nmetadata: {name: ${name}}\nspec: ${spec}\n`;

/** `Service "web" is invalid: ` is left out. */
export function messageOf(response: AdmissionResponse): string {
  if (response.http === 201) return 'accepted';
  return response.message.replace(/^Service "[^"]*" is invalid: /, '');
}

export function specOf(response: AdmissionResponse): Record<string, unknown> {
  if (response.http !== 201) throw new Error(response.message);
  return response.object['spec'] as Record<string, unknown>;
}

export const codesOf = (response: AdmissionResponse): string[] => response.findings.map(({ code }) => code);

/** `field: message` of each cause. */
export function causesOf(response: AdmissionResponse): string[] {
  return response.http === 201 ? [] : response.causes.map(({ field, message }) => `${field}: ${message}`);
}

export function storedBy(response: AdmissionResponse): Record<string, unknown> {
  if (response.http !== 201) throw new Error(response.message);
  return response.object;
}

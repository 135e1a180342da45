/** A Service around the lines that a test is about. */
import { admit } from '../../src/engine/admission/index.ts';
import type { AdmissionRequest, AdmissionResponse, KubeObject } from '../../src/engine/types.ts';

export const SERVICES = '/api/v1/namespaces/default/services';

export const post = (
  body: string,
  options: Partial<AdmissionRequest> & { existing?: readonly KubeObject[] } = {},
): AdmissionResponse => {
  const { existing = [], ...request } = options;
  return admit({ path: SERVICES, fieldValidation: 'Strict', body, ...request }, existing);
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

/** Until admission can be asked object by object: the same through its POST door. */
import { admit } from './admission/index.ts';
import type { AdmissionResponse, KubeObject } from './types.ts';

export type AdmissionState = KubeObject[];

export function newAdmissionState(_reserved: readonly KubeObject[]): AdmissionState {
  return [];
}

export function admitObject(state: AdmissionState, object: KubeObject): AdmissionResponse {
  const prefix = object.apiVersion.includes('/') ? `/apis/${object.apiVersion}` : `/api/${object.apiVersion}`;
  const scope = ['Node', 'Namespace'].includes(object.kind)
    ? ''
    : `/namespaces/${object.metadata.namespace ?? 'default'}`;
  const path = `${prefix}${scope}/${object.kind.toLowerCase()}s`;
  const response = admit(
    { path, body: JSON.stringify(object), contentType: 'application/json', fieldValidation: 'Strict' },
    state,
  );
  if (response.http === 201) state.push(response.object);
  return response;
}

/**
 * apiVersion and kind: how they are found in a body, what the URL fills in, what the server's scheme knows.
 *
 * Upstream: apimachinery/pkg/runtime/serializer/json/meta.go `Interpret`, json.go `gvkWithDefaults`,
 * runtime/schema/group_version.go `ParseGroupVersion`, runtime/error.go.
 */
import { quote } from '../go.ts';
import type { Json } from '../json.ts';
import type { FindingCode } from './codes.ts';
import { otherKindsIn, RESOURCES, type Resource } from './schema.ts';

export interface VersionKind {
  group: string;
  version: string;
  kind: string;
}

export interface Refused {
  code: FindingCode;
  message: string;
  path: string;
  value: string;
}

const META_TYPE =
  'struct { APIVersion string "json:\\"apiVersion,omitempty\\""; Kind string "json:\\"kind,omitempty\\"" }';

/** The keys are found in any case; the last one counts. */
export function interpret(json: Json): VersionKind | Refused {
  const read = { apiversion: '', kind: '' };
  if (json.type !== 'object' && json.type !== 'null') {
    const message = `couldn't get version/kind; json parse error: json: cannot unmarshal ${json.type} into Go value of type ${META_TYPE}`;
    return { code: 'not-an-object', message, path: '', value: json.type };
  }
  for (const { key, value } of json.type === 'object' ? json.entries : []) {
    const name = key.toLowerCase();
    if ((name !== 'apiversion' && name !== 'kind') || value.type === 'null') continue;
    if (value.type !== 'string') return notText(name, value.type);
    read[name] = value.value;
  }
  return parseVersion(read.apiversion, read.kind);
}

function notText(name: 'apiversion' | 'kind', found: string): Refused {
  const field = name === 'kind' ? 'kind' : 'apiVersion';
  const message = `couldn't get version/kind; json parse error: json: cannot unmarshal ${found} into Go struct field .${field} of type string`;
  return {
    code: name === 'kind' ? 'kind-invalid' : 'api-version-invalid',
    message,
    path: field,
    value: found,
  };
}

function parseVersion(apiVersion: string, kind: string): VersionKind | Refused {
  const parts = apiVersion.split('/');
  if (parts.length > 2) {
    const message = `unexpected GroupVersion string: ${apiVersion}`;
    return { code: 'api-version-invalid', message, path: 'apiVersion', value: apiVersion };
  }
  const [first = '', second] = parts;
  return second === undefined ? { group: '', version: first, kind } : { group: first, version: second, kind };
}

/** What is missing is taken from the URL. */
export function withDefaults(found: VersionKind, resource: Resource): VersionKind {
  const { group, version } = resource;
  const kind = found.kind || resource.kind;
  if (found.version) return { ...found, kind };
  return !found.group || found.group === group ? { group, version, kind } : { ...found, kind };
}

export const apiVersionOf = ({ group, version }: { group: string; version: string }): string =>
  group ? `${group}/${version}` : version;

export const findResource = (gvk: VersionKind): Resource | undefined =>
  RESOURCES.find(
    ({ kind, group, version }) => kind === gvk.kind && group === gvk.group && version === gvk.version,
  );

const isRegistered = (gvk: VersionKind): boolean =>
  findResource(gvk) !== undefined || otherKindsIn(apiVersionOf(gvk)).includes(gvk.kind);

/** Another kind than the URL's, or none that the server knows. */
export function refuseKind(gvk: VersionKind, resource: Resource, body: string): Refused | null {
  const value = `${apiVersionOf(gvk)} ${gvk.kind}`;
  if (!gvk.version) {
    const message = `Object 'apiVersion' is missing in '${body}'`;
    return { code: 'api-version-invalid', message, path: 'apiVersion', value: gvk.group };
  }
  if (!isRegistered(gvk)) {
    const message = `no kind ${quote(gvk.kind)} is registered for version ${quote(apiVersionOf(gvk))} in scheme "pkg/runtime/scheme.go:111"`;
    return { code: 'kind-unknown', message, path: 'apiVersion', value };
  }
  if (findResource(gvk) === resource) return null;
  const message = `converting (${gvk.version}.${gvk.kind}) to (${resource.package}.${resource.kind}): unknown conversion`;
  return { code: 'kind-mismatch', message, path: 'kind', value };
}

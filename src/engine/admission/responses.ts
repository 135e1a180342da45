/**
 * The answers of the API server: status, reason, message, causes, and the findings that go with them.
 *
 * Upstream: apimachinery/pkg/api/errors/errors.go; apiserver/pkg/endpoints/handlers/rest.go `transformDecodeError`.
 */
import { type Body, MAX_CHARACTERS, summarize, TooLarge } from '../body.ts';
import { fieldFinding, finding, placeOf, syntaxFinding } from '../findings.ts';
import { quote } from '../go.ts';
import type { Json } from '../json.ts';
import type { SourceText } from '../source.ts';
import type { Accepted, AdmissionRequest, Cause, Finding, KubeObject, Rejected } from '../types.ts';
import type { DuplicateKey } from '../yaml/decode.ts';
import { aggregate, type FieldError, toCause } from './field.ts';
import type { Verdict } from './kinds.ts';
import type { Resource } from './schema.ts';
import type { Refused, VersionKind } from './version-kind.ts';
import type { Warning } from './warnings.ts';

export interface Target {
  /** Undefined for a resource that is not decoded here. */
  resource: Resource | undefined;
  namespace: string;
}

export interface Post extends Target {
  json: Json;
  duplicates: readonly DuplicateKey[];
  source: SourceText | null;
  raw: string | Uint8Array;
  fieldValidation: NonNullable<AdmissionRequest['fieldValidation']>;
}

const status = (
  http: Rejected['http'],
  reason: string,
  message: string,
  findings: readonly Finding[],
  causes: readonly Cause[] = [],
): Rejected => ({ http, reason, message, causes, warnings: [], findings });

export const badRequest = (message: string, findings: readonly Finding[]): Rejected =>
  status(400, 'BadRequest', message, findings);

export function unreadable(
  body: Body,
  failure: { error: Error; message: string; offset: number },
  resource: Resource | undefined,
): Rejected {
  if (failure.error instanceof TooLarge)
    return status(400, 'RequestEntityTooLarge', failure.message, [
      finding('text-too-large', body.source, { params: { limit: MAX_CHARACTERS } }),
    ]);
  const findings = [syntaxFinding(failure.error, body.source, failure.offset)];
  return badRequest(unrecognized(resource, failure.message, body.raw), findings);
}

export const unrecognized = (
  resource: Resource | undefined,
  cause: string,
  raw: string | Uint8Array,
): string =>
  `the object provided is unrecognized (must be of type ${resource?.kind ?? 'Object'}): ${cause} (${summarize(raw)})`;

export const cannotHandle = (gvk: VersionKind, resource: Resource, cause: string): string =>
  `${gvk.kind} in version ${quote(gvk.version)} cannot be handled as a ${resource.kind}: ${cause}`;

export const rawText = (raw: string | Uint8Array): string =>
  typeof raw === 'string' ? raw : new TextDecoder().decode(raw);

export function kindFinding(refused: Refused, post: Post): Finding {
  const params = { value: refused.value, wanted: post.resource?.kind ?? '', detail: refused.message };
  const at = placeOf(post.json, refused.path);
  return finding(refused.code, post.source, { path: refused.path, at, params });
}

export function mismatch(object: KubeObject, post: Post): Rejected {
  const message = 'the namespace of the provided object does not match the namespace sent on the request';
  const params = { value: object.metadata.namespace ?? '', wanted: post.namespace };
  const path = 'metadata.namespace';
  return badRequest(message, [
    finding('namespace-mismatch', post.source, { path, at: placeOf(post.json, path), params }),
  ]);
}

export function accepted(object: KubeObject, warnings: readonly Warning[], post: Post): Accepted {
  const findings = warnings.map(({ code, field, params }) =>
    finding(code, post.source, {
      severity: 'warning',
      path: field,
      at: placeOf(post.json, field),
      params: { field, ...params },
    }),
  );
  return { http: 201, object, warnings: warnings.map(({ message }) => message), findings };
}

export function invalidObject(
  resource: Resource,
  name: string,
  errors: readonly FieldError[],
  post: Post,
): Rejected {
  const kind = resource.group ? `${resource.kind}.${resource.group}` : resource.kind;
  const message = `${kind} ${quote(name)} is invalid: ${aggregate(errors)}`;
  const findings = errors.map((error) => fieldFinding(error, post.source, post.json));
  return status(422, 'Invalid', message, findings, errors.map(toCause));
}

export function internalError(
  message: string,
  error: Extract<Verdict, { internal: string }>,
  post: Post,
): Rejected {
  const details = { path: error.field, at: placeOf(post.json, error.field) };
  const params = { field: error.field, detail: message, ...error.params };
  const findings = [finding(error.code, post.source, { ...details, params })];
  return status(500, 'InternalError', `Internal error occurred: ${message}`, findings, [{ message }]);
}

export function versionSet(post: Post): Rejected {
  const path = 'metadata.resourceVersion';
  const found = finding('resource-version-set', post.source, { path, at: placeOf(post.json, path) });
  return status(500, '', 'resourceVersion should not be set on objects to be created', [found]);
}

export function alreadyExists(resource: Resource, name: string, post: Post): Rejected {
  const qualified = resource.group ? `${resource.resource}.${resource.group}` : resource.resource;
  const path = 'metadata.name';
  const params = { value: name, kind: resource.kind };
  const found = finding('already-exists', post.source, { path, at: placeOf(post.json, path), params });
  return status(409, 'AlreadyExists', `${qualified} ${quote(name)} already exists`, [found]);
}

/**
 * POST of one manifest → what the API server stores, or its rejection: decoding, strict check, defaults, allocation, validation,
 * in this order; the first step that finds something wrong answers alone.
 *
 * Upstream: apiserver/pkg/endpoints/handlers/create.go, rest.go `transformDecodeError`, registry/generic/registry/store.go `create`.
 */
import { type Body, readBody, summarize, TooLarge } from '../body.ts';
import {
  duplicateFinding,
  fieldFinding,
  finding,
  placeOf,
  strictFinding,
  syntaxFinding,
  typeFinding,
} from '../findings.ts';
import { quote } from '../go.ts';
import { fromPlain, type Json, toPlain } from '../json.ts';
import { remember, type SourceText } from '../source.ts';
import type {
  Accepted,
  AdmissionRequest,
  AdmissionResponse,
  Cause,
  Finding,
  KubeObject,
  Rejected,
} from '../types.ts';
import type { DuplicateKey } from '../yaml/decode.ts';
import { complete, type Decoded, decodeTyped, strictMessage } from './decode.ts';
import { aggregate, type FieldError, toCause } from './field.ts';
import { applyRules } from './kinds.ts';
import { Ledger } from './ledger.ts';
import { generateName, wipeSystemFields } from './meta.ts';
import { RESOURCES, type Resource } from './schema.ts';
import {
  apiVersionOf,
  findResource,
  interpret,
  type Refused,
  refuseKind,
  type VersionKind,
  withDefaults,
} from './version-kind.ts';
import { fitWarnings, type Warning } from './warnings.ts';

type FieldValidation = NonNullable<AdmissionRequest['fieldValidation']>;

/** What a cluster holds, kept between admissions so that each costs the same. */
export interface AdmissionState {
  ledger: Ledger;
}

export const newAdmissionState = (existing: readonly KubeObject[] = []): AdmissionState => ({
  ledger: new Ledger(existing),
});

/** Answers as POST {path}?fieldValidation=… does on a cluster with default flags that already holds `existing`. */
export function admit(request: AdmissionRequest, existing: readonly KubeObject[] = []): AdmissionResponse {
  return admitRequest(request, newAdmissionState(existing));
}

/** As `admit`; what is accepted is added to the state. */
export function admitRequest(request: AdmissionRequest, state: AdmissionState): AdmissionResponse {
  const body = readBody(request.body, request.contentType ?? 'application/yaml');
  const target = parsePath(request.path);
  const { result } = body;
  if ('error' in result) return unreadable(body, result, target.resource);
  const post: Post = {
    ...target,
    json: result.json,
    duplicates: result.duplicates,
    source: body.source,
    raw: body.raw,
    fieldValidation: request.fieldValidation ?? 'Warn',
  };
  return answer(post, state);
}

/** As a Strict POST of the object to where its kind belongs, without a text. */
export function admitObject(state: AdmissionState, object: KubeObject): AdmissionResponse {
  const json = fromPlain(object);
  const found = interpret(json);
  const resource = 'code' in found ? undefined : findResource(found);
  if (!resource && !('code' in found)) return acceptOpaque(json, { namespace: 'default' }, null, state);
  const namespace = resource?.namespaced === false ? '' : object.metadata?.namespace || 'default';
  const target = { resource: resource ?? SERVICES, namespace };
  return answer({ ...target, json, duplicates: [], source: null, raw: '', fieldValidation: 'Strict' }, state);
}

/** As a Strict POST of a value that was read elsewhere: a resource without fields is stored as it stands. */
export function admitJson(
  state: AdmissionState,
  json: Json,
  target: { resource: Resource; namespace: string },
): AdmissionResponse {
  const resource = target.resource.type.fields.size > 0 ? target.resource : undefined;
  const { namespace } = target;
  return answer(
    { resource, namespace, json, duplicates: [], source: null, raw: '', fieldValidation: 'Strict' },
    state,
  );
}

const SERVICES = RESOURCES[0] as Resource;

interface Target {
  /** Undefined for a resource that is not decoded here. */
  resource: Resource | undefined;
  namespace: string;
}

interface Post extends Target {
  json: Json;
  duplicates: readonly DuplicateKey[];
  source: SourceText | null;
  raw: string | Uint8Array;
  fieldValidation: FieldValidation;
}

/** `/api/v1/namespaces/default/services`, `/apis/apps/v1/namespaces/default/deployments`, `/api/v1/nodes` */
function parsePath(path: string): Target {
  const match = /^\/(?:api|apis\/([^/]+))\/([^/]+)(?:\/namespaces\/([^/]+))?\/([^/?]+)\/?(?:\?.*)?$/.exec(
    path,
  );
  const [, group = '', version, namespace = '', name] = match ?? [];
  const resource = RESOURCES.find((r) => r.resource === name && r.group === group && r.version === version);
  return { resource, namespace: resource?.namespaced === false ? '' : namespace };
}

const status = (
  http: Rejected['http'],
  reason: string,
  message: string,
  findings: readonly Finding[],
  causes: readonly Cause[] = [],
): Rejected => ({ http, reason, message, causes, warnings: [], findings });

const badRequest = (message: string, findings: readonly Finding[]): Rejected =>
  status(400, 'BadRequest', message, findings);

function unreadable(
  body: Body,
  failure: { error: Error; message: string; offset: number },
  resource: Resource | undefined,
): Rejected {
  if (failure.error instanceof TooLarge)
    return status(400, 'RequestEntityTooLarge', failure.message, [
      finding('text-too-large', body.source, { params: { limit: 1_000_000 } }),
    ]);
  const findings = [syntaxFinding(failure.error, body.source, failure.offset)];
  return badRequest(unrecognized(resource, failure.message, body.raw), findings);
}

const unrecognized = (resource: Resource | undefined, cause: string, raw: string | Uint8Array): string =>
  `the object provided is unrecognized (must be of type ${resource?.kind ?? 'Object'}): ${cause} (${summarize(raw)})`;

function answer(post: Post, state: AdmissionState): AdmissionResponse {
  const { resource } = post;
  if (!resource) return acceptOpaque(post.json, post, post.source, state);
  const found = interpret(post.json);
  if ('code' in found)
    return badRequest(unrecognized(resource, found.message, post.raw), [kindFinding(found, post)]);
  const gvk = withDefaults(found, resource);
  const fail = (cause: string, findings: readonly Finding[]): Rejected =>
    badRequest(cannotHandle(gvk, resource, cause), findings);
  const own = findResource(gvk);
  const decoded = decodeTyped((own ?? resource).type, post.json);
  if (own && decoded.error) return fail(decoded.error.message, [typeFinding(decoded.error, post.source)]);
  const refused = refuseKind(gvk, resource, rawText(post.raw));
  if (refused) return fail(refused.message, [kindFinding(refused, post)]);
  const strict = strictCheck(decoded, post);
  if (strict.message && post.fieldValidation === 'Strict') return fail(strict.message, strict.findings);
  const response = create(decoded.object, resource, post, state);
  const findings = [...strict.findings, ...response.findings];
  return { ...response, warnings: fitWarnings([...strict.warnings, ...response.warnings]), findings };
}

const cannotHandle = (gvk: VersionKind, resource: Resource, cause: string): string =>
  `${gvk.kind} in version ${quote(gvk.version)} cannot be handled as a ${resource.kind}: ${cause}`;

const rawText = (raw: string | Uint8Array): string =>
  typeof raw === 'string' ? raw : new TextDecoder().decode(raw);

function kindFinding(refused: Refused, post: Post): Finding {
  const params = { value: refused.value, wanted: post.resource?.kind ?? '', detail: refused.message };
  const at = placeOf(post.json, refused.path);
  return finding(refused.code, post.source, { path: refused.path, at, params });
}

interface StrictResult {
  message: string;
  warnings: readonly string[];
  findings: readonly Finding[];
}

/** Unknown fields and duplicate keys: errors with Strict, warnings with Warn, nothing with Ignore. */
function strictCheck(decoded: Decoded, post: Post): StrictResult {
  if (post.fieldValidation === 'Ignore') return { message: '', warnings: [], findings: [] };
  const severity = post.fieldValidation === 'Strict' ? 'error' : 'warning';
  const lines = post.duplicates.map((duplicate) => duplicate.message);
  const fields = decoded.strict.map(strictMessage);
  const yaml = lines.length > 0 ? [`yaml: unmarshal errors:\n  ${lines.join('\n  ')}`] : [];
  const messages = [...yaml, ...fields];
  const { source } = post;
  return {
    message: messages.length > 0 ? `strict decoding error: ${messages.join(', ')}` : '',
    warnings: [...lines, ...fields],
    findings: [
      ...(source ? post.duplicates.map((duplicate) => duplicateFinding(duplicate, source, severity)) : []),
      ...decoded.strict.map((error) => strictFinding(error, source, severity)),
    ],
  };
}

function create(
  decoded: Record<string, unknown>,
  resource: Resource,
  post: Post,
  state: AdmissionState,
): AdmissionResponse {
  const object = toObject(decoded, resource);
  const { metadata } = object;
  const versioned = metadata['resourceVersion'] !== undefined;
  wipeSystemFields(metadata);
  if (metadata.namespace && post.namespace && metadata.namespace !== post.namespace)
    return mismatch(object, post);
  if (post.namespace) metadata.namespace = post.namespace;
  else delete metadata.namespace;
  const prefix = metadata['generateName'];
  if (!metadata.name && typeof prefix === 'string' && prefix)
    metadata.name = generateName(prefix, (name) => state.ledger.has(resource.kind, metadata.namespace, name));
  return validated(object, resource, post, state, versioned);
}

/** The order in which the API prints them. */
function toObject(decoded: Record<string, unknown>, resource: Resource): KubeObject {
  const { metadata, spec, status: _status, ...rest } = decoded;
  const object: KubeObject = {
    apiVersion: apiVersionOf(resource),
    kind: resource.kind,
    metadata: { ...(metadata as object | undefined) },
  };
  for (const key of Object.keys(rest)) if (key !== 'apiVersion' && key !== 'kind') object[key] = rest[key];
  if (spec !== undefined || resource.type.fields.get('spec')) object['spec'] = spec ?? {};
  if (decoded['status'] !== undefined) object['status'] = decoded['status'];
  return object;
}

function mismatch(object: KubeObject, post: Post): Rejected {
  const message = 'the namespace of the provided object does not match the namespace sent on the request';
  const params = { value: object.metadata.namespace ?? '', wanted: post.namespace };
  const path = 'metadata.namespace';
  return badRequest(message, [
    finding('namespace-mismatch', post.source, { path, at: placeOf(post.json, path), params }),
  ]);
}

function validated(
  object: KubeObject,
  resource: Resource,
  post: Post,
  state: AdmissionState,
  versioned: boolean,
): AdmissionResponse {
  const { name = '' } = object.metadata;
  const verdict = applyRules(object, state.ledger);
  if ('internal' in verdict) return internalError(verdict.internal, verdict, post);
  if (verdict.errors.length > 0) return invalidObject(resource, name, verdict.errors, post);
  if (versioned) return versionSet(post);
  if (state.ledger.has(resource.kind, object.metadata.namespace, name))
    return alreadyExists(resource, name, post);
  const stored = complete(resource.type, object) as KubeObject;
  state.ledger.add(stored);
  if (post.source) remember(stored, post.source, post.json);
  return accepted(stored, verdict.warnings, post);
}

function accepted(object: KubeObject, warnings: readonly Warning[], post: Post): Accepted {
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

function invalidObject(
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

function internalError(
  message: string,
  error: { code: Finding['code']; field: string; params: Finding['params'] },
  post: Post,
): Rejected {
  const details = { path: error.field, at: placeOf(post.json, error.field) };
  const params = { field: error.field, detail: message, ...error.params };
  const code = error.code as Parameters<typeof finding>[0];
  const findings = [finding(code, post.source, { ...details, params })];
  return status(500, 'InternalError', `Internal error occurred: ${message}`, findings, [{ message }]);
}

function versionSet(post: Post): Rejected {
  const path = 'metadata.resourceVersion';
  const found = finding('resource-version-set', post.source, { path, at: placeOf(post.json, path) });
  return status(500, '', 'resourceVersion should not be set on objects to be created', [found]);
}

function alreadyExists(resource: Resource, name: string, post: Post): Rejected {
  const qualified = resource.group ? `${resource.resource}.${resource.group}` : resource.resource;
  const path = 'metadata.name';
  const params = { value: name, kind: resource.kind };
  const found = finding('already-exists', post.source, { path, at: placeOf(post.json, path), params });
  return status(409, 'AlreadyExists', `${qualified} ${quote(name)} already exists`, [found]);
}

/** A kind that no rule here reads (ConfigMap, Ingress, …) is stored as it stands. */
function acceptOpaque(
  json: Json,
  target: { namespace: string },
  source: SourceText | null,
  state: AdmissionState,
): AdmissionResponse {
  if (json.type !== 'object') {
    const found = finding('not-an-object', source, { at: json, params: { value: json.type } });
    return badRequest('the object provided is unrecognized', [found]);
  }
  const object = {
    apiVersion: '',
    kind: '',
    ...(toPlain(json) as object),
    metadata: { namespace: target.namespace },
  } as KubeObject;
  const own = (toPlain(json) as Partial<KubeObject>).metadata;
  if (typeof own === 'object' && own !== null) Object.assign(object.metadata, own);
  state.ledger.add(object);
  if (source) remember(object, source, json);
  return { http: 201, object, warnings: [], findings: [] };
}

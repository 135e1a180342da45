/**
 * POST of one manifest → what the API server stores, or its rejection: decoding, strict check, defaults, allocation, validation,
 * in this order; the first step that finds something wrong answers alone.
 *
 * Upstream: apiserver/pkg/endpoints/handlers/create.go, rest.go `transformDecodeError`, registry/generic/registry/store.go `create`.
 */
import { readBody } from '../body.ts';
import { duplicateFinding, finding, strictFinding, typeFinding } from '../findings.ts';
import { marshal } from '../go.ts';
import { fromPlain, type Json, textAt, toPlain } from '../json.ts';
import { remember, type SourceText } from '../source.ts';
import type { AdmissionRequest, AdmissionResponse, Finding, KubeObject, Rejected } from '../types.ts';
import { complete, type Decoded, decodeTyped, strictMessage } from './decode.ts';
import { applyRules } from './kinds.ts';
import { Ledger } from './ledger.ts';
import { generateName, wipeSystemFields } from './meta.ts';
import {
  accepted,
  alreadyExists,
  badRequest,
  cannotHandle,
  internalError,
  invalidObject,
  kindFinding,
  mismatch,
  type Post,
  rawText,
  type Target,
  unreadable,
  unrecognized,
  versionSet,
} from './responses.ts';
import { RESOURCES, type Resource } from './schema.ts';
import { apiVersionOf, findResource, interpret, refuseKind, withDefaults } from './version-kind.ts';
import { fitWarnings } from './warnings.ts';

/** What a cluster holds, kept between admissions so that each costs the same. */
export interface AdmissionState {
  ledger: Ledger;
}

export const newAdmissionState = (existing: readonly KubeObject[] = []): AdmissionState => ({
  ledger: new Ledger(existing),
});

/** Answers as POST {path}?fieldValidation=… does on a cluster with default flags that already holds `existing`. */
export function admit(request: AdmissionRequest, existing?: readonly KubeObject[]): AdmissionResponse {
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
  if (!textAt(json, 'kind')) return withoutKind(json);
  const namespace = textAt(json, 'metadata.namespace') || 'default';
  const target = targetOf(textAt(json, 'kind'), namespace);
  return answer({ ...target, json, duplicates: [], source: null, raw: '', fieldValidation: 'Strict' }, state);
}

/** Where a kind belongs; one that is almost right goes where it is refused. */
function targetOf(kind: string, namespace: string): Target {
  const resource = RESOURCES.find((r) => r.kind.toLowerCase() === kind.toLowerCase());
  return { resource, namespace: resource?.namespaced === false ? '' : namespace };
}

function withoutKind(json: Json): Rejected {
  const message = `Object 'Kind' is missing in '${marshal(toPlain(json))}'`;
  return badRequest(message, [finding('kind-invalid', null, { path: 'kind', params: { detail: message } })]);
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

/** `/api/v1/namespaces/default/services`, `/apis/apps/v1/namespaces/default/deployments`, `/api/v1/nodes` */
function parsePath(path: string): Target {
  const match = /^\/(?:api|apis\/([^/]+))\/([^/]+)(?:\/namespaces\/([^/]+))?\/([^/?]+)\/?(?:\?.*)?$/.exec(
    path,
  );
  const [, group = '', version, namespace = '', name] = match ?? [];
  const resource = RESOURCES.find((r) => r.resource === name && r.group === group && r.version === version);
  return { resource, namespace: resource?.namespaced === false ? '' : namespace };
}

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
  wipeSystemFields(metadata);
  if (metadata.namespace && post.namespace && metadata.namespace !== post.namespace)
    return mismatch(object, post);
  if (post.namespace) metadata.namespace = post.namespace;
  else delete metadata.namespace;
  const prefix = metadata['generateName'];
  if (!metadata.name && prefix)
    metadata.name = generateName(String(prefix), (name) =>
      state.ledger.has(resource.kind, metadata.namespace, name),
    );
  return validated(object, resource, post, state);
}

/** The order in which the API prints them. */
function toObject(decoded: Record<string, unknown>, resource: Resource): KubeObject {
  const { apiVersion: _version, kind: _kind, metadata, spec, status, ...rest } = decoded;
  return {
    apiVersion: apiVersionOf(resource),
    kind: resource.kind,
    metadata: { ...(metadata as object | undefined) },
    ...rest,
    ...(resource.type.fields.has('spec') ? { spec: spec ?? {} } : {}),
    ...(status === undefined ? {} : { status }),
  };
}

function validated(
  object: KubeObject,
  resource: Resource,
  post: Post,
  state: AdmissionState,
): AdmissionResponse {
  const { name = '' } = object.metadata;
  const verdict = applyRules(object, state.ledger);
  if ('internal' in verdict) return internalError(verdict.internal, verdict, post);
  if (verdict.errors.length > 0) return invalidObject(resource, name, verdict.errors, post);
  if (object.metadata['resourceVersion'] !== undefined) return versionSet(post);
  if (state.ledger.has(resource.kind, object.metadata.namespace, name))
    return alreadyExists(resource, name, post);
  const stored = complete(resource.type, object) as KubeObject;
  state.ledger.add(stored);
  if (post.source) remember(stored, post.source, post.json);
  return accepted(stored, verdict.warnings, post);
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
  if (typeof own === 'object') Object.assign(object.metadata, own);
  state.ledger.addName(object);
  if (source) remember(object, source, json);
  return { http: 201, object, warnings: [], findings: [] };
}

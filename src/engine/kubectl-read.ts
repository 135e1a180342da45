/**
 * A file → the objects that kubectl finds in it. It splits the documents by itself, converts each to JSON (duplicate keys
 * vanish: the last one wins), and checks apiVersion and kind before it asks any server.
 *
 * Upstream: apimachinery/pkg/util/yaml/decoder.go, cli-runtime/pkg/resource/{visitor,mapper,metadata_decoder}.go,
 * kubectl/pkg/validation/schema.go.
 */
import { decodeTyped } from './admission/decode.ts';
import { ObjectMeta, otherKindsIn, RESOURCES, type Resource } from './admission/schema.ts';
import { struct } from './admission/types.ts';
import { apiVersionOf } from './admission/version-kind.ts';
import { MAX_CHARACTERS, yamlMessage } from './body.ts';
import { byteLength, formatFloat, marshal, quote } from './go.ts';
import { type Json, textAt, toPlain, valueAt } from './json.ts';
import { JsonSyntaxError, parseJsonStream } from './json-text.ts';
import { decodeFirst } from './yaml/decode.ts';
import { readText } from './yaml/reader.ts';

export interface Failure {
  message: string;
  /** How it is told when the server said it. */
  server?: string;
  /** How it is told when it is the only one. */
  invalid?: { title: string; causes: readonly string[] };
}

export interface Target {
  json: Json;
  resource: Resource;
  /** As the file says; empty ones find no server. */
  version: string;
  name: string;
  namespace: string;
}

export interface Documents {
  objects: Json[];
  failures: Failure[];
}

const MAX_DOCUMENTS = 999;

/** Reading ends at the first document that can't be read; what stood before it is still applied. */
export function readDocuments(text: string, file: string): Documents {
  const objects: Json[] = [];
  if (text.length > MAX_CHARACTERS)
    return { objects, failures: [{ message: `error parsing ${file}: file too large` }] };
  try {
    for (const json of jsonDocuments(text)) {
      if (json.type === 'null') continue;
      const problem = validateKind(json);
      if (problem) return { objects, failures: [{ message: validationMessage(problem, file) }] };
      objects.push(...flatten(json).map(normalize));
      if (objects.length > MAX_DOCUMENTS)
        return {
          objects: [],
          failures: [{ message: `error parsing ${file}: more than ${MAX_DOCUMENTS} objects` }],
        };
    }
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { objects, failures: [{ message: `error parsing ${file}: ${error.message}` }] };
  }
  return { objects, failures: [] };
}

const validationMessage = (problem: string, file: string): string =>
  `error validating ${quote(file)}: error validating data: ${problem}; if you choose to ignore these errors, turn validation off with --validate=false`;

function* jsonDocuments(text: string): Generator<Json> {
  const clean = text.replace(/^\ufeff/, '');
  if (!/^\s*\{/.test(clean)) yield* yamlDocuments(clean);
  else yield* jsonOrYaml(clean);
}

/** What starts like JSON but isn't may still be YAML. */
function jsonOrYaml(text: string): Json[] {
  try {
    return [...parseJsonStream(text)];
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    try {
      return [...yamlDocuments(text)];
    } catch {
      if (error.position >= text.length) throw new Error('unexpected EOF');
      const offset = byteLength(text.slice(0, error.position)) + 1;
      throw new Error(`json: offset ${offset}: ${error.message}`);
    }
  }
}

function* yamlDocuments(text: string): Generator<Json> {
  for (const chunk of splitDocuments(text)) {
    const input = readText(chunk);
    try {
      yield decodeFirst(input).json;
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      throw new Error(`error converting YAML to JSON: ${yamlMessage(error)}`);
    }
  }
}

/** A line of `---` ends a document; one with nothing before it belongs to the next. */
function* splitDocuments(text: string): Generator<string> {
  let chunk = '';
  for (const line of text.replace(/\r?\n$/, '').split(/\r?\n/)) {
    if (line.startsWith('---')) {
      const rest = line.slice(3).trim();
      if (rest && !rest.startsWith('#')) throw new Error(`invalid Yaml document separator: ${rest}`);
      if (chunk) {
        yield chunk;
        chunk = '';
        continue;
      }
    }
    chunk += `${line}\n`;
  }
  if (chunk) yield chunk;
}

/** getObjectKind: what must be there before anything is asked. */
function validateKind(json: Json): string | null {
  if (json.type !== 'object') return 'invalid object to validate';
  const problems = [
    apiVersionProblem(valueAt(json, 'apiVersion')),
    kindProblem(valueAt(json, 'kind')),
  ].filter((problem) => problem !== null);
  return problems.length > 1 ? `[${problems.join(', ')}]` : (problems[0] ?? null);
}

function apiVersionProblem(value: Json | null): string | null {
  if (!value || value.type === 'null') return 'apiVersion not set';
  if (value.type !== 'string') return "apiVersion isn't string type";
  return value.value.split('/').length > 2 ? `unexpected GroupVersion string: ${value.value}` : null;
}

function kindProblem(value: Json | null): string | null {
  if (!value || value.type === 'null') return 'kind not set';
  return value.type === 'string' ? null : "kind isn't string type";
}

/** Whatever has items is a list. */
function flatten(json: Json): readonly Json[] {
  const items = valueAt(json, 'items');
  return items?.type === 'array' ? items.items.flatMap(flatten) : [json];
}

/** As it is sent: nulls are gone, numbers are those of Go. */
function normalize(json: Json): Json {
  switch (json.type) {
    case 'number':
      return { ...json, text: /^-?\d{1,18}$/.test(json.text) ? json.text : formatFloat(Number(json.text)) };
    case 'array':
      return { ...json, items: json.items.map(normalize) };
    case 'object': {
      const last = new Map(json.entries.map((entry) => [entry.key, entry]));
      const entries = [...last.values()].filter(({ value }) => value.type !== 'null');
      return { ...json, entries: entries.map((entry) => ({ ...entry, value: normalize(entry.value) })) };
    }
    default:
      return json;
  }
}

const MetadataOnly = struct('resource.metadataOnlyObject', { metadata: ObjectMeta });

/** Which resource an object is, and its name. */
export function identify(json: Json, file: string): Target | Failure {
  const kind = textAt(json, 'kind');
  if (!kind) return undecodable(file, `Object 'Kind' is missing in '${marshal(toPlain(json))}'`);
  const { error } = decodeTyped(MetadataOnly, json);
  if (error) return undecodable(file, error.message);
  const apiVersion = textAt(json, 'apiVersion');
  const resource = mapKind(apiVersion, kind);
  const name = textAt(json, 'metadata.name');
  const own = textAt(json, 'metadata.namespace');
  if (!resource) {
    const version = apiVersion || '';
    const message = `resource mapping not found for name: ${quote(name)} namespace: ${quote(own)} from ${quote(file)}: no matches for kind ${quote(kind)} in version ${quote(version)}\nensure CRDs are installed first`;
    return { message };
  }
  const namespace = resource.namespaced ? own || 'default' : '';
  return { json, resource, version: apiVersion && resource.version, name, namespace };
}

const undecodable = (file: string, message: string): Failure => ({
  message: `unable to decode ${quote(file)}: ${message}`,
});

const CLUSTER_SCOPED =
  /^(PersistentVolume|ClusterRole|ClusterRoleBinding|StorageClass|PriorityClass|IngressClass|ServiceCIDR|IPAddress)$/;

/** Kinds are also found in lower case. */
function mapKind(apiVersion: string, kind: string): Resource | null {
  const matches = (name: string): boolean => name === kind || name.toLowerCase() === kind;
  const known = RESOURCES.find(
    (resource) =>
      matches(resource.kind) && (apiVersion === apiVersionOf(resource) || (!apiVersion && !resource.group)),
  );
  if (known) return known;
  const other = otherKindsIn(apiVersion).find((name) => matches(name) && !/List$|^Status$/.test(name));
  return other ? opaqueResource(apiVersion, other) : null;
}

function opaqueResource(apiVersion: string, kind: string): Resource {
  const [version = '', group = ''] = apiVersion.split('/').reverse();
  const lower = kind.toLowerCase();
  const plural = /s$/.test(lower) ? `${lower}es` : lower.replace(/y$/, 'ie').concat('s');
  const namespaced = !CLUSTER_SCOPED.test(kind);
  return {
    resource: plural,
    kind,
    group,
    version,
    namespaced,
    package: '',
    type: struct(`${version}.${kind}`, {}),
  };
}

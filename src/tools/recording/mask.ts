/**
 * An answer of the API server → the form in which recordings keep it: without what differs from one server or moment to the next.
 *
 * What the server drew at random (a cluster IP, a node port, a generated name) becomes `<allocated>`. Drawn is what the manifest did not write.
 */
import { isScalar, parseAllDocuments, visit } from 'yaml';
import { messageOf, type Reply } from './server.ts';

export interface Answer {
  http: number;
  reason?: string;
  message?: string;
  causes?: { reason?: string; message: string; field?: string }[];
  warnings?: readonly string[];
  object?: unknown;
}

/** Every scalar of a manifest, as its text and as its value, and what its generated names start with. */
interface Written {
  values: ReadonlySet<string>;
  prefixes: readonly string[];
}

const ALLOCATED = '<allocated>';
const DRAWN_FIELDS: readonly string[] = ['clusterIP', 'clusterIPs', 'nodePort', 'healthCheckNodePort'];
const VOLATILE: readonly string[] = [
  'uid',
  'resourceVersion',
  'creationTimestamp',
  'managedFields',
  'generation',
];
/** Upstream: apimachinery/pkg/util/rand: no vowels, nothing that looks like another letter. */
const SUFFIX = '[bcdfghjklmnpqrstvwxz2456789]{5}';

/** The answer to a manifest that was sent to `namespace` instead of `default`. */
export function answerOf({ http, body, warnings }: Reply, manifest: Uint8Array, namespace: string): Answer {
  const written = writtenIn(new TextDecoder().decode(manifest));
  const told = warnings.length > 0 ? { warnings: warnings.map((text) => maskText(text, written)) } : {};
  const answer =
    http === 201
      ? { http, object: maskObject(body as KubeObject, written), ...told }
      : { http, ...refusal(body as Status, written), ...told };
  return sorted(inDefault(answer, namespace)) as Answer;
}

interface KubeObject {
  metadata: Record<string, unknown>;
}

interface Status {
  reason?: string;
  details?: { causes?: { reason?: string; message?: string; field?: string }[] };
}

function writtenIn(text: string): Written {
  const values = new Set<string>();
  const prefixes: string[] = [];
  const documents = parseAllDocuments(text, { version: '1.1', uniqueKeys: false, logLevel: 'silent' });
  for (const document of documents) {
    visit(document, {
      Pair(_, { key, value }) {
        if (isScalar(key) && key.value === 'generateName' && isScalar(value))
          prefixes.push(String(value.value));
      },
      Scalar(_, { value, source }) {
        values.add(String(value)).add(source ?? '');
      },
    });
  }
  return { values, prefixes };
}

function refusal(status: Status, written: Written): Omit<Answer, 'http'> {
  const causes = status.details?.causes?.map(({ message = '', ...rest }) => ({
    ...rest,
    message: maskCause(maskText(message, written), rest.field ?? '', written),
  }));
  return {
    ...(status.reason === undefined ? {} : { reason: status.reason }),
    message: maskText(messageOf(status), written),
    ...(causes ? { causes } : {}),
  };
}

/** The places in which a message names what was drawn: an address that was to be allocated, a node port given twice, a generated name. */
function maskText(text: string, written: Written): string {
  const unlessWritten = (all: string, before: string, value: string): string =>
    written.values.has(value) ? all : `${before}${ALLOCATED}`;
  return written.prefixes.reduce(
    (masked, prefix) =>
      masked.replace(new RegExp(`(?<=")${escaped(prefix)}${SUFFIX}(?=")`, 'g'), prefix + ALLOCATED),
    text
      .replace(/(IPAddress\.networking\.k8s\.io ")([0-9a-f.:]+)(?=")/g, unlessWritten)
      .replace(/(odePort: Duplicate value: )(\d+)/g, unlessWritten),
  );
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function maskCause(message: string, field: string, { values }: Written): string {
  const [, number] = /^Duplicate value: (\d+)$/.exec(message) ?? [];
  return number && /odePort$/.test(field) && !values.has(number) ? `Duplicate value: ${ALLOCATED}` : message;
}

function maskObject(object: KubeObject, written: Written): object {
  const { metadata, ...rest } = object;
  const kept = Object.fromEntries(Object.entries(metadata).filter(([key]) => !VOLATILE.includes(key)));
  const { generateName } = metadata;
  if (typeof generateName === 'string') kept['name'] = generateName + ALLOCATED;
  return { ...(maskFields(rest, written) as object), metadata: kept };
}

/** A value under one of the drawn fields, or a list there, unless it was written. */
function maskFields(value: unknown, written: Written, drawn = false): unknown {
  if (Array.isArray(value)) return value.map((item) => maskFields(item, written, drawn));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        key,
        maskFields(item, written, DRAWN_FIELDS.includes(key)),
      ]),
    );
  return drawn && !written.values.has(String(value)) ? ALLOCATED : value;
}

function inDefault(value: unknown, namespace: string): unknown {
  return JSON.parse(JSON.stringify(value).replaceAll(namespace, 'default'));
}

/** Keys in the order of the alphabet, so that recordings can be compared line by line. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, sorted((value as Record<string, unknown>)[key])]));
}

/**
 * Every manifest of a list of cases → what an API server answers when it is POSTed there.
 *
 * It works in a namespace of its own, which it makes and deletes. The cases speak of the namespace `default`: their paths are rewritten, and what comes
 * back is written as if it had come from there. Each case starts in an empty namespace (but for the Service `kubernetes`, which every `default` has).
 */
import { setTimeout as wait } from 'node:timers/promises';
import { parseDocument } from 'yaml';
import { type Answer, answerOf } from './mask.ts';
import { messageOf, type Question, RecordingError, type Reply, Server } from './server.ts';

export interface Case {
  id: string;
  rule: string;
  manifest: string;
  path: string;
  contentType: string;
  fieldValidation: string;
  existing?: readonly string[];
  note?: string;
  answer?: Answer;
}

export interface Recording {
  recordedWith: { 'kube-apiserver': string };
  cases: (Case & { answer: Answer })[];
}

export interface Order {
  server: URL;
  cases: readonly Case[];
  readManifest: (file: string) => Uint8Array;
  /** Stops after the request that is on its way; what was made is deleted all the same. */
  signal: AbortSignal;
  say: (line: string) => void;
}

export const NAMESPACE = 'port-of-call-recording';

const ANSWERS: readonly number[] = [201, 400, 409, 422, 500];
const COLLECTION = /^\/apis?\/[^?#]*\/namespaces\/default\/[a-z]+$/;
const GONE_WITHIN_MS = 60_000;
const COLLECTIONS: Readonly<Record<string, string>> = {
  Service: '/api/v1/namespaces/default/services',
  Pod: '/api/v1/namespaces/default/pods',
  EndpointSlice: '/apis/discovery.k8s.io/v1/namespaces/default/endpointslices',
  Endpoints: '/api/v1/namespaces/default/endpoints',
};

export async function record(order: Order): Promise<Recording> {
  refuseOtherPlaces(order.cases);
  const server = new Server(order.server);
  const version = await versionOf(server, order.signal);
  await warnOfOthers(server, order);
  await makeNamespace(server);
  try {
    await furnish(server, order.signal);
    const cases: Recording['cases'] = [];
    for (const one of order.cases) cases.push(await recordCase(server, order, one));
    return { recordedWith: { 'kube-apiserver': version }, cases };
  } finally {
    await deleteNamespace(server, order);
  }
}

/** A case that speaks of another namespace, or of none, would be made outside ours. */
function refuseOtherPlaces(cases: readonly Case[]): void {
  const other = cases.find(({ path }) => !COLLECTION.test(path));
  if (other)
    throw new RecordingError(
      `${other.id}: ${other.path} is no path of a collection in the namespace default.`,
    );
}

async function versionOf(server: Server, signal: AbortSignal): Promise<string> {
  const { body } = await server.ask({ method: 'GET', path: '/version', signal });
  const { gitVersion } = body as { gitVersion?: unknown };
  if (typeof gitVersion === 'string') return gitVersion;
  throw new RecordingError('The server answers, but /version is not that of a Kubernetes API server.');
}

/** Cluster IPs and node ports belong to the whole cluster. */
async function warnOfOthers(server: Server, { signal, say }: Order): Promise<void> {
  const { body } = await server.ask({ method: 'GET', path: '/api/v1/services', signal });
  const { items = [] } = body as { items?: { metadata: { namespace: string; name: string } }[] };
  const names = items.map(({ metadata }) => `${metadata.namespace}/${metadata.name}`);
  const others = names.filter((name) => name !== 'default/kubernetes');
  if (others.length > 0)
    say(`Not an empty cluster: the addresses and node ports of ${others.join(', ')} are taken.`);
}

/** It minds no signal: what is being made must be known, so that it can be deleted. */
async function makeNamespace(server: Server): Promise<void> {
  const body = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: NAMESPACE } };
  const reply = await server.ask({ method: 'POST', path: '/api/v1/namespaces', body });
  if (reply.http === 409)
    throw new RecordingError(
      `The namespace ${NAMESPACE} exists already. Recording makes and deletes its own: delete that one first (kubectl delete namespace ${NAMESPACE}).`,
    );
  if (reply.http !== 201)
    throw new RecordingError(`The namespace ${NAMESPACE} cannot be made: ${messageOf(reply.body)}`);
}

/** What `default` holds in any cluster: a Service of that name, here without an address, and the account that Pods run as. */
async function furnish(server: Server, signal: AbortSignal): Promise<void> {
  const service = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'kubernetes' } };
  const account = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'default' } };
  for (const [collection, body] of [
    ['services', { ...service, spec: { clusterIP: 'None', ports: [{ port: 443 }] } }],
    ['serviceaccounts', account],
  ] as const) {
    const path = `/api/v1/namespaces/${NAMESPACE}/${collection}`;
    const { http, body: said } = await server.ask({ method: 'POST', path, body, signal });
    if (http !== 201 && http !== 409)
      throw new RecordingError(`${path}: ${body.metadata.name} cannot be made: ${messageOf(said)}`);
  }
}

async function recordCase(server: Server, order: Order, one: Case): Promise<Case & { answer: Answer }> {
  const made: string[] = [];
  const post = async (file: string, question: Omit<Question, 'method' | 'body'>): Promise<Reply> => {
    const path = ownPath(question.path);
    const body = order.readManifest(file);
    const reply = await server.ask({ ...question, path, body, method: 'POST', signal: order.signal });
    if (reply.http === 201) made.push(`${path}/${nameOf(reply)}`);
    return reply;
  };
  for (const file of one.existing ?? []) await postExisting(post, order, one, file);
  const { path, contentType, fieldValidation } = one;
  const reply = await post(one.manifest, { path, contentType, query: { fieldValidation } });
  if (!ANSWERS.includes(reply.http))
    throw new RecordingError(
      `${one.id}: HTTP ${reply.http} is no answer to a manifest: ${messageOf(reply.body)}`,
    );
  for (const object of made.reverse()) await deleteObject(server, object, order.signal);
  const answer = answerOf(reply, order.readManifest(one.manifest), NAMESPACE);
  return { ...described(one), answer };
}

async function postExisting(
  post: (file: string, question: Omit<Question, 'method' | 'body'>) => Promise<Reply>,
  { readManifest }: Order,
  { id }: Case,
  file: string,
): Promise<void> {
  const text = new TextDecoder().decode(readManifest(file));
  const path = COLLECTIONS[String(parseDocument(text, { logLevel: 'silent' }).get('kind'))];
  if (!path) throw new RecordingError(`${id}: ${file} is none of ${Object.keys(COLLECTIONS).join(', ')}.`);
  const { http, body } = await post(file, { path, contentType: 'application/yaml' });
  if (http !== 201) throw new RecordingError(`${id}: ${file} cannot be made: ${messageOf(body)}`);
}

/** What a case says, without what had been recorded for it before. */
function described({ answer: _before, ...one }: Case): Case {
  const { kubectlApply: _terminal, ...kept } = one as Case & { kubectlApply?: unknown };
  return kept;
}

const ownPath = (path: string): string => path.replace('/namespaces/default/', `/namespaces/${NAMESPACE}/`);

const nameOf = ({ body }: Reply): string => (body as { metadata: { name: string } }).metadata.name;

async function deleteObject(server: Server, path: string, signal?: AbortSignal): Promise<void> {
  const question = { path, ...(signal ? { signal } : {}) };
  await server.ask({ ...question, method: 'DELETE', query: { gracePeriodSeconds: '0' } });
  for (const end = Date.now() + GONE_WITHIN_MS; Date.now() < end; await wait(100)) {
    const { http } = await server.ask({ ...question, method: 'GET' });
    if (http === 404) return;
  }
  throw new RecordingError(`${path} was deleted but does not go away.`);
}

/** Also after an error or Ctrl-C, so it minds no signal. */
async function deleteNamespace(server: Server, { say }: Order): Promise<void> {
  try {
    await deleteObject(server, `/api/v1/namespaces/${NAMESPACE}`);
  } catch (error) {
    say(`Left behind: the namespace ${NAMESPACE}. ${(error as Error).message}`);
  }
}

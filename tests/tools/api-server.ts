/**
 * A small API server on 127.0.0.1: it keeps what it is sent, answers manifests as the engine does, and notes every request.
 * What it adds to an object or draws for it is there to be masked.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type AdmissionRequest, admit, type KubeObject } from '../../src/engine/index.ts';

export interface Request {
  method: string;
  path: string;
  fieldValidation: string | null;
  contentType: string | undefined;
  body: Buffer;
}

export interface ApiServer {
  url: string;
  requests: Request[];
  /** What it holds now, by path. */
  objects: Map<string, KubeObject>;
  close: () => Promise<void>;
}

/** Answers a request instead of the server, or leaves it to the server. */
export type Instead = (request: Request, count: number) => { http: number; body: string } | undefined;

interface Reply {
  http: number;
  body: object;
  warnings?: readonly string[];
}

const ADMITTED = /\/(services|pods|endpointslices)$/;
const KUBERNETES = { namespace: 'default', name: 'kubernetes' };
const STORED = {
  uid: 'c0ffee',
  resourceVersion: '7',
  generation: 1,
  creationTimestamp: '2026-11-21T11:27:00Z',
  managedFields: [],
};

export async function startApiServer(instead: Instead = () => undefined): Promise<ApiServer> {
  const requests: Request[] = [];
  const objects = new Map<string, KubeObject>();
  const server = createServer(async (incoming, response) => {
    const request = await readRequest(incoming);
    requests.push(request);
    const other = instead(request, requests.length);
    if (other) response.writeHead(other.http).end(other.body);
    else send(answer(request, objects), response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((closed) => {
      server.closeAllConnections();
      server.close(() => closed());
    });
  return { url: `http://127.0.0.1:${port}`, requests, objects, close };
}

function send({ http, body, warnings = [] }: Reply, response: ServerResponse): void {
  for (const text of warnings) response.appendHeader('Warning', text);
  response.writeHead(http).end(JSON.stringify(body));
}

async function readRequest(incoming: IncomingMessage): Promise<Request> {
  const { pathname, searchParams } = new URL(incoming.url ?? '', 'http://server');
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return {
    method: incoming.method ?? '',
    path: pathname,
    fieldValidation: searchParams.get('fieldValidation'),
    contentType: incoming.headers['content-type'],
    body: Buffer.concat(chunks),
  };
}

function answer(request: Request, objects: Map<string, KubeObject>): Reply {
  const { method, path } = request;
  if (path === '/version') return { http: 200, body: { gitVersion: 'v1.36.3' } };
  if (method === 'POST') return create(request, objects);
  if (path === '/api/v1/services') return { http: 200, body: { items: [{ metadata: KUBERNETES }] } };
  const object = objects.get(path);
  if (!object) return { http: 404, body: { message: `${path} not found` } };
  if (method === 'DELETE')
    for (const key of objects.keys()) if (key === path || key.startsWith(`${path}/`)) objects.delete(key);
  return { http: 200, body: object };
}

function create(request: Request, objects: Map<string, KubeObject>): Reply {
  const { path, body } = request;
  if (!ADMITTED.test(path)) return keep(path, JSON.parse(body.toString()), objects);
  const response = admit(request as AdmissionRequest, [...objects.values()]);
  const warnings = response.warnings.map(warningHeader);
  if (response.http === 201) return { ...keep(path, response.object, objects), warnings };
  const { http, reason, message, causes } = response;
  const details = causes.length > 0 ? { details: { causes } } : {};
  return { http, body: { kind: 'Status', reason, message, ...details }, warnings };
}

/** 299 - "…", in UTF-8. */
function warningHeader(text: string): string {
  return Buffer.from(`299 - "${text.replace(/[\\"]/g, '\\$&')}"`, 'utf8').toString('latin1');
}

function keep(path: string, object: KubeObject, objects: Map<string, KubeObject>): Reply {
  const name = `${path}/${object.metadata.name}`;
  if (objects.has(name)) return { http: 409, body: { message: `${name} already exists` } };
  objects.set(name, object);
  return { http: 201, body: { ...object, metadata: { ...object.metadata, ...STORED } } };
}

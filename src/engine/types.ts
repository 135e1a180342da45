/**
 * The shapes that pass through the engine's door (index.ts).
 *
 * They are closed: a `switch` over an `event`, an `outcome` or a `place` ends in `never`.
 */

/** Plain JSON, as the API has it. */
export interface KubeObject {
  apiVersion: string;
  kind: string;
  metadata: ObjectMeta;
  [field: string]: unknown;
}

export interface ObjectMeta {
  name?: string;
  namespace?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  [field: string]: unknown;
}

/** Where a value stands in its text: UTF-16 offsets [start, end), line and column from 1. */
export interface Span {
  start: number;
  end: number;
  line: number;
  column: number;
}

/** Something wrong with a manifest or a connection: never a sentence (those are in `src/i18n`). */
export interface Finding {
  /** kebab-case; also the key of its explanation in three languages. */
  code: string;
  severity: 'error' | 'warning';
  /** The field as the API server prints it: `spec.ports[0].nodePort`. */
  path?: string;
  span?: Span;
  /** What its explanation needs: the value, the range, the field it collides with. */
  params: Readonly<Record<string, string | number>>;
}

/** An address and port written on a packet. */
export interface Endpoint {
  address: string;
  port: number;
}

export interface Packet {
  /** The client's own port is drawn at random and of no interest. */
  source: { address: string; port?: number };
  destination: Endpoint;
  protocol: Protocol;
}

export type Protocol = 'TCP' | 'UDP' | 'SCTP';
export type ProxyMode = 'iptables' | 'nftables';

export type Place = 'client' | 'name' | 'service' | 'node' | 'node-rule' | 'pod' | 'process' | 'beyond';
export type HopEvent =
  | 'sent'
  | 'resolved'
  | 'not-found'
  | 'matched'
  | 'no-rule'
  | 'rewritten'
  | 'forwarded'
  | 'accepted'
  | 'refused'
  | 'dropped'
  | 'answer-lost';

/** A value written in a manifest: `Service/default/web`, `spec.ports[0].targetPort`. */
export interface Decision {
  object: string;
  path: string;
}

export interface Hop {
  /** Index of the hop before this one; null for the first. */
  parent: number | null;
  place: Place;
  /** `pod/default/client-1`, `service/default/web`, `node/node-1`, `outside/out-1`, `outside`, or the name as dialed. */
  at: string;
  event: HopEvent;
  /** Absent until an address is known. */
  before?: Packet;
  /** Absent when the hop leaves the packet as it got it. */
  after?: Packet;
  /** A kebab-case code of `HopReason`. */
  because: string;
  /** The manifest value that decided, where one did. */
  decidedBy?: Decision;
  /** Which of the trace's answers lie behind this hop. */
  answers: readonly number[];
}

export type Answer =
  | { outcome: 'reached'; by: string; port: number; sees: 'client' | 'node' }
  | { outcome: 'reached'; by: 'kube-proxy'; http: number }
  | { outcome: 'refused' | 'timed-out' | 'no-such-name' };

export interface Trace {
  /** The set of ways in which this connection may end. */
  answers: readonly Answer[];
  /** A tree in reading order: a parent stands before its children. */
  hops: readonly Hop[];
}

export interface Connection {
  from: string;
  to: { host: string; port: number; protocol: Protocol };
}

export interface AdmissionRequest {
  path: string;
  body: string | Uint8Array;
  contentType?: 'application/yaml' | 'application/json';
  fieldValidation?: 'Strict' | 'Warn' | 'Ignore';
}

export interface Cause {
  reason?: string;
  message: string;
  field?: string;
}

export interface Accepted {
  http: 201;
  object: KubeObject;
  warnings: readonly string[];
  findings: readonly Finding[];
}

export interface Rejected {
  http: 400 | 409 | 422 | 500;
  reason: string;
  message: string;
  causes: readonly Cause[];
  warnings: readonly string[];
  findings: readonly Finding[];
}

export type AdmissionResponse = Accepted | Rejected;

/** What no manifest says; the shape of `tests/truth/datapath/environment.json`. */
export interface Environment {
  about?: readonly string[];
  clusterCIDR: string;
  serviceCIDR: string;
  clusterDNS: string;
  clusterDomain: string;
  nodes: Readonly<Record<string, { addresses: readonly string[]; podGateway: string; podCIDR: string }>>;
  outside: Readonly<Record<string, { address: string; routedToCluster: boolean }>>;
  routes: Readonly<Record<string, string>>;
  kubeProxy: { clusterCIDR: string; nodePortAddresses: string };
  /** Processes on nodes and outside machines: name → `tcp/22,tcp/9000`. */
  nodeListen?: Readonly<Record<string, string>>;
  outsideListen?: Readonly<Record<string, string>>;
  /** Pods being deleted. */
  terminate?: { pods: readonly string[]; gracePeriodSeconds?: number };
}

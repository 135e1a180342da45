/**
 * The shapes that pass through the engine's door (index.ts).
 *
 * They are closed: a `switch` over an `event`, an `outcome` or a `place` ends in `never`.
 */

import type { FindingCode as AdmissionFindingCode } from './admission/codes.ts';

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
  code: FindingCode;
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

/** Why a hop is what it is; each has its explanation in three languages. The comment gives place and event, and what `decidedBy` names. */
export type HopReason =
  // client
  | 'address-dialed' // sent: an address was dialed, the packet is known at once
  | 'name-dialed' // sent: a name was dialed, it has to be looked up first
  | 'answer-bypasses-node' // answer-lost: rewritten on another node without masquerading, so the answer takes a shortcut (externalTrafficPolicy)
  | 'hairpin-answer-lost' // answer-lost: a Pod reached itself by another node's rules and was not masqueraded (externalTrafficPolicy)
  // name
  | 'cluster-ip-record' // resolved: the name of a Service with a cluster IP (clusterIP)
  | 'headless-record' // resolved: the name of a headless Service gives its endpoints' addresses (clusterIP: None)
  | 'endpoint-record' // resolved: the name of one endpoint of a headless Service (hostname)
  | 'localhost-record' // resolved: the machine's own hosts file
  | 'external-name-record' // resolved: by way of another name (externalName)
  | 'name-unknown' // not-found: cluster DNS has no such name
  | 'headless-without-endpoints' // not-found: a headless Service none of whose endpoints is ready
  | 'external-name-unknown' // not-found: the other name does not exist (externalName)
  | 'external-name-is-address' // not-found: cluster DNS does not serve an IP address as a name (externalName)
  | 'cluster-dns-not-asked' // not-found: nodes and outside machines ask a resolver that does not know the cluster's names
  // service
  | 'cluster-ip' // matched (clusterIP)
  | 'external-ip' // matched (externalIPs[i])
  | 'load-balancer-ip' // matched (status.loadBalancer.ingress[i].ip)
  // node-rule, rewritten (targetPort, or port where it was taken from; EndpointSlice ports[i].port; containerPort for a host port)
  | 'service-port' // a cluster IP and a port of the Service
  | 'node-port' // an address of the node and a nodePort
  | 'external-ip-port' // an external IP and a port of the Service
  | 'load-balancer-port' // a load balancer's address and a port of the Service
  | 'host-port' // an address of the node and a Pod's hostPort
  // node-rule, no-rule
  | 'port-not-declared' // the address is a Service's, the port is none of its ports
  | 'protocol-not-declared' // the port is one of its ports, for another protocol (protocol)
  | 'cluster-ip-unassigned' // an address of the service range that no Service has
  | 'load-balancer-not-intercepted' // ipMode Proxy: kube-proxy leaves it to the load balancer (ipMode)
  | 'other-proxy' // the label service-proxy-name leaves this Service to another proxy (that label)
  | 'node-port-not-on-this-address' // nftables: nodePorts exist on the node's primary address only (nodePort)
  | 'endpoint-is-cluster-ip' // rewritten once already: an endpoint that is itself a cluster IP is not rewritten again
  // node-rule, refused
  | 'no-selector' // the Service has no endpoint: no selector and no EndpointSlice
  | 'no-pod-selected' // … its selector picks no Pod that may be an endpoint (selector)
  | 'no-ready-endpoint' // … its endpoints are not ready
  | 'named-port-missing' // … no selected Pod declares a port with that name and protocol (targetPort)
  | 'slice-port-differs' // … its EndpointSlices have no port with that name and protocol
  | 'cluster-ip-rejected' // nftables: whatever still goes to a cluster IP is rejected
  // node-rule, dropped
  | 'no-local-endpoint' // traffic policy Local, endpoints on other nodes only (externalTrafficPolicy, internalTrafficPolicy)
  | 'source-not-allowed' // the sender is in none of the loadBalancerSourceRanges (loadBalancerSourceRanges)
  | 'unassigned-dropped' // nftables: the service range without a Service
  // node, forwarded
  | 'node-address' // it comes to the node whose address was dialed
  | 'own-address' // forwarded (place node, pod or beyond): the machine dialed itself, nothing leaves it
  | 'routed-to-node' // the network's route leads to this node
  // pod
  | 'pod-address' // forwarded: plain routing to the Pod's address
  // pod, node, beyond: refused by a kernel
  | 'nothing-listens' // no process listens on this port and protocol
  | 'listens-on-other-address' // a process listens on it, but on another address, such as 127.0.0.1 only (port-of-call/listens)
  // process, accepted (port-of-call/listens, or containerPort)
  | 'process-listens'
  | 'health-check' // kube-proxy answers for the Service (healthCheckNodePort)
  // beyond: dropped or forwarded
  | 'outside-address' // forwarded: it leaves the nodes for an outside machine
  | 'nobody-answers' // dropped: no machine has this address, or none that runs
  | 'not-routed-from-outside'; // dropped: the router lets nothing in to Pod and Service addresses

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
  because: HopReason;
  /** The manifest value that decided, where one did. */
  decidedBy?: Decision;
  /** At a `node-rule`: the written value that named the port (or, for a host port, the `hostPort`) the packet was sent to. */
  matchedBy?: Decision;
  /** At a `node-rule` that rewrites by a named `targetPort`: the `containerPort` found under that name. */
  foundAt?: Decision;
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

/** Everything that may be wrong, with a manifest or with a connection. */
export type FindingCode = AdmissionFindingCode | ConnectionFindingCode;

/** What may be wrong with the two lines a person types for a connection. */
export type ConnectionFindingCode =
  | 'vantage-malformed' // not pod/NAMESPACE/NAME, node/NAME or outside/NAME
  | 'vantage-unknown' // the cluster has nobody of that name
  | 'vantage-not-running' // the Pod has no address or is not running: nothing there can dial
  | 'destination-malformed' // neither HOST:PORT/PROTOCOL nor SCHEME://HOST:PORT
  | 'destination-host-malformed' // neither an IPv4 address nor a name
  | 'destination-port-missing'
  | 'destination-port-out-of-range'
  | 'destination-protocol-unknown';

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

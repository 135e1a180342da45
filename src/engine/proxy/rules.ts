/**
 * What both proxy modes have in common: the questions a packet asks on its way through a node, and the parts of the answers that agree.
 *
 * Source: k8s pkg/proxy/iptables/proxier.go, pkg/proxy/nftables/proxier.go; rules 5.1 – 5.31. What differs stands in iptables.ts and nftables.ts.
 */
import { contains, type Network } from '../ipv4.ts';
import { isOwnAddress, type NodeMachine } from '../machines.ts';
import type { Packet } from '../types.ts';
import { categorize } from './categorize.ts';
import type { Front, Fronts, ServiceAddress } from './fronts.ts';
import type { ProxyEndpoint, ServicePort } from './service-port.ts';

/** What kube-proxy goes by on every node. */
export interface ProxySettings {
  fronts: Fronts;
  /** Addresses that count as Pods' (--cluster-cidr). */
  podNetwork: Network | null;
  serviceNetwork: Network | null;
  /** --nodeport-addresses. */
  nodePortAddresses: string;
}

/** Where a packet is: the node, and what is known there of the packet's destination. */
export interface Context {
  node: NodeMachine;
  settings: ProxySettings;
  at: ServiceAddress | undefined;
}

/** A packet is about to be sent to one of these endpoints. */
export interface Rewrite {
  front: Front;
  endpoints: readonly ProxyEndpoint[];
  masquerade: boolean;
}

/** `front` is absent where no Service has a part in it. */
export type Block =
  | { verdict: 'refused'; because: 'no-endpoint'; front: Front }
  | { verdict: 'dropped'; because: 'no-local-endpoint' | 'source-not-allowed'; front: Front }
  | { verdict: 'refused'; because: 'cluster-ip-rejected'; front?: undefined }
  | { verdict: 'dropped'; because: 'unassigned-dropped'; front?: undefined };

/** The points of netfilter at which rules may stop a packet. */
export type Hook = 'input' | 'forward' | 'output';

/** One proxy mode: every method is what its rules do at one point. */
export interface ProxyRules {
  /** Rules ahead of the rewriting. */
  beforeRewriting(context: Context, packet: Packet): Block | null;
  /** The match whose chain a packet goes through. */
  rewrite(context: Context, packet: Packet): Rewrite | null;
  /** After the rewriting, at each hook the packet passes. */
  filter(context: Context, packet: Packet, hook: Hook, marked: boolean): Block | null;
  /** Whether a packet that an endpoint sends to itself is masqueraded on this node. */
  masqueradesHairpin(context: Context, endpoint: ProxyEndpoint): boolean;
  /** Whether nodePorts exist on this address of the node. */
  hasNodePortsOn(node: NodeMachine, settings: ProxySettings, address: string): boolean;
}

/** Without --cluster-cidr nothing tells Pods from others, and cluster IPs masquerade nobody. */
function isFromElsewhere(context: Context, packet: Packet): boolean {
  return context.settings.podNetwork !== null && !isFromPod(context, packet);
}

export function isFromPod({ settings: { podNetwork } }: Context, packet: Packet): boolean {
  return podNetwork !== null && contains(podNetwork, packet.source.address);
}

export function isFromNode({ node }: Context, packet: Packet): boolean {
  return isOwnAddress(node, packet.source.address);
}

/** Cluster IPs obey internalTrafficPolicy and nothing else. */
export function rewriteInternal(context: Context, packet: Packet, front: Front): Rewrite | null {
  const { cluster, local } = categorize(front.port, context.node);
  const endpoints = front.port.internalLocal ? local : cluster;
  return endpoints.length === 0 ? null : { front, endpoints, masquerade: isFromElsewhere(context, packet) };
}

/** nodePorts, external IPs and load balancers' addresses obey externalTrafficPolicy, except for what starts in the cluster (rule 5.16). */
export function rewriteExternal(context: Context, packet: Packet, front: Front): Rewrite | null {
  const { cluster, local } = categorize(front.port, context.node);
  const { endpoints, masquerade } = externalTarget(context, packet, front, { cluster, local });
  return endpoints.length === 0 ? null : { front, endpoints, masquerade };
}

function externalTarget(
  context: Context,
  packet: Packet,
  front: Front,
  { cluster, local }: { cluster: readonly ProxyEndpoint[]; local: readonly ProxyEndpoint[] },
): { endpoints: readonly ProxyEndpoint[]; masquerade: boolean } {
  if (!front.port.externalLocal) return { endpoints: cluster, masquerade: true };
  if (isFromPod(context, packet)) return { endpoints: cluster, masquerade: false };
  if (isFromNode(context, packet)) return { endpoints: cluster, masquerade: true };
  return { endpoints: local, masquerade: false };
}

/** What the filter rules say of a front without usable endpoints: none anywhere is refused, none here is dropped (rules 5.7, 5.16, 5.18). */
export function blockOf(context: Context, front: Front): Block | null {
  const { local, any } = categorize(front.port, context.node);
  if (!any) return { verdict: 'refused', because: 'no-endpoint', front };
  const isLocal = front.kind === 'cluster-ip' ? front.port.internalLocal : front.port.externalLocal;
  return isLocal && local.length === 0 ? { verdict: 'dropped', because: 'no-local-endpoint', front } : null;
}

/** loadBalancerSourceRanges are asked on load balancers' addresses only (rule 5.28). */
export function isSourceAllowed(context: Context, front: Front, { source }: Packet): boolean {
  const { sourceRanges } = front.port;
  return (
    front.kind !== 'load-balancer-ip' ||
    sourceRanges.length === 0 ||
    sourceRanges.some((range) => contains(range, source.address)) ||
    isNodeWithAddress(context, front.port, source.address)
  );
}

/** A node that has the load balancer's address itself dials from it: it may, if its primary address may. */
function isNodeWithAddress(
  { node }: Context,
  { sourceRanges, loadBalancerIPs }: ServicePort,
  source: string,
): boolean {
  const [primary] = node.addresses;
  return (
    primary !== undefined &&
    loadBalancerIPs.includes(source) &&
    sourceRanges.some((range) => contains(range, primary))
  );
}

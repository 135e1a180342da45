/**
 * kube-proxy's rules in nftables mode.
 *
 * Source: k8s pkg/proxy/nftables/proxier.go; tests/truth/rules/ shows them as `nft list ruleset` prints them. Each function names its chain.
 */
import { contains, isLoopback, parseNetwork } from '../ipv4.ts';
import { isOwnAddress } from '../machines.ts';
import type { Packet } from '../types.ts';
import { categorize } from './categorize.ts';
import { type Front, frontAt, nodePortAt } from './fronts.ts';
import {
  type Block,
  blockOf,
  type Context,
  type Hook,
  isSourceAllowed,
  type ProxyRules,
  rewriteExternal,
  rewriteInternal,
} from './rules.ts';

export const nftables: ProxyRules = {
  /** firewall-check: source ranges come first, endpoints or not (rule 5.28). */
  beforeRewriting(context, packet) {
    const front = frontAt(context.at, packet);
    if (front === undefined || isSourceAllowed(context, front, packet)) return null;
    return { verdict: 'dropped', because: 'source-not-allowed', front };
  },

  /** services: @service-ips, which knows only what has endpoints, then @service-nodeports for @nodeport-ips. */
  rewrite(context, packet) {
    const known = frontAt(context.at, packet);
    const front = known && categorize(known.port, context.node).any ? known : nodePortFront(context, packet);
    if (front === undefined) return null;
    return front.kind === 'cluster-ip'
      ? rewriteInternal(context, packet, front)
      : rewriteExternal(context, packet, front);
  },

  filter(context, packet, hook) {
    return (
      serviceEndpointsCheck(context, packet, hook) ??
      (hook === 'input' ? null : clusterIPsCheck(context, packet))
    );
  },

  /** @hairpin-connections holds this node's own endpoints only (rule 5.20). */
  masqueradesHairpin: ({ node }, endpoint) => endpoint.nodeName === node.name,

  /** By default the primary address only (rules 5.11, 5.12); loopback never. */
  hasNodePortsOn(node, { nodePortAddresses }, address) {
    if (!isOwnAddress(node, address) || isLoopback(address)) return false;
    if (nodePortAddresses === 'default' || nodePortAddresses === 'primary')
      return node.addresses[0] === address;
    return nodePortAddresses.split(',').some((cidr) => {
      const network = parseNetwork(cidr);
      return network !== null && contains(network, address);
    });
  },
};

function nodePortFront(context: Context, packet: Packet): Front | undefined {
  const { address } = packet.destination;
  return nftables.hasNodePortsOn(context.node, context.settings, address)
    ? nodePortAt(context.settings.fronts, packet)
    : undefined;
}

/** @no-endpoint-services in input, forward and output; @no-endpoint-nodeports in input. */
function serviceEndpointsCheck(context: Context, packet: Packet, hook: Hook): Block | null {
  const front =
    frontAt(context.at, packet) ?? (hook === 'input' ? nodePortFront(context, packet) : undefined);
  return front === undefined ? null : blockOf(context, front);
}

/** Whatever still goes to a cluster IP is rejected, to an unassigned address of the service range dropped (rules 5.4 – 5.6). */
function clusterIPsCheck({ at, settings: { serviceNetwork } }: Context, packet: Packet): Block | null {
  const { address } = packet.destination;
  if (at?.isClusterIP) return { verdict: 'refused', because: 'cluster-ip-rejected' };
  return serviceNetwork !== null && contains(serviceNetwork, address)
    ? { verdict: 'dropped', because: 'unassigned-dropped' }
    : null;
}

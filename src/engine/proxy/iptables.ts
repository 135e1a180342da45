/**
 * kube-proxy's rules in iptables mode.
 *
 * Source: k8s pkg/proxy/iptables/proxier.go; tests/truth/rules/ shows them as iptables-save prints them. Each function names its chain.
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
  type Rewrite,
  rewriteExternal,
  rewriteInternal,
} from './rules.ts';

export const iptables: ProxyRules = {
  beforeRewriting: () => null,

  /** nat: KUBE-SERVICES, and last in it KUBE-NODEPORTS for local addresses: what an address's own chain does not rewrite comes there. */
  rewrite(context, packet) {
    return (
      rewriteAt(context, packet, frontAt(context.at, packet)) ??
      rewriteAt(context, packet, nodePortFront(context, packet))
    );
  },

  filter(context, packet, hook, marked) {
    const front = frontAt(context.at, packet);
    const firewall = front === undefined ? null : proxyFirewall(context, packet, front);
    if (firewall !== null) return firewall;
    // KUBE-FORWARD accepts what is marked for masquerading before the endpoint checks are reached.
    if (hook === 'forward' && marked) return null;
    return services(context, hook, front) ?? externalServices(context, packet, hook, front);
  },

  /** KUBE-SEP-…: every endpoint has its rule on every node. */
  masqueradesHairpin: () => true,

  hasNodePortsOn(node, { nodePortAddresses }, address) {
    if (!isOwnAddress(node, address)) return false;
    if (nodePortAddresses === 'default') return true;
    if (nodePortAddresses === 'primary') return node.addresses[0] === address;
    return nodePortAddresses.split(',').some((cidr) => {
      const network = parseNetwork(cidr);
      return network !== null && contains(network, address);
    });
  },
};

function rewriteAt(context: Context, packet: Packet, front: Front | undefined): Rewrite | null {
  if (front === undefined) return null;
  if (front.kind === 'cluster-ip') return rewriteInternal(context, packet, front);
  return isSourceAllowed(context, front, packet) ? rewriteExternal(context, packet, front) : null;
}

function nodePortFront(context: Context, packet: Packet): Front | undefined {
  const { address } = packet.destination;
  return iptables.hasNodePortsOn(context.node, context.settings, address)
    ? nodePortAt(context.settings.fronts, packet)
    : undefined;
}

/** KUBE-PROXY-FIREWALL: what the source ranges did not let through to the endpoints still bears the load balancer's address. */
function proxyFirewall(context: Context, packet: Packet, front: Front): Block | null {
  if (isSourceAllowed(context, front, packet) || !categorize(front.port, context.node).any) return null;
  return { verdict: 'dropped', because: 'source-not-allowed', front };
}

/** KUBE-SERVICES of the filter table: cluster IPs, in FORWARD and OUTPUT. */
function services(context: Context, hook: Hook, front: Front | undefined): Block | null {
  return front?.kind === 'cluster-ip' && hook !== 'input' ? blockOf(context, front) : null;
}

/** KUBE-EXTERNAL-SERVICES: everything else, in INPUT and FORWARD; a node's own process is not asked in OUTPUT (rule 5.7). */
function externalServices(
  context: Context,
  packet: Packet,
  hook: Hook,
  front: Front | undefined,
): Block | null {
  if (hook === 'output') return null;
  const external = front?.kind === 'cluster-ip' ? undefined : (front ?? anyNodePortFront(context, packet));
  return external === undefined ? null : blockOf(context, external);
}

/** Its rule asks only whether the address is local, --nodeport-addresses or not. */
function anyNodePortFront({ node, settings }: Context, packet: Packet): Front | undefined {
  const { address } = packet.destination;
  const local = isLoopback(address) || isOwnAddress(node, address);
  return local ? nodePortAt(settings.fronts, packet) : undefined;
}

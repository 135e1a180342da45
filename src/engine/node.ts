/**
 * A packet's way through a node, in the kernel's order: rules ahead of the rewriting, rewriting, filters, masquerading, routing.
 *
 * Source: netfilter's hooks (prerouting or output, input or forward, postrouting) with kube-proxy's chains and the CNI portmap plugin's on them.
 */
import { deliverOutside, deliverToNode, deliverToPod, endBeyond, isBypassed } from './arrival.ts';
import { contains, isLoopback } from './ipv4.ts';
import { end, type Journey, type Place, placeOf, step, type Travel } from './journey.ts';
import { type HostPort, isOwnAddress, type NodeMachine } from './machines.ts';
import { keptBy, type Reason, whyBlocked, whyMatched, whyNoRule, whyRewritten } from './proxy/explain.ts';
import { frontAt, portKey } from './proxy/fronts.ts';
import type { Block, Context, Hook, Rewrite } from './proxy/rules.ts';
import { keyOf } from './shapes.ts';
import type { Decision, Endpoint, Packet } from './types.ts';

/** A packet may be rewritten on several nodes in turn; where it would go round for ever its time to live ends. */
const MAX_REWRITES = 4;

/** `in`: the packet came to the node; `out`: one of its own processes sent it. */
export type Direction = 'in' | 'out';

export function passNode(journey: Journey, node: NodeMachine, arrived: Travel, direction: Direction): void {
  const context: Context = { node, settings: journey.cluster.proxy, at: arrived.place.service };
  const travel = arrived.rewrites === 0 ? matchService(journey, arrived) : arrived;
  const { packet } = travel;
  const block = journey.rules.beforeRewriting(context, packet);
  const rewrite =
    block === null && travel.rewrites < MAX_REWRITES ? journey.rules.rewrite(context, packet) : null;
  const hostPort = hostPortFor(node, packet);
  if (block !== null) endBlocked(journey, node, travel, block);
  else if (rewrite !== null) rewriteToEach(journey, context, travel, direction, rewrite);
  else if (hostPort !== undefined) rewriteToHostPort(journey, context, travel, direction, hostPort);
  else
    filterAndRoute(journey, context, travel, direction, {
      marked: false,
      rewritten: false,
      source: packet.source,
    });
}

/** The Service whose address this is, before any rule asks about the port. */
function matchService(journey: Journey, travel: Travel): Travel {
  const known = travel.place.service;
  if (known === undefined) return travel;
  const front = frontAt(known, travel.packet);
  const owner = known.owners.find(({ service }) => service === front?.port.service) ?? known.owners[0];
  if (owner === undefined) return travel;
  return step(journey, travel, 'service', `service/${keyOf(owner.service)}`, 'matched', whyMatched(owner));
}

// --- Rewriting --------------------------------------------------------------------------------------------------------

interface Target {
  destination: Endpoint;
  place: Place;
  marked: boolean;
  reason: Reason;
  policy?: Decision | undefined;
}

function rewriteToEach(
  journey: Journey,
  context: Context,
  travel: Travel,
  direction: Direction,
  { front, endpoints, masquerade }: Rewrite,
): void {
  for (const endpoint of endpoints) {
    const { destination } = endpoint;
    const toItself = destination.address === travel.packet.source.address;
    const marked = masquerade || (toItself && journey.rules.masqueradesHairpin(context, endpoint));
    endpoint.place ??= placeOf(journey.cluster, destination.address);
    rewriteTo(journey, context, travel, direction, {
      destination,
      place: endpoint.place,
      marked,
      reason: whyRewritten(front, endpoint),
      policy: keptBy(front),
    });
  }
}

function hostPortFor(node: NodeMachine, { destination, protocol }: Packet): HostPort | undefined {
  const published = node.hostPorts.get(portKey(destination.port, protocol));
  if (published === undefined || !isOwnAddress(node, destination.address)) return undefined;
  return published.find(({ hostIP }) => hostIP === null || hostIP === destination.address);
}

/** The portmap plugin masquerades what comes from the node's loopback and from its own Pods' network (rule 5.27). */
function rewriteToHostPort(
  journey: Journey,
  context: Context,
  travel: Travel,
  direction: Direction,
  hostPort: HostPort,
): void {
  const { pod, containerPort, path } = hostPort;
  const { object, prefix } = pod.origin;
  const { address } = travel.packet.source;
  const marked = isLoopback(address) || isInPodNetwork(context.node, address);
  const decidedBy = { object, path: `${prefix}${path}.containerPort` };
  const matchedBy = { object, path: `${prefix}${path}.hostPort` };
  const reason: Reason = { because: 'host-port', decidedBy, matchedBy };
  const destination = { address: pod.address ?? '', port: containerPort };
  const place = placeOf(journey.cluster, destination.address);
  rewriteTo(journey, context, travel, direction, { destination, place, marked, reason });
}

function rewriteTo(
  journey: Journey,
  context: Context,
  travel: Travel,
  direction: Direction,
  target: Target,
): void {
  const { node } = context;
  const { source, protocol } = travel.packet;
  const { destination, place, marked, reason, policy } = target;
  const { address } = destination;
  // Masquerading happens in POSTROUTING, which a packet that came in and stays here never passes (rule 5.8).
  const masquerade = marked && !(direction === 'in' && isOwnAddress(node, address));
  const after: Packet = {
    source: masquerade ? { address: addressTowards(node, address) } : source,
    destination,
    protocol,
  };
  const rewrites = travel.rewrites + 1;
  const onward: Travel = isSame(travel.packet, after)
    ? { ...travel, rewrites }
    : {
        ...step(journey, travel, 'node-rule', node.id, 'rewritten', reason, after),
        place,
        rewrites,
        unmasqueraded: masquerade ? [] : [...travel.unmasqueraded, { node, policy }],
        lost: travel.lost || (masquerade && isBypassed(journey, travel, node)),
      };
  filterAndRoute(journey, { ...context, at: place.service }, onward, direction, {
    marked,
    rewritten: true,
    source,
  });
}

/** An endpoint may be the very address and port that was dialed: then the rules match and change nothing. */
function isSame(before: Packet, after: Packet): boolean {
  return (
    before.source.address === after.source.address &&
    before.destination.address === after.destination.address &&
    before.destination.port === after.destination.port
  );
}

/** A node's address on the way to a destination: its own Pods are reached through their gateway. */
export function addressTowards(node: NodeMachine, destination: string): string {
  return isInPodNetwork(node, destination) ? node.podGateway : (node.addresses[0] ?? node.podGateway);
}

function isInPodNetwork({ podNetwork }: NodeMachine, address: string): boolean {
  return podNetwork !== null && contains(podNetwork, address);
}

// --- Filters and routing ----------------------------------------------------------------------------------------------

interface Passed {
  marked: boolean;
  rewritten: boolean;
  /** Filters come before masquerading: they see this source. */
  source: Packet['source'];
}

function filterAndRoute(
  journey: Journey,
  context: Context,
  travel: Travel,
  direction: Direction,
  { marked, rewritten, source }: Passed,
): void {
  const { node } = context;
  const local = isOwnAddress(node, travel.packet.destination.address);
  const seen = rewritten ? { ...travel.packet, source } : travel.packet;
  let block: Block | null = null;
  for (const hook of hooksOf(direction, local)) block ??= journey.rules.filter(context, seen, hook, marked);
  const why =
    block?.front === undefined ? whyNoRule(journey.cluster, context, travel.packet, rewritten) : null;
  const onward = why === null ? travel : step(journey, travel, 'node-rule', node.id, 'no-rule', why);
  if (block !== null) endBlocked(journey, node, onward, block);
  else if (local) deliverToNode(journey, node, onward);
  else route(journey, node, onward);
}

/** What a node sends to itself passes its output and comes in again. */
function hooksOf(direction: Direction, local: boolean): readonly Hook[] {
  if (direction === 'in') return [local ? 'input' : 'forward'];
  return local ? ['output', 'input'] : ['output'];
}

function endBlocked(journey: Journey, node: NodeMachine, travel: Travel, block: Block): void {
  const { parent } = step(journey, travel, 'node-rule', node.id, block.verdict, whyBlocked(block));
  end(journey, parent, { outcome: block.verdict === 'refused' ? 'refused' : 'timed-out' });
}

/** Out of the node: to one of its Pods, or by the router to another machine; what nobody holds is lost there. */
function route(journey: Journey, node: NodeMachine, travel: Travel): void {
  const holder = travel.place.holder;
  if (holder === undefined) endBeyond(journey, travel, 'nobody-answers');
  else if (holder.kind === 'outside') deliverOutside(journey, holder, travel, 'network');
  else if (holder.kind === 'node') comeToNode(journey, holder, travel, 'node-address');
  else if (holder.node === node || holder.node === null) deliverToPod(journey, holder, travel, 'network');
  else passNode(journey, holder.node, travel, 'in');
}

export function comeToNode(
  journey: Journey,
  node: NodeMachine,
  travel: Travel,
  because: 'node-address' | 'routed-to-node',
): void {
  passNode(journey, node, step(journey, travel, 'node', node.id, 'forwarded', { because }), 'in');
}

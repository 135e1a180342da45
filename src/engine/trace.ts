/**
 * A connection → its trace: every hop of every packet it may become, and the set of ways in which it may end.
 *
 * The network is that of the environment (tests/truth/datapath/environment.json): nodes, their Pods and outside machines behind one router.
 * What each node does to a packet is decided in proxy/; here it is carried from place to place. Rules of section 5 of tests/truth/semantics.md.
 */
import type { Cluster } from './cluster.ts';
import { parseConnection } from './connection.ts';
import { contains, isAddress, isLoopback, parseNetwork } from './ipv4.ts';
import {
  type HostPort,
  isOwnAddress,
  type Listener,
  type Machine,
  type NodeMachine,
  type OutsideMachine,
  type PodMachine,
} from './machines.ts';
import { resolveName } from './names.ts';
import { hasLocalReady } from './proxy/categorize.ts';
import { keptBy, type Reason, whyBlocked, whyMatched, whyNoRule, whyRewritten } from './proxy/explain.ts';
import { iptables } from './proxy/iptables.ts';
import { nftables } from './proxy/nftables.ts';
import type { Block, Context, Hook, ProxyRules, Rewrite } from './proxy/rules.ts';
import type { Answer, Connection, Decision, Hop, Packet, ProxyMode, Trace } from './types.ts';

const RULES: Readonly<Record<ProxyMode, ProxyRules>> = { iptables, nftables };

/** A packet may be rewritten on several nodes in turn; where it would go round for ever its time to live ends. */
const MAX_REWRITES = 4;

interface Client {
  id: string;
  /** Whose network it uses: a hostNetwork Pod's is its node's. */
  machine: Machine;
}

type MutableHop = { -readonly [Key in keyof Hop]: Hop[Key] } & { answers: number[] };

interface Journey {
  cluster: Cluster;
  rules: ProxyRules;
  client: Client;
  hops: MutableHop[];
  answers: Answer[];
  known: Map<string, number>;
}

/** A packet on its way: where it was seen last and what its answer depends on. */
interface Travel {
  parent: number;
  packet: Packet;
  rewrites: number;
  /** Nodes that rewrote it without masquerading: its answer has to pass them. */
  unmasqueraded: readonly Debt[];
  /** An earlier part of the way back is broken. */
  lost: boolean;
}

interface Debt {
  node: NodeMachine;
  /** The policy for whose sake the source was kept. */
  policy: Decision | undefined;
}

export function resolveConnection(
  cluster: Cluster,
  connection: { from: string; to: string } | Connection,
  options: { proxyMode: ProxyMode },
): Trace {
  const { from, to } = asConnection(cluster, connection);
  const client = clientOf(cluster, from);
  const journey: Journey = {
    cluster,
    rules: RULES[options.proxyMode],
    client,
    hops: [],
    answers: [],
    known: new Map(),
  };
  if (isAddress(to.host)) {
    const packet = firstPacket(journey, to.host, to);
    const parent = addHop(journey, {
      parent: null,
      place: 'client',
      at: from,
      event: 'sent',
      after: packet,
      because: 'address-dialed',
    });
    leaveClient(journey, start(parent, packet));
  } else {
    dialName(journey, to);
  }
  return finish(journey);
}

function asConnection(cluster: Cluster, connection: { from: string; to: string } | Connection): Connection {
  if (typeof connection.to !== 'string') return connection as Connection;
  const parsed = parseConnection(cluster, connection as { from: string; to: string });
  if ('from' in parsed) return parsed;
  throw new TypeError(
    `not a connection: ${parsed.map(({ code, params }) => `${code} ${params['value']}`).join(', ')}`,
  );
}

function clientOf(cluster: Cluster, from: string): Client {
  const [kind, ...rest] = from.split('/');
  const key = rest.join('/');
  const pod = kind === 'pod' ? cluster.pods.get(key) : undefined;
  const machine = pod
    ? pod.hostNetwork
      ? pod.node
      : pod
    : kind === 'node'
      ? cluster.nodes.get(key)
      : cluster.outside.get(key);
  if (!machine) throw new TypeError(`nobody there: ${from}`);
  return { id: from, machine };
}

function start(parent: number, packet: Packet): Travel {
  return { parent, packet, rewrites: 0, unmasqueraded: [], lost: false };
}

// --- Names and the first packet ---------------------------------------------------------------------------------------

function dialName(journey: Journey, to: Connection['to']): void {
  const { cluster, client } = journey;
  const parent = addHop(journey, {
    parent: null,
    place: 'client',
    at: client.id,
    event: 'sent',
    because: 'name-dialed',
  });
  const { addresses, because, decidedBy } = resolveName(cluster, client.id, to.host);
  if (addresses.length === 0) {
    const hop = addHop(journey, {
      parent,
      place: 'name',
      at: to.host,
      event: 'not-found',
      because,
      ...(decidedBy ? { decidedBy } : {}),
    });
    end(journey, hop, { outcome: 'no-such-name' });
  }
  for (const { address, ...reason } of addresses) {
    const packet = firstPacket(journey, address, to);
    const hop = addHop(journey, {
      parent,
      place: 'name',
      at: to.host,
      event: 'resolved',
      after: packet,
      ...reason,
    });
    leaveClient(journey, start(hop, packet));
  }
}

function firstPacket({ client }: Journey, address: string, { port, protocol }: Connection['to']): Packet {
  return {
    source: { address: sourceFor(client.machine, address) },
    destination: { address, port },
    protocol,
  };
}

/** The source address the kernel chooses by its routes. */
function sourceFor(machine: Machine, destination: string): string {
  if (isLoopback(destination)) return '127.0.0.1';
  if (isOwnAddress(machine, destination)) return destination;
  if (machine.kind !== 'node') return machine.address ?? destination;
  return addressTowards(machine, destination);
}

/** A node's address on the way to a destination: its Pods are reached through the Pods' gateway. */
function addressTowards(node: NodeMachine, destination: string): string {
  const pods = parseNetwork(node.podCIDR);
  return pods !== null && contains(pods, destination)
    ? node.podGateway
    : (node.addresses[0] ?? node.podGateway);
}

function leaveClient(journey: Journey, travel: Travel): void {
  const { machine } = journey.client;
  switch (machine.kind) {
    case 'node':
      return passNode(journey, machine, travel, 'out');
    case 'pod':
      if (isOwnAddress(machine, travel.packet.destination.address) || machine.node === null)
        return deliverToPod(journey, machine, travel, true);
      return passNode(journey, machine.node, travel, 'in');
    case 'outside':
      if (isOwnAddress(machine, travel.packet.destination.address))
        return deliverOutside(journey, machine, travel, true);
      return enterFromOutside(journey, machine, travel);
    default:
      return machine satisfies never;
  }
}

// --- The router -------------------------------------------------------------------------------------------------------

/** New connections from outside to Pod and Service addresses are dropped unless the machine is routed to the cluster (rule 5.15). */
function enterFromOutside(journey: Journey, client: OutsideMachine, travel: Travel): void {
  const { environment, holders } = journey.cluster;
  const { address } = travel.packet.destination;
  const inside = [environment.clusterCIDR, environment.serviceCIDR].some((cidr) => isIn(cidr, address));
  if (inside && !client.routedToCluster) return endBeyond(journey, travel, 'not-routed-from-outside');
  const holder = holders.get(address);
  if (holder?.kind === 'outside') return deliverOutside(journey, holder, travel, false);
  if (holder?.kind === 'node')
    return passNode(journey, holder, arriveAt(journey, holder, travel, 'node-address'), 'in');
  if (holder?.kind === 'pod' && holder.node) return passNode(journey, holder.node, travel, 'in');
  const route = Object.entries(environment.routes).find(([cidr]) => isIn(cidr, address));
  const node = journey.cluster.nodes.get(route?.[1] ?? '');
  return node
    ? passNode(journey, node, arriveAt(journey, node, travel, 'routed-to-node'), 'in')
    : endBeyond(journey, travel, 'nobody-answers');
}

function isIn(cidr: string, address: string): boolean {
  const network = parseNetwork(cidr);
  return network !== null && contains(network, address);
}

function arriveAt(
  journey: Journey,
  node: NodeMachine,
  travel: Travel,
  because: 'node-address' | 'routed-to-node',
): Travel {
  const hop = addHop(journey, {
    parent: travel.parent,
    place: 'node',
    at: node.id,
    event: 'forwarded',
    before: travel.packet,
    because,
  });
  return { ...travel, parent: hop };
}

// --- One node ---------------------------------------------------------------------------------------------------------

/** `in`: the packet came to the node; `out`: one of its own processes sent it. */
type Direction = 'in' | 'out';

function contextOf({ cluster }: Journey, node: NodeMachine): Context {
  const { fronts, podNetwork, serviceNetwork, environment } = cluster;
  return {
    node,
    fronts,
    podNetwork,
    serviceNetwork,
    nodePortAddresses: environment.kubeProxy.nodePortAddresses,
  };
}

function passNode(journey: Journey, node: NodeMachine, arrived: Travel, direction: Direction): void {
  const context = contextOf(journey, node);
  const travel = matchService(journey, arrived);
  const block = journey.rules.beforeRewriting(context, travel.packet);
  if (block !== null) return endBlocked(journey, node, travel, block);
  const rewrite = travel.rewrites < MAX_REWRITES ? journey.rules.rewrite(context, travel.packet) : null;
  if (rewrite !== null) return rewriteToEach(journey, context, travel, rewrite, direction);
  const hostPort = hostPortFor(node, travel.packet);
  if (hostPort !== undefined) return rewriteToHostPort(journey, context, travel, hostPort, direction);
  return filterAndRoute(journey, context, travel, direction, {
    marked: false,
    rewritten: false,
    source: travel.packet.source,
  });
}

/** The Service whose address this is, before any rule asks about the port. */
function matchService(journey: Journey, travel: Travel): Travel {
  const { destination, protocol } = travel.packet;
  const owners = journey.cluster.fronts.owners.get(destination.address);
  if (owners === undefined || travel.rewrites > 0) return travel;
  const front = journey.cluster.fronts.addresses.get(
    `${destination.address}:${destination.port}/${protocol}`,
  );
  const owner = owners.find(({ service }) => service === front?.port.service) ?? owners[0];
  if (owner === undefined) return travel;
  const { namespace = 'default', name } = owner.service.metadata;
  const hop = addHop(journey, {
    parent: travel.parent,
    place: 'service',
    at: `service/${namespace}/${name}`,
    event: 'matched',
    before: travel.packet,
    ...whyMatched(owner),
  });
  return { ...travel, parent: hop };
}

function rewriteToEach(
  journey: Journey,
  context: Context,
  travel: Travel,
  { front, endpoints, masquerade }: Rewrite,
  direction: Direction,
): void {
  for (const endpoint of endpoints) {
    const toItself = endpoint.address === travel.packet.source.address;
    const marked = masquerade || (toItself && journey.rules.masqueradesHairpin(context, endpoint));
    const reason = { ...whyRewritten(front, endpoint), policy: keptBy(front) };
    rewriteTo(journey, context, travel, endpoint, marked, direction, reason);
  }
}

function hostPortFor(
  { hostPorts, ...node }: NodeMachine,
  { destination, protocol }: Packet,
): HostPort | undefined {
  if (!isOwnAddress({ ...node, hostPorts }, destination.address)) return undefined;
  return hostPorts
    .get(`${destination.port}/${protocol}`)
    ?.find(({ hostIP }) => hostIP === null || hostIP === destination.address);
}

/** The portmap plugin masquerades what comes from the node's loopback and from its own Pods' network (rule 5.27). */
function rewriteToHostPort(
  journey: Journey,
  context: Context,
  travel: Travel,
  hostPort: HostPort,
  direction: Direction,
): void {
  const { pod, containerPort, path } = hostPort;
  const { address } = travel.packet.source;
  const marked = isLoopback(address) || isIn(context.node.podCIDR, address);
  const { object, prefix } = pod.origin;
  const reason: Reason = {
    because: 'host-port',
    decidedBy: { object, path: `${prefix}${path}.containerPort` },
    matchedBy: { object, path: `${prefix}${path}.hostPort` },
  };
  rewriteTo(
    journey,
    context,
    travel,
    { address: pod.address ?? '', port: containerPort },
    marked,
    direction,
    reason,
  );
}

function rewriteTo(
  journey: Journey,
  context: Context,
  travel: Travel,
  { address, port }: { address: string; port: number },
  marked: boolean,
  direction: Direction,
  { policy, ...reason }: Reason & { policy?: Decision | undefined },
): void {
  const { node } = context;
  const { packet } = travel;
  // Masquerading happens in POSTROUTING, which a packet that came in and stays here never passes (rule 5.8).
  const masquerade = marked && !(direction === 'in' && isOwnAddress(node, address));
  const source = masquerade ? { address: addressTowards(node, address) } : packet.source;
  const after: Packet = { source, destination: { address, port }, protocol: packet.protocol };
  const parent = addHop(journey, {
    parent: travel.parent,
    place: 'node-rule',
    at: node.id,
    event: 'rewritten',
    before: packet,
    after,
    ...reason,
  });
  const lost = travel.lost || (masquerade && isBypassed(journey, travel, node));
  const unmasqueraded = masquerade ? [] : [...travel.unmasqueraded, { node, policy }];
  const onward: Travel = { parent, packet: after, rewrites: travel.rewrites + 1, unmasqueraded, lost };
  filterAndRoute(journey, context, onward, direction, { marked, rewritten: true, source: packet.source });
}

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
  const { packet } = travel;
  const local = isOwnAddress(node, packet.destination.address);
  const hooks: readonly Hook[] =
    direction === 'in' ? [local ? 'input' : 'forward'] : local ? ['output', 'input'] : ['output'];
  const seen = rewritten ? { ...packet, source } : packet;
  let block: Block | null = null;
  for (const hook of hooks) block ??= journey.rules.filter(context, seen, hook, marked);
  if (block?.front !== undefined) return endBlocked(journey, node, travel, block);
  const why = whyNoRule(journey.cluster, context, packet, rewritten);
  const onward =
    why === null
      ? travel
      : { ...travel, parent: addHop(journey, { ...ruleHop(node, travel), event: 'no-rule', ...why }) };
  return block === null ? route(journey, node, onward, local) : endBlocked(journey, node, onward, block);
}

function ruleHop(node: NodeMachine, { parent, packet }: Travel) {
  return { parent, place: 'node-rule', at: node.id, before: packet } as const;
}

function route(journey: Journey, node: NodeMachine, travel: Travel, local: boolean): void {
  if (local) return deliverToNode(journey, node, travel);
  const holder = journey.cluster.holders.get(travel.packet.destination.address);
  if (holder === undefined || travel.rewrites > MAX_REWRITES)
    return endBeyond(journey, travel, 'nobody-answers');
  switch (holder.kind) {
    case 'outside':
      return deliverOutside(journey, holder, travel, false);
    case 'node':
      return passNode(journey, holder, arriveAt(journey, holder, travel, 'node-address'), 'in');
    case 'pod':
      if (holder.node === node || holder.node === null) return deliverToPod(journey, holder, travel, false);
      return passNode(journey, holder.node, travel, 'in');
    default:
      return holder satisfies never;
  }
}

// --- Arrival ----------------------------------------------------------------------------------------------------------

function deliverToNode(journey: Journey, node: NodeMachine, travel: Travel): void {
  if (isLost(journey, travel, node)) return endLost(journey, travel, node);
  const { destination, protocol } = travel.packet;
  const health = journey.cluster.healthChecks.get(destination.port);
  const listener = listenerFor(node, travel.packet);
  if (
    listener === undefined &&
    health !== undefined &&
    protocol === 'TCP' &&
    journey.rules.hasNodePortsOn(contextOf(journey, node), destination.address)
  ) {
    const { object, written } = health;
    const decidedBy = {
      object: `Service/${object.metadata.namespace ?? 'default'}/${object.metadata.name}`,
      path: 'spec.healthCheckNodePort',
    };
    const reason: Reason = {
      because: 'health-check',
      ...(written.spec?.healthCheckNodePort ? { decidedBy } : {}),
    };
    const hop = addHop(journey, {
      parent: travel.parent,
      place: 'process',
      at: node.id,
      event: 'accepted',
      before: travel.packet,
      ...reason,
    });
    return end(journey, hop, {
      outcome: 'reached',
      by: 'kube-proxy',
      http: hasLocalReady(health.ports, node) ? 200 : 503,
    });
  }
  return listener ? accept(journey, travel, listener) : refuse(journey, travel, 'node', node);
}

function deliverToPod(journey: Journey, pod: PodMachine, travel: Travel, own: boolean): void {
  if (!own && isLost(journey, travel, pod))
    return endLost(journey, forwardedTo(journey, travel, 'pod', pod.id, 'pod-address'), pod);
  const listener = listenerFor(pod, travel.packet);
  if (listener === undefined) return refuse(journey, travel, 'pod', pod);
  return accept(
    journey,
    forwardedTo(journey, travel, 'pod', pod.id, own ? 'own-address' : 'pod-address'),
    listener,
  );
}

function deliverOutside(journey: Journey, machine: OutsideMachine, travel: Travel, own: boolean): void {
  if (!own && isLost(journey, travel, machine)) {
    return endLost(journey, forwardedTo(journey, travel, 'beyond', machine.id, 'outside-address'), machine);
  }
  const listener = listenerFor(machine, travel.packet);
  if (listener === undefined) return refuse(journey, travel, 'beyond', machine);
  return accept(
    journey,
    forwardedTo(journey, travel, 'beyond', machine.id, own ? 'own-address' : 'outside-address'),
    listener,
  );
}

function forwardedTo(
  journey: Journey,
  travel: Travel,
  place: 'pod' | 'beyond',
  at: string,
  because: Hop['because'],
): Travel {
  const hop = addHop(journey, {
    parent: travel.parent,
    place,
    at,
    event: 'forwarded',
    before: travel.packet,
    because,
  });
  return { ...travel, parent: hop };
}

function listenerFor({ listeners }: Machine, { destination, protocol }: Packet): Listener | undefined {
  return listeners.find((listener) => {
    const fits = listener.port === destination.port && listener.protocol === protocol;
    return fits && (listener.address === null || listener.address === destination.address);
  });
}

function accept(journey: Journey, { parent, packet }: Travel, { owner, decidedBy }: Listener): void {
  const reason: Reason = { because: 'process-listens', ...(decidedBy ? { decidedBy } : {}) };
  const hop = addHop(journey, {
    parent,
    place: 'process',
    at: owner,
    event: 'accepted',
    before: packet,
    ...reason,
  });
  const sees = isOwnAddress(journey.client.machine, packet.source.address) ? 'client' : 'node';
  end(journey, hop, { outcome: 'reached', by: owner, port: packet.destination.port, sees });
}

function refuse(
  journey: Journey,
  { parent, packet }: Travel,
  place: 'node' | 'pod' | 'beyond',
  machine: Machine,
): void {
  const { destination, protocol } = packet;
  const elsewhere = machine.listeners.find(
    (listener) => listener.port === destination.port && listener.protocol === protocol,
  );
  const reason: Reason = elsewhere
    ? {
        because: 'listens-on-other-address',
        ...(elsewhere.decidedBy ? { decidedBy: elsewhere.decidedBy } : {}),
      }
    : { because: 'nothing-listens' };
  const hop = addHop(journey, { parent, place, at: machine.id, event: 'refused', before: packet, ...reason });
  end(journey, hop, { outcome: 'refused' });
}

// --- The way back -----------------------------------------------------------------------------------------------------

function nodeOf(machine: Machine | undefined): NodeMachine | null {
  if (machine?.kind === 'pod') return machine.node;
  return machine?.kind === 'node' ? machine : null;
}

/** An answer that goes from `end` straight to the packet's source misses a node that would have to undo its rewriting (issue 74383, rule 5.16). */
function isBypassed({ cluster, client }: Journey, { packet, unmasqueraded }: Travel, end: Machine): boolean {
  const { address } = packet.source;
  const source = isOwnAddress(client.machine, address) ? client.machine : cluster.holders.get(address);
  return unmasqueraded.some(({ node }) => node !== nodeOf(source) && node !== nodeOf(end));
}

function isLost(journey: Journey, travel: Travel, end: Machine): boolean {
  return travel.lost || isToItself(travel, end) || isBypassed(journey, travel, end);
}

/** A machine that gets a packet with its own source address from the network does not take it. */
function isToItself({ packet, unmasqueraded }: Travel, end: Machine): boolean {
  return unmasqueraded.some(({ node }) => node !== end) && isOwnAddress(end, packet.source.address);
}

function endLost(journey: Journey, travel: Travel, at: Machine): void {
  const because = isToItself(travel, at) ? 'hairpin-answer-lost' : 'answer-bypasses-node';
  const decidedBy = travel.unmasqueraded.findLast(({ policy }) => policy !== undefined)?.policy;
  const hop = addHop(journey, {
    parent: travel.parent,
    place: 'client',
    at: journey.client.id,
    event: 'answer-lost',
    before: travel.packet,
    because,
    ...(decidedBy ? { decidedBy } : {}),
  });
  end(journey, hop, { outcome: 'timed-out' });
}

// --- Ends -------------------------------------------------------------------------------------------------------------

function endBlocked(journey: Journey, node: NodeMachine, travel: Travel, block: Block): void {
  const hop = addHop(journey, {
    ...ruleHop(node, travel),
    event: block.verdict,
    ...whyBlocked(journey.cluster, block),
  });
  end(journey, hop, { outcome: block.verdict === 'refused' ? 'refused' : 'timed-out' });
}

function endBeyond(
  journey: Journey,
  { parent, packet }: Travel,
  because: 'nobody-answers' | 'not-routed-from-outside',
): void {
  const hop = addHop(journey, {
    parent,
    place: 'beyond',
    at: 'outside',
    event: 'dropped',
    before: packet,
    because,
  });
  end(journey, hop, { outcome: 'timed-out' });
}

function addHop(journey: Journey, hop: Omit<Hop, 'answers'>): number {
  return journey.hops.push({ ...hop, answers: [] }) - 1;
}

function end(journey: Journey, hop: number, answer: Answer): void {
  const key = Object.values(answer).join(' ');
  const index = journey.known.get(key) ?? journey.answers.push(answer) - 1;
  journey.known.set(key, index);
  for (let at: number | null = hop; at !== null; at = journey.hops[at]?.parent ?? null) {
    const { answers } = journey.hops[at] as MutableHop;
    if (!answers.includes(index)) answers.push(index);
  }
}

function finish({ hops, answers }: Journey): Trace {
  return { answers, hops };
}

/**
 * A connection → its trace: every hop of every packet it may become, and the set of ways in which it may end.
 *
 * The network is that of the environment (tests/truth/datapath/environment.json): nodes, their Pods and outside machines behind one router.
 * Here a packet leaves its client; node.ts carries it through a node, arrival.ts ends its way.
 */
import { deliverOutside, deliverToPod, endBeyond } from './arrival.ts';
import type { Cluster } from './cluster.ts';
import { parseConnection } from './connection.ts';
import { contains, isAddress, isLoopback } from './ipv4.ts';
import { addHop, begin, type Client, end, finish, type Journey, setOut, type Travel } from './journey.ts';
import { isOwnAddress, type Machine, type OutsideMachine } from './machines.ts';
import { resolveName } from './names.ts';
import { addressTowards, comeToNode, passNode } from './node.ts';
import { iptables } from './proxy/iptables.ts';
import { nftables } from './proxy/nftables.ts';
import type { ProxyRules } from './proxy/rules.ts';
import type { Connection, Packet, ProxyMode, Trace } from './types.ts';

const RULES: Readonly<Record<ProxyMode, ProxyRules>> = { iptables, nftables };

/** Throws only on a connection that parseConnection refuses. */
export function resolveConnection(
  cluster: Cluster,
  connection: { from: string; to: string } | Connection,
  options: { proxyMode: ProxyMode },
): Trace {
  const { from, to } = asConnection(cluster, connection);
  const journey = begin(cluster, RULES[options.proxyMode], clientOf(cluster, from));
  if (isAddress(to.host)) dialAddress(journey, to);
  else dialName(journey, to);
  return finish(journey);
}

function asConnection(cluster: Cluster, { from, to }: { from: string; to: string } | Connection): Connection {
  if (typeof to !== 'string') return { from, to };
  const parsed = parseConnection(cluster, { from, to });
  if ('from' in parsed) return parsed;
  throw new TypeError(
    `not a connection: ${parsed.map(({ code, params }) => `${code} ${params['value']}`).join(', ')}`,
  );
}

function clientOf(cluster: Cluster, from: string): Client {
  const [kind, ...rest] = from.split('/');
  const key = rest.join('/');
  const pod = kind === 'pod' ? cluster.pods.get(key) : undefined;
  const machine = pod?.hostNetwork
    ? pod.node
    : (pod ?? (kind === 'node' ? cluster.nodes : cluster.outside).get(key));
  if (!machine) throw new TypeError(`nobody there: ${from}`);
  return { id: from, machine };
}

function dialAddress(journey: Journey, to: Connection['to']): void {
  const packet = firstPacket(journey.client.machine, to.host, to);
  const hop = addHop(journey, {
    parent: null,
    place: 'client',
    at: journey.client.id,
    event: 'sent',
    after: packet,
    because: 'address-dialed',
  });
  leaveClient(journey, setOut(journey.cluster, hop, packet));
}

/** Each address of the name is tried; a packet exists only once an address is known. */
function dialName(journey: Journey, to: Connection['to']): void {
  const { cluster, client } = journey;
  const parent = addHop(journey, {
    parent: null,
    place: 'client',
    at: client.id,
    event: 'sent',
    because: 'name-dialed',
  });
  const { addresses, nothing } = resolveName(cluster, client.id, to.host);
  if (addresses.length === 0) {
    const hop = addHop(journey, { parent, place: 'name', at: to.host, event: 'not-found', ...nothing });
    end(journey, hop, { outcome: 'no-such-name' });
  }
  for (const { address, ...reason } of addresses) {
    const packet = firstPacket(client.machine, address, to);
    const hop = addHop(journey, {
      parent,
      place: 'name',
      at: to.host,
      event: 'resolved',
      after: packet,
      ...reason,
    });
    leaveClient(journey, setOut(journey.cluster, hop, packet));
  }
}

function firstPacket(machine: Machine, address: string, { port, protocol }: Connection['to']): Packet {
  return { source: { address: sourceFor(machine, address) }, destination: { address, port }, protocol };
}

/** The source address the kernel chooses by its routes. */
function sourceFor(machine: Machine, destination: string): string {
  if (isLoopback(destination)) return '127.0.0.1';
  if (isOwnAddress(machine, destination)) return destination;
  return machine.kind === 'node' ? addressTowards(machine, destination) : (machine.address ?? destination);
}

function leaveClient(journey: Journey, travel: Travel): void {
  const { machine } = journey.client;
  if (machine.kind === 'node') passNode(journey, machine, travel, 'out');
  else if (isOwnAddress(machine, travel.packet.destination.address)) stayAtHome(journey, machine, travel);
  else if (machine.kind === 'outside') enterFromOutside(journey, machine, travel);
  else if (machine.node !== null) passNode(journey, machine.node, travel, 'in');
}

/** No rule of any node sees what a Pod or an outside machine sends to itself (rule 5.12). */
function stayAtHome(journey: Journey, machine: Exclude<Machine, { kind: 'node' }>, travel: Travel): void {
  if (machine.kind === 'pod') deliverToPod(journey, machine, travel, 'itself');
  else deliverOutside(journey, machine, travel, 'itself');
}

/** New connections from outside to Pod and Service addresses are dropped unless the machine is routed to the cluster (rule 5.15). */
function enterFromOutside(journey: Journey, client: OutsideMachine, travel: Travel): void {
  const { networks } = journey.cluster;
  const { address } = travel.packet.destination;
  const inside = networks.inside.some((network) => contains(network, address));
  const { holder } = travel.place;
  const route = networks.routes.find(({ network }) => contains(network, address))?.node;
  if (inside && !client.routedToCluster) endBeyond(journey, travel, 'not-routed-from-outside');
  else if (holder?.kind === 'outside') deliverOutside(journey, holder, travel, 'network');
  else if (holder?.kind === 'node') comeToNode(journey, holder, travel, 'node-address');
  else if (holder?.kind === 'pod' && holder.node !== null) passNode(journey, holder.node, travel, 'in');
  else if (route !== undefined) comeToNode(journey, route, travel, 'routed-to-node');
  else endBeyond(journey, travel, 'nobody-answers');
}

/** A trace while it is being made: the tree of hops, the set of answers, and the packet on its way. */
import type { Cluster } from './cluster.ts';
import type { Machine, NodeMachine } from './machines.ts';
import type { Reason } from './proxy/explain.ts';
import type { ServiceAddress } from './proxy/fronts.ts';
import type { ProxyRules } from './proxy/rules.ts';
import type { Answer, Decision, Hop, Packet, Trace } from './types.ts';

export interface Client {
  id: string;
  /** Whose network it uses: a hostNetwork Pod's is its node's. */
  machine: Machine;
}

export interface Journey {
  cluster: Cluster;
  rules: ProxyRules;
  client: Client;
  hops: Omit<Hop, 'answers'>[];
  answers: Answer[];
  /** Index of an answer by what it says. */
  known: Map<string, number>;
  /** Last hop → answer. */
  ends: Map<number, number>;
}

/** A packet on its way: the hop it was seen at last, and what its answer depends on. */
export interface Travel {
  parent: number;
  packet: Packet;
  /** What is known of the packet's destination. */
  place: Place;
  rewrites: number;
  /** Nodes that rewrote it without masquerading: its answer has to pass them. */
  unmasqueraded: readonly Debt[];
  /** An earlier part of the way back is broken. */
  lost: boolean;
}

export interface Place {
  holder: Machine | undefined;
  service: ServiceAddress | undefined;
}

export function placeOf({ holders, fronts }: Cluster, address: string): Place {
  return { holder: holders.get(address), service: fronts.addresses.get(address) };
}

export interface Debt {
  node: NodeMachine;
  /** The policy for whose sake the source was kept. */
  policy: Decision | undefined;
}

export function begin(cluster: Cluster, rules: ProxyRules, client: Client): Journey {
  return { cluster, rules, client, hops: [], answers: [], known: new Map(), ends: new Map() };
}

export function setOut(cluster: Cluster, parent: number, packet: Packet): Travel {
  const place = placeOf(cluster, packet.destination.address);
  return { parent, packet, place, rewrites: 0, unmasqueraded: [], lost: false };
}

export function addHop(journey: Journey, hop: Omit<Hop, 'answers'>): number {
  return journey.hops.push(hop) - 1;
}

/** The next hop of a packet: it comes as its parent left it. */
export function step(
  journey: Journey,
  travel: Travel,
  place: Hop['place'],
  at: string,
  event: Hop['event'],
  reason: Reason,
  after?: Packet,
): Travel {
  const hop: Omit<Hop, 'answers'> = {
    parent: travel.parent,
    place,
    at,
    event,
    before: travel.packet,
    ...(after === undefined ? {} : { after }),
    ...reason,
  };
  const { place: destination, rewrites, unmasqueraded, lost } = travel;
  return {
    parent: addHop(journey, hop),
    packet: after ?? travel.packet,
    place: destination,
    rewrites,
    unmasqueraded,
    lost,
  };
}

/** One way in which the connection may end. */
export function end({ answers, known, ends }: Journey, last: number, answer: Answer): void {
  const key = keyOf(answer);
  const index = known.get(key) ?? answers.push(answer) - 1;
  known.set(key, index);
  ends.set(last, index);
}

function keyOf(answer: Answer): string {
  if (answer.outcome !== 'reached') return answer.outcome;
  return 'http' in answer ? `${answer.by} ${answer.http}` : `${answer.by} ${answer.port} ${answer.sees}`;
}

/** Every hop knows of the answers behind it; children stand after their parents. */
export function finish({ hops, answers, ends }: Journey): Trace {
  const behind: (number[] | undefined)[] = [];
  for (let index = hops.length - 1; index >= 0; index--) {
    const ending = ends.get(index);
    if (ending !== undefined) behind[index] = merge([ending], behind[index]);
    const parent = hops[index]?.parent ?? -1;
    if (parent >= 0) behind[parent] = merge(behind[index] ?? [], behind[parent]);
  }
  return { answers, hops: hops.map((hop, index) => Object.assign(hop, { answers: behind[index] ?? [] })) };
}

/** Both are in order, and short. */
function merge(some: number[], others: number[] | undefined): number[] {
  if (others === undefined) return some;
  const more = some.filter((one) => !others.includes(one));
  return more.length === 0 ? others : [...others, ...more].sort((one, other) => one - other);
}

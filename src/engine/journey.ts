/** A trace while it is being made: the tree of hops, the set of answers, and the packet on its way. */
import type { Cluster } from './cluster.ts';
import type { Machine, NodeMachine } from './machines.ts';
import type { Reason } from './proxy/explain.ts';
import type { ProxyRules } from './proxy/rules.ts';
import type { Answer, Decision, Hop, Packet, Trace } from './types.ts';

export interface Client {
  id: string;
  /** Whose network it uses: a hostNetwork Pod's is its node's. */
  machine: Machine;
}

type MutableHop = Hop & { answers: number[] };

export interface Journey {
  cluster: Cluster;
  rules: ProxyRules;
  client: Client;
  hops: MutableHop[];
  answers: Answer[];
  known: Map<string, number>;
}

/** A packet on its way: the hop it was seen at last, and what its answer depends on. */
export interface Travel {
  parent: number;
  packet: Packet;
  rewrites: number;
  /** Nodes that rewrote it without masquerading: its answer has to pass them. */
  unmasqueraded: readonly Debt[];
  /** An earlier part of the way back is broken. */
  lost: boolean;
}

export interface Debt {
  node: NodeMachine;
  /** The policy for whose sake the source was kept. */
  policy: Decision | undefined;
}

export function begin(cluster: Cluster, rules: ProxyRules, client: Client): Journey {
  return { cluster, rules, client, hops: [], answers: [], known: new Map() };
}

export function setOut(parent: number, packet: Packet): Travel {
  return { parent, packet, rewrites: 0, unmasqueraded: [], lost: false };
}

export function addHop(journey: Journey, hop: Omit<Hop, 'answers'>): number {
  return journey.hops.push({ ...hop, answers: [] }) - 1;
}

/** The next hop of a packet: it comes as its parent left it. */
export function step(
  journey: Journey,
  travel: Travel,
  hop: Pick<Hop, 'place' | 'at' | 'event' | 'after'> & Reason,
): Travel {
  const parent = addHop(journey, { parent: travel.parent, before: travel.packet, ...hop });
  return { ...travel, parent, packet: hop.after ?? travel.packet };
}

/** One way in which the connection may end; every hop on the way there knows of it. */
export function end(journey: Journey, last: number, answer: Answer): void {
  const key = Object.values(answer).join(' ');
  const index = journey.known.get(key) ?? journey.answers.push(answer) - 1;
  journey.known.set(key, index);
  for (let at: number | null = last; at !== null; ) {
    const hop: MutableHop | undefined = journey.hops[at];
    if (hop?.answers.includes(index) === false) hop.answers.push(index);
    at = hop?.parent ?? null;
  }
}

export function finish({ hops, answers }: Journey): Trace {
  return { answers, hops };
}

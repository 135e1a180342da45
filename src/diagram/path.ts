/**
 * The ways through a trace: from its tree of hops, one path per leaf, in reading order.
 * A place and the process in it are one step: "order-a, which listens on 8170".
 */
import type { Hop, HopEvent, Packet, Place, ProxyMode, Trace } from '../engine/index.ts';

export type Outcome = 'reached' | 'refused' | 'timed-out' | 'no-such-name';

export interface Step {
  hop: Hop;
  place: Place;
  at: string;
  event: HopEvent;
  /** What the packet says when it arrives, null before an address is known. */
  before: Packet | null;
  /** What it says when it goes on. */
  carried: Packet | null;
  /** The process that accepts in this place. */
  process: Hop | null;
}

export interface Path {
  steps: readonly Step[];
  outcome: Outcome;
  /** Null: it is one of the ways in both modes. */
  mode: ProxyMode | null;
}

export function pathsOf(trace: Trace): readonly (readonly Step[])[] {
  const parents = new Set(trace.hops.map((hop) => hop.parent));
  return trace.hops.flatMap((_, index) => (parents.has(index) ? [] : [stepsTo(trace, index)]));
}

/** Paths of both modes; what is possible in both stands once. */
export function mergedPaths(traces: Readonly<Record<ProxyMode, Trace>>): readonly Path[] {
  const [first, second] = [pathsOf(traces.iptables), pathsOf(traces.nftables)];
  const [inFirst, inSecond] = [new Set(first.map(keyOf)), new Set(second.map(keyOf))];
  const path = (steps: readonly Step[], mode: ProxyMode | null): Path => ({
    steps,
    outcome: outcomeOf(steps),
    mode,
  });
  return [
    ...first.map((steps) => path(steps, inSecond.has(keyOf(steps)) ? null : 'iptables')),
    ...second.filter((steps) => !inFirst.has(keyOf(steps))).map((steps) => path(steps, 'nftables')),
  ];
}

function stepsTo(trace: Trace, leaf: number): Step[] {
  const chain: Hop[] = [];
  for (let hop = trace.hops[leaf]; hop; hop = hop.parent === null ? undefined : trace.hops[hop.parent])
    chain.unshift(hop);
  const steps: Step[] = [];
  for (const hop of chain) addStep(steps, hop);
  return steps;
}

/** A process is told with the place it runs in; a node that gets a packet and refuses it is one place, not two. */
function addStep(steps: Step[], hop: Hop): void {
  const last = steps.at(-1);
  const runsThere = hop.place === 'process' && last && last.place !== 'client' && last.place !== 'node-rule';
  const refusesThere = hop.event === 'refused' && last?.place === 'node' && last.at === hop.at;
  if (runsThere) steps[steps.length - 1] = { ...last, process: hop };
  else if (refusesThere) steps[steps.length - 1] = stepOf(hop);
  else steps.push(stepOf(hop));
}

const stepOf = (hop: Hop): Step => ({
  hop,
  place: hop.place,
  at: hop.at,
  event: hop.event,
  before: hop.before ?? null,
  carried: hop.after ?? hop.before ?? null,
  process: hop.place === 'process' ? hop : null,
});

export const keyOf = (steps: readonly Step[]): string =>
  JSON.stringify(
    steps.map(({ at, hop, carried, process }) => [
      hop.place,
      at,
      hop.event,
      hop.because,
      carried,
      process?.because,
    ]),
  );

function outcomeOf(steps: readonly Step[]): Outcome {
  const last = steps.at(-1);
  const event = last?.process?.event ?? last?.event;
  if (event === 'accepted') return 'reached';
  if (event === 'refused') return 'refused';
  return event === 'not-found' ? 'no-such-name' : 'timed-out';
}

/** What is written on the packet, before the rules and after. */
import type { Atlas } from '../atlas.ts';
import type { Destination, Rewriting, Strip } from '../model.ts';
import type { Path, Step } from '../path.ts';
import { markOf } from './marks.ts';

export function rewritingOf(paths: readonly Path[], atlas: Atlas): Rewriting | null {
  const rules = paths.flatMap(({ steps }) => steps.filter(({ place }) => place === 'node-rule'));
  const before = rules.find((step) => step.before)?.before;
  if (!before) return null;
  const after = rules.find(({ event }) => event === 'rewritten')?.carried;
  return { before: markOf(before, atlas, false), after: after ? markOf(after, atlas, true) : null };
}

export function stripOf(paths: readonly Path[], atlas: Atlas): Strip | null {
  const first = paths.flatMap(({ steps }) => steps.find(({ carried }) => carried) ?? []);
  const source = first[0]?.carried?.source.address;
  if (source === undefined) return null;
  const rewritten = paths.flatMap(({ steps }) => steps.filter(({ event }) => event === 'rewritten'));
  const sources = rewritten.flatMap(({ carried }) => carried?.source.address ?? []);
  const changed = sources.find((address) => address !== source);
  return {
    to: destinations(first, atlas, false),
    toAfter: destinations(rewritten, atlas, true),
    from: source,
    fromAfter: changed === undefined ? null : (atlas.nodeAt(changed) ?? changed),
  };
}

function destinations(steps: readonly Step[], atlas: Atlas, written: boolean): Destination[] {
  const packets = steps.flatMap(({ carried }) => carried ?? []);
  const all = packets.map((packet) => ({
    address: packet.destination.address,
    port: markOf(packet, atlas, written),
  }));
  return [...new Map(all.map((d) => [`${d.address}:${d.port.value}`, d] as const)).values()];
}

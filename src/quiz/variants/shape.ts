/**
 * What a variant must share with its question: the same decisions on the way, the same ending, answers of the same sort, and wrong answers to
 * which the same beliefs lead. How many Pods a rule may pick does not matter.
 */
import type { Trace } from '../../engine/index.ts';
import type { Asked } from '../ask-in.ts';
import type { Value } from '../response.ts';

/** Kinds whose answers name something of the manifests, which a variant calls otherwise, or places that it draws anew. */
const NAMED: readonly string[] = ['address', 'repair', 'order-hops'];

export function shapeOf(asked: Asked): string {
  const { traces } = asked.connection;
  return JSON.stringify([
    waysOf(traces.iptables),
    waysOf(traces.nftables),
    NAMED.includes(asked.question.kind) ? asked.key.length : asked.key.map(sortOf).sort(),
    asked.distractors
      .map(({ value, beliefs }) => [sortOf(value), ...beliefs.map(({ wording }) => wording).sort()].join())
      .sort(),
    fieldOf(asked.decidedBy?.path),
    asked.situation.dialed.what,
  ]);
}

/** Numbers are other ones, with as many digits. */
const sortOf = (value: Value): string => value.replace(/\d+/g, (digits) => '#'.repeat(digits.length));
const fieldOf = (path: string | undefined): string => path?.replace(/\[\d+\]/g, '') ?? '';

/** From the client to each end, every way once. */
function waysOf({ hops, answers }: Trace): string[] {
  const parents = new Set(hops.map(({ parent }) => parent));
  const ways = hops.flatMap((hop, index) => {
    if (parents.has(index)) return [];
    const way: string[] = [];
    for (let at: number | null = index; at !== null; at = hops[at]?.parent ?? null)
      way.unshift(`${hops[at]?.place} ${hops[at]?.event} ${hops[at]?.because}`);
    const ends = hop.answers.map((answer) => answers[answer]?.outcome).join();
    return [`${way.join(' > ')} = ${ends}`];
  });
  return [...new Set(ways)].sort();
}

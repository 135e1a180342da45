/**
 * An order that is as good as drawn and stays: it depends on what is given as `seed` and on the thing alone (FNV-1a). It is never the order
 * in which the things came.
 */
export function shuffled<T>(seed: string, things: readonly T[], nameOf: (thing: T) => string): T[] {
  const order = [...things].sort((a, b) => drawn(`${seed} ${nameOf(a)}`) - drawn(`${seed} ${nameOf(b)}`));
  const [first] = order;
  return first !== undefined && order.every((thing, index) => thing === things[index])
    ? [...order.slice(1), first]
    : order;
}

/** The same question, in another variant, is another draw. */
export const seedOf = ({ id }: { id: string }, { from, to }: { from: string; to: string }): string =>
  `${id} ${from} ${to}`;

function drawn(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  // The last letters would else move the number least.
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

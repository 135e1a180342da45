/** An order that is as good as drawn and stays: it depends on the question and the thing alone (FNV-1a). */
export const shuffled = <T>(id: string, things: readonly T[], nameOf: (thing: T) => string): T[] =>
  [...things].sort((a, b) => drawn(`${id} ${nameOf(a)}`) - drawn(`${id} ${nameOf(b)}`));

function drawn(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  // The last letters would else move the number least.
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

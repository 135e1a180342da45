/**
 * What an author did wrong, where, and what to write instead. The build prints these and fails;
 * a mistake is found by the build, not by a reader.
 */

export interface AuthorMistake {
  /** Path from the project root. */
  file: string;
  /** From 1; 1:1 where the whole file is meant. */
  line: number;
  column: number;
  message: string;
}

/** One or more mistakes, printed as `file:line:column: message`. */
export class AuthorError extends Error {
  readonly mistakes: readonly AuthorMistake[];

  constructor(mistakes: readonly AuthorMistake[]) {
    super(mistakes.map((m) => `${m.file}:${m.line}:${m.column}: ${m.message}`).join('\n'));
    this.name = 'AuthorError';
    this.mistakes = mistakes;
    // Where in our code it was found tells an author nothing, and a stack would bury the message.
    this.stack = this.message;
  }
}

/** One mistake in a file as a whole. */
export const authorMistake = (file: string, message: string): AuthorError =>
  new AuthorError([{ file, line: 1, column: 1, message }]);

/** `Did you mean "x"?` for the nearest known id, else the list of what there is. */
export function didYouMean(written: string, known: readonly string[]): string {
  const near = known
    .map((id) => ({ id, distance: editDistance(written, id) }))
    .filter(({ id, distance }) => distance <= Math.max(2, Math.floor(id.length / 4)))
    .sort((a, b) => a.distance - b.distance)[0];
  if (near) return `Did you mean "${near.id}"?`;
  return known.length > 0 ? `There is: ${known.join(', ')}.` : 'There is none yet.';
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replace = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replace, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

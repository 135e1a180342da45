/**
 * How far a learner is with one question. The first attempt counts; after an error there is feedback and one retry; then the trace.
 * Decided from the stored answers and the key alone, so a corrected key regrades what was stored.
 */
export const ATTEMPTS = 2;

export type Standing =
  | 'open' // nothing answered
  | 'retry' // one error, one retry left
  | 'right-at-once'
  | 'right' // at the retry
  | 'shown'; // two errors: the trace is shown

/** Exact: any value of the key is right, nothing else is. */
export const isRight = (key: readonly string[], value: string): boolean => key.includes(value);

export const standing = (key: readonly string[], answers: readonly string[]): Standing =>
  standingOf(answers.map((value) => isRight(key, value)));

/** The same from what was right and what was not, for answers that are graded by what they lead to. */
export function standingOf(answers: readonly boolean[]): Standing {
  const tried = answers.slice(0, ATTEMPTS);
  const right = tried.indexOf(true);
  if (right === 0) return 'right-at-once';
  if (right > 0) return 'right';
  if (tried.length === 0) return 'open';
  return tried.length < ATTEMPTS ? 'retry' : 'shown';
}

/** An answer is taken only while the question is open. */
export const takesAnswer = (state: Standing): boolean => state === 'open' || state === 'retry';

/** The first answer given once more: it costs no attempt. */
export const isRepeat = (answers: readonly string[], value: string): boolean => answers.at(-1) === value;

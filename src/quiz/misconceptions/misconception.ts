/**
 * A misconception is a small wrong model of Kubernetes that can be run: over a scenario and a connection it yields how that connection
 * would end if the belief were true. Wrong options are computed with it, and a wrong answer is recognised by it. What the belief says and
 * what refutes it, in words, stands in `src/i18n/quiz`.
 */
import type { KindId } from '../question.ts';
import type { Outcome } from '../response.ts';
import type { Situation } from '../situation.ts';

export type Imagined = { outcome: 'reached'; port: number } | { outcome: Exclude<Outcome, 'reached'> };

export interface Misconception<Id extends string = string> {
  id: Id;
  /** Where the belief was seen, and what refutes it: rules of the Kubernetes source. */
  source: string;
  /** Kinds of questions to which this belief is an answer. */
  kinds: readonly KindId[];
  /** How the connection would end; empty where the belief says nothing about it. */
  run(situation: Situation): readonly Imagined[];
  /** Which of its wordings fits; its id where there is only one. */
  wording?(situation: Situation): string;
}

export const reached = (ports: readonly number[]): Imagined[] =>
  ports.map((port) => ({ outcome: 'reached', port }));
export const ends = (outcome: Exclude<Outcome, 'reached'>, when: boolean): Imagined[] =>
  when ? [{ outcome }] : [];

/** Keeps the id as a literal type. */
export const misconception = <const Id extends string>(definition: Misconception<Id>): Misconception<Id> =>
  definition;

/** What every kind of question can do. A kind is one closed record of functions; nothing about it is decided anywhere else. */
import type { Trace } from '../../engine/index.ts';
import type { TracedConnection } from '../../scenario.ts';
import type { Imagined } from '../misconceptions/index.ts';
import type { Question } from '../question.ts';
import type { ParsedResponse, Value } from '../response.ts';

/** Why the build refuses a question: what is wrong, and what to write instead. */
export interface Refused {
  refused: string;
}

export interface Kind<Q extends Question = Question> {
  /** The right answers, from the traces alone. */
  key(question: Q, connection: TracedConnection): readonly Value[] | Refused;
  /** What a learner answers to whom the connection would end like this. */
  answerTo(imagined: Imagined): Value;
  /** What was typed or chosen → an answer, or what is wrong with its form. */
  parse(text: string): ParsedResponse;
  grade(key: readonly Value[], value: Value): number;
  /** Index of the hop that decides. */
  decidingHop(question: Q, trace: Trace): number;
}

export const isRefused = (key: readonly Value[] | Refused): key is Refused => 'refused' in key;

/** The kinds of questions. A new kind is a file, a line here and its words in `src/i18n/quiz`. */
import type { KindId, Question } from '../question.ts';
import type { Kind } from './kind.ts';
import { outcome } from './outcome.ts';
import { whichPort } from './which-port.ts';

const KINDS: { readonly [K in KindId]: Kind<Extract<Question, { kind: K }>> } = {
  'which-port': whichPort,
  outcome,
};

/** The record of a question's kind. */
export const kindOf = <Q extends Question>(question: Q): Kind<Q> =>
  KINDS[question.kind] as unknown as Kind<Q>;

export { isRefused, type Kind } from './kind.ts';

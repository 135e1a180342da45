/** The kinds of questions. A new kind is a file, a line here and its words in `src/i18n/quiz`. */
import type { KindId, Question } from '../question.ts';
import { address } from './address.ts';
import type { Kind } from './kind.ts';
import { matchFields } from './match-fields.ts';
import { orderHops } from './order-hops.ts';
import { outcome } from './outcome.ts';
import { repair } from './repair.ts';
import { whichLine } from './which-line.ts';
import { whichPort } from './which-port.ts';
import { why } from './why.ts';

const KINDS: { readonly [K in KindId]: Kind<Extract<Question, { kind: K }>> } = {
  'which-port': whichPort,
  outcome,
  'which-line': whichLine,
  why,
  'match-fields': matchFields,
  address,
  repair,
  'order-hops': orderHops,
};

/** The record of a question's kind. */
export const kindOf = <Q extends Question>(question: Q): Kind<Q> =>
  KINDS[question.kind] as unknown as Kind<Q>;

export { type Controls, isRefused, type Kind, type Option } from './kind.ts';

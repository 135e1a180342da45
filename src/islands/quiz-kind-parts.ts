/** For every row one of the options is chosen. */
import { judgeParts } from '../quiz/judge.ts';
import { parseParts } from '../quiz/response.ts';
import type { KindCode } from './quiz-kinds.ts';
import { readSelects, writeSelects } from './quiz-selects.ts';

export const code: KindCode = {
  read: readSelects,
  write: writeSelects,
  parse: parseParts,
  judge: judgeParts,
};

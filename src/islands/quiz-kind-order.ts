/** Every row is given its number. */
import { judgeOrder } from '../quiz/judge.ts';
import { parseOrder } from '../quiz/response.ts';
import type { KindCode } from './quiz-kinds.ts';
import { readSelects, writeSelects } from './quiz-selects.ts';

export const code: KindCode = {
  read: readSelects,
  write(fields, value) {
    writeSelects(
      fields,
      value
        .split('-')
        .map((letter, index) => `${letter}=${index + 1}`)
        .join(),
    );
  },
  parse: parseOrder,
  judge: judgeOrder,
};

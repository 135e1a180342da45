/** A port number is typed. */
import { judge } from '../quiz/judge.ts';
import { isPortValue, parsePortAnswer } from '../quiz/response.ts';
import type { KindCode } from './quiz-kinds.ts';

const field = (fields: HTMLElement): HTMLInputElement => fields.querySelector('input') as HTMLInputElement;

export const code: KindCode = {
  read: (fields) => field(fields).value,
  write(fields, value) {
    if (isPortValue(value)) field(fields).value = value;
  },
  parse: parsePortAnswer,
  judge,
};

/** One of several options is chosen. */
import { judge } from '../quiz/judge.ts';
import type { KindCode } from './quiz-kinds.ts';

const options = (fields: HTMLElement): HTMLInputElement[] => [
  ...fields.querySelectorAll<HTMLInputElement>('input[type=radio]'),
];

export const code: KindCode = {
  read: (fields) => options(fields).find(({ checked }) => checked)?.value ?? '',
  write(fields, value) {
    for (const option of options(fields)) option.checked = option.value === value;
  },
  // Options come from the build, so whatever was chosen is an answer.
  parse: (text) => (text === '' ? { problem: 'no-choice' } : { value: text }),
  judge,
};

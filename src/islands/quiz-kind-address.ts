/** An address is typed, and the engine tries it out in a worker. */
import { parseAddress } from '../quiz/address.ts';
import type { Judgement } from '../quiz/judge.ts';
import type { QuestionData } from '../quiz/quiz-data.ts';
import { toldEnd } from '../quiz/told-end.ts';
import { askEngine } from './engine-client.ts';
import type { KindCode } from './quiz-kinds.ts';

const field = (fields: HTMLElement): HTMLInputElement =>
  fields.querySelector('input[type=text]') as HTMLInputElement;

export const code: KindCode = {
  read: (fields) => field(fields).value,
  write(fields, value) {
    field(fields).value = value;
  },
  parse: parseAddress,
  judge,
};

async function judge({ engine }: QuestionData, value: string): Promise<Judgement> {
  if (!engine) throw new Error('an address without a manifest to try it on');
  const { text, goal } = engine;
  const reached = await askEngine('reach', { text, to: value, goal });
  return {
    credit: Number(reached?.right ?? false),
    why: reached ? toldEnd(engine, value, reached) : undefined,
  };
}

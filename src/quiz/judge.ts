/** How right an answer is, and what is known about it. Kinds that compare need no more than the key; see `attempt.ts` for what follows. */
import { isRight } from './attempt.ts';
import type { QuestionData } from './quiz-data.ts';

export interface Judgement {
  /** 0 wrong – 1 right. */
  credit: number;
  /** What explains it, in the markup of `marks.ts`. */
  why?: string | undefined;
  /** Where an answer has parts: how many of them are right. */
  parts?: { right: number; total: number };
}

export const judge = ({ key, known }: Pick<QuestionData, 'key' | 'known'>, value: string): Judgement => ({
  credit: Number(isRight(key, value)),
  why: knownAbout(known, value),
});

/** An answer may be any text: `constructor` too. */
const knownAbout = (known: QuestionData['known'], value: string): string | undefined =>
  Object.hasOwn(known, value) ? known[value] : undefined;

/** The parts of an answer that are right, of the parts of the key: `service=8080,node=30333`. */
export function partsRight([key = '']: readonly string[], value: string): { right: number; total: number } {
  const given = value.split(',');
  const parts = key.split(',');
  return { right: parts.filter((part) => given.includes(part)).length, total: parts.length };
}

/** Credit for every part; what is known about the first wrong one explains. */
export function judgeParts({ key, known }: Pick<QuestionData, 'key' | 'known'>, value: string): Judgement {
  const parts = partsRight(key, value);
  const wrong = value
    .split(',')
    .find((part) => knownAbout(known, part) && !key[0]?.split(',').includes(part));
  return { credit: parts.right / parts.total, why: wrong && known[wrong], parts };
}

/** Credit for every pair of neighbours that follow each other: `b-a-c`. */
export function pairsRight([key = '']: readonly string[], value: string): { right: number; total: number } {
  const pairs = neighbours(key);
  const given = neighbours(value);
  return { right: pairs.filter((pair) => given.includes(pair)).length, total: pairs.length };
}

const neighbours = (order: string): string[] =>
  order.split('-').flatMap((letter, index, all) => (index > 0 ? [`${all[index - 1]}-${letter}`] : []));

export function judgeOrder({ key }: Pick<QuestionData, 'key'>, value: string): Judgement {
  const parts = pairsRight(key, value);
  return { credit: parts.right / parts.total, parts };
}

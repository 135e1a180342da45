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
  why: known[value],
});

/**
 * Wrong answers, computed: every misconception is run over the question's connection, and those whose answer is wrong here become
 * distractors. A belief whose answer is right here is none; two beliefs with one answer are one distractor that names both.
 */
import { kindOf } from './kinds/index.ts';
import {
  MISCONCEPTIONS,
  type Misconception,
  type MisconceptionId,
  type Wording,
} from './misconceptions/index.ts';
import type { Question } from './question.ts';
import type { Value } from './response.ts';
import type { Situation } from './situation.ts';

export interface Distractor {
  value: Value;
  /** The question's targets first. */
  beliefs: readonly { id: MisconceptionId; wording: Wording }[];
}

const ALL: readonly Misconception<MisconceptionId>[] = MISCONCEPTIONS;

/** What a learner with that belief answers; empty where it says nothing about this connection. */
export const answersOf = (
  belief: Misconception<MisconceptionId>,
  question: Question,
  situation: Situation,
): Value[] => [...new Set(kindOf(question).answersOf(belief, question, situation))];

export function distractorsOf(question: Question, situation: Situation, key: readonly Value[]): Distractor[] {
  const byValue = new Map<Value, Distractor['beliefs']>();
  for (const belief of targetsFirst(question)) {
    const values = answersOf(belief, question, situation);
    if (values.some((value) => key.includes(value))) continue;
    const wording = (belief.wording?.(situation) ?? belief.id) as Wording;
    for (const value of values)
      byValue.set(value, [...(byValue.get(value) ?? []), { id: belief.id, wording }]);
  }
  return [...byValue].map(([value, beliefs]) => ({ value, beliefs }));
}

const targetsFirst = ({ targets }: Question): Misconception<MisconceptionId>[] => [
  ...targets.flatMap((id) => ALL.filter((belief) => belief.id === id)),
  ...ALL.filter((belief) => !targets.includes(belief.id)),
];

/**
 * What the practice page fetches: facts of questions and texts of scenarios, in no language and without a key. What is asked and said is
 * computed from them, in a worker, by `present.ts`.
 */
import type { Question } from './question.ts';
import type { ScenarioTexts } from './scenario-of.ts';
import type { Item } from './schedule.ts';

export interface PracticeData {
  /** Changes whenever a question, a scenario or a key does. */
  bank: string;
  items: readonly PracticeItem[];
  scenarios: Readonly<Record<string, ScenarioTexts>>;
}

export interface PracticeItem extends Item {
  question: Question;
}

/** A question asked in its own scenario, as it stands in content/. */
import { loadScenario, type Scenario } from '../scenarios.ts';
import { type Asked, askIn } from './ask-in.ts';
import type { Question } from './question.ts';

export type { Asked };

/** For questions that `checkQuiz` has taken; anything wrong here is a programmer's mistake. */
export const ask = (question: Question, load: (id: string) => Scenario = loadScenario): Asked =>
  askIn(question, load(question.scenario));

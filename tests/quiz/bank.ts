/** Every question there is, those of the lessons and those of the bank, with the texts of its scenario. */
import { practiceQuestions } from '../../src/practice.ts';
import type { Question } from '../../src/quiz/index.ts';
import type { ScenarioTexts } from '../../src/quiz/scenario-of.ts';
import { isTraced, loadScenario } from '../../src/scenarios.ts';
import { LESSONS } from './lessons.ts';

export interface Entry {
  question: Question;
  texts: ScenarioTexts;
}

export function textsOf(id: string): ScenarioTexts {
  const { text, connections } = loadScenario(id);
  const traced = Object.values(connections).filter(isTraced);
  return {
    id,
    text,
    connections: Object.fromEntries(traced.map(({ id, from, written }) => [id, { from, to: written }])),
  };
}

const entry = (question: Question): Entry => ({ question, texts: textsOf(question.scenario) });

/** Those of content/practice/. */
export const PRACTICE: readonly Entry[] = practiceQuestions().map(({ question }) => entry(question));

export const BANK: readonly Entry[] = [
  ...LESSONS.flatMap(({ questions }) => questions).map(entry),
  ...PRACTICE,
];

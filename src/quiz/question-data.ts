/** What is told about one question in one language: key, explanation of every answer a belief leads to, deciding line, route. */
import type { Decision } from '../engine/index.ts';
import { fill } from '../i18n/plural.ts';
import type { QuizMessages } from '../i18n/quiz/messages.ts';
import type { Voice } from '../i18n/voice.ts';
import type { Scenario } from '../scenario.ts';
import type { Asked } from './ask-in.ts';
import { kindOf } from './kinds/index.ts';
import { lineOf, manifestLines } from './manifest-lines.ts';
import type { QuestionData } from './quiz-data.ts';
import { routeLines } from './route-lines.ts';

export function dataOf(asked: Asked, voice: Voice): QuestionData {
  const words = voice.quiz;
  const { tell } = kindOf(asked.question);
  const route = routeLines(asked, voice);
  const lines = asked.decidedBy ? manifestLines(asked.scenario, asked.decidedBy) : null;
  return {
    key: asked.key,
    answer: tell.answer(asked, words),
    known: Object.fromEntries(asked.distractors.map((d) => [d.value, tell.explain(asked, d, words)])),
    unknown: words.unknown[tell.unknown ?? 'other'],
    start: words.start[asked.question.kind],
    look: lookAt(asked.scenario, asked.decidedBy, words),
    ...(tell.engine ? { engine: tell.engine(asked, voice) } : {}),
    ...(tell.hides.length > 0 ? { hides: tell.hides } : {}),
    ...(lines ? { lines } : {}),
    route: route.lines,
    until: route.until,
  };
}

function lookAt(scenario: Scenario, decision: Decision | null, words: QuizMessages): string {
  const line = decision ? lineOf(scenario, decision) : null;
  if (!decision || line === null) return words.lookAt.nowhere;
  if (decision.path.includes('port-of-call/listens')) return fill(words.lookAt.listens, { line });
  return fill(words.lookAt.line, {
    line,
    field: /(\w+)(?:\[[^\]]*\])?$/.exec(decision.path)?.[1] ?? decision.path,
  });
}

/** What is told about one question in one language: key, explanation of every answer a belief leads to, deciding line, route. */
import type { Decision } from '../engine/index.ts';
import type { Lang } from '../i18n/locales.ts';
import { fill } from '../i18n/plural.ts';
import { quizMessages } from '../i18n/quiz/index.ts';
import type { QuizMessages } from '../i18n/quiz/messages.ts';
import type { Scenario } from '../scenario.ts';
import type { Asked } from './ask-in.ts';
import type { Distractor } from './distractors.ts';
import { lineOf, manifestLines } from './manifest-lines.ts';
import type { Mark } from './marks.ts';
import type { QuestionData } from './quiz-data.ts';
import { isPortValue, type Value } from './response.ts';
import { routeLines } from './route-lines.ts';

export function questionData(asked: Asked, lang: Lang): QuestionData {
  const words = quizMessages(lang);
  const route = routeLines(asked, lang);
  const lines = asked.decidedBy ? manifestLines(asked.scenario, asked.decidedBy) : null;
  return {
    key: asked.key,
    answer: fill(words.theAnswer, { answer: answerText(asked, words) }),
    known: Object.fromEntries(asked.distractors.map((d) => [d.value, explanation(asked, d, words)])),
    unknown: words.unknown[asked.question.kind === 'which-port' ? 'port' : 'other'],
    look: lookAt(asked.scenario, asked.decidedBy, words),
    ...(lines ? { lines } : {}),
    route: route.lines,
    until: route.until,
  };
}

/** The right answer as it is shown: `[target 8170]`, "Nothing is reached", "Refused". */
export function answerText({ key, question }: Asked, words: QuizMessages): string {
  const mark: Mark = question.kind === 'which-port' && question.at === 'process' ? 'listen' : 'target';
  return key
    .map((value) => (isPortValue(value) ? `[${mark} ${value}]` : optionText(value, words)))
    .join(words.or);
}

const optionText = (value: Exclude<Value, `${number}`>, words: QuizMessages): string =>
  value === 'nothing' ? words.nothing : words.outcomes[value];

/** Which beliefs lead to this answer, and what refutes them. Of more than two, the first two. */
function explanation(asked: Asked, { value, beliefs }: Distractor, words: QuizMessages): string {
  const answer = isPortValue(value)
    ? fill(words.given.port, { value: `[${roleMark(asked, Number(value))} ${value}]` })
    : words.given[value];
  const [one, two] = beliefs.map(({ wording }) => words.misconceptions[wording]);
  if (!one) throw new Error(`${asked.question.id}: a distractor without a belief`);
  if (!two) return [fill(words.because.one, { answer, belief: one.belief }), one.rule].join(words.between);
  const because = fill(words.because.two, { answer, first: one.belief, second: two.belief });
  return [because, one.rule, two.rule].join(words.between);
}

/** The field of the manifest that holds the number. */
function roleMark({ situation }: Asked, number: number): Mark {
  const { port, workloads } = situation;
  if (number === port?.port) return 'port';
  if (number === port?.nodePort) return 'node';
  if (number === port?.targetPort) return 'target';
  if (workloads.some((w) => w.listening.includes(number))) return 'listen';
  return workloads.some((w) => w.containerPorts.includes(number)) ? 'container' : 'none';
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

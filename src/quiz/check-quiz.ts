/**
 * Which questions the build takes. A question must have one fair key, and its targets must be what they claim: beliefs that lead to wrong
 * answers, each to one of its own. All that is wrong is reported at once, with file, line, column and what to write instead.
 */
import { AuthorError, type AuthorMistake, didYouMean } from '../author-error.ts';
import { isTraced, loadScenario, type Scenario, scenarioIds, type TracedConnection } from '../scenarios.ts';
import { answersOf, distractorsOf } from './distractors.ts';
import { isRefused, kindOf } from './kinds/index.ts';
import { MISCONCEPTIONS, type Misconception, type MisconceptionId } from './misconceptions/index.ts';
import { type Question, WITHOUT_TARGETS } from './question.ts';
import { type Place, readQuiz, type WrittenQuestion } from './read-quiz.ts';
import { isPortValue, type Value } from './response.ts';
import { type Situation, situationOf } from './situation.ts';

/** Where questions look their scenario up. */
export interface Scenarios {
  ids: () => readonly string[];
  load: (id: string) => Scenario;
}

export const CONTENT: Scenarios = { ids: scenarioIds, load: loadScenario };

export function checkQuiz(
  file: string,
  text: string,
  scenarios: Scenarios = CONTENT,
): { questions: readonly Question[]; mistakes: readonly AuthorMistake[] } {
  const { written, mistakes } = readQuiz(file, text);
  const found = written.flatMap((one) =>
    checkQuestion(one, scenarios).map((mistake) => ({ file, ...mistake })),
  );
  return { questions: written.map(({ question }) => question), mistakes: [...mistakes, ...found] };
}

type Found = Place & { message: string };

function checkQuestion({ question, at }: WrittenQuestion, scenarios: Scenarios): Found[] {
  const known = scenarios.ids();
  if (!known.includes(question.scenario)) {
    return [
      {
        ...at('scenario'),
        message: `there is no scenario "${question.scenario}". ${didYouMean(question.scenario, known)}`,
      },
    ];
  }
  const scenario = loaded(scenarios, question.scenario);
  if (!scenario)
    return [
      {
        ...at('scenario'),
        message: `the scenario "${question.scenario}" is itself wrong. Correct it first: its own mistakes are listed with its files.`,
      },
    ];
  const connection = scenario.connections[question.connection];
  if (!connection || !isTraced(connection))
    return [{ ...at('connection'), message: noConnection(scenario, question) }];
  const key = kindOf(question).key(question, connection, scenario);
  if (isRefused(key)) return [{ ...at('connection'), message: `${question.connection}: ${key.refused}` }];
  return checkBeliefs(
    { question, at },
    situationOf(scenario, connection, question.proxyMode ?? 'iptables'),
    key,
  );
}

function loaded(scenarios: Scenarios, id: string): Scenario | null {
  try {
    return scenarios.load(id);
  } catch (error) {
    if (error instanceof AuthorError) return null;
    throw error;
  }
}

function noConnection(scenario: Scenario, { connection }: Question): string {
  const dialed = Object.values(scenario.connections)
    .filter(isTraced)
    .map((c: TracedConnection) => c.id);
  const what = scenario.connections[connection]
    ? `"${connection}" of scenario ${scenario.id} is applied, not dialed, so no port is reached by it.`
    : `scenario ${scenario.id} has no connection "${connection}".`;
  return `${what} ${didYouMean(connection, dialed)}`;
}

const beliefOf = (id: MisconceptionId): Misconception<MisconceptionId> =>
  MISCONCEPTIONS.find((belief) => belief.id === id) as Misconception<MisconceptionId>;

function checkBeliefs(
  { question, at }: WrittenQuestion,
  situation: Situation,
  key: readonly Value[],
): Found[] {
  const found: Found[] = [];
  const caught = new Map<Value, string>();
  for (const [index, id] of question.targets.entries()) {
    const values = answersOf(beliefOf(id), question, situation);
    const message = problemOf(id, values, key, caught);
    if (message) found.push({ ...at('targets', index), message });
    for (const value of values) caught.set(value, id);
  }
  if (found.length > 0) return found;
  if (WITHOUT_TARGETS.includes(question.kind)) return [];
  const distractors = distractorsOf(question, situation, key);
  if (distractors.length === 0) {
    return [
      {
        ...at('targets'),
        message:
          'no belief leads to a wrong answer here, so the question catches nobody. Ask about another connection.',
      },
    ];
  }
  return unexplained(situation, question, [...key, ...distractors.map((d) => d.value)]).map((port) => ({
    ...at('scenario'),
    message: `${port} stands in a manifest of ${question.scenario}, but no misconception leads to it, so typing it could not be explained. Change the number or add the misconception.`,
  }));
}

function problemOf(
  id: string,
  values: readonly Value[],
  key: readonly Value[],
  caught: ReadonlyMap<Value, string>,
): string | null {
  if (values.length === 0)
    return `the misconception "${id}" says nothing about this connection. Delete it from "targets", or ask about another connection.`;
  const right = values.find((value) => key.includes(value));
  if (right)
    return `the misconception "${id}" leads to ${right}, which is right here: it would never be caught. Delete it from "targets", or use other numbers in the scenario.`;
  const other = values.find((value) => caught.has(value));
  if (other)
    return `the misconceptions "${caught.get(other)}" and "${id}" both lead to ${other}: no answer tells them apart. Keep one of them, or use other numbers in the scenario.`;
  return null;
}

/** Numbers of what is meant that could be typed and would not be recognised: its Service port and, where they have one each, its Pods. */
function unexplained(situation: Situation, question: Question, explained: readonly Value[]): string[] {
  if (question.kind !== 'which-port') return [];
  const { port, workloads } = situation;
  const alone = workloads.filter((w) => w.containerPorts.length < 2 && w.listening.length < 2);
  const numbers = [
    port?.port,
    port?.targetPort,
    port?.nodePort,
    ...alone.flatMap((w) => [...w.containerPorts, ...w.listening]),
  ];
  return [...new Set(numbers.map(String))].filter((n) => isPortValue(n) && !explained.includes(n));
}

/** A question with everything the build knows about it: connection, situation, key, distractors, the hop and the line that decide. */
import type { Decision, ProxyMode } from '../engine/index.ts';
import { isTraced, type Scenario, type TracedConnection } from '../scenario.ts';
import { decisionOf } from './decision.ts';
import { type Distractor, distractorsOf } from './distractors.ts';
import { isRefused, kindOf } from './kinds/index.ts';
import { askedLines } from './kinds/which-line.ts';
import type { Question } from './question.ts';
import type { Value } from './response.ts';
import { type Situation, situationOf } from './situation.ts';

export interface Asked {
  question: Question;
  scenario: Scenario;
  connection: TracedConnection;
  /** The mode whose trace is shown: the one the question names, else iptables. */
  mode: ProxyMode;
  situation: Situation;
  key: readonly Value[];
  distractors: readonly Distractor[];
  /** Index of the deciding hop. */
  decides: number;
  /** The value in a manifest that decides; null where none does. */
  decidedBy: Decision | null;
}

/** For questions that `checkQuiz` has taken; anything wrong here is a programmer's mistake. */
export function askIn(question: Question, scenario: Scenario): Asked {
  const connection = scenario.connections[question.connection];
  if (!connection || !isTraced(connection))
    throw new Error(`${question.id}: no connection ${question.connection}`);
  const key = kindOf(question).key(question, connection, scenario);
  if (isRefused(key)) throw new Error(`${question.id}: ${key.refused}`);
  const mode = question.proxyMode ?? 'iptables';
  const situation = situationOf(scenario, connection, mode);
  const decides = kindOf(question).decidingHop(question, connection.traces[mode]);
  return {
    question,
    scenario,
    connection,
    mode,
    situation,
    key,
    distractors: distractorsOf(question, situation, key),
    decides,
    decidedBy: decisionFor(question, situation) ?? decisionOf(situation, decides),
  };
}

/** The line that is asked for; of several numbers, the one that the rules write. */
function decisionFor(question: Question, situation: Situation): Decision | null {
  if (question.kind === 'which-line') return askedLines(question.line, situation)[0] ?? null;
  return question.kind === 'match-fields' ? (askedLines('written', situation)[0] ?? null) : null;
}

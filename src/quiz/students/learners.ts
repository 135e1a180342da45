/**
 * Simulated students who think: the expert sees how the connection ends and nothing of the key; a believer has one wrong model of Kubernetes,
 * or two, and where these say nothing answers as the expert does.
 */
import { resolveConnection } from '../../engine/index.ts';
import type { Asked } from '../ask-in.ts';
import { answersOf } from '../distractors.ts';
import { MISCONCEPTIONS, type MisconceptionId } from '../misconceptions/index.ts';
import { PROXY_MODES } from '../question.ts';
import { portValue, type Value } from '../response.ts';

/**
 * What the engine says, asked anew and read straight off the answers; for a kind that does not ask where a connection ends, what its key
 * says. More than one where any of them is right.
 */
export function expertAnswers(asked: Asked): readonly Value[] {
  const { question, key } = asked;
  switch (question.kind) {
    case 'outcome':
      return [...new Set(endsOf(asked).map(({ outcome }) => outcome))];
    case 'which-port':
      return [...new Set(endsOf(asked).map((end) => ('port' in end ? portValue(end.port) : 'nothing')))];
    default:
      return key;
  }
}

function endsOf({ scenario, connection, question }: Asked) {
  const modes = question.proxyMode ? [question.proxyMode] : PROXY_MODES;
  const { from, to } = connection;
  return modes.flatMap(
    (proxyMode) => resolveConnection(scenario.cluster, { from, to }, { proxyMode }).answers,
  );
}

/** What somebody with these beliefs answers: the first belief that has something to say speaks. */
export function believerAnswers(asked: Asked, beliefs: readonly MisconceptionId[]): readonly Value[] {
  for (const id of beliefs) {
    const belief = MISCONCEPTIONS.find((one) => one.id === id);
    const answers = belief ? answersOf(belief, asked.question, asked.situation) : [];
    if (answers.length > 0) return answers;
  }
  return expertAnswers(asked);
}

/** Each belief alone. */
export const SINGLE: readonly (readonly MisconceptionId[])[] = MISCONCEPTIONS.map(({ id }) => [id]);

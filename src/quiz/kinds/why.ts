/**
 * `why`: how the connection ends is told, and the learner chooses the reason. True is the reason of the hop that decides; the others are the
 * beliefs under `targets`, each of them false. Positions follow from the question's id, so that they are as good as drawn and stay.
 */
import type { Hop, Trace } from '../../engine/index.ts';
import type { QuizMessages } from '../../i18n/quiz/messages.ts';
import type { Asked } from '../ask-in.ts';
import { isRight } from '../attempt.ts';
import { PROXY_MODES, type WhyQuestion } from '../question.ts';
import { type Outcome, PARSERS, type Value } from '../response.ts';
import { isRejected, type Situation, situationOf } from '../situation.ts';
import type { Kind, Option } from './kind.ts';
import { outcome } from './outcome.ts';
import { seedOf, shuffled } from './shuffle.ts';
import { theAnswer } from './telling.ts';
import { refusedByMode } from './which-port.ts';

/** Reasons that can be told in a clause, of the hop that decides: its `because`, and where it stands if that matters. */
export const REASONS = [
  'service-port',
  'node-port',
  'pod-address',
  'nothing-listens-node',
  'nothing-listens-pod',
  'no-pod-selected',
  'cluster-dns-not-asked',
  'not-routed-from-outside',
  'nobody-answers',
  'cluster-ip-rejected',
  'service-rejected',
] as const;
export type Reason = (typeof REASONS)[number];

export const why: Kind<WhyQuestion> = {
  key(question, connection, scenario) {
    const modes = question.proxyMode ? [question.proxyMode] : PROXY_MODES;
    const reasons = modes.map((mode) => reasonOf(situationOf(scenario, connection, mode)));
    const [first, second = first] = reasons;
    if (reasons.some((reason) => reason === null) || !first) return { refused: NO_REASON };
    return first === second ? [valueFor(first)] : refusedByMode();
  },
  answersOf: (belief, { targets }) => (targets.includes(belief.id) ? [belief.id] : []),
  parse: PARSERS.why,
  grade: (key, value) => Number(isRight(key, value)),
  decidingHop: (_, trace) => decisive(trace),
  tell: {
    asks: ({ situation }, words) => words.asksWhy[endOf(situation.trace)],
    controls: (asked, words) => ({ type: 'options', options: optionsOf(asked, words) }),
    answer: ({ key }, words) =>
      theAnswer(
        key.map((value) => reasonText(value, words)),
        words,
      ),
    explain(_, { beliefs }, words) {
      const [one] = beliefs;
      return one ? words.misconceptions[one.wording].rule : '';
    },
    hides: [],
  },
};

const NO_REASON = `this connection ends in several ways, or for a reason that "why" has no words for. It has words for: ${REASONS.join(', ')}. Ask about another connection.`;

/** The hop that decides: for a connection that arrives the one that rewrites, else the one that ends it. */
function decisive(trace: Trace): number {
  const rewritten = trace.hops.findIndex(({ event }) => event === 'rewritten' || event === 'forwarded');
  const arrives = trace.answers.every(({ outcome: end }) => end === 'reached');
  return arrives && rewritten >= 0
    ? lastRewriting(trace, rewritten)
    : outcome.decidingHop({} as never, trace);
}

/** A packet comes to a node before it is rewritten there. */
const lastRewriting = ({ hops }: Trace, fallback: number): number => {
  const at = hops.findIndex(({ event }) => event === 'rewritten');
  return at >= 0 ? at : fallback;
};

/** Null where tries end for different reasons. */
function reasonOf(situation: Situation): Reason | null {
  const { trace } = situation;
  if (new Set(trace.answers.map(({ outcome: end }) => end)).size !== 1) return null;
  const hop = trace.hops[decisive(trace)];
  const reason = hop ? named(hop, situation) : null;
  return (REASONS as readonly (string | null)[]).includes(reason) ? (reason as Reason) : null;
}

/** A name is unknown for many reasons; that the API server did not take its Service is one. */
function named({ because, place }: Hop, situation: Situation): string {
  if (because === 'name-unknown' && isRejected(situation)) return 'service-rejected';
  return because === 'nothing-listens' ? `${because}-${place}` : because;
}

const endOf = ({ answers }: Trace): Outcome => answers[0]?.outcome ?? 'timed-out';
const valueFor = (reason: Reason): Value => `because-${reason}`;

export const reasonText = (value: Value, words: QuizMessages): string =>
  words.reasons[value.slice('because-'.length) as Reason];

function optionsOf({ question, connection, key, distractors }: Asked, words: QuizMessages): Option[] {
  const options = [
    ...key.map((value) => ({ value, text: reasonText(value, words) })),
    ...distractors.map(({ value, beliefs: [one] }) => ({
      value,
      text: one ? sentence(words.misconceptions[one.wording].belief) : '',
    })),
  ];
  return shuffled(seedOf(question, connection), options, ({ value }) => value);
}

const sentence = (clause: string): string => clause.charAt(0).toUpperCase() + clause.slice(1);

/**
 * `outcome`: the learner chooses how the connection ends. All tries must end alike, in both proxy modes unless the question names one;
 * otherwise the build refuses the question.
 */
import { isRight } from '../attempt.ts';
import { type OutcomeQuestion, PROXY_MODES } from '../question.ts';
import { OUTCOMES, type Outcome, PARSERS } from '../response.ts';
import type { Kind } from './kind.ts';
import { because, endsOf, theAnswer } from './telling.ts';
import { lastHop, refusedByMode } from './which-port.ts';

export const outcome: Kind<OutcomeQuestion> = {
  key(question, connection) {
    const modes = question.proxyMode ? [question.proxyMode] : PROXY_MODES;
    const perMode = modes.map((mode) => [...new Set(connection.traces[mode].answers.map((a) => a.outcome))]);
    if (perMode.some((outcomes) => outcomes.length !== 1)) {
      return {
        refused:
          'this connection ends in several ways, so no single outcome is right. Ask about another connection.',
      };
    }
    const ends = [...new Set(perMode.flat())];
    return ends.length === 1 ? ends : refusedByMode();
  },
  answersOf: (belief, { kind }, situation) => endsOf(belief, kind, situation).map(({ outcome }) => outcome),
  parse: PARSERS.outcome,
  grade: (key, value) => Number(isRight(key, value)),
  decidingHop(_, trace) {
    const decisive = trace.hops.findIndex((hop) =>
      ['refused', 'dropped', 'not-found', 'accepted', 'answer-lost'].includes(hop.event),
    );
    return decisive >= 0 ? decisive : lastHop(trace);
  },
  tell: {
    asks: (_, words) => words.asks.outcome,
    controls: (_, words) => ({
      type: 'options',
      options: OUTCOMES.map((value) => ({ value, text: words.outcomes[value] })),
    }),
    answer: ({ key }, words) =>
      theAnswer(
        key.map((value) => words.outcomes[value as Outcome]),
        words,
      ),
    explain: (_, distractor, words) => because(words.given[distractor.value as Outcome], distractor, words),
    hides: [],
  },
};

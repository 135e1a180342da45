/**
 * `address`: the learner types an address that leads the client to the processes meant: those in which the question's connection ends. Short name,
 * full name, cluster IP, the address of one of the Pods: whatever arrives there is right. Graded by tracing it.
 */
import { fill } from '../../i18n/plural.ts';
import type { Asked } from '../ask-in.ts';
import { isRight } from '../attempt.ts';
import { type AddressQuestion, PROXY_MODES, type Question } from '../question.ts';
import { type Goal, processesReached, reach } from '../reach.ts';
import { PARSERS } from '../response.ts';
import { engineData } from './engine-data.ts';
import type { Kind } from './kind.ts';
import { clientOf } from './telling.ts';
import { lastHop } from './which-port.ts';

export const address: Kind<AddressQuestion> = {
  key(question, { traces, to }) {
    const parsed = PARSERS.address(to);
    const arrives = processesReached(modesOf(question).map((mode) => traces[mode])).length > 0;
    return arrives && 'value' in parsed ? [parsed.value] : { refused: NOBODY };
  },
  answersOf: () => [],
  parse: PARSERS.address,
  grade: (key, value, asked) =>
    Number(
      asked ? (reach(asked.scenario.cluster, value, goalOf(asked))?.right ?? false) : isRight(key, value),
    ),
  decidingHop: (_, trace) => lastHop(trace),
  tell: {
    asks: (asked, words) =>
      fill(words.asksAddress, {
        client: clientOf(asked, words),
        name: asked.situation.service?.name ?? '',
      }),
    withoutScene: true,
    controls: () => ({ type: 'address' }),
    answer: ({ connection: { to } }, words) =>
      fill(words.oneAnswer, { answer: `<${to.replace(/\/(TCP|UDP|SCTP)$/, '')}>` }),
    explain: () => '',
    engine: (asked, voice) => engineData(asked, goalOf(asked), voice),
    hides: ['line', 'route'],
    unknown: 'address',
  },
};

const NOBODY =
  'this connection does not arrive at a process in every try and mode, so no address can be asked for. Ask about a connection that arrives, or name its "proxyMode".';

export const modesOf = ({ proxyMode }: Question): Goal['modes'] => (proxyMode ? [proxyMode] : PROXY_MODES);

const goalOf = ({ question, connection: { from, traces } }: Asked): Goal => ({
  from,
  modes: modesOf(question),
  by: processesReached(modesOf(question).map((mode) => traces[mode])),
});

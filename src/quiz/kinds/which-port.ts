/**
 * `which-port`: the learner types a number, or "nothing is reached". Right is any port in the set of answers. The build refuses what has
 * no fair key: answers that are partly reached and partly not, that differ by a proxy mode the question does not name, or that
 * kube-proxy gives.
 */
import type { Answer, Hop, ProxyMode, Trace } from '../../engine/index.ts';
import { fill } from '../../i18n/plural.ts';
import type { TracedConnection } from '../../scenario.ts';
import { isRight } from '../attempt.ts';
import { PROXY_MODES, type Viewpoint, type WhichPortQuestion } from '../question.ts';
import { isPortValue, PARSERS, portValue, type Value } from '../response.ts';
import type { Kind, Refused } from './kind.ts';
import { because, endsOf, roleMark, theAnswer } from './telling.ts';

export const whichPort: Kind<WhichPortQuestion> = {
  key(question, connection) {
    const modes = question.proxyMode ? [question.proxyMode] : PROXY_MODES;
    const keys = modes.map((mode) => keyInMode(question.at, connection, mode));
    const refused = keys.find((key) => 'refused' in key);
    if (refused) return refused;
    const [first = [], second = first] = keys as readonly (readonly Value[])[];
    return sameSet(first, second) ? first : refusedByMode();
  },
  answersOf: (belief, { kind }, situation) =>
    endsOf(belief, kind, situation).map((end) =>
      end.outcome === 'reached' ? portValue(end.port) : 'nothing',
    ),
  parse: PARSERS['which-port'],
  grade: (key, value) => Number(isRight(key, value)),
  decidingHop(_, trace) {
    const rewritten = trace.hops.findIndex((hop) => hop.event === 'rewritten');
    return rewritten >= 0 ? rewritten : lastHop(trace);
  },
  tell: {
    asks({ question, situation }, words) {
      const { at } = question as WhichPortQuestion;
      return words.asks[at === 'process' && situation.dialed.protocol === 'UDP' ? 'datagram' : at];
    },
    controls: () => ({ type: 'port' }),
    answer: ({ key, question }, words) => {
      const mark = (question as WhichPortQuestion).at === 'process' ? 'listen' : 'target';
      return theAnswer(
        key.map((value) => (isPortValue(value) ? `[${mark} ${value}]` : words.nothing)),
        words,
      );
    },
    explain(asked, distractor, words) {
      const { value } = distractor;
      const port = `[${roleMark(asked, Number(value))} ${value}]`;
      const given = isPortValue(value) ? fill(words.given.port, { value: port }) : words.given.nothing;
      return because(given, distractor, words);
    },
    hides: [],
    unknown: 'port',
  },
};

export const lastHop = ({ hops }: Trace): number => Math.max(0, hops.length - 1);

export const refusedByMode = (): Refused => ({
  refused:
    'the answer differs between iptables and nftables. Name the mode, "proxyMode: iptables" or "proxyMode: nftables", or ask about another connection.',
});

function keyInMode(at: Viewpoint, connection: TracedConnection, mode: ProxyMode): readonly Value[] | Refused {
  const trace = connection.traces[mode];
  if (trace.answers.some(byKubeProxy)) {
    return {
      refused:
        'kube-proxy itself answers this connection, which no port of the manifest explains. Ask about another connection.',
    };
  }
  const reached = trace.answers.filter((answer) => answer.outcome === 'reached');
  if (reached.length > 0 && reached.length < trace.answers.length) {
    return {
      refused:
        'some tries of this connection reach a process and some do not, so no single answer is right. Ask for another connection.',
    };
  }
  if (at === 'process') return unique(reached.length > 0 ? reached.map(acceptedOn) : ['nothing']);
  if (reached.length === 0) {
    return {
      refused:
        'no process is reached, so "at: packet-after-rules" has no fair answer. Write "at: process", or use the kind "outcome".',
    };
  }
  return unique(trace.hops.filter((hop) => hop.event === 'accepted').map((hop) => portOnPacket(trace, hop)));
}

const byKubeProxy = (answer: Answer): boolean => 'http' in answer;
const acceptedOn = (answer: Answer): Value => portValue('port' in answer ? answer.port : 0);

/** The port on the packet as it comes to the process, all rules behind it. */
function portOnPacket(trace: Trace, hop: Hop): Value {
  for (let at: Hop | undefined = hop; at; at = at.parent === null ? undefined : trace.hops[at.parent]) {
    const packet = at.after ?? at.before;
    if (packet) return portValue(packet.destination.port);
  }
  throw new Error('a process accepted a connection that no packet belongs to');
}

const unique = (values: readonly Value[]): Value[] => [...new Set(values)].sort();
const sameSet = (a: readonly Value[], b: readonly Value[]): boolean => a.join() === b.join();

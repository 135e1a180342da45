/**
 * `order-hops`: the places on the route are put in order, each given its number by a select. The right order is that of the list of hops. Credit
 * for every pair of neighbours that follow each other, so that one place too early does not cost everything.
 */
import { atlasOf } from '../../diagram/atlas-of.ts';
import { routeOf } from '../../diagram/route.ts';
import type { ProxyMode } from '../../engine/index.ts';
import { fill } from '../../i18n/plural.ts';
import type { Scenario, TracedConnection } from '../../scenario.ts';
import type { Asked } from '../ask-in.ts';
import { pairsRight } from '../judge.ts';
import { type OrderHopsQuestion, PROXY_MODES } from '../question.ts';
import { PARSERS } from '../response.ts';
import { routeLines } from '../route-lines.ts';
import type { Kind } from './kind.ts';
import { seedOf, shuffled } from './shuffle.ts';
import { lastHop, refusedByMode } from './which-port.ts';

const FEWEST = 3;
const MOST = 8;
const LETTERS = 'abcdefgh';

export const orderHops: Kind<OrderHopsQuestion> = {
  key(question, connection, scenario) {
    const modes = question.proxyMode ? [question.proxyMode] : PROXY_MODES;
    const routes = modes.map((mode) => placesOf(scenario, connection, mode));
    const [first = [], second = first] = routes;
    if (first.join() !== second.join()) return refusedByMode();
    if (first.length < FEWEST || first.length > MOST) return { refused: wrongLength(first.length) };
    const letters = lettersOf(seedOf(question, connection), first.length);
    return [first.map((_, index) => letters[index]).join('-')];
  },
  answersOf: () => [],
  parse: PARSERS['order-hops'],
  grade(key, value) {
    const { right, total } = pairsRight(key, value);
    return right / total;
  },
  decidingHop: (_, trace) => lastHop(trace),
  tell: {
    asks: (_, words) => words.asksOrder,
    controls(asked, _, voice) {
      const { lines } = routeLines(asked, voice);
      const letters = lettersOf(seedOf(asked.question, asked.connection), lines.length);
      return {
        type: 'selects',
        rows: lines
          .map((text, index) => ({ value: letters[index] ?? '', text }))
          .sort((a, b) => a.value.localeCompare(b.value)),
        options: lines.map((_, index) => ({ value: String(index + 1), text: String(index + 1) })),
      };
    },
    answer: (asked, words) => fill(words.theAnswer, { answer: inPlaces(asked).join('–') }),
    explain: () => '',
    hides: ['line', 'route'],
    unknown: 'order',
  },
};

const wrongLength = (length: number): string =>
  `the route of this connection has ${length} places, and ${FEWEST} to ${MOST} can be put in order. Ask about another connection.`;

/** What happens, place after place: the same in every language. */
function placesOf(scenario: Scenario, { from, to, traces }: TracedConnection, mode: ProxyMode): string[] {
  const trace = traces[mode];
  const { items } = routeOf(
    { from, to, traces: { iptables: trace, nftables: trace } },
    atlasOf(scenario.cluster),
  );
  return items.map((item) =>
    item.cases.flatMap(({ steps }) => steps.map(({ place, at }) => `${place} ${at}`)).join('+'),
  );
}

/** The letter of each place on the route; rows stand in the order of letters. */
const lettersOf = (seed: string, length: number): string[] =>
  shuffled(seed, [...LETTERS.slice(0, length)], (letter) => letter);

/** Which row comes first, second, … */
const inPlaces = ({ key }: Asked): number[] =>
  (key[0] ?? '').split('-').map((letter) => LETTERS.indexOf(letter) + 1);

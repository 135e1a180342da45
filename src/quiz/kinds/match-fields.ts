/**
 * `match-fields`: every number of the manifests is given the place where it is right, by selects. The places and their numbers are those of the
 * Service that is dialed; the build refuses a question in which two places share a number. Credit for every place.
 */
import { fill } from '../../i18n/plural.ts';
import type { QuizMessages } from '../../i18n/quiz/messages.ts';
import type { Asked } from '../ask-in.ts';
import { partsRight } from '../judge.ts';
import type { MisconceptionId } from '../misconceptions/index.ts';
import type { MatchFieldsQuestion } from '../question.ts';
import { PARSERS } from '../response.ts';
import { type Situation, situationOf } from '../situation.ts';
import type { Kind, Option } from './kind.ts';
import { roleMark } from './telling.ts';
import { lastHop } from './which-port.ts';

/** Dialed at the Service, dialed at a node, written on the packet for a Pod, nowhere. */
export const PLACES = ['service', 'node', 'pod', 'nowhere'] as const;
export type MatchPlace = (typeof PLACES)[number];

type Numbers = Partial<Record<MatchPlace, number>>;

/** Who gives a place the number that is right at another. */
const BELIEFS: Readonly<Record<MatchPlace, Readonly<Partial<Record<MatchPlace, MisconceptionId>>>>> = {
  service: {
    node: 'node-port-on-cluster-ip',
    pod: 'target-port-on-cluster-ip',
    nowhere: 'container-port-opens',
  },
  node: { service: 'port-is-on-the-node', pod: 'target-port-on-the-node', nowhere: 'container-port-opens' },
  pod: { service: 'port-is-reached', node: 'node-port-in-pod', nowhere: 'container-port-is-reached' },
  nowhere: {},
};

export const matchFields: Kind<MatchFieldsQuestion> = {
  key(_, connection, scenario) {
    const numbers = numbersOf(situationOf(scenario, connection, 'iptables'));
    const values = Object.values(numbers);
    if (values.length < 3) return { refused: TOO_FEW };
    if (new Set(values).size < values.length) return { refused: SAME };
    return [partsOf(numbers).join()];
  },
  answersOf(belief, _, situation) {
    const numbers = numbersOf(situation);
    return placesOf(numbers).flatMap((place) =>
      placesOf(numbers).flatMap((other) =>
        BELIEFS[place][other] === belief.id ? [`${place}=${numbers[other]}`] : [],
      ),
    );
  },
  parse: PARSERS['match-fields'],
  grade(key, value) {
    const { right, total } = partsRight(key, value);
    return right / total;
  },
  decidingHop: (_, trace) => lastHop(trace),
  tell: {
    asks: ({ situation }, words) => fill(words.asksMatch, { name: situation.service?.name ?? '' }),
    withoutScene: true,
    controls({ situation }, words) {
      const numbers = numbersOf(situation);
      return {
        type: 'selects',
        rows: placesOf(numbers).map((place) => ({ value: place, text: words.places[place] })),
        options: ascending(numbers),
      };
    },
    answer: (asked, words) => fill(words.theAnswer, { answer: answerOf(asked, words) }),
    explain(asked, { value, beliefs: [one] }, words) {
      const number = value.split('=')[1] ?? '';
      const answer = fill(words.given.port, { value: `[${roleMark(asked, Number(number))} ${number}]` });
      const belief = one ? words.misconceptions[one.wording].belief : '';
      const place = words.places[value.split('=')[0] as MatchPlace];
      const told = [fill(words.because.one, { answer, belief }), words.notSo].join(words.between);
      return fill(words.placedWhy, { place, told });
    },
    hides: ['line', 'route'],
    unknown: 'match',
  },
};

const TOO_FEW =
  'a Service with fewer than three numbers leaves too little to match. Choose a scenario with a nodePort or a containerPort of its own.';
const SAME =
  'two places have the same number here, so no answer tells them apart. Use another number for every role in the scenario.';

/** A number that is only declared has no place; a named `targetPort` is no number. */
function numbersOf({ port, workloads }: Situation): Numbers {
  const declared = workloads.flatMap((w) => w.containerPorts.filter((n) => !w.listening.includes(n)));
  const [idle] = declared.filter((n) => n !== port?.targetPort);
  return {
    ...(port ? { service: port.port } : {}),
    ...(port?.nodePort ? { node: port.nodePort } : {}),
    ...(typeof port?.targetPort === 'number' ? { pod: port.targetPort } : {}),
    ...(idle ? { nowhere: idle } : {}),
  };
}

const placesOf = (numbers: Numbers): MatchPlace[] => PLACES.filter((place) => numbers[place] !== undefined);
const partsOf = (numbers: Numbers): string[] =>
  placesOf(numbers).map((place) => `${place}=${numbers[place]}`);

/** By size, so that the order tells nothing. */
const ascending = (numbers: Numbers): Option[] =>
  Object.values(numbers)
    .sort((a, b) => a - b)
    .map((number) => ({ value: String(number), text: String(number) }));

const answerOf = (asked: Asked, words: QuizMessages): string => {
  const numbers = numbersOf(asked.situation);
  return placesOf(numbers)
    .map((place) =>
      fill(words.placed, {
        place: words.places[place],
        number: `[${roleMark(asked, numbers[place] ?? 0)} ${numbers[place]}]`,
      }),
    )
    .join(words.listed);
};

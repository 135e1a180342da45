/**
 * The same question with other numbers, names, protocols and Pods. It works on the text of the manifests, so whatever is computed from them is as
 * real as in the original, and it takes only what keeps the shape of the question (`variants/shape.ts`). Question id, seed and bank version
 * decide everything: the same three give the same variant on every machine.
 */
import { type Asked, askIn } from './ask-in.ts';
import type { Question } from './question.ts';
import { type Random, randomOf } from './random.ts';
import { type ScenarioTexts, scenarioOf } from './scenario-of.ts';
import { otherNames, withNames } from './variants/names.ts';
import { dialedPort, otherNumbers, portsIn, withNumbers } from './variants/numbers.ts';
import { shapeOf } from './variants/shape.ts';

export interface Variant {
  question: Question;
  /** With the connection that is asked about alone. */
  texts: ScenarioTexts;
}

/** More than enough: most questions take the first. */
const DRAWS = 60;

/** For questions that the build has taken; one that cannot be varied is a programmer's mistake. */
export const vary = (texts: ScenarioTexts, question: Question, seed: number, bank: string): Variant =>
  variantsOf(texts, question, bank)(seed);

/** Seed → variant, for many seeds of one question. */
export function variantsOf(
  texts: ScenarioTexts,
  question: Question,
  bank: string,
): (seed: number) => Variant {
  const wanted = shapeOf(askedIn({ texts, question }));
  return (seed) => {
    for (let draw = 0; draw < DRAWS; draw++) {
      const variant = drawn(texts, question, randomOf([question.id, seed, bank, draw].join('\n')));
      if (shapeIfAny(variant) === wanted) return variant;
    }
    throw new Error(`${question.id}: no variant for seed ${seed}`);
  };
}

export const askedIn = ({ texts, question }: Variant): Asked =>
  askIn(question, scenarioOf(texts, question.connection));

/** A draw may be what no cluster takes, such as a name on two Pods. */
function shapeIfAny(variant: Variant): string | null {
  try {
    return shapeOf(askedIn(variant));
  } catch {
    return null;
  }
}

function drawn(texts: ScenarioTexts, question: Question, random: Random): Variant {
  const { id, connection } = question;
  const asked = texts.connections[connection];
  if (!asked) throw new Error(`${id}: no connection ${connection}`);
  const numbers = otherNumbers(portsIn(texts.text, [asked.to]), random);
  const names = otherNames(texts.text, random);
  const swap = random.below(2) === 1;
  const rewrite = (text: string): string => withNames(withNumbers(text, numbers), names);
  return {
    question: rewritten(question, rewrite),
    texts: {
      id: texts.id,
      text: withProtocols(withReplicas(rewrite(texts.text), random), swap && isPlain(asked.to)),
      connections: {
        [connection]: {
          from: withNames(asked.from, names),
          to: withScheme(withPort(withNames(asked.to, names), numbers), swap),
        },
      },
    },
  };
}

const KEPT: readonly string[] = [
  'id',
  'kind',
  'scenario',
  'connection',
  'proxyMode',
  'at',
  'line',
  'targets',
];

/** What a kind adds may name something of the manifests. */
function rewritten(question: Question, rewrite: (text: string) => string): Question {
  const fields = Object.entries(question).map(([field, value]) =>
    KEPT.includes(field) ? [field, value] : [field, JSON.parse(rewrite(JSON.stringify(value)))],
  );
  return Object.fromEntries(fields) as Question;
}

const withReplicas = (text: string, random: Random): string =>
  text.replace(/(replicas: )([2-9])\b/g, (_, field: string) => `${field}${2 + random.below(4)}`);

/** `HOST:PORT/PROTOCOL`, in which every protocol is written. */
const isPlain = (to: string): boolean => /\/(TCP|UDP)$/.test(to);

const OTHER: Readonly<Record<string, string>> = { TCP: 'UDP', UDP: 'TCP', tcp: 'udp', udp: 'tcp' };
const other = (protocol: string): string => OTHER[protocol] ?? protocol;

const withProtocols = (text: string, swap: boolean): string =>
  swap
    ? text
        .replace(/(protocol: )(TCP|UDP)\b/g, (_, field: string, protocol: string) => field + other(protocol))
        .replace(/\b(tcp|udp)(?=\/)/g, other)
    : text;

function withScheme(to: string, swap: boolean): string {
  if (!swap) return to;
  return isPlain(to) ? to.replace(/(TCP|UDP)$/, other) : to.replace(/^http:/, 'https:');
}

function withPort(to: string, numbers: ReadonlyMap<number, number>): string {
  const port = numbers.get(dialedPort(to));
  return /:\d+(\/\w+)?$/.test(to) ? to.replace(/:\d+(?=(\/\w+)?$)/, `:${port}`) : `${to}:${port}`;
}

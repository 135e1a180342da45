/**
 * What a learner may answer, as one short text: it is compared, stored and exported in this form. A port is its decimal digits;
 * everything else is a word. What is typed or chosen is parsed before it is graded: a problem of form is no wrong answer.
 */
import { parseAddress } from './address.ts';
import { parsePort } from './port-number.ts';

export const OUTCOMES = ['reached', 'refused', 'timed-out', 'no-such-name'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/**
 * `8080`, `nothing` (no process is reached), an outcome; `line-13` of cluster.yaml; `because-` and the reason of a hop, or the id of a
 * belief. What each kind takes is decided by its parser.
 */
export type Value = string;

export const isPortValue = (value: string): value is `${number}` => /^[1-9]\d{0,4}$/.test(value);
export const portValue = (port: number): Value => `${port}`;
export const lineValue = (line: number): Value => `line-${line}`;

/** Said about an answer that is none: it costs no attempt. `repeated`: the retry was the first answer again. */
export type FormatProblem =
  | 'empty'
  | 'not-a-port'
  | 'no-choice'
  | 'unmatched'
  | 'no-order'
  | 'no-address'
  | 'not-an-address'
  | 'unchanged'
  | 'not-yaml'
  | 'repeated';

export type ParsedResponse = { value: Value } | { problem: FormatProblem };

export function parsePortAnswer(text: string): ParsedResponse {
  if (text === 'nothing') return { value: 'nothing' };
  const parsed = parsePort(text);
  return 'port' in parsed ? { value: portValue(parsed.port) } : parsed;
}

/** `service=8080,node=30333`: to every part something is assigned. */
export const parseParts = (text: string): ParsedResponse =>
  /^[a-z]+=\w+(,[a-z]+=\w+)*$/.test(text) ? { value: text } : { problem: 'unmatched' };

/** `a=2,b=1,c=3`, a place for each → `b-a-c`, the order. */
export function parseOrder(text: string): ParsedResponse {
  const places = text.split(',').map((part) => part.split('='));
  if (places.some(([, place]) => !place)) return { problem: 'unmatched' };
  const order = places.sort(([, a], [, b]) => Number(a) - Number(b)).map(([letter]) => letter);
  const taken = new Set(places.map(([, place]) => place));
  return taken.size === places.length ? { value: order.join('-') } : { problem: 'no-order' };
}

/** By kind of question. */
export const PARSERS = {
  'which-port': parsePortAnswer,
  outcome: (text: string): ParsedResponse => (isOutcome(text) ? { value: text } : { problem: 'no-choice' }),
  'which-line': (text: string): ParsedResponse =>
    /^line-[1-9]\d{0,3}$/.test(text) ? { value: text } : { problem: 'no-choice' },
  why: (text: string): ParsedResponse =>
    /^[a-z]+(-[a-z]+)*$/.test(text) ? { value: text } : { problem: 'no-choice' },
  'match-fields': parseParts,
  'order-hops': parseOrder,
  address: parseAddress,
  // Whether it can be read, only the engine knows.
  repair: (text: string): ParsedResponse => (text === '' ? { problem: 'unchanged' } : { value: text }),
} as const;

const isOutcome = (text: string): text is Outcome => (OUTCOMES as readonly string[]).includes(text);

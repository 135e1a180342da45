/**
 * Other port numbers for a scenario: one new number for each, never the same twice, none of the old ones, of the same length, in the node
 * port range exactly where the old one was. Numbers that were equal stay equal: that may be what the question is about.
 */
import { type KubeObject, parseManifests } from '../../engine/index.ts';
import type { Random } from '../random.ts';
import { listeningPorts } from '../situation.ts';

const FIELDS: readonly string[] = [
  'port',
  'targetPort',
  'nodePort',
  'containerPort',
  'hostPort',
  'healthCheckNodePort',
];
const NODE_PORTS = { from: 30000, to: 32767 };

/** Every port that a manifest or an address names. */
export function portsIn(text: string, addresses: readonly string[]): number[] {
  const written = parseManifests(text).objects.flatMap((object) => portsOf(object));
  const dialed = addresses.map(dialedPort);
  return [...new Set([...written, ...dialed])].sort((a, b) => a - b);
}

/** `http://web` dials 80, `https://web` 443. */
export const dialedPort = (address: string): number =>
  Number(/:(\d+)(?:\/\w+)?$/.exec(address)?.[1] ?? (address.startsWith('https') ? 443 : 80));

function portsOf(value: KubeObject | unknown, field = ''): number[] {
  if (Array.isArray(value)) return value.flatMap((item) => portsOf(item));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, inner]) => portsOf(inner, key));
  if (field === 'port-of-call/listens') return listeningPorts(String(value));
  const number = FIELDS.includes(field) ? Number(value) : 0;
  return Number.isInteger(number) && number > 0 ? [number] : [];
}

export function otherNumbers(old: readonly number[], random: Random): Map<number, number> {
  const taken = new Set(old);
  const changed = new Map<number, number>();
  for (const number of old) {
    let drawn = draw(number, random);
    while (taken.has(drawn)) drawn = draw(number, random);
    taken.add(drawn);
    changed.set(number, drawn);
  }
  return changed;
}

const isNodePort = (port: number): boolean => port >= NODE_PORTS.from && port <= NODE_PORTS.to;

function draw(old: number, random: Random): number {
  if (isNodePort(old)) return NODE_PORTS.from + random.below(NODE_PORTS.to - NODE_PORTS.from + 1);
  if (old > NODE_PORTS.to) return NODE_PORTS.to + 1 + random.below(65535 - NODE_PORTS.to);
  if (old >= 10000) return 10000 + random.below(NODE_PORTS.from - 10000);
  // Beside 80 lie numbers that mean nothing else; 22 or 25 would.
  if (old >= 80 && old < 100) return 80 + random.below(20);
  const least = 10 ** (String(old).length - 1);
  // Four digits read better when they are round.
  return least >= 1000 ? 1000 + 10 * random.below(900) : least + random.below(9 * least);
}

/** Whole numbers only: no part of an address, of a version or of a name. */
export const withNumbers = (text: string, changed: ReadonlyMap<number, number>): string =>
  text.replace(/(?<![\w.-])\d{1,5}(?![\w.-])/g, (number) => String(changed.get(Number(number)) ?? number));

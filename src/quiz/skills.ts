/**
 * What is practised, in the order in which it is learnt, and when it counts as mastered: after two first tries in a row that were right, on
 * two different variants. An error starts the row anew. Which skill a question of a lesson trains is read off its connection; a question of
 * content/practice/ trains the skill its file is named after.
 */
import type { Asked } from './ask-in.ts';
import { hasReason } from './situation.ts';

export const SKILLS = [
  'target-port',
  'named-ports',
  'node-port',
  'vantage',
  'endpoints',
  'dns',
  'policies',
  'admission',
  'debugging',
] as const;
export type SkillId = (typeof SKILLS)[number];

export const isSkill = (id: string): id is SkillId => (SKILLS as readonly string[]).includes(id);

export function skillOf({ situation }: Asked): SkillId {
  const { client, dialed, port } = situation;
  if (hasReason(situation, 'no-local-endpoint', 'source-not-allowed', 'answer-bypasses-node'))
    return 'policies';
  if (hasReason(situation, 'name-unknown', 'headless-without-endpoints', 'cluster-dns-not-asked'))
    return 'dns';
  if (hasReason(situation, 'no-selector', 'no-pod-selected', 'no-ready-endpoint')) return 'endpoints';
  if (dialed.what === 'service' && client !== 'pod') return 'vantage';
  if (dialed.what === 'node') return 'node-port';
  return typeof port?.targetPort === 'string' ? 'named-ports' : 'target-port';
}

/** One first try, as graded now. */
export interface Try {
  id: string;
  seed: number;
  at: number;
  right: boolean;
  /** With a hint: right, it shows nothing; wrong, it is an error like any other. */
  helped: boolean;
}

export const NEEDED = 2;

export interface Mastery {
  /** First tries right in a row, on different variants; at most `NEEDED`. */
  steps: number;
  tries: number;
  right: number;
}

export const isMastered = ({ steps }: Mastery): boolean => steps >= NEEDED;

/** How far somebody is with a skill after these first tries, oldest first. */
export function masteryOf(tries: readonly Try[]): Mastery {
  const row = tries.slice(tries.findLastIndex(({ right }) => !right) + 1);
  const variants = new Set(row.filter(({ helped }) => !helped).map(({ id, seed }) => `${id}#${seed}`));
  return {
    steps: Math.min(variants.size, NEEDED),
    tries: tries.length,
    right: tries.filter(({ right }) => right).length,
  };
}

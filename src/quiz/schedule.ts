/**
 * What comes next in practice. Due reviews first, errors made with confidence before all others; then the skills that are not yet mastered,
 * two at a time and in turns, so that what is easily confused is met side by side.
 *
 * Gaps between reviews are fixed, three days each, three times. A library such as ts-fsrs was considered: it estimates when a memory fades
 * from many reviews of one card, but here no card comes twice, for every review is a new variant; and expanding gaps have not been found to
 * do better than equal ones. So there is no dependency and no parameter that nobody could explain.
 */
import type { Entry, Grade } from './log.ts';
import { isMastered, type Mastery, masteryOf, SKILLS, type SkillId, type Try } from './skills.ts';

const DAY = 24 * 60 * 60 * 1000;
export const GAP = 3 * DAY;
export const REVIEWS = 3;
/** After an error a variant comes once this many other questions have been answered. */
export const SOON = 2;

export interface Item {
  id: string;
  skill: SkillId;
  /** Some questions have no variants: they come as they are. */
  varies: boolean;
}

export interface Pick {
  id: string;
  seed: number;
  why: 'review' | 'new';
}

type Variant = { [K in 'id' | 'seed' | 'bank']: Entry[K] };

const variantOf = ({ id, seed, bank }: Variant): string => `${id}#${seed}@${bank}`;

/** Oldest first. A variant that is answered anew, after a reload or from a link, was tried before. */
function firstTries(log: readonly Entry[]): (Entry & { grade: Grade })[] {
  const met = new Set<string>();
  return log.flatMap((entry) => {
    const { grade } = entry;
    if (!grade || met.has(variantOf(entry))) return [];
    met.add(variantOf(entry));
    return [{ ...entry, grade }];
  });
}

/** As graded. */
export const triesOf = (log: readonly Entry[]): Try[] =>
  firstTries(log).map(({ id, seed, at, grade, hints = 0 }) => ({
    id,
    seed,
    at,
    right: grade.right,
    helped: hints > 0,
  }));

/** What was answered before of this variant. */
export const entryOn = (log: readonly Entry[], variant: Variant): Entry | undefined =>
  log.find((entry) => variantOf(entry) === variantOf(variant));

export function masteries(items: readonly Item[], log: readonly Entry[]): Record<SkillId, Mastery> {
  const skill = new Map(items.map((item) => [item.id, item.skill]));
  const tries = triesOf(log);
  const each = SKILLS.map((id) => [id, masteryOf(tries.filter((one) => skill.get(one.id) === id))] as const);
  return Object.fromEntries(each) as Record<SkillId, Mastery>;
}

/** Skills that the bank has questions for, in order. */
export const skillsOf = (items: readonly Item[]): SkillId[] =>
  SKILLS.filter((skill) => items.some((item) => item.skill === skill));

export interface Due {
  id: string;
  /** After an error: how sure somebody was, else null. */
  wrong: boolean;
  confident: boolean;
  since: number;
}

/** Questions to be met again, the most urgent first. */
export function dueReviews(items: readonly Item[], log: readonly Entry[], now: number): Due[] {
  const known = new Set(items.map(({ id }) => id));
  const byId = new Map<string, Entry[]>();
  for (const entry of firstTries(log).filter(({ id }) => known.has(id)))
    byId.set(entry.id, [...(byId.get(entry.id) ?? []), entry]);
  return [...byId.values()]
    .flatMap((entries) => dueOf(entries, log, now))
    .sort((a, b) => urgency(b) - urgency(a) || a.since - b.since);
}

const urgency = ({ wrong, confident }: Due): number => Number(wrong) + Number(wrong && confident);

function dueOf(entries: readonly Entry[], log: readonly Entry[], now: number): Due[] {
  const last = entries.at(-1);
  if (!last) return [];
  const wrong = last.grade?.right === false;
  const due = { id: last.id, wrong, confident: wrong && last.sure === 'certain', since: last.at };
  if (wrong) return log.filter(({ at }) => at > last.at).length >= SOON || now - last.at >= DAY ? [due] : [];
  const row = entries.slice(entries.findLastIndex(({ grade }) => !grade?.right) + 1);
  return row.length <= REVIEWS && now - last.at >= GAP ? [due] : [];
}

/** `random` gives numbers from 0 to below 1; `only` keeps to one skill. */
export function nextPick(
  items: readonly Item[],
  log: readonly Entry[],
  now: number,
  random: () => number,
  only?: SkillId,
): Pick | null {
  const pool = only ? items.filter(({ skill }) => skill === only) : items;
  const last = log.at(-1)?.id;
  const due = dueReviews(pool, log, now).find(({ id }) => id !== last);
  const item = due ? pool.find(({ id }) => id === due.id) : newItem(pool, log, random, last);
  if (!item) return null;
  return { id: item.id, seed: seedFor(item, log, random), why: due ? 'review' : 'new' };
}

/** The two first skills that are not mastered, in turns; when all are, any. Of a skill's questions, one of those met least. */
function newItem(
  pool: readonly Item[],
  log: readonly Entry[],
  random: () => number,
  last: string | undefined,
): Item | undefined {
  const state = masteries(pool, log);
  const open = skillsOf(pool).filter((skill) => !isMastered(state[skill]));
  const learning = open.length > 0 ? open.slice(0, 2) : skillsOf(pool);
  const lastSkill = pool.find(({ id }) => id === last)?.skill;
  const others = learning.filter((skill) => skill !== lastSkill);
  const skill = (others.length > 0 ? others : learning)[
    open.length > 0 ? 0 : Math.floor(random() * Math.max(others.length, 1))
  ];
  const met = (id: string): number => log.filter((entry) => entry.id === id).length;
  const candidates = pool.filter((item) => item.skill === skill && (item.id !== last || pool.length === 1));
  const choice = candidates.length > 0 ? candidates : pool.filter((item) => item.skill === skill);
  const least = Math.min(...choice.map(({ id }) => met(id)));
  const rarest = choice.filter(({ id }) => met(id) === least);
  return rarest[Math.floor(random() * rarest.length)];
}

const SEEDS = 99_999;

/** The question as its author wrote it comes first, then variants that were not met before. */
export function seedFor(item: Item, log: readonly Entry[], random: () => number): number {
  const met = new Set(log.filter(({ id }) => id === item.id).map(({ seed }) => seed));
  if (!item.varies || met.size === 0) return 0;
  return newSeed(met, random);
}

export function newSeed(met: ReadonlySet<number>, random: () => number): number {
  for (let tries = 0; tries < 20; tries++) {
    const seed = 1 + Math.floor(random() * SEEDS);
    if (!met.has(seed)) return seed;
  }
  return 1 + Math.floor(random() * SEEDS);
}

/** An exam: from each skill in turn a question not yet in it, as a new variant where there are any. */
export function examOf(
  items: readonly Item[],
  log: readonly Entry[],
  size: number,
  random: () => number,
): Omit<Pick, 'why'>[] {
  const left = new Map(
    skillsOf(items).map((skill) => [
      skill,
      shuffled(
        items.filter((i) => i.skill === skill),
        random,
      ),
    ]),
  );
  const chosen: Item[] = [];
  while (chosen.length < Math.min(size, items.length)) {
    for (const queue of left.values()) {
      const item = queue.pop();
      if (item && chosen.length < size) chosen.push(item);
    }
  }
  return chosen.map((item) => ({
    id: item.id,
    seed: item.varies
      ? newSeed(new Set(log.filter(({ id }) => id === item.id).map(({ seed }) => seed)), random)
      : 0,
  }));
}

function shuffled<T>(all: readonly T[], random: () => number): T[] {
  const copy = [...all];
  for (let last = copy.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [copy[last], copy[other]] = [copy[other] as T, copy[last] as T];
  }
  return copy;
}

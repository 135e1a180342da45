/**
 * What practice keeps: every question that was put, with the answers as they were given, in no language and ungraded. Grades are beside them
 * only as a cache: they name the bank they were computed with, and with another bank they are computed anew.
 */
import { ANSWER_MAX } from './progress.ts';

export interface Entry {
  /** Id of the question. */
  id: string;
  seed: number;
  /** The bank it was put from: with id and seed it makes the same variant again. */
  bank: string;
  /** When it was first answered, in milliseconds; with `id` and `seed` the name of the entry. */
  at: number;
  /** As given, the first first. */
  answers: readonly string[];
  /** How sure somebody was before the first check. */
  sure?: Sure;
  /** How many hints were asked for before the first check. */
  hints?: number;
  /** Answered in an exam. */
  exam?: true;
  grade?: Grade;
}

export const SURE = ['guess', 'fairly', 'certain'] as const;
export type Sure = (typeof SURE)[number];

export interface Grade {
  /** Version of the bank this was computed with. */
  bank: string;
  /** What was asked, in short: the variant of a later bank may be another question, and then the old grade stands. */
  facts: string;
  /** The first answer was right. */
  right: boolean;
}

export const nameOf = ({ id, seed, at }: Entry): string => `${id}#${seed}@${at}`;

/** Entries of two tabs: all of them, and of one that both have the longer. */
export function merge(one: readonly Entry[], other: readonly Entry[]): Entry[] {
  const all = new Map<string, Entry>();
  for (const entry of [...one, ...other]) {
    const known = all.get(nameOf(entry));
    if (!known || newer(entry, known)) all.set(nameOf(entry), entry);
  }
  return [...all.values()].sort((a, b) => a.at - b.at || a.id.localeCompare(b.id) || a.seed - b.seed);
}

/** More answers; with as many, a grade where there was none or another. */
const newer = (entry: Entry, known: Entry): boolean =>
  entry.answers.length > known.answers.length ||
  (entry.answers.length === known.answers.length && entry.grade !== undefined);

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/** 2100: what was answered later was answered by a clock that is wrong, and would stay last for ever. */
const LATEST = 4_102_444_800_000;
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

/** What is stored or imported is never trusted. */
export function isEntry(value: unknown): value is Entry {
  if (!isObject(value)) return false;
  const { id, seed, bank, at, answers, sure, hints, exam, grade } = value;
  return (
    typeof id === 'string' &&
    ID.test(id) &&
    isCount(seed) &&
    typeof bank === 'string' &&
    isCount(at) &&
    at < LATEST &&
    Array.isArray(answers) &&
    answers.length > 0 &&
    answers.every((answer) => typeof answer === 'string' && answer.length <= ANSWER_MAX) &&
    (sure === undefined || SURE.includes(sure as Sure)) &&
    (hints === undefined || isCount(hints)) &&
    (exam === undefined || exam === true) &&
    (grade === undefined || isGrade(grade))
  );
}

const isGrade = (value: unknown): value is Grade =>
  isObject(value) &&
  typeof value['bank'] === 'string' &&
  typeof value['facts'] === 'string' &&
  typeof value['right'] === 'boolean';

/** Entries whose grade is not of this bank. */
export const ungraded = (log: readonly Entry[], bank: string): Entry[] =>
  log.filter(({ grade }) => grade?.bank !== bank);

/** The grade after the bank has changed: that of the new key if the question is still the same, else the old one. */
export function regraded(entry: Entry, bank: string, facts: string, right: boolean): Entry {
  const same = entry.grade === undefined || entry.grade.facts === facts;
  const grade = same ? { bank, facts, right } : { ...(entry.grade as Grade), bank };
  return { ...entry, grade };
}

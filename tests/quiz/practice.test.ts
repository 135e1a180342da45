/** What practice asks next, when a skill is mastered, and what becomes of stored answers when the questions change. */
import { describe, expect, test } from 'vitest';
import { type Entry, regraded, ungraded } from '../../src/quiz/log.ts';
import {
  dueReviews,
  examOf,
  GAP,
  type Item,
  masteries,
  nextPick,
  skillsOf,
} from '../../src/quiz/schedule.ts';
import { masteryOf, skillOf, type Try } from '../../src/quiz/skills.ts';
import { ASKED } from './lessons.ts';

const ITEMS: readonly Item[] = [
  { id: 'a', skill: 'target-port', varies: true },
  { id: 'b', skill: 'target-port', varies: true },
  { id: 'c', skill: 'node-port', varies: true },
  { id: 'd', skill: 'dns', varies: false },
];
const HOUR = 3_600_000;

function entry(id: string, right: boolean, at: number, more: Partial<Entry> = {}): Entry {
  const grade = { bank: 'now', facts: 'f', right };
  return { id, seed: 0, bank: 'now', at, answers: [right ? '8170' : '8080'], grade, ...more };
}

/** 0, 0.37, 0.74, 0.11 … */
function numbers(): () => number {
  let at = -0.37;
  return () => {
    at = (at + 0.37) % 1;
    return at;
  };
}

describe('mastery', () => {
  const one = (seed: number, right = true, id = 'a', helped = false): Try => ({
    id,
    seed,
    at: seed,
    right,
    helped,
  });

  test.each([
    ['nothing tried', [], 0],
    ['one success', [one(1)], 1],
    ['the same variant twice is one', [one(1), one(1)], 1],
    ['two variants', [one(1), one(2)], 2],
    ['two questions as their authors wrote them', [one(0), one(0, true, 'b')], 2],
    ['an error between starts anew', [one(1), one(2, false), one(3)], 1],
    ['a success with a hint shows nothing', [one(1), one(2, true, 'a', true)], 1],
    ['… and does not break the row', [one(1), one(2, true, 'a', true), one(3)], 2],
    ['an error with a hint is an error', [one(1), one(2, false, 'a', true), one(3)], 1],
    ['an error after mastery takes it away', [one(1), one(2), one(3, false)], 0],
  ] as const)('%s', (_, tries, steps) => {
    expect(masteryOf(tries).steps).toBe(steps);
  });

  test('every question of a lesson trains a skill, and more than three skills are trained', () => {
    const skills = new Map(ASKED.map((asked) => [asked.question.id, skillOf(asked)]));
    expect(skills.get('named-target-port')).toBe('named-ports');
    expect(skills.get('node-port-from-outside')).toBe('node-port');
    expect(skills.get('cluster-ip-from-outside')).toBe('vantage');
    expect(skills.get('no-pod-selected')).toBe('endpoints');
    expect(skills.get('dial-the-port')).toBe('target-port');
    expect(new Set(skills.values()).size).toBeGreaterThan(3);
  });

  test('a variant answered anew, after a reload or from a link, was tried before', () => {
    const twice = [entry('a', false, 1, { seed: 9 }), entry('a', true, 2, { seed: 9 })];
    expect(masteries(ITEMS, twice)['target-port']).toEqual({ steps: 0, tries: 1, right: 0 });
    const other = [entry('a', false, 1, { seed: 9 }), entry('a', true, 2, { seed: 9, bank: 'before' })];
    expect(masteries(ITEMS, other)['target-port'].tries).toBe(2);
  });

  test('hints are counted with the answer', () => {
    const log = [entry('a', true, 1), entry('b', true, 2, { hints: 1 })];
    expect(masteries(ITEMS, log)['target-port'].steps).toBe(1);
  });

  test('answers to questions that the bank no longer has count for nothing', () => {
    const state = masteries(ITEMS, [entry('gone', true, 1), entry('a', true, 2)]);
    expect(state['target-port'].tries).toBe(1);
  });
});

describe('review', () => {
  const now = 100 * GAP;

  test('what was right comes again after three days, three times', () => {
    const days = (n: number): number => now - n * GAP;
    const due = (...entries: Entry[]): number => dueReviews(ITEMS, entries, now).length;
    expect(due(entry('a', true, now - GAP + 1))).toBe(0);
    expect(due(entry('a', true, days(1)))).toBe(1);
    const met = (...gaps: number[]): Entry[] => gaps.map((n) => entry('a', true, days(n), { seed: n }));
    expect(due(...met(3, 2, 1))).toBe(1);
    expect(due(...met(4, 3, 2, 1))).toBe(0);
  });

  test('an error comes again after two other questions', () => {
    const wrong = entry('a', false, now - HOUR);
    expect(dueReviews(ITEMS, [wrong, entry('c', true, now - 2)], now)).toEqual([]);
    const due = dueReviews(ITEMS, [wrong, entry('c', true, now - 2), entry('d', true, now - 1)], now);
    expect(due.map(({ id }) => id)).toEqual(['a']);
  });

  test('the same variant answered right once more does not take an error away', () => {
    const wrong = entry('a', false, now - HOUR, { seed: 5, sure: 'certain' });
    const again = entry('a', true, now - 3, { seed: 5 });
    const others = [entry('c', true, now - 2), entry('d', true, now - 1)];
    expect(dueReviews(ITEMS, [wrong, again, ...others], now).map(({ id }) => id)).toEqual(['a']);
  });

  test('an error made with confidence comes before all others, then other errors, then the rest', () => {
    const log = [
      entry('d', true, now - 2 * GAP),
      entry('a', false, now - 9 * HOUR),
      entry('b', false, now - 8 * HOUR, { sure: 'guess' }),
      entry('c', false, now - 7 * HOUR, { sure: 'certain' }),
      entry('x', true, now - 2),
      entry('x', true, now - 1),
    ];
    expect(dueReviews(ITEMS, log, now).map(({ id }) => id)).toEqual(['c', 'a', 'b', 'd']);
  });
});

describe('what comes next', () => {
  test('the question as its author wrote it first, then a variant', () => {
    const first = nextPick(ITEMS, [], 0, numbers());
    expect(first).toMatchObject({ seed: 0, why: 'new' });
    const review = nextPick([ITEMS[0] as Item], [entry('a', true, 0)], GAP, numbers());
    expect(review?.id).toBe('a');
    expect(review?.seed).toBeGreaterThan(0);
  });

  test('what has no variants comes as it is', () => {
    expect(nextPick([ITEMS[3] as Item], [entry('d', true, 0)], GAP, numbers())?.seed).toBe(0);
  });

  test('never runs out, never asks the same question twice in a row, and two open skills take turns', () => {
    const random = numbers();
    const log: Entry[] = [];
    const skill = new Map(ITEMS.map((item) => [item.id, item.skill]));
    for (let turn = 0; turn < 300; turn++) {
      const pick = nextPick(ITEMS, log, turn * HOUR, random);
      expect(pick).not.toBeNull();
      if (!pick) return;
      expect(pick.id).not.toBe(log.at(-1)?.id);
      if (turn > 0 && turn < 2) expect(skill.get(pick.id)).not.toBe(skill.get(log.at(-1)?.id ?? ''));
      log.push(entry(pick.id, turn % 3 !== 0, turn * HOUR, { seed: pick.seed }));
    }
    expect(new Set(log.map(({ id }) => id)).size).toBe(ITEMS.length);
  });

  test('whoever is right every time masters every skill', () => {
    const random = numbers();
    const log: Entry[] = [];
    for (let turn = 0; turn < 12; turn++) {
      const pick = nextPick(ITEMS.slice(0, 3), log, turn, random);
      if (pick) log.push(entry(pick.id, true, turn, { seed: pick.seed }));
    }
    const state = masteries(ITEMS, log);
    expect([state['target-port'].steps, state['node-port'].steps]).toEqual([2, 2]);
  });

  test('one skill can be practised alone', () => {
    const log: Entry[] = [];
    for (let turn = 0; turn < 10; turn++) {
      const pick = nextPick(ITEMS, log, turn, numbers(), 'node-port');
      expect(pick?.id).toBe('c');
      log.push(entry('c', true, turn, { seed: pick?.seed ?? 0 }));
    }
    expect(new Set(log.map(({ seed }) => seed)).size).toBe(10);
  });

  test('an empty bank asks nothing', () => {
    expect(nextPick([], [], 0, numbers())).toBeNull();
    expect(skillsOf([])).toEqual([]);
  });
});

test('an exam asks no question twice and takes from every skill', () => {
  const ids = examOf(ITEMS, [], 3, numbers()).map(({ id }) => id);
  const skills = ids.map((id) => ITEMS.find((item) => item.id === id)?.skill);
  expect(new Set(skills).size).toBe(3);
  expect(examOf(ITEMS, [], 50, numbers())).toHaveLength(ITEMS.length);
});

describe('when the questions have changed', () => {
  const old = entry('a', false, 1, { grade: { bank: 'before', facts: 'f', right: false } });

  test('answers graded with another bank are graded anew', () => {
    expect(ungraded([old, entry('b', true, 2)], 'now')).toEqual([old]);
    expect(regraded(old, 'now', 'f', true).grade).toEqual({ bank: 'now', facts: 'f', right: true });
    expect(regraded(old, 'now', 'f', true).answers).toEqual(old.answers);
  });

  test('an answer to what is now another question keeps its grade', () => {
    expect(regraded(old, 'now', 'other', true).grade).toEqual({ bank: 'now', facts: 'f', right: false });
  });
});

/**
 * Test-wise bots: they read no manifest and know nothing of Kubernetes, and follow one trick through the whole bank. A bank on which a trick
 * pays teaches the trick.
 */
import type { Choice, Sheet } from './sheet.ts';

export interface Bot {
  id: string;
  /** Null where the trick has no hold: then the bot guesses. */
  choose(sheet: Sheet): Choice | null;
}

const numbered = ({ choices }: Sheet): Choice[] => choices.filter(({ number }) => number !== null);

/** The one that beats all others; of equals the first. */
const best = (choices: readonly Choice[], rank: (choice: Choice) => number): Choice | null =>
  choices.reduce<Choice | null>((top, one) => (top === null || rank(one) > rank(top) ? one : top), null);

const ofNumbers = (id: string, rank: (choice: Choice) => number): Bot => ({
  id,
  choose: (sheet) => best(numbered(sheet), rank),
});

/** Options stand in fixed places; ports are typed and have none. */
const atPlace = (id: string, place: (count: number) => number): Bot => ({
  id,
  choose: ({ choices }) => {
    const typed = choices.some(({ value }) => value === 'nothing');
    return typed ? null : (choices[place(choices.length)] ?? null);
  },
});

export const BOTS: readonly Bot[] = [
  ofNumbers('first number', ({ at }) => -Math.min(...at)),
  ofNumbers('last number', ({ at }) => Math.max(...at)),
  ofNumbers('largest number', ({ number }) => number ?? 0),
  ofNumbers('smallest number', ({ number }) => -(number ?? 0)),
  ofNumbers('most frequent number', ({ at }) => at.length),
  { id: 'longest option', choose: ({ choices }) => best(choices, ({ text }) => text.length) },
  {
    id: 'nothing is reached',
    choose: ({ choices }) => choices.find(({ value }) => value === 'nothing') ?? null,
  },
  atPlace('first option', () => 0),
  atPlace('second option', () => 1),
  atPlace('third option', () => 2),
  atPlace('fourth option', () => 3),
  atPlace('last option', (count) => count - 1),
];

/** The bank of questions as a page uses it: fetched once, put by the engine in its worker, answered into the log. */
import type { Entry, Sure } from '../quiz/log.ts';
import type { PracticeItem } from '../quiz/practice-data.ts';
import type { Presented } from '../quiz/present.ts';
import type { OpenStorage } from '../quiz/progress.ts';
import type { ScenarioTexts } from '../quiz/scenario-of.ts';
import { newSeed } from '../quiz/schedule.ts';
import { askEngine } from './engine-client.ts';
import { type Desk, fetchJson } from './practice-words.ts';

export const storage: OpenStorage = () => localStorage;

export async function loadDesk(urls: { words: string; bank: string }): Promise<Desk> {
  const [words, data] = await Promise.all([
    fetchJson<Desk['words']>(urls.words),
    fetchJson<Desk['data']>(urls.bank),
  ]);
  return { words, data };
}

export const itemOf = ({ data }: Desk, id: string): PracticeItem | undefined =>
  data.items.find((item) => item.id === id);

export function textsOf({ data }: Desk, { question }: PracticeItem): ScenarioTexts {
  const texts = data.scenarios[question.scenario];
  if (!texts) throw new Error(`no scenario ${question.scenario}`);
  return texts;
}

export const present = (
  desk: Desk,
  item: PracticeItem,
  seed: number,
  bank = desk.data.bank,
): Promise<Presented> =>
  askEngine('vary', {
    texts: textsOf(desk, item),
    question: item.question,
    seed,
    bank,
    voice: desk.words.voice,
  });

/** A seed with which this question was not met before. */
export const freshSeed = ({ id }: PracticeItem, log: readonly Entry[]): number =>
  newSeed(new Set(log.filter((entry) => entry.id === id).map(({ seed }) => seed)), Math.random);

export interface Given {
  answers: readonly string[];
  /** Whether the first of them was right. */
  right: boolean;
  sure: Sure | null;
  /** Hints before the first answer. */
  hints: number;
  /** No further answer is taken. */
  closed: boolean;
}

/** `at`: when the question was put. */
export const entryOf = (
  { data }: Desk,
  { id, seed, bank, facts }: Presented,
  at: number,
  { answers, right, sure, hints }: Omit<Given, 'closed'>,
): Entry => ({
  id,
  seed,
  bank,
  at,
  answers,
  ...(sure ? { sure } : {}),
  ...(hints > 0 ? { hints } : {}),
  grade: { bank: data.bank, facts, right },
});

/** The questions of content/practice/: what is said about their answers in every language, and that nothing gives a key away. */
import { describe, expect, test } from 'vitest';
import { LANGS, type Lang } from '../../src/i18n/locales.ts';
import { type Asked, ask } from '../../src/quiz/ask.ts';
import { feedback } from '../../src/quiz/feedback.ts';
import { quizPayload, stemOf } from '../../src/quiz/index.ts';
import { plainText } from '../../src/quiz/marks.ts';
import { questionData } from '../../src/quiz/payload.ts';
import type { Outcome } from '../../src/quiz/response.ts';
import { isPortValue, OUTCOMES } from '../../src/quiz/response.ts';
import { BANK, PRACTICE } from './bank.ts';
import { namesEnding } from './endings.ts';

const ASKED: readonly Asked[] = PRACTICE.map(({ question }) => ask(question));

interface Said {
  name: string;
  lang: Lang;
  asked: Asked;
  /** Verdict, belief, rule, evidence. */
  text: string;
  /** The same, with the lines of the manifest and the route as far as they are shown. */
  all: string;
}

const saidOf = (asked: Asked, lang: Lang): Said[] => {
  const { words } = quizPayload({ questions: [] }, lang);
  const question = questionData(asked, lang);
  return asked.distractors.map(({ value }) => {
    const said = feedback(words, question, [value]);
    if (!said) throw new Error('no feedback on a wrong answer');
    const text = plainText([said.verdict, ...said.says].join(' '));
    const all = plainText([text, ...(said.lines?.text ?? []), ...(said.route?.lines ?? [])].join('\n'));
    return { name: `${asked.question.id} ${value} ${lang}`, lang, asked, text, all };
  });
};
const SAID = LANGS.flatMap((lang) => ASKED.flatMap((asked) => saidOf(asked, lang)));

const wordCount = (text: string): number =>
  text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
const hanCount = (text: string): number => [...text.matchAll(/\p{Script=Han}/gu)].length;

test('lessons and practice have at least a hundred questions', () => {
  expect(PRACTICE.length).toBeGreaterThanOrEqual(60);
  expect(BANK.length).toBeGreaterThanOrEqual(100);
});

describe('the first feedback', () => {
  test('has at most 45 words, in Chinese 90 Han characters', () => {
    const long = SAID.filter(({ lang, text }) =>
      lang === 'zh-CN' ? hanCount(text) > 90 : wordCount(text) > 45,
    );
    expect(long.map(({ name, text }) => `${name}: ${text}`)).toEqual([]);
  });

  test('prints no right number', () => {
    for (const { name, asked, all } of SAID) {
      const dialed = String(asked.situation.dialed.port);
      for (const value of asked.key.filter((one) => isPortValue(one) && one !== dialed))
        expect(all, name).not.toMatch(new RegExp(`(?<!\\d)${value}(?!\\d)`));
    }
  });

  test('names no right ending', () => {
    for (const { name, asked, lang, all } of SAID.filter(({ asked }) => asked.question.kind === 'outcome'))
      for (const value of asked.key)
        expect(namesEnding(all, lang, value as Outcome), `${name}: ${all}`).toBe(false);
  });

  test('explains every option of an outcome question by a belief', () => {
    for (const { question, key, distractors } of ASKED.filter(
      ({ question }) => question.kind === 'outcome',
    )) {
      const wrong = OUTCOMES.filter((value) => !key.includes(value));
      expect(distractors.map(({ value }) => value).sort(), question.id).toEqual(wrong.sort());
    }
  });
});

describe('the text of a question', () => {
  test('holds the number dialed and no other port, and never the right one', () => {
    for (const { question, situation, key } of ASKED) {
      expect(key, question.id).not.toContain(String(situation.dialed.port));
      for (const lang of LANGS) {
        const stem = plainText(stemOf(question, lang)).replace(/\d+(\.\d+){3}/g, '');
        const numbers = stem.match(/\d{2,}/g) ?? [];
        expect(numbers.filter((number) => number !== String(situation.dialed.port))).toEqual([]);
      }
    }
  });
});

test('every belief is one that some question is meant to catch or that explains an answer', () => {
  const used = new Set(
    BANK.flatMap(({ question }) => ask(question).distractors.flatMap((d) => d.beliefs.map(({ id }) => id))),
  );
  expect(used.size).toBeGreaterThanOrEqual(45);
});

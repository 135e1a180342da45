/** Hints on every question there is: they add to one another and give nothing away. */
import { describe, expect, test } from 'vitest';
import { LANGS } from '../../src/i18n/locales.ts';
import { quizMessages } from '../../src/i18n/quiz/index.ts';
import { ask } from '../../src/quiz/ask.ts';
import { type Hint, hintsOf } from '../../src/quiz/hints.ts';
import { quizPayload } from '../../src/quiz/index.ts';
import { reasonText } from '../../src/quiz/kinds/why.ts';
import { plainText } from '../../src/quiz/marks.ts';
import { questionData } from '../../src/quiz/payload.ts';
import { isPortValue, type Outcome } from '../../src/quiz/response.ts';
import { BANK } from './bank.ts';
import { namesEnding } from './endings.ts';

const ASKED = BANK.map(({ question }) => ask(question));
const WORDS = Object.fromEntries(LANGS.map((lang) => [lang, quizPayload({ questions: [] }, lang).words]));

const textOf = ({ says, lines, route }: Hint): string =>
  plainText([...says, ...(lines?.text ?? []), ...(route?.lines ?? [])].join('\n'));

describe.each(LANGS)('%s', (lang) => {
  const words = WORDS[lang] as (typeof WORDS)[string];
  const hinted = ASKED.map((asked) => {
    const data = questionData(asked, lang);
    return { asked, data, hints: hintsOf(words, data) };
  });

  test('every question has one to three hints, numbered', () => {
    for (const { asked, hints } of hinted) {
      expect(hints.length, asked.question.id).toBeGreaterThanOrEqual(1);
      expect(hints.length, asked.question.id).toBeLessThanOrEqual(3);
      for (const [index, { verdict }] of hints.entries())
        expect(verdict.match(/\d/g), asked.question.id).toEqual([String(index + 1), String(hints.length)]);
    }
  });

  test('a hint repeats the one before it and adds something', () => {
    for (const { asked, hints } of hinted)
      for (const [index, hint] of hints.slice(1).entries()) {
        const before = hints[index] as Hint;
        expect(hint.says.slice(0, before.says.length), asked.question.id).toEqual(before.says);
        expect(textOf(hint).length, asked.question.id).toBeGreaterThan(textOf(before).length);
      }
  });

  test('no hint prints a right number that the question does not hold', () => {
    for (const { asked, hints } of hinted) {
      const dialed = String(asked.situation.dialed.port);
      const numbers = asked.key.filter((value) => isPortValue(value) && value !== dialed);
      for (const value of numbers)
        expect(textOf(hints.at(-1) as Hint), asked.question.id).not.toMatch(
          new RegExp(`(?<!\\d)${value}(?!\\d)`),
        );
    }
  });

  test('no hint on an ending names it', () => {
    for (const { asked, hints } of hinted.filter(({ asked }) => asked.question.kind === 'outcome'))
      for (const value of asked.key)
        expect(namesEnding(textOf(hints.at(-1) as Hint), lang, value as Outcome), asked.question.id).toBe(
          false,
        );
  });

  test('no hint on a reason says it', () => {
    for (const { asked, hints } of hinted.filter(({ asked }) => asked.question.kind === 'why'))
      for (const value of asked.key)
        expect(textOf(hints.at(-1) as Hint), asked.question.id).not.toContain(
          plainText(reasonText(value, quizMessages(lang))),
        );
  });

  test('a question that asks for a line shows none, and one that asks for the route shows none', () => {
    for (const { asked, hints } of hinted) {
      const last = hints.at(-1) as Hint;
      if (asked.question.kind === 'which-line') expect(last.lines, asked.question.id).toBeNull();
      if (asked.question.kind === 'order-hops') expect(last.route, asked.question.id).toBeNull();
    }
  });

  test('the route of a hint ends before the hop that decides', () => {
    for (const { asked, data, hints } of hinted) {
      const { route } = hints.at(-1) as Hint;
      expect(route?.lines.length ?? 0, asked.question.id).toBeLessThan(data.route.length);
    }
  });
});

/** The three dictionaries say the same things, each in the typography of its language. */
import { describe, expect, test } from 'vitest';
import { LANGS } from '../../src/i18n/locales.ts';
import { plural } from '../../src/i18n/plural.ts';
import { ui as en } from '../../src/i18n/ui/en.ts';
import { ui as pl } from '../../src/i18n/ui/pl.ts';
import { ui as zh } from '../../src/i18n/ui/zh-cn.ts';
import { dictionaries } from './dictionaries.ts';
import { RULES } from './typography.ts';

const all = await dictionaries();
const PLURAL_FORM = /\.(one|few|many|other)$/;
const keysOf = (lang: (typeof LANGS)[number]): string[] =>
  [...new Set(all[lang].map(({ key }) => key.replace(PLURAL_FORM, '')))].sort();
const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''))].sort();

test('there are messages', () => {
  expect(all.en.length).toBeGreaterThan(200);
});

test.each(['pl', 'zh-CN'] as const)('%s has the messages of English, and no others', (lang) => {
  expect(keysOf(lang)).toEqual(keysOf('en'));
});

test.each(['pl', 'zh-CN'] as const)('%s fills in what English fills in', (lang) => {
  const english = new Map(all.en.map(({ key, text }) => [key, placeholders(text)]));
  const different = all[lang]
    .filter(({ key }) => english.has(key) && !PLURAL_FORM.test(key))
    .filter(({ key, text }) => placeholders(text).some((name) => !english.get(key)?.includes(name)));
  expect(different).toEqual([]);
});

describe.each(LANGS)('%s', (lang) => {
  test('no message has a stray space, but those that join others', () => {
    const joins = /\.(or|between|joinVerdict|listSeparator|listed|noteBreak)$/;
    expect(
      all[lang].filter(
        ({ key, text }) =>
          (lang !== 'zh-CN' && text !== text.trim() && !joins.test(key)) || text.includes('  '),
      ),
    ).toEqual([]);
  });

  test('backticks come in pairs', () => {
    expect(all[lang].filter(({ text }) => text.split('`').length % 2 === 0)).toEqual([]);
  });

  test.each(RULES[lang])('$rule', ({ wrong }) => {
    const found = all[lang].filter(({ text }) =>
      wrong.test(text.replace(/\{\w+\}/g, '◌').replace(/`[^`]*`|\[[^\]]*\]/g, '8080')),
    );
    expect(found).toEqual([]);
  });
});

describe('counted words', () => {
  test.each([
    [0, '0 pytań'],
    [1, '1 pytanie'],
    [2, '2 pytania'],
    [5, '5 pytań'],
    [12, '12 pytań'],
    [22, '22 pytania'],
    [112, '112 pytań'],
    [1.5, '1,5 pytania'],
  ])('pl: %d', (n, words) => {
    expect(plural('pl', pl.questions, n)).toBe(words);
  });

  test.each([
    [0, '0 questions'],
    [1, '1 question'],
    [2, '2 questions'],
    [1.5, '1.5 questions'],
    [112, '112 questions'],
  ])('en: %d', (n, words) => {
    expect(plural('en', en.questions, n)).toBe(words);
  });

  test.each([0, 1, 2, 5, 12, 22, 112])('zh-CN: %d', (n) => {
    expect(plural('zh-CN', zh.questions, n)).toBe(`${n} 道题`);
  });
});

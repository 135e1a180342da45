/** The articles and the glossary, held against the typography of their languages and against each other. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { glossary } from '../../src/glossary.ts';
import { LANGS } from '../../src/i18n/locales.ts';
import { articleFile, lessonIds } from '../../src/lessons.ts';
import { RULES } from '../i18n/typography.ts';

/** An article's lines of prose, components and code reduced to what stands in their place. */
const prose = (file: string): string[] =>
  readFileSync(file, 'utf8')
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/```[\s\S]*?```/g, '')
    .replace(/<Port[^>]*\/>/g, 'targetPort')
    .replace(/<code>[\s\S]*?<\/code>|`[^`\n]*`/g, '8080')
    .replace(/\{#[^}]*\}/g, '')
    .replace(/\{" "\}/g, ' ')
    .replace(/caption="([^"]*)"|title="([^"]*)"/g, '>$1$2<')
    .replace(/<[^>]*>/g, '')
    .replaceAll('\\', '')
    .split('\n')
    .flatMap((line) =>
      line.startsWith('|') ? line.split('|').filter((cell) => !/^[\s-]*$/.test(cell)) : [line],
    )
    .map((line) => line.trim());

describe.each(LANGS)('%s', (lang) => {
  describe.each(lessonIds())('%s', (id) => {
    const lines = prose(articleFile(id, lang));

    test.each(RULES[lang])('$rule', ({ wrong }) => {
      expect(lines.filter((line) => wrong.test(line))).toEqual([]);
    });

    test('headings have ids, sentence case and no full stop', () => {
      const headings = readFileSync(articleFile(id, lang), 'utf8').match(/^## .*$/gm) ?? [];
      expect(headings.length).toBeGreaterThan(3);
      for (const heading of headings) expect(heading).toMatch(/[^.。] \{#[a-z-]+\}$/);
    });
  });

  test.each(RULES[lang])('glossary: $rule', ({ wrong }) => {
    const texts = glossary(lang).map(({ term, text }) => `${term}: ${text}`.replace(/`[^`]*`/g, '8080'));
    expect(texts.map((text) => text.replace(/^[^:]*: /, '')).filter((text) => wrong.test(text))).toEqual([]);
  });
});

/** What every section of a lesson asks. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lessons } from '../../src/lessons.ts';

/** Heading id → ids of the questions below it. */
function sectionsOf(article: string): [string, string[]][] {
  return article
    .split(/^## /m)
    .slice(1)
    .map((section) => [
      /\{#([\w-]+)\}/.exec(section)?.[1] ?? '',
      [...section.matchAll(/<Quiz id="([\w-]+)"/g)].map(([, id = '']) => id),
    ]);
}

describe.each(lessons().map((lesson) => ({ id: lesson.id, lesson })))('$id', ({ lesson }) => {
  test.each(['pl', 'en', 'zh-cn'])(
    'every section of %s asks for a reason or for the line that decides',
    (file) => {
      const kinds = new Map(lesson.questions.map(({ id, kind }) => [id, kind]));
      const sections = sectionsOf(readFileSync(`content/lessons/${lesson.id}/${file}.mdx`, 'utf8'));
      expect(sections.length).toBeGreaterThan(4);
      const without = sections.filter(
        ([, ids]) => !ids.some((id) => kinds.get(id) === 'why' || kinds.get(id) === 'which-line'),
      );
      expect(without.map(([section]) => section)).toEqual([]);
    },
  );
});

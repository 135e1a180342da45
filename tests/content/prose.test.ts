/** The articles and the glossary, held against the typography of their languages and against each other. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { addressOf } from '../../src/engine/index.ts';
import { glossary } from '../../src/glossary.ts';
import { LANGS } from '../../src/i18n/locales.ts';
import { articleFile, lessonIds, lessons } from '../../src/lessons.ts';
import { isTraced, loadScenario } from '../../src/scenarios.ts';
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
  // A draft may lack a language.
  describe.each(lessonIds().filter((id) => existsSync(articleFile(id, lang))))('%s', (id) => {
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

describe.each(lessons().map(({ id }) => id))('%s', (id) => {
  const scenarios = lessons()
    .filter((lesson) => lesson.id === id)
    .flatMap((lesson) => lesson.facts.scenarios.map(loadScenario));
  const assigned = scenarios.flatMap(({ cluster, objects, connections }) => [
    ...['node-1', 'node-2', 'outside/out-1', ...objects.map((object) => addressName(object))].map((name) =>
      addressOf(cluster, name),
    ),
    ...Object.values(connections).flatMap((connection) =>
      isTraced(connection) ? (JSON.stringify(connection.traces).match(/\d+\.\d+\.\d+\.\d+/g) ?? []) : [],
    ),
  ]);
  const ELSEWHERE = ['127.0.0.1', '0.0.0.0', '10.254.0.0', '10.96.0.0'];

  test.each(LANGS)('every address in the %s article is one that its scenarios have', (lang) => {
    const written =
      readFileSync(articleFile(id, lang), 'utf8').match(/(?<!\d)\d{1,3}(?:\.\d{1,3}){3}(?!\d)/g) ?? [];
    expect(written.filter((address) => !assigned.includes(address) && !ELSEWHERE.includes(address))).toEqual(
      [],
    );
  });
});

test.each(LANGS)('the %s glossary is in the order of its alphabet, whether a term is code or not', (lang) => {
  const terms = glossary(lang).map(({ term }) => term.replaceAll('`', ''));
  expect(terms).toEqual([...terms].sort(new Intl.Collator(lang).compare));
});

/** `service/default/catalog`, as `addressOf` names things. */
function addressName({
  kind,
  metadata,
}: {
  kind: string;
  metadata: { namespace?: string; name?: string };
}): string {
  return `${kind.toLowerCase()}/${metadata.namespace ?? 'default'}/${metadata.name}`;
}

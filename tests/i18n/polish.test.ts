import { expect, test } from 'vitest';
import { bindPolish, bindPolishHtml } from '../../src/i18n/polish.ts';

test.each([
  ['i w Podzie', 'i\u00a0w\u00a0Podzie'],
  ['Z węzła', 'Z\u00a0węzła'],
  ['kot a pies', 'kot a\u00a0pies'],
  ['np. port', 'np.\u00a0port'],
  ['ma 5 pytań', 'ma 5\u00a0pytań'],
  ['port 8080 w Podzie', 'port 8080 w\u00a0Podzie'],
  ['klaster jest', 'klaster jest'],
  ['catalog-a lub catalog-b', 'catalog-a lub catalog-b'],
])('%s', (typed, bound) => {
  expect(bindPolish(typed)).toBe(bound);
});

test('a one-letter word before an element stays with it', () => {
  expect(bindPolishHtml('<p>łączy się z <data value="1">8080</data></p>')).toBe(
    '<p>łączy się z\u00a0<data value="1">8080</data></p>',
  );
});

test('attributes, code and preformatted text are left alone', () => {
  const html = '<p title="a b"><code>a b</code></p><pre><code>z <i>w x</i> o y</code></pre>';
  expect(bindPolishHtml(html)).toBe(html);
});

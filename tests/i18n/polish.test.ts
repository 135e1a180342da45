import { expect, test } from 'vitest';
import { bindPolish } from '../../src/i18n/polish.ts';
import { finishHtml } from '../../src/typography.ts';

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
  expect(finishHtml('pl', '<p>łączy się z <data value="1">8080</data></p>')).toBe(
    '<p>łączy się z\u00a0<data value="1">8080</data></p>',
  );
});

test('attributes, code and preformatted text are left alone', () => {
  const html = '<p title="a b"><code>a b</code></p><pre><code>z <i>w x</i> o y</code></pre>';
  expect(finishHtml('pl', html)).toBe(html);
});

test('short code stays in one piece, long names break after their dots', () => {
  const html = (inner: string): string => finishHtml('en', `<p>x <code>${inner}</code></p>`);
  const number =
    '<data class="n target" value="8170"><svg class="m"><use href="#m-target"/></svg>8170</data>';
  expect(html('http://test-service:8170')).toBe('<p>x <code class="nb">http://test-service:8170</code></p>');
  expect(html(`http://test-service:${number}`)).toBe(
    `<p>x <code class="nb">http://test-service:${number}</code></p>`,
  );
  expect(html('catalog.default.svc.cluster.local')).toBe(
    '<p>x <code>catalog.<wbr>default.<wbr>svc.<wbr>cluster.<wbr>local</code></p>',
  );
  expect(html('port')).toBe('<p>x <code>port</code></p>');
});

test('a machine name stays in one piece, but not in code or drawings', () => {
  expect(finishHtml('en', '<p>rules on node-1, <code>node-1</code></p>')).toBe(
    '<p>rules on <span class="nb">node-1</span>, <code class="nb">node-1</code></p>',
  );
  expect(finishHtml('en', '<svg><text>node-1</text></svg>')).toBe('<svg><text>node-1</text></svg>');
});

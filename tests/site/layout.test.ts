/** Nothing runs out of the page or over its neighbour, at any width. */
import { describe, expect, test } from 'vitest';
import { onPage, useBrowser } from './browser.ts';
import { LANG_PATHS, LESSONS, PAGE_TYPES } from './dist.ts';

useBrowser();

const WIDTHS = [320, 768, 1440] as const;
const PATHS = [...new Set([...PAGE_TYPES, ...LESSONS])];

describe.each(WIDTHS)('%i px', (width) => {
  test.each(LESSONS)('no word of a table on %s is broken', async (path) => {
    const broken = await onPage(path, { viewport: { width, height: 900 } }, (page) =>
      page.evaluate(() => {
        const words: string[] = [];
        for (const cell of document.querySelectorAll('.col > table :is(th, td)')) {
          const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; node = walker.nextNode())
            for (const match of (node.textContent ?? '').matchAll(/[\p{Script=Latin}]+/gu)) {
              const range = document.createRange();
              range.setStart(node, match.index);
              range.setEnd(node, match.index + match[0].length);
              const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.top)));
              if (lines.size > 1) words.push(match[0]);
            }
        }
        return words;
      }),
    );
    expect(broken).toEqual([]);
  });

  test.each(PATHS)('%s does not scroll sideways', async (path) => {
    const wider = await onPage(path, { viewport: { width, height: 900 } }, (page) =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    );
    expect(wider).toBeLessThanOrEqual(0);
  });

  test.each(LESSONS)('no two labels of a drawing on %s overlap, and none leaves it', async (path) => {
    const collisions = await onPage(path, { viewport: { width, height: 900 } }, (page) =>
      page.evaluate(() => {
        const found: string[] = [];
        for (const svg of document.querySelectorAll('svg[role=img]')) {
          const frame = svg.getBoundingClientRect();
          if (frame.width === 0) continue;
          const labels = [...svg.querySelectorAll('text')].map((text) => ({
            text: text.textContent ?? '',
            box: text.getBoundingClientRect(),
          }));
          for (const [i, a] of labels.entries()) {
            if (a.box.left < frame.left - 1 || a.box.right > frame.right + 1)
              found.push(`"${a.text}" leaves the drawing`);
            for (const b of labels.slice(i + 1)) {
              const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
              const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
              if (across > 1 && down > Math.min(a.box.height, b.box.height) * 0.35)
                found.push(`"${a.text}" over "${b.text}"`);
            }
          }
        }
        return found;
      }),
    );
    expect(collisions).toEqual([]);
  });
});

test.each(LANG_PATHS)('the home page of %s asks its question within the first screen', async (lang) => {
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ]) {
    const bottom = await onPage(`/${lang}/`, { viewport }, (page) =>
      page
        .locator('quiz-question input[type=text], quiz-question input:not([type])')
        .first()
        .evaluate((input) => input.getBoundingClientRect().bottom),
    );
    expect(bottom).toBeLessThanOrEqual(viewport.height);
  }
});

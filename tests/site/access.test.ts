/** WCAG 2.2 AA by axe-core, on every page type, in both themes and in forced colours. */
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { onPage, useBrowser } from './browser.ts';
import { PAGE_TYPES } from './dist.ts';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

useBrowser();

const LOOKS = [
  { name: 'light', options: { colorScheme: 'light' } },
  { name: 'dark', options: { colorScheme: 'dark' } },
  { name: 'forced colours', options: { forcedColors: 'active' } },
] as const;

describe.each(PAGE_TYPES)('%s', (path) => {
  test.each(LOOKS)('no violation in $name', async ({ options }) => {
    const violations = await onPage(path, { ...options, bypassCSP: true }, async (page) => {
      await page.addScriptTag({ path: axe });
      return page.evaluate(async () => {
        const { axe } = window as unknown as {
          axe: {
            run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
          };
        };
        const { violations } = await axe.run({
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        });
        return violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`,
        );
      });
    });
    expect(violations).toEqual([]);
  });
});

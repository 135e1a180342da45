/** WCAG 2.2 AA by axe-core, on every page type, in both themes and in forced colours. */
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { onPage, useBrowser } from './browser.ts';
import { LESSONS, PAGE_TYPES } from './dist.ts';

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

/** axe leaves out what is hidden from screen readers, and drawings; eyes do not. */
describe.each(LESSONS)('%s', (path) => {
  test.each(LOOKS.slice(0, 2))('every figure in a drawing can be read in $name', async ({ options }) => {
    const faint = await onPage(path, options, (page) =>
      page.evaluate(() => {
        const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
        const luminance = (color: string): number => {
          if (!canvas) return 0;
          canvas.fillStyle = color;
          canvas.fillRect(0, 0, 1, 1);
          const [r = 0, g = 0, b = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) => {
            const part = value / 255;
            return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
          });
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const contrast = (a: number, b: number): number => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        const grounds = ['--paper', '--land'].map((name) => {
          const probe = document.body.appendChild(document.createElement('i'));
          probe.style.color = `var(${name})`;
          const ground = luminance(getComputedStyle(probe).color);
          probe.remove();
          return ground;
        });
        const texts = [...document.querySelectorAll('svg text, svg tspan')].filter((text) =>
          text.checkVisibility(),
        );
        return texts
          .filter((text) =>
            grounds.some((ground) => contrast(luminance(getComputedStyle(text).fill), ground) < 4.5),
          )
          .map((text) => text.textContent);
      }),
    );
    expect(faint).toEqual([]);
  });
});

describe.each([320, 1440])('%i px', (width) => {
  test.each(PAGE_TYPES)('what is clicked on %s is at least 24 px high and wide', async (path) => {
    const small = await onPage(path, { viewport: { width, height: 900 } }, (page) =>
      page.evaluate(() =>
        [...document.querySelectorAll('a, button, input:not(.vh), .bar label')]
          // Links in running text are exempt, and a control takes the clicks on its label.
          .filter(
            (element) => element.checkVisibility() && !element.closest('p, dd, dt, td, figcaption, .skip'),
          )
          .map((element) => ({ element: element.closest('label') ?? element }))
          .filter(({ element }) => {
            const { width: wide, height: high } = element.getBoundingClientRect();
            return Math.min(wide, high) < 24;
          })
          .map(({ element }) => element.outerHTML.slice(0, 100)),
      ),
    );
    expect(small).toEqual([]);
  });
});

/** Design, section 7: what a first visit to a lesson costs. */
import { describe, expect, inject, test } from 'vitest';
import { onPage, useBrowser } from './browser.ts';
import { attributes, brotli, LESSONS, read } from './dist.ts';

useBrowser();

/** A module and everything it imports statically. */
function withImports(module: string, seen = new Set<string>()): Set<string> {
  if (seen.has(module)) return seen;
  seen.add(module);
  for (const [, path = ''] of read(module).matchAll(/(?:from|import)\s*"(\.[^"]+)"/g)) {
    withImports(new URL(path, `http://x${module}`).pathname, seen);
  }
  return seen;
}

describe.each(LESSONS)('%s', (lesson) => {
  test('HTML and CSS before the first paint fit into one TCP window of 14,600 bytes', async () => {
    const blocking = await onPage(lesson, {}, (page) =>
      page.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .filter(
            (entry) =>
              (entry as PerformanceResourceTiming & { renderBlockingStatus: string }).renderBlockingStatus ===
              'blocking',
          )
          .map((entry) => new URL(entry.name).pathname),
      ),
    );
    const html = read(lesson);
    const inHead = attributes(html.split('</head>')[0] ?? '', 'link rel="stylesheet"', 'href');
    expect(blocking.length).toBeGreaterThan(0);
    expect(inHead).toEqual(expect.arrayContaining(blocking));
    expect(brotli(html) + blocking.reduce((sum, href) => sum + brotli(read(href)), 0)).toBeLessThanOrEqual(
      14_600,
    );
  });

  test('all JavaScript before the first answer is at most 8 kB', () => {
    const modules = new Set<string>();
    for (const src of attributes(read(lesson), 'script', 'src')) withImports(src, modules);
    expect(modules.size).toBeGreaterThan(0);
    expect([...modules].reduce((sum, module) => sum + brotli(read(module)), 0)).toBeLessThanOrEqual(8_000);
  });

  test('its questions arrive as one JSON of at most 6 kB', () => {
    expect(brotli(read(`${lesson}quiz.json`))).toBeLessThanOrEqual(6_000);
  });

  test('nobody but this site is asked for anything, and no font is loaded', async () => {
    const requests: { url: string; type: string }[] = [];
    await onPage('/404.html', {}, async (page) => {
      page.on('request', (request) => requests.push({ url: request.url(), type: request.resourceType() }));
      await page.goto(lesson, { waitUntil: 'networkidle' });
      await page.mouse.wheel(0, 20_000);
      await page.waitForTimeout(200);
    });
    expect(requests.length).toBeGreaterThan(1);
    expect(requests.filter(({ url }) => new URL(url).origin !== inject('site'))).toEqual([]);
    expect(requests.filter(({ type }) => type === 'font')).toEqual([]);
  });
});

/** What a page does when it is touched: numbers light up together, the theme is kept, the video waits, the chooser suggests. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { onPage, useBrowser } from './browser.ts';

useBrowser();

const LESSON = '/en/lessons/node-port/';
const background = (locator: Locator): Promise<string> =>
  locator.evaluate((element) => getComputedStyle(element).backgroundColor);
const pick = (page: Page, within: string): Locator => page.locator(`${within} data.node`).first();

describe('a number pointed at', () => {
  test('in the manifest lights up in prose, diagram and hop list, and no other role does', async () => {
    await onPage(LESSON, { viewport: { width: 1440, height: 900 } }, async (page) => {
      const prose = pick(page, '.col > p');
      const other = page.locator('.col > p data.port').first();
      const underline = page.locator('.rh g.node .u').first();
      const width = (): Promise<string> => underline.evaluate((path) => getComputedStyle(path).strokeWidth);
      const [dark, thin] = [await background(prose), await width()];
      await pick(page, '.yaml').hover();
      const lit = await background(prose);
      expect(lit).not.toBe(dark);
      expect(await background(pick(page, '.hops'))).toBe(lit);
      expect(await background(other)).toBe(dark);
      expect(await width()).not.toBe(thin);
    });
  });

  test('with the keyboard: a hop that has the focus lights its numbers', async () => {
    await onPage(LESSON, {}, async (page) => {
      const prose = page.locator('.col > p data.port').first();
      const dark = await background(prose);
      await page.locator('.hops li').first().focus();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Shift+Tab');
      expect(await background(prose)).not.toBe(dark);
    });
  });
});

describe('the theme', () => {
  test('chosen is there before the first paint of the next page', async () => {
    await onPage('/en/', { colorScheme: 'light' }, async (page) => {
      await page.locator('theme-switch input[value=dark]').check({ force: true });
      const paper = await background(page.locator('html'));
      await page.route('**/*.js', (route) => route.abort());
      await page.goto(LESSON);
      expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
      expect(await background(page.locator('html'))).toBe(paper);
    });
  });

  test('goes back to what the system says', async () => {
    await onPage('/en/', { colorScheme: 'dark' }, async (page) => {
      const night = await background(page.locator('html'));
      await page.locator('theme-switch input[value=light]').check({ force: true });
      expect(await background(page.locator('html'))).not.toBe(night);
      await page.locator('theme-switch input[value=system]').check({ force: true });
      expect(await background(page.locator('html'))).toBe(night);
    });
  });
});

describe('the video', () => {
  const VIDEO = '/en/lessons/port-and-target-port/';

  test('contacts its host after the click and not before', async () => {
    await onPage('/en/', {}, async (page) => {
      const foreign: string[] = [];
      page.on('request', (request) => foreign.push(new URL(request.url()).host));
      await page.route(/^https:/, (route) => route.abort());
      await page.goto(VIDEO, { waitUntil: 'networkidle' });
      await page.locator('video-facade a').hover();
      expect(new Set(foreign)).toEqual(new Set([new URL(inject('site')).host]));
      await page.locator('video-facade a').click();
      await expect.poll(() => foreign).toContain('www.youtube-nocookie.com');
      expect(await page.locator('video-facade iframe').getAttribute('title')).not.toBe('');
    });
  });

  test('is a link where there is no JavaScript', async () => {
    await onPage(VIDEO, { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('video-facade a').getAttribute('href')).toContain('chU2pqzuC2I');
    });
  });
});

describe('the language chooser', () => {
  test.each([
    ['pl-PL', 'pl'],
    ['zh-SG', 'zh-CN'],
    ['en-GB', 'en'],
    ['zh-TW', undefined],
    ['de-DE', undefined],
  ])('suggests to a reader of %s: %s, and sends nobody anywhere', async (locale, suggested) => {
    await onPage('/', { locale }, async (page) => {
      await page.waitForFunction(() => customElements.get('choose-language'));
      const marked = page.locator('[data-suggested]');
      expect(await marked.count()).toBe(suggested ? 1 : 0);
      if (suggested) expect(await marked.getAttribute('hreflang')).toBe(suggested);
      expect(page.url()).toBe(`${inject('site')}/`);
    });
  });

  test('suggests the language chosen before', async () => {
    await onPage('/en/', { locale: 'en-US' }, async (page) => {
      await page.locator('language-switch a[hreflang=pl]').click();
      await page.waitForURL('**/pl/');
      await page.goto('/');
      expect(await page.locator('[data-suggested]').getAttribute('hreflang')).toBe('pl');
    });
  });
});

test('the manifest is copied as it stands in the file', async () => {
  await onPage(LESSON, { permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
    await page.locator('copy-button button').first().click();
    await page.locator('copy-button [role=status]:not(:empty)').first().waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^apiVersion: v1\nkind: Service\n[\s\S]* {4}targetPort: 8170\n/);
  });
});

test('the skip link leads to the content', async () => {
  await onPage(LESSON, {}, async (page) => {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  });
});

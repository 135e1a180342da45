/** Practice as people use it: keyboard, links, an exam, two tabs, and whatever a browser does to storage. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { onPage, useBrowser } from './browser.ts';
import { brotli, files, LANG_PATHS, read } from './dist.ts';

useBrowser();

const LOG = 'port-of-call/practice';
const NODE_PORT = '?q=node-port-from-outside&seed=0';
const logOf = (page: Page): Promise<{ id: string; seed: number; answers: string[] }[]> =>
  page.evaluate((key) => JSON.parse(localStorage.getItem(key) ?? '{"entries":[]}').entries, LOG);
const field = '.put input[type=text]';

async function answer(page: Page, text: string): Promise<void> {
  await page.locator(field).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

describe.each(LANG_PATHS)('%s', (lang) => {
  test('by keyboard: an error, the retry, the route, then the same question with other numbers', async () => {
    await onPage(`/${lang}/practice/${NODE_PORT}`, {}, async (page) => {
      await answer(page, '8080');
      await page.locator('.put .v').waitFor();
      const told = page.locator('.put .fb');
      expect(await told.getAttribute('aria-live')).toBe('polite');
      expect(await told.innerText()).not.toContain('8170');
      expect(await page.locator(field).isDisabled()).toBe(false);
      await answer(page, '32222');
      await page.locator('.put > .go .main').waitFor();
      expect(await told.innerText()).toContain('8170');
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('v');
      expect(await logOf(page)).toMatchObject([{ id: 'node-port-from-outside', answers: ['8080', '32222'] }]);
      await page.locator('.put > .go .main').focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(/seed=[1-9]/);
      await page.locator(`${field}:enabled`).waitFor();
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('put-q');
      expect(await page.locator('.sheet').innerText()).not.toContain('32222');
    });
  });

  test('at 320 px nothing but manifests scrolls sideways, and every target is at least 24 px high', async () => {
    await onPage(
      `/${lang}/practice/${NODE_PORT}`,
      { viewport: { width: 320, height: 800 } },
      async (page) => {
        await page.locator(field).waitFor();
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
        const heights = await page
          .locator('practice-desk :is(button, summary, label:has(input))')
          .evaluateAll((all) =>
            all.map((one) => one.getBoundingClientRect().height).filter((height) => height > 0),
          );
        expect(heights.length).toBeGreaterThan(12);
        expect(Math.min(...heights)).toBeGreaterThanOrEqual(24);
      },
    );
  });

  test('without JavaScript the page says what it needs and leads to the lessons', async () => {
    await onPage(`/${lang}/practice/`, { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('noscript').innerText()).toContain('JavaScript');
      expect(await page.locator('noscript a').count()).toBe(3);
      expect(await page.locator('.loading').isVisible()).toBe(false);
    });
  });
});

test('the header and the home page lead there', () => {
  for (const lang of LANG_PATHS)
    expect(read(`/${lang}/`).match(new RegExp(`href="/${lang}/practice/"`, 'g'))).toHaveLength(2);
});

test('a link gives the same variant to everybody', async () => {
  const sheet = (path: string) =>
    onPage(path, {}, async (page) => {
      await page.locator('.put').waitFor();
      return page.locator('.sheet').innerText();
    });
  const [english, again, other] = await Promise.all([
    sheet('/en/practice/?q=dial-the-port&seed=41'),
    sheet('/en/practice/?q=dial-the-port&seed=41'),
    sheet('/en/practice/?q=dial-the-port&seed=42'),
  ]);
  expect(again).toBe(english);
  expect(other).not.toBe(english);
});

test.each([
  '?q=no-such-question',
  '?q=%3Cimg%20src=x%3E&seed=1',
  '?q=dial-the-port&seed=-1',
  '?q=dial-the-port&seed=1e99&bank=%3Cb%3E',
])('a link that makes no sense still gives a question: %s', async (link) => {
  await onPage(`/en/practice/${link}`, {}, async (page) => {
    await page.locator('.put .q').waitFor();
    expect(await page.locator('.notices img, .notices b').count()).toBe(0);
  });
});

test('how sure somebody is does not count as an answer, and is kept with one', async () => {
  await onPage('/en/practice/?q=cluster-ip-from-outside&seed=0', {}, async (page) => {
    await page.locator('.sure input').last().check();
    await page.locator('.put .ans .main').click();
    await expect.poll(() => page.locator('.put .problem').innerText()).not.toBe('');
    expect(await logOf(page)).toEqual([]);
    await page.locator('.opts input[value=reached]').check();
    await page.locator('.put .ans .main').click();
    await page.locator('.put .v').waitFor();
    expect(await logOf(page)).toMatchObject([{ answers: ['reached'], sure: 'certain' }]);
    expect(await page.locator('.sure').count()).toBe(0);
  });
});

test('an exam warns once about what is unanswered, then shows every answer, and counts what was answered', async () => {
  await onPage('/en/practice/', {}, async (page) => {
    await page.locator('.side > .go button').click();
    await page.locator('.exam').waitFor();
    const places = await page.locator('.exam > .put').count();
    expect(places).toBe(10);
    const radio = page.locator('.exam input[type=radio]').first();
    await radio.check();
    await page.locator('.exam > .go .main').click();
    await expect.poll(() => page.locator('.exam > .problem').innerText()).toMatch(/\d/);
    expect(await page.locator('.exam .fb').count()).toBe(0);
    await page.waitForTimeout(800);
    await page.locator('.exam > .go .main').click();
    await expect.poll(() => page.locator('.exam .fb').count()).toBe(places);
    expect(await page.locator('.exam > h2').innerText()).toMatch(/of 10/);
    expect(await logOf(page)).toHaveLength(1);
  });
});

test('an exam that was begun survives a reload with all that was typed, until it is left', async () => {
  await onPage('/en/practice/', {}, async (page) => {
    await page.locator('.side > .go button').click();
    await page.locator('.exam').waitFor();
    const questions = await page.locator('.exam .q').allInnerTexts();
    const radio = page.locator('.exam input[type=radio]').nth(1);
    await radio.check();
    await page.reload();
    await page.locator('.exam').waitFor();
    expect(await page.locator('.exam .q').allInnerTexts()).toEqual(questions);
    expect(await radio.isChecked()).toBe(true);
    await page.locator('.exam > .go button').last().click();
    await page.locator('.stage > .put').waitFor();
    await page.reload();
    await page.locator('.stage > .put').waitFor();
    expect(await page.locator('.exam').count()).toBe(0);
  });
});

test('a double click hands an exam in once, and does not pass the warning that it brought up', async () => {
  await onPage('/en/practice/', {}, async (page) => {
    await page.locator('.side > .go button').click();
    await page.locator('.exam').waitFor();
    const submit = page.locator('.exam > .go .main');
    await submit.dblclick();
    await expect.poll(() => page.locator('.exam > .problem').innerText()).toMatch(/\d/);
    expect(await page.locator('.exam .fb').count()).toBe(0);
    await page.locator('.exam input[type=radio]').first().check();
    await page.waitForTimeout(800);
    await submit.evaluate((one) => {
      for (let turn = 0; turn < 3; turn++) (one as HTMLElement).click();
    });
    await page.waitForTimeout(800);
    await submit.dblclick();
    await expect.poll(() => page.locator('.exam .fb').count()).toBe(10);
    expect(await logOf(page)).toHaveLength(1);
    const heading = await page.locator('.exam > h2').innerText();
    await page.reload();
    await expect.poll(() => page.locator('.exam .fb').count()).toBe(10);
    expect(await page.locator('.exam > h2').innerText()).toBe(heading);
    expect(await logOf(page)).toHaveLength(1);
  });
});

test('a question that was answered goes on where it was left after a reload, and counts once', async () => {
  await onPage('/en/practice/?q=dial-the-port&seed=41', {}, async (page) => {
    await answer(page, '1');
    await page.locator('.put .v').waitFor();
    await page.reload();
    await expect.poll(() => page.locator('.put .v').allInnerTexts()).toEqual(['Incorrect.']);
    expect(await page.locator('.put button.main').innerText()).toBe('Try again');
    await answer(page, '2');
    await page.locator('.put > .go .main').waitFor();
    await page.reload();
    await page.locator('.put > .go .main').waitFor();
    expect(await page.locator(field).isDisabled()).toBe(true);
    expect(await logOf(page)).toMatchObject([{ seed: 41, answers: ['1', '2'] }]);
  });
});

test('another language puts the same question, with what was typed', async () => {
  await onPage('/en/practice/?q=dial-the-port&seed=41', {}, async (page) => {
    const sheet = await page.locator('.sheet .yaml').first().innerText();
    await page.locator(field).fill('77');
    await page.locator('language-switch a[hreflang=pl]').click();
    await page.waitForURL(/\/pl\/practice\/\?q=dial-the-port/);
    await expect.poll(() => page.locator(field).inputValue()).toBe('77');
    expect((await page.locator('.sheet pre').first().innerText()).trim()).toBe(
      sheet.split('\n').slice(1).join('\n').trim(),
    );
  });
});

test('who is asked for an address sees which there are', async () => {
  await onPage('/en/practice/?q=address-from-outside&seed=0', {}, async (page) => {
    expect(await page.locator('.sheet').innerText()).toContain('172.30.0.12');
    await page.locator('.put .wide').fill('http://172.30.0.12:30580');
    await page.locator('.put .ans .main').click();
    await expect.poll(() => page.locator('.put .v').innerText()).toBe('Correct.');
  });
});

test.each([1024, 1440])('at %i px no word of a question lies under a manifest', async (width) => {
  const viewport = { width, height: 900 };
  await onPage('/pl/practice/?q=full-name-same-port&seed=9', { viewport }, async (page) => {
    await page.locator('.put .sheet').waitFor();
    const right = await page.locator('.put .q').evaluate((stem) => {
      const range = document.createRange();
      range.selectNodeContents(stem);
      return Math.max(...[...range.getClientRects()].map((rect) => rect.right));
    });
    const left = await page.locator('.put .sheet').evaluate((sheet) => sheet.getBoundingClientRect().left);
    expect(right).toBeLessThanOrEqual(left);
  });
});

test('what is typed and not yet checked survives a reload', async () => {
  await onPage('/en/practice/?q=dial-the-port&seed=41', {}, async (page) => {
    await page.locator(field).fill('4711');
    await page.locator('.sure input').last().check();
    await page.reload();
    await page.locator(field).waitFor();
    await expect.poll(() => page.locator(field).inputValue()).toBe('4711');
    expect(await page.locator('.sure input').last().isChecked()).toBe(true);
  });
});

test('a hint lights the line in the manifest, and a right answer with hints is no step to mastery', async () => {
  await onPage(`/en/practice/${NODE_PORT}`, {}, async (page) => {
    const hint = page.locator('.put .ans button[type=button]');
    for (const n of [1, 2, 3]) {
      await hint.click();
      await expect.poll(() => page.locator('.put .v').innerText()).toBe(`Hint ${n} of 3`);
    }
    expect(await page.locator('.sheet .lit').innerText()).toContain('targetPort');
    await answer(page, '8170');
    await page.locator('.put > .go .main').waitFor();
    expect(await page.locator('[data-skill=node-port]').innerText()).toContain('in progress');
  });
});

test('two tabs: what one answers, the other counts', async () => {
  await onPage(`/en/practice/${NODE_PORT}`, {}, async (page) => {
    const other = await page.context().newPage();
    await other.goto('/en/practice/?q=dial-the-port&seed=0');
    await other.locator(field).waitFor();
    await answer(page, '8170');
    await page.locator('.put .v').waitFor();
    await expect.poll(() => other.locator('[data-skill=node-port]').innerText()).toContain('right once');
    await answer(other, '5000');
    await other.locator('.put .v').waitFor();
    expect((await logOf(page)).map(({ id }) => id).sort()).toEqual([
      'dial-the-port',
      'node-port-from-outside',
    ]);
  });
});

test('two first tries with different numbers make a skill mastered, and one can be practiced alone', async () => {
  await onPage('/en/practice/', {}, async (page) => {
    const done = (seed: number) => ({
      id: 'node-port-from-outside',
      seed,
      bank: 'x',
      at: seed,
      answers: ['8170'],
      grade: { bank: 'x', facts: 'x', right: true },
    });
    await page.evaluate(
      ([key, value]) => localStorage.setItem(key ?? '', value ?? ''),
      [LOG, JSON.stringify({ version: 1, entries: [done(1), done(2)] })],
    );
    await page.reload();
    await expect.poll(() => page.locator('[data-skill=node-port]').innerText()).toContain('mastered');
    await page.locator('[data-skill=dns]').click();
    await expect.poll(() => page.locator('.put > .eyebrow').innerText()).toContain('Names');
  });
});

describe('storage', () => {
  test.each(['{', '[]', '{"version":1,"entries":[{}]}'])(
    'damaged (%s): said, set aside, and practice goes on',
    async (damaged) => {
      await onPage('/en/', {}, async (page) => {
        await page.evaluate(([key, value]) => localStorage.setItem(key ?? '', value ?? ''), [LOG, damaged]);
        await page.goto(`/en/practice/${NODE_PORT}`);
        await answer(page, '8170');
        await page.locator('.put .v').waitFor();
        expect(await page.locator('.notices').innerText()).toContain('set aside');
        expect(await logOf(page)).toHaveLength(1);
      });
    },
  );

  test.each([
    ['forbidden', 'SecurityError'],
    ['full', 'QuotaExceededError'],
  ])('%s: said, and practice goes on', async (_, name) => {
    await onPage('/en/', {}, async (page) => {
      await page.addInitScript((error) => {
        const refuse = (): never => {
          throw new DOMException('no', error);
        };
        if (error === 'SecurityError') Object.defineProperty(window, 'localStorage', { get: refuse });
        else Storage.prototype.setItem = refuse;
      }, name);
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      await page.goto(`/en/practice/${NODE_PORT}`);
      await answer(page, '8170');
      await page.locator('.put > .go .main').waitFor();
      expect(await page.locator('.notices').innerText()).not.toBe('');
      expect(await page.locator('[data-skill=node-port]').innerText()).toContain('right once');
      expect(errors).toEqual([]);
    });
  });

  test('everything can be saved to a file, deleted, and read back', async () => {
    await onPage(`/en/practice/${NODE_PORT}`, { acceptDownloads: true }, async (page) => {
      await answer(page, '8170');
      await page.locator('.put .v').waitFor();
      await page.locator('.keep summary').click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.locator('.keep .go button').first().click(),
      ]);
      const file = readFileSync((await download.path()) ?? '', 'utf8');
      expect(file).toContain('node-port-from-outside');
      await page.locator('.keep > .go button').nth(2).click();
      await page.locator('.confirm .main').click();
      expect(await page.evaluate(() => localStorage.length)).toBe(0);
      expect(await page.locator('[data-skill=node-port]').innerText()).toContain('not tried');
      await page.locator('.keep input[type=file]').setInputFiles({
        name: 'port-of-call.json',
        mimeType: 'application/json',
        buffer: Buffer.from(file),
      });
      await expect.poll(() => page.locator('.keep .said').innerText()).toBe('1 answer added.');
      expect(await page.locator('[data-skill=node-port]').innerText()).toContain('right once');
    });
  });
});

test('when the questions cannot be fetched, that is said, and they can be asked for again', async () => {
  await onPage('/en/', {}, async (page) => {
    await page.route('**/practice.json', (route) => route.abort());
    await page.goto('/en/practice/');
    await page.locator('[role=alert] button').waitFor();
    await page.unroute('**/practice.json');
    await page.locator('[role=alert] button').click();
    await page.locator('.put .q').waitFor();
  });
});

test('the engine and all that it tells come as one worker of at most 60 kB', () => {
  const [worker = ''] = files('.js').filter((name) => name.includes('engine-worker'));
  expect(brotli(read(worker))).toBeLessThanOrEqual(60_000);
});

/** One whole quiz per language as people take it: keyboard, screen reader's live region, language switch, broken storage, no JavaScript. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { lessons } from '../../src/lessons.ts';
import { quizPayload } from '../../src/quiz/index.ts';
import { onPage, useBrowser } from './browser.ts';
import { LANG_PATHS, read } from './dist.ts';

useBrowser();

const KEYS = new Map(
  lessons().flatMap((lesson) =>
    Object.entries(quizPayload(lesson, 'en').questions).map(([id, data]) => [id, data.key] as const),
  ),
);
const keyOf = (id: string): string => KEYS.get(id)?.[0] ?? '';

const NODE_PORT = '/lessons/node-port/';
const QUESTION = 'node-port-from-outside';
const verdict = (question: Locator): Promise<string> => question.locator('.v').innerText();
const box = (question: Locator): Locator => question.locator('input[type=text]');

interface Logged {
  id: string;
  seed: number;
  answers: string[];
}
const logOf = (page: Page): Promise<Logged[]> =>
  page.evaluate(() => JSON.parse(localStorage.getItem('port-of-call/practice') ?? '{"entries":[]}').entries);

/** Types an answer into a question as somebody without a mouse does. */
async function type(page: Page, id: string, text: string): Promise<Locator> {
  const question = page.locator(`#${id}`);
  await box(question).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  return question;
}

/** `place=8080,…` of matched fields, `b-a-c` of ordered hops: which select gets which value. */
const chosen = (answer: string): string[][] =>
  answer.includes('=')
    ? answer.split(',').map((part) => part.split('='))
    : answer.split('-').map((name, index) => [name, String(index + 1)]);

async function answerByKeyboard(page: Page, id: string, answer: string): Promise<void> {
  const question = page.locator(`#${id}`);
  const radio = question.locator(`input[type=radio][value="${answer}"]`);
  if ((await radio.count()) > 0) {
    await question.locator('input[type=radio]').first().focus();
    await page.keyboard.press('Space');
    while (!(await radio.isChecked())) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
  } else if ((await question.locator('select').count()) > 0) {
    for (const [name, value = ''] of chosen(answer)) {
      const select = question.locator(`select[name="${name}"]`);
      await select.focus();
      await page.keyboard.press('Home');
      for (let step = 0; step < 30 && (await select.inputValue()) !== value; step++) {
        await page.keyboard.press('ArrowDown');
      }
      expect(await select.inputValue()).toBe(value);
    }
    await question.locator('button.main').focus();
    await page.keyboard.press('Enter');
  } else if ((await question.locator('textarea').count()) > 0) {
    await question.locator('textarea').focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText(decodeURIComponent(answer));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
  } else if (/^\d+$/.test(answer) || (await question.locator('input.wide').count()) > 0) {
    await type(page, id, answer);
  } else {
    await question.locator(`button[value="${answer}"]`).focus();
    await page.keyboard.press('Enter');
  }
  await question.locator('.v').waitFor();
}

describe.each(LANG_PATHS)('%s', (lang) => {
  test.each(lessons().map(({ slug }) => slug))(
    'every question of %s is answered right with the keyboard alone',
    async (slug) => {
      await onPage(`/${lang}/lessons/${slug}/`, {}, async (page) => {
        const ids = await page
          .locator('quiz-question')
          .evaluateAll((all) => all.map((question) => question.id));
        expect(ids.length).toBeGreaterThanOrEqual(4);
        for (const id of ids) {
          await answerByKeyboard(page, id, keyOf(id));
          const spoken = page.locator(`#${id} [data-part=feedback]`);
          expect(await spoken.getAttribute('aria-live')).toBe('polite');
          expect(await spoken.locator('li').count(), id).toBeGreaterThan(1);
          expect(
            await page.locator(`#${id} fieldset`).evaluate((set) => (set as HTMLFieldSetElement).disabled),
            id,
          ).toBe(true);
        }
      });
    },
  );

  test('a wrong number is explained without giving the right one away; after the second error the whole route is shown', async () => {
    await onPage(`/${lang}${NODE_PORT}`, {}, async (page) => {
      const question = await type(page, QUESTION, '8080');
      await question.locator('.v').waitFor();
      const first = await question.locator('[data-part=feedback]').innerText();
      expect(first).not.toContain('8170');
      expect(first).toContain('targetPort');
      expect(await box(question).isDisabled()).toBe(false);
      await type(page, QUESTION, '32222');
      await expect.poll(() => question.locator('[data-part=feedback]').innerText()).toContain('8170');
      expect(await question.locator('li').count()).toBeGreaterThan(2);
      expect(await box(question).isDisabled()).toBe(true);
    });
  });

  test('an unknown number gets the hops up to the deciding one', async () => {
    await onPage(`/${lang}${NODE_PORT}`, {}, async (page) => {
      const question = await type(page, QUESTION, '4711');
      await question.locator('.v').waitFor();
      expect(await question.locator('li').count()).toBeGreaterThan(0);
      expect(await question.locator('[data-part=feedback]').innerText()).not.toContain('8170');
    });
  });

  test('what cannot be a port is said so, costs no attempt and stays in the box', async () => {
    await onPage(`/${lang}${NODE_PORT}`, {}, async (page) => {
      for (const text of ['0', '65536', 'port', '-1', '80.5']) {
        const question = await type(page, QUESTION, text);
        await expect.poll(() => question.locator('.problem').innerText(), { message: text }).not.toBe('');
        expect(await box(question).inputValue()).toBe(text);
        expect(await question.locator('.v').count()).toBe(0);
      }
      const question = await type(page, QUESTION, '8170');
      await question.locator('.v').waitFor();
      expect(await box(question).isDisabled()).toBe(true);
    });
  });
});

test.each(['8170', ':8170', '8170/TCP', ' 8170 ', '８１７０', '8 170', '8\u00a0170', '8\u202f170'])(
  '"%s" is 8170',
  async (text) => {
    await onPage(`/en${NODE_PORT}`, {}, async (page) => {
      const question = page.locator(`#${QUESTION}`);
      await box(question).fill(text);
      await box(question).press('Enter');
      await question.locator('.v').waitFor();
      expect(await box(question).isDisabled()).toBe(true);
    });
  },
);

test('"nothing is reached" is an answer', async () => {
  await onPage(`/en${NODE_PORT}`, {}, async (page) => {
    await page.locator(`#${QUESTION} button[value=nothing]`).click();
    await page.locator(`#${QUESTION} .v`).waitFor();
    expect(await box(page.locator(`#${QUESTION}`)).isDisabled()).toBe(false);
  });
});

describe.each(LANG_PATHS)('%s', (lang) => {
  test('hints come one by one, name no right number and end with the last; the answer says how many there were', async () => {
    await onPage(`/${lang}${NODE_PORT}`, {}, async (page) => {
      const question = page.locator(`#${QUESTION}`);
      const hint = question.locator('button[value=hint]');
      await hint.focus();
      const verdicts: string[] = [];
      for (const n of [1, 2, 3]) {
        await page.keyboard.press('Enter');
        await expect.poll(() => question.locator('.v').innerText()).toContain(String(n));
        verdicts.push(await verdict(question));
        expect(await question.locator('[data-part=feedback]').innerText()).not.toContain('8170');
      }
      expect(new Set(verdicts).size).toBe(3);
      expect(await hint.isDisabled()).toBe(true);
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('v');
      expect(await page.evaluate(() => localStorage.length)).toBe(0);
      await type(page, QUESTION, '8170');
      await expect.poll(() => logOf(page)).toMatchObject([{ id: QUESTION, seed: 0, hints: 3 }]);
    });
  });

  test('after the answer the same question comes with other numbers, and not before is the engine loaded', async () => {
    await onPage(`/${lang}${NODE_PORT}`, {}, async (page) => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await type(page, QUESTION, '8170');
      const other = page.locator(`#${QUESTION} [data-part=variant]`);
      await other.waitFor();
      expect(asked.filter((url) => /engine-worker|practice\.json/.test(url))).toEqual([]);
      await other.focus();
      await page.keyboard.press('Enter');
      const put = page.locator(`#${QUESTION} + .put`);
      await put.waitFor();
      expect(asked.filter((url) => url.includes('engine-worker'))).toHaveLength(1);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe(`${QUESTION}-variant-q`);
      expect(await put.innerText()).not.toContain('32222');
      for (const text of ['1', '2']) {
        await put.locator('input[type=text]').fill(text);
        await page.keyboard.press('Enter');
        await expect.poll(() => logOf(page).then((log) => log.at(-1)?.answers.at(-1))).toBe(text);
      }
      const log = await logOf(page);
      expect(log.map(({ id }) => id)).toEqual([QUESTION, QUESTION]);
      expect(log[1]?.seed).toBeGreaterThan(0);
      await put.locator('.go button').click();
      await expect.poll(() => put.locator('.v').count()).toBe(0);
      expect(await page.locator('.put').count()).toBe(1);
    });
  });
});

test('what is answered in a lesson counts in practice', async () => {
  await onPage(`/en${NODE_PORT}`, {}, async (page) => {
    await type(page, QUESTION, '8170');
    await expect.poll(() => logOf(page)).toHaveLength(1);
    await page.goto('/en/practice/');
    await expect.poll(() => page.locator('[data-skill=node-port]').innerText()).toContain('right once');
  });
});

test('a manifest that was half repaired survives a reload', async () => {
  const lesson = lessons().find(({ questions }) => questions.some(({ kind }) => kind === 'repair'));
  const id = lesson?.questions.find(({ kind }) => kind === 'repair')?.id;
  await onPage(`/en/lessons/${lesson?.slug}/`, {}, async (page) => {
    const text = page.locator(`#${id} textarea`);
    await text.focus();
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type('# not yet');
    const typed = await text.inputValue();
    await page.reload();
    expect(await text.inputValue()).toBe(typed);
  });
});

test('hints that were asked for are remembered over a reload', async () => {
  await onPage(`/en${NODE_PORT}`, {}, async (page) => {
    const hint = page.locator(`#${QUESTION} button[value=hint]`);
    await hint.click();
    await expect.poll(() => page.locator(`#${QUESTION} .v`).innerText()).toBe('Hint 1 of 3');
    await page.reload();
    await type(page, QUESTION, '8170');
    await expect.poll(() => logOf(page)).toMatchObject([{ hints: 1 }]);
  });
});

test.each([
  ['address-of-the-process', 'where-each-port-lives', 'test-service:8080'],
  ['repair-nobody-is-there', 'port-and-target-port', ''],
])(
  '%s: when the engine cannot be loaded that is said, nothing is counted, and it can be checked again',
  async (id, slug, text) => {
    await onPage(`/en/lessons/${slug}/`, {}, async (page) => {
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      await page.context().route('**/engine-worker*', (route) => route.abort());
      const question = page.locator(`#${id}`);
      const control = question.locator('input[type=text], textarea');
      await control.fill(text || (await control.inputValue()).replace('app: catalogue', 'app: catalog'));
      await question.locator('button.main').click();
      await expect.poll(() => question.locator('.problem').innerText()).not.toBe('');
      expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
      await page.context().unroute('**/engine-worker*');
      await question.locator('button.main').click();
      await expect.poll(() => question.locator('.v').allInnerTexts()).toEqual(['Correct.']);
      expect(errors).toEqual([]);
    });
  },
);

test('two tabs: what one has closed, the other does not open', async () => {
  await onPage(`/en${NODE_PORT}`, {}, async (page) => {
    const other = await page.context().newPage();
    await other.goto(`/en${NODE_PORT}`);
    await type(page, QUESTION, '1');
    await page.locator(`#${QUESTION} .v`).waitFor();
    await type(page, QUESTION, '2');
    await expect.poll(() => box(page.locator(`#${QUESTION}`)).isDisabled()).toBe(true);
    await type(other, QUESTION, '8170');
    await expect.poll(() => box(other.locator(`#${QUESTION}`)).isDisabled()).toBe(true);
    expect(await verdict(other.locator(`#${QUESTION}`))).toBe('Incorrect.');
    const stored = await page.evaluate((id) => localStorage.getItem(`port-of-call/question/${id}`), QUESTION);
    expect(JSON.parse(stored ?? '').answers).toEqual(['1', '2']);
  });
});

test('an answer that cannot be stored is told about', async () => {
  await onPage(`/en${NODE_PORT}`, {}, async (page) => {
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await page.reload();
    const question = await type(page, QUESTION, '8170');
    await expect.poll(() => question.locator('.problem').innerText()).toContain('stored');
  });
});

test('switching the language keeps the answer, and the feedback comes in the new language', async () => {
  await onPage(`/en${NODE_PORT}`, {}, async (page) => {
    const english = await type(page, QUESTION, '8170');
    await english.locator('.v').waitFor();
    const said = await verdict(english);
    await page.locator('language-switch a[hreflang=pl]').click();
    await page.waitForURL(/\/pl\/lessons\/node-port\//);
    const polish = page.locator(`#${QUESTION}`);
    expect(await box(polish).inputValue()).toBe('8170');
    await box(polish).focus();
    await polish.locator('.v').waitFor();
    expect(await verdict(polish)).not.toBe(said);
  });
});

test('switching the language keeps the place on the page', async () => {
  await onPage(`/en${NODE_PORT}`, {}, async (page) => {
    await page.locator('#from-a-node').scrollIntoViewIfNeeded();
    await page.evaluate(() => document.querySelector('#from-a-node')?.scrollIntoView());
    await page
      .locator('language-switch a[hreflang="zh-CN"]')
      .evaluate((link) => (link as HTMLElement).click());
    await page.waitForURL(/\/zh-cn\/lessons\/node-port\/#/);
    expect(new URL(page.url()).hash).toBe('#from-a-node');
  });
});

test.each([
  '{',
  '[]',
  '{"version":99,"answers":["8170"]}',
  '{"version":1,"answers":[{}]}',
  '"x"',
  '{"version":1,"answers":["<b>"]}',
  '{"version":1,"answers":["%"]}',
])('stored data that is damaged or foreign is ignored: %s', async (damaged) => {
  await onPage(`/en${NODE_PORT}`, {}, async (page) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.evaluate(
      ([key, value]) => localStorage.setItem(key ?? '', value ?? ''),
      [`port-of-call/question/${QUESTION}`, damaged],
    );
    await page.reload();
    const question = await type(page, QUESTION, '8170');
    await question.locator('.v').waitFor();
    expect(errors).toEqual([]);
  });
});

test('without storage everything works but remembering', async () => {
  await onPage(`/en${NODE_PORT}`, {}, async (page) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    });
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.reload();
    const question = await type(page, QUESTION, '8170');
    await question.locator('.v').waitFor();
    await page.locator('theme-switch label').nth(1).click();
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    expect(errors).toEqual([]);
  });
});

test('when the answers cannot be fetched, that is said and what was typed stays', async () => {
  await onPage(`/en${NODE_PORT}`, {}, async (page) => {
    await page.route('**/quiz.json', (route) => route.abort());
    const question = await type(page, QUESTION, '8170');
    await expect.poll(() => question.locator('.problem').innerText()).not.toBe('');
    expect(await box(question).inputValue()).toBe('8170');
    await page.unroute('**/quiz.json');
    await type(page, QUESTION, '8170');
    await question.locator('.v').waitFor();
  });
});

describe('without JavaScript', () => {
  test.each(LANG_PATHS)('the questions of %s are readable, and the key is one link away', async (lang) => {
    await onPage(`/${lang}${NODE_PORT}`, { javaScriptEnabled: false }, async (page) => {
      const question = page.locator(`#${QUESTION}`);
      expect(await question.locator('.q').isVisible()).toBe(true);
      expect(await question.innerText()).not.toContain('8170');
      const key = question.locator(`a[href*="${NODE_PORT}key/"]`);
      expect(await key.isVisible()).toBe(true);
      await key.click();
      expect(await page.locator(`#${QUESTION}`).innerText()).toContain('8170');
    });
  });

  test('no question on a page holds its key or its feedback', () => {
    for (const lang of LANG_PATHS) {
      for (const lesson of lessons()) {
        const html = read(`/${lang}/lessons/${lesson.slug}/`);
        const payload = quizPayload(lesson, lang === 'zh-cn' ? 'zh-CN' : lang);
        for (const [id, data] of Object.entries(payload.questions)) {
          const [own = ''] =
            html.match(new RegExp(`<quiz-question id="${id}"[\\s\\S]*?</quiz-question>`)) ?? [];
          expect(own, id).not.toBe('');
          for (const key of data.key.filter((value) => /^\d+$/.test(value)))
            expect(own, id).not.toMatch(new RegExp(`(?<!\\d)${key}(?!\\d)`));
        }
      }
    }
  });
});

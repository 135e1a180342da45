/** What authors see with `npm run dev`: the site as readers will, and a report that nobody else gets. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bankRows } from '../../src/tools/bank.ts';
import { onPage, useBrowser } from './browser.ts';

useBrowser();

let server: ChildProcess;
let site = '';
beforeAll(async () => {
  const { NODE_ENV, VITEST, MODE, DEV, PROD, ...env } = process.env;
  server = spawn('astro', ['dev', '--port', '4850', '--ignore-lock'], { env: { ...env, FORCE_COLOR: '0' } });
  site = await new Promise<string>((resolve, reject) => {
    let said = '';
    server.on('exit', (code) => reject(new Error(`astro dev ended with ${code}: ${said}`)));
    server.stdout?.on('data', (text) => {
      said += text;
      const address = /http:\/\/localhost:\d+/.exec(said)?.[0];
      if (address) resolve(address);
    });
  });
});
afterAll(() => server?.kill());

test('a lesson is styled and its questions answer', async () => {
  await onPage('/', { baseURL: site }, async (page) => {
    const errors: string[] = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await page.goto(`${site}/en/lessons/node-port/`);
    const paper = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    expect(paper).not.toBe('rgba(0, 0, 0, 0)');
    const question = page.locator('#node-port-from-outside');
    await question.locator('input[type=text]').fill('8170');
    await question.locator('button.main').click();
    await question.locator('.v').waitFor();
    expect(errors).toEqual([]);
  });
});

test('the report names every question, with its key', async () => {
  await onPage('/', { baseURL: site }, async (page) => {
    await page.goto(`${site}/report/`);
    const ids = await page.locator('.questions tbody th').evaluateAll((all) => all.map(({ id }) => id));
    expect(ids).toEqual(bankRows().map(({ question }) => question.id));
    expect(await page.locator('.deck').innerText()).toContain(`${ids.length} questions, 0 faults`);
    expect(await page.locator('tr:has(#node-port-from-outside) .key').innerText()).toBe('8170');
  });
});

test('it is not part of the site', () => {
  expect(existsSync('dist/report')).toBe(false);
});

/** One browser for a test file, a new context (storage, cache, theme) for each page. */
import { spawnSync } from 'node:child_process';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

let browser: Browser;

function executable(): string {
  const named = process.env['CHROME'];
  if (named) return named;
  const found = ['chromium', 'google-chrome'].map((name) =>
    spawnSync('which', [name], { encoding: 'utf8' }).stdout.trim(),
  );
  return found.find(Boolean) ?? chromium.executablePath();
}

export function useBrowser(): void {
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executable(), args: FLAGS });
  });
  afterAll(() => browser?.close());
}

/** Opens a path of the site in a context of its own, hands it over and closes it. */
export async function onPage<T>(
  path: string,
  options: BrowserContextOptions,
  use: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ baseURL: inject('site'), reducedMotion: 'reduce', ...options });
  try {
    const page = await context.newPage();
    await page.goto(path);
    return await use(page);
  } finally {
    await context.close();
  }
}

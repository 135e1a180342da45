/**
 * What somebody hears who cannot see the page: the phrases that guidepup's simulated screen reader speaks, and, from Chromium itself, the roles,
 * names and states that real ones are given.
 */
import { build } from 'esbuild';
import type { Page } from 'playwright-core';

declare const guidepup: Pick<typeof import('@guidepup/virtual-screen-reader'), 'virtual'>;

let bundled: Promise<string> | undefined;

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: "export { virtual } from '@guidepup/virtual-screen-reader/browser.js';",
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    format: 'iife',
    globalName: 'guidepup',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

/** For a page in a context with `bypassCSP`. */
export async function addReader(page: Page): Promise<void> {
  bundled ??= bundle();
  await page.addScriptTag({ content: await bundled });
  // Chromium gives its text to nobody, but it stands in the document, and the simulator reads it.
  await page.evaluate(() => {
    for (const unused of document.querySelectorAll('noscript')) unused.remove();
  });
}

/** Everything that is spoken from the beginning of an element to its end. */
export const walk = (page: Page, within: string): Promise<string[]> =>
  page.locator(within).evaluate(async (container) => {
    const { virtual } = guidepup;
    await virtual.start({ container });
    const first = virtual.activeNode;
    const spoken: string[] = [];
    // Two things that the simulator reads off the markup, and screen readers do not.
    const asRead = (phrase: string): string => {
      const node = virtual.activeNode;
      const field = node?.parentElement;
      // The text that a field began with stands for the one it has.
      if (field instanceof HTMLTextAreaElement) return field.value;
      // The value that a button submits is said of nothing.
      return node instanceof HTMLButtonElement && node.value ? phrase.replace(`, ${node.value}`, '') : phrase;
    };
    do {
      spoken.push(asRead(await virtual.lastSpokenPhrase()));
      await virtual.next();
    } while (virtual.activeNode !== first && spoken.length < 1_000);
    await virtual.stop();
    return spoken;
  });

/** What live regions announce while something is done that draws a verdict, and shortly after: it could be said again. */
export async function announced(page: Page, within: string, act: () => Promise<void>): Promise<string[]> {
  await page.locator(within).evaluate((container) => guidepup.virtual.start({ container }));
  await act();
  return page.evaluate(async () => {
    const { virtual } = guidepup;
    const live = async () =>
      (await virtual.spokenPhraseLog()).filter((phrase) => /^(polite|assertive): /.test(phrase));
    const pause = (time: number) => new Promise((done) => setTimeout(done, time));
    for (let tries = 0; tries < 200 && (await live()).length === 0; tries++) await pause(25);
    await pause(50);
    const heard = await live();
    await virtual.stop();
    return heard;
  });
}

export interface Exposed {
  role: string;
  name: string;
  description: string;
  value: string;
  checked: boolean;
  disabled: boolean;
}

/** Chromium's own accessibility tree, in the order of the document, without what it keeps from screen readers. */
export async function exposed(page: Page, within: string): Promise<Exposed[]> {
  const client = await page.context().newCDPSession(page);
  try {
    const { root } = await client.send('DOM.getDocument', { depth: 0 });
    const { nodeId } = await client.send('DOM.querySelector', { nodeId: root.nodeId, selector: within });
    const { nodes } = await client.send('Accessibility.queryAXTree', { nodeId });
    return nodes
      .filter(({ ignored }) => !ignored)
      .map(({ role, name, description, value, properties = [] }) => {
        const is = (state: string): boolean =>
          properties.some((property) => property.name === state && String(property.value.value) === 'true');
        return {
          role: String(role?.value ?? ''),
          name: String(name?.value ?? ''),
          description: String(description?.value ?? ''),
          value: String(value?.value ?? ''),
          checked: is('checked'),
          disabled: is('disabled'),
        };
      });
  } finally {
    await client.detach();
  }
}

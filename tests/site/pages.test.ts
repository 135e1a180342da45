/** What must hold of every built page. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { THEME_SNIPPET } from '../../src/layouts/security.ts';
import { attributes, files, LANG_PATHS, LESSON_SLUGS, LESSONS, pathOf, read } from './dist.ts';

const SITE = 'https://port-of-call.example';
const PAGES = files('.html').map(pathOf);
const isPage = (path: string): boolean =>
  existsSync(join('dist', path.endsWith('/') ? `${path}index.html` : path));
const textOf = (html: string): string =>
  html.replace(/<(script|style|pre|code|title)\b[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]*>/g, '');

test('there are pages of every type in three languages', () => {
  for (const lang of LANG_PATHS) {
    expect(PAGES).toEqual(
      expect.arrayContaining([
        `/${lang}/`,
        `/${lang}/practice/`,
        `/${lang}/glossary/`,
        `/${lang}/404.html`,
        `/${lang}/series/service-ports/`,
      ]),
    );
    for (const slug of LESSON_SLUGS)
      expect(PAGES).toEqual(
        expect.arrayContaining([`/${lang}/lessons/${slug}/`, `/${lang}/lessons/${slug}/key/`]),
      );
  }
});

describe.each(PAGES)('%s', (path) => {
  const html = read(path);

  test('states its language, has one h1 and a description', () => {
    const lang = LANG_PATHS.find((segment) => path.startsWith(`/${segment}/`)) ?? 'en';
    expect(attributes(html, 'html', 'lang')).toEqual([lang === 'zh-cn' ? 'zh-CN' : lang]);
    expect(html.match(/<h1\b/g)).toHaveLength(1);
    expect(html).toMatch(/<meta name="description" content="[^"]{5,160}"/);
  });

  test('every link to this site leads somewhere', () => {
    for (const link of attributes(html, 'a', 'href')) {
      if (link.startsWith('https:')) continue;
      expect(link, "an address of a scenario is no link: write {'http://…'}").not.toMatch(/^http:/);
      const [target = '', hash] = link.split('#');
      const page = target === '' ? path : target;
      expect(isPage(page), `${link} on ${path}`).toBe(true);
      if (hash && page.endsWith('/')) expect(read(page), `${link} on ${path}`).toContain(`id="${hash}"`);
    }
  });

  test('no id stands twice', () => {
    const ids = attributes(html, '[a-z-]+', 'id');
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test('nothing inline but the theme snippet', () => {
    expect(html).not.toMatch(/<[^>]+\sstyle=/);
    expect(html).not.toMatch(/<style\b/);
    expect(html).not.toMatch(/<[^>]+\son[a-z]+=/);
    const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
      (match) => match[1],
    );
    expect(inline).toEqual([THEME_SNIPPET]);
  });

  test('Markdown is rendered, not printed', () => {
    expect(textOf(html)).not.toMatch(/\*\*|\{#/);
  });
});

describe('languages', () => {
  const indexed = PAGES.filter((path) => !read(path).includes('content="noindex"'));

  test.each(indexed)('%s names itself and its translations, and they name it', (path) => {
    const alternates = [...read(path).matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g)];
    const own = alternates.map(([, hreflang, url]) => `${hreflang} ${url}`).sort();
    expect(alternates.map(([, hreflang]) => hreflang).sort()).toEqual([
      'en',
      'pl',
      'x-default',
      'zh-CN',
      'zh-Hans',
    ]);
    for (const [, , url = ''] of alternates) {
      const other = url.replace(SITE, '');
      const theirs = [...read(other).matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g)];
      expect(theirs.map(([, hreflang, href]) => `${hreflang} ${href}`).sort(), other).toEqual(own);
    }
    expect(own).toContain(
      `x-default ${SITE}${/^\/(?:[a-z-]+\/)?$/.test(path) ? '/' : path.replace(/^\/[a-z-]+/, '/en')}`,
    );
    expect(attributes(read(path), 'link', 'href')).toContain(`${SITE}${path}`);
  });

  test.each(LESSON_SLUGS)('%s has the same headings, routes and questions in every language', (slug) => {
    const [first = '', ...others] = LANG_PATHS.map((lang) => `/${lang}/lessons/${slug}/`);
    const ids = (path: string): string[] => attributes(read(path), '(?:h2|figure|quiz-question)', 'id');
    expect(ids(first).length).toBeGreaterThan(8);
    for (const other of others) expect(ids(other)).toEqual(ids(first));
  });

  test('Polish pages leave no one-letter word at the end of a line', () => {
    for (const path of PAGES.filter((page) => page.startsWith('/pl/'))) {
      expect(textOf(read(path)).match(/(?<![\p{L}\p{N}-])[aiouwz] \S{1,12}/giu) ?? [], path).toEqual([]);
    }
  });

  test('the sitemap lists every indexed page with all its alternates', () => {
    const sitemap = read('/sitemap.xml');
    const listed = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) =>
      (match[1] ?? '').replace(SITE, ''),
    );
    expect(listed.sort()).toEqual([...indexed].sort());
    for (const [entry] of sitemap.matchAll(/<url>.*<\/url>/g)) {
      expect(attributes(entry, 'xhtml:link', 'hreflang').sort()).toEqual([
        'en',
        'pl',
        'x-default',
        'zh-CN',
        'zh-Hans',
      ]);
    }
  });

  test.each(LANG_PATHS)('the feed of %s lists its lessons', (lang) => {
    const feed = read(`/${lang}/rss.xml`);
    for (const slug of LESSON_SLUGS) expect(feed).toContain(`<link>${SITE}/${lang}/lessons/${slug}/</link>`);
    expect(feed).toContain(`<language>${lang}</language>`);
  });
});

test('the policy that hosts are told is the one of the pages', () => {
  const policy = /<meta http-equiv="content-security-policy" content="([^"]*)"/.exec(read('/en/'))?.[1] ?? '';
  expect(policy).toContain("script-src 'self' 'sha256-");
  expect(policy).not.toContain('unsafe-inline');
  expect(read('/_headers')).toContain(policy.replaceAll('&#39;', "'"));
});

test.each(LESSONS)('%s says nothing of a key', (lesson) => {
  expect(read(lesson)).toContain(`${lesson}key/`);
  expect(read(`${lesson}key/`)).toContain('noindex');
});

/**
 * Every address of the site is decided here: `href()` for links, `alternates()` for hreflang and the sitemap.
 * A page has the same path in all three languages, so switching the language keeps the page.
 */
import { LANGS, type Lang, LOCALES } from './i18n/locales.ts';

/** A path below a language, without slashes at its ends: `lessons/node-port`; empty for the home page. */
export type PagePath = string;

const base = (import.meta.env?.BASE_URL ?? '/').replace(/\/?$/, '/');

/** The link to a page in a language; with `hash`, to a place on it. */
export function href(lang: Lang, page: PagePath = '', hash = ''): string {
  return `${base}${LOCALES[lang].path}/${page ? `${page}/` : ''}${hash ? `#${hash}` : ''}`;
}

/** The link to a file that stands outside the languages, such as `favicon.svg`; empty for the language chooser. */
export const fileHref = (file = ''): string => `${base}${file}`;

export const practicePage: PagePath = 'practice';
export const lessonPage = (slug: string): PagePath => `lessons/${slug}`;
export const keyPage = (slug: string): PagePath => `lessons/${slug}/key`;

export interface Alternate {
  hreflang: string;
  url: string;
}

/**
 * A page in every language, absolute, as search engines want it: reciprocal, with `x-default` on English; of the home page, on the
 * language chooser.
 */
export function alternates(site: URL | undefined, page: PagePath): Alternate[] {
  const absolute = (lang: Lang): string => new URL(href(lang, page), site).href;
  const each = LANGS.flatMap((lang) =>
    LOCALES[lang].hreflang.map((hreflang) => ({ hreflang, url: absolute(lang) })),
  );
  const fallback = page === '' ? new URL(fileHref(), site).href : absolute('en');
  return [...each, { hreflang: 'x-default', url: fallback }];
}

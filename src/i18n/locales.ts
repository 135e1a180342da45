/**
 * The three languages: their codes, their place in a URL, their names in their own words.
 * hreflang and og:locale forms follow what search engines and Open Graph read (zh-Hans covers readers outside China too).
 */

export const LANGS = ['pl', 'en', 'zh-CN'] as const;
export type Lang = (typeof LANGS)[number];

/** The first path segment of a page in that language. */
export type LangPath = 'pl' | 'en' | 'zh-cn';

export interface Locale {
  lang: Lang;
  path: LangPath;
  /** The language's own name. */
  name: string;
  ogLocale: string;
  /** The hreflang values of a page in this language. */
  hreflang: readonly string[];
}

export const LOCALES: Readonly<Record<Lang, Locale>> = {
  pl: { lang: 'pl', path: 'pl', name: 'Polski', ogLocale: 'pl_PL', hreflang: ['pl'] },
  en: { lang: 'en', path: 'en', name: 'English', ogLocale: 'en_US', hreflang: ['en'] },
  'zh-CN': {
    lang: 'zh-CN',
    path: 'zh-cn',
    name: '简体中文',
    ogLocale: 'zh_CN',
    hreflang: ['zh-Hans', 'zh-CN'],
  },
};

const BY_PATH = new Map<string, Lang>(LANGS.map((lang) => [LOCALES[lang].path, lang]));

/** `zh-cn` → `zh-CN`; undefined for anything that is no language's path. */
export const langOfPath = (path: string): Lang | undefined => BY_PATH.get(path);

/** The language of a page from its URL: the first path segment after `base`. Throws for a page that has none. */
export function langOf(page: { url: URL }): Lang {
  for (const segment of page.url.pathname.split('/')) {
    const lang = langOfPath(segment);
    if (lang) return lang;
  }
  throw new Error(`no language in the path ${page.url.pathname}`);
}

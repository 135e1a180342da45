/** For pages that exist once per language: `getStaticPaths` and the language of the path. */
import { LANGS, type Lang, LOCALES, langOfPath } from './i18n/locales.ts';

export interface LangParams {
  lang: string;
}

export const languagePaths = (): { params: LangParams }[] =>
  LANGS.map((lang) => ({ params: { lang: LOCALES[lang].path } }));

/** Every language times every item: the static paths of pages below a language. */
export const pathsFor = <P extends Record<string, string>, Q>(
  items: readonly { params: P; props: Q }[],
): { params: P & LangParams; props: Q }[] =>
  languagePaths().flatMap(({ params }) =>
    items.map((item) => ({ params: { ...params, ...item.params }, props: item.props })),
  );

export function langParam(params: { lang?: string | undefined }): Lang {
  const lang = langOfPath(params.lang ?? '');
  if (!lang) throw new Error(`no language has the path "${params.lang}"`);
  return lang;
}

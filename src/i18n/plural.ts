/**
 * Messages are data: a string with `{placeholders}`, or one string per plural category of the language.
 * Categories are those of CLDR (Intl.PluralRules); leaving one out is a compile error.
 */
import type { Lang } from './locales.ts';

interface Categories {
  pl: 'one' | 'few' | 'many' | 'other';
  en: 'one' | 'other';
  'zh-CN': 'other';
}

/** A plural message: `{n}` is the number. */
export type Plural<L extends Lang = Lang> = Readonly<Record<Categories[L], string>>;

type AnyPlural = { readonly other: string } & Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;

/** Puts the values into a template; a placeholder without a value is a programmer's mistake. */
export function fill(template: string, values: Readonly<Record<string, string | number>> = {}): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`no value for {${name}} in "${template}"`);
    return String(value);
  });
}

/** The form for `n`, filled. Port numbers are no quantities: never pass them here as `n`. */
export function plural(
  lang: Lang,
  message: AnyPlural,
  n: number,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const form = message[new Intl.PluralRules(lang === 'en' ? 'en-US' : lang).select(n)] ?? message.other;
  return fill(form, { n: new Intl.NumberFormat(lang === 'en' ? 'en-US' : lang).format(n), ...values });
}

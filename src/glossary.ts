/** content/glossary.yaml: every term in three languages. A term that lacks one is an AuthorError. */
import { z } from 'astro/zod';
import { AuthorError, type AuthorMistake, didYouMean } from './author-error.ts';
import { checked, parseYaml, read } from './checked-yaml.ts';
import type { Lang } from './i18n/locales.ts';

const FILE = 'content/glossary.yaml';

const entry = z.strictObject({ term: z.string().min(1), text: z.string().min(1) });
const schema = z.array(
  z.strictObject({ id: z.string().regex(/^[a-z-]+$/), pl: entry, en: entry, 'zh-CN': entry }),
);

export interface Term {
  id: string;
  term: string;
  text: string;
}

/** The terms in the order of their language's own alphabet. */
export function glossary(lang: Lang): Term[] {
  const collator = new Intl.Collator(lang);
  return all()
    .map((item) => ({ id: item.id, ...item[lang] }))
    .sort((a, b) => collator.compare(a.term.replaceAll('`', ''), b.term.replaceAll('`', '')));
}

/** The term of that id. Throws an AuthorError that names the nearest one. */
export function termOf(lang: Lang, id: string): Term {
  const terms = glossary(lang);
  const found = terms.find((term) => term.id === id);
  if (found) return found;
  const message = `the glossary has no term "${id}". ${didYouMean(
    id,
    terms.map((term) => term.id),
  )}`;
  throw new AuthorError([{ file: FILE, line: 1, column: 1, message }]);
}

let cache: { text: string; terms: z.infer<typeof schema> } | undefined;

function all(): z.infer<typeof schema> {
  const text = read(FILE);
  if (cache?.text === text) return cache.terms;
  const { value, mistakes, at } = checked(FILE, parseYaml(text), schema);
  if (!value) throw new AuthorError(mistakes);
  const twice = value.flatMap(({ id }, index): AuthorMistake[] => {
    const first = value.findIndex((other) => other.id === id);
    if (first === index) return [];
    const message = `the id "${id}" is already used in line ${at([first]).line}. Give one of the terms another.`;
    return [{ file: FILE, ...at([index, 'id']), message }];
  });
  if (twice.length > 0) throw new AuthorError(twice);
  cache = { text, terms: value };
  return value;
}

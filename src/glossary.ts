/** content/glossary.yaml: every term in three languages. A term that lacks one is an AuthorError. */
import { readFileSync } from 'node:fs';
import { z } from 'astro/zod';
import { parse } from 'yaml';
import { AuthorError, didYouMean } from './author-error.ts';
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
    .sort((a, b) => collator.compare(a.term, b.term));
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
  const text = readFileSync(FILE, 'utf8');
  if (cache?.text === text) return cache.terms;
  const value: unknown = parse(text);
  const result = schema.safeParse(value);
  if (!result.success) {
    throw new AuthorError(
      result.error.issues.map((issue) => {
        const id = (value as { id?: string }[] | null)?.[Number(issue.path[0])]?.id;
        const line = text.split('\n').findIndex((row) => row.includes(`id: ${id}`)) + 1;
        return {
          file: FILE,
          line: Math.max(line, 1),
          column: 1,
          message: `term "${id ?? String(issue.path[0])}", ${issue.path.slice(1).join('.')}: ${issue.message}`,
        };
      }),
    );
  }
  cache = { text, terms: result.data };
  return result.data;
}

/** Every message of every language, flattened: `ui.legend.port` → its text. */
import { readdirSync } from 'node:fs';
import { LANGS, type Lang, LOCALES } from '../../src/i18n/locales.ts';

export interface Message {
  key: string;
  text: string;
}

const DOMAINS = readdirSync('src/i18n', { withFileTypes: true }).filter((entry) => entry.isDirectory());

export async function dictionary(lang: Lang): Promise<Message[]> {
  const modules = DOMAINS.map(
    ({ name }) => import(`../../src/i18n/${name}/${LOCALES[lang].path}.ts`) as Promise<object>,
  );
  const loaded = await Promise.all(modules);
  return loaded.flatMap((module, index) => flatten(DOMAINS[index]?.name ?? '', Object.values(module)[0]));
}

export const dictionaries = async (): Promise<Record<Lang, Message[]>> =>
  Object.fromEntries(await Promise.all(LANGS.map(async (lang) => [lang, await dictionary(lang)]))) as Record<
    Lang,
    Message[]
  >;

function flatten(key: string, value: unknown): Message[] {
  if (typeof value === 'string') return [{ key, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => flatten(`${key}.${name}`, inner));
}

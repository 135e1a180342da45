/** The built site as files. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { lessons } from '../../src/lessons.ts';

const DIST = 'dist';

export const LANG_PATHS = ['pl', 'en', 'zh-cn'] as const;
export const LESSON_SLUGS = lessons().map(({ slug }) => slug);
export const LESSONS = LANG_PATHS.flatMap((lang) => LESSON_SLUGS.map((slug) => `/${lang}/lessons/${slug}/`));

/** One page of every type, in every language. */
export const PAGE_TYPES = [
  '/',
  '/404.html',
  ...LANG_PATHS.flatMap((lang) =>
    [
      '',
      'lessons/node-port/',
      'lessons/node-port/key/',
      'practice/',
      'glossary/',
      'series/service-ports/',
      'categories/ports/',
      '404.html',
    ].map((page) => `/${lang}/${page}`),
  ),
];

export const files = (extension: string): string[] =>
  readdirSync(DIST, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(extension))
    .map((name) => `/${name.replaceAll('\\', '/')}`)
    .sort();

/** The file a path is served from. */
export const read = (path: string): string =>
  readFileSync(join(DIST, path.endsWith('/') ? `${path}index.html` : path), 'utf8');

/** The page of a file, as links name it. */
export const pathOf = (file: string): string => file.replace(/index\.html$/, '');

/** Bytes on the wire: brotli, quality 11. */
export const brotli = (text: string): number =>
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

/** Values of an attribute of every tag of that name. */
export const attributes = (html: string, tag: string, attribute: string): string[] =>
  [...html.matchAll(new RegExp(`<${tag}(?=\\s)[^>]*?\\s${attribute}="([^"]*)"`, 'g'))].map(
    (match) => match[1] ?? '',
  );

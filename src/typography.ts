/**
 * The last touch on the text of a built page: Polish no-break spaces, and machine names that stay in one piece. Code, drawings,
 * attributes and scripts stay as they are.
 */
import type { Lang } from './i18n/locales.ts';
import { bindPolish } from './i18n/polish.ts';

const TOKEN = /<(\/?)([a-zA-Z][\w-]*)[^>]*>|<!--[\s\S]*?-->|[^<]+/g;
const VERBATIM = new Set(['code', 'pre', 'kbd', 'script', 'style', 'textarea', 'title', 'svg', 'option']);
/** Names that would break at their hyphen, where a no-break hyphen would spoil copying. */
const MACHINE = /(?<![\w/-])(?:node|out)-\d+(?![\w-])/g;

/** Code in a sentence: plain, or with one number in it. What is short stays in one piece; a long name breaks at its dots. */
const CODE = /<code>([^<]+|[^<]*<data [^>]*>(?:<svg.*?<\/svg>)?[^<]*<\/data>[^<]*)<\/code>/gs;
const SHORT = 26;

const finishCode = (html: string): string =>
  html.replace(CODE, (whole, inner: string) => {
    const text = inner.replace(/<[^>]*>/g, '');
    if (text.length <= SHORT) return /[-./:]/.test(text) ? `<code class="nb">${inner}</code>` : whole;
    return `<code>${inner.replace(/\.(?=[a-z])(?![^<]*>)/g, '.<wbr>')}</code>`;
  });

/** HTML in, HTML out. */
export function finishHtml(lang: Lang, html: string): string {
  let inside: string | null = null;
  return finishCode(html).replace(TOKEN, (part, close?: string, tag?: string) => {
    if (tag === undefined) return part.startsWith('<') ? part : finishText(lang, part, inside);
    const name = tag.toLowerCase();
    if (inside === null && close === '' && VERBATIM.has(name) && !part.endsWith('/>')) inside = name;
    else if (inside === name && close === '/') inside = null;
    return part;
  });
}

function finishText(lang: Lang, text: string, inside: string | null): string {
  if (inside === 'svg' && lang === 'pl') return bindPolish(text);
  if (inside !== null) return text;
  const bound = lang === 'pl' ? bindPolish(text) : text;
  return bound.replace(MACHINE, '<span class="nb">$&</span>');
}

/**
 * Polish typography that authors do not type: no one-letter word at the end of a line, a number stays with the word it counts.
 * Applied to the text of built pages and to the texts that islands fetch, never to code or addresses.
 */

const ONE_LETTER = /(?<![\p{L}\p{N}-])([aiouwz]) (?=\S|$)/giu;
const ABBREVIATION = /(?<![\p{L}\p{N}])(np|nr|str|zad|rys)\. (?=\S)/giu;
const COUNTED = /(?<![\p{L}\p{N}])(\d{1,4}) (?=(?:pyta|minut|port|Pod|węz|wiersz|lekcj|prób|punkt))/gu;

/** The text with no-break spaces where Polish wants them. */
export const bindPolish = (text: string): string =>
  text.replace(ONE_LETTER, '$1\u00a0').replace(ABBREVIATION, '$1.\u00a0').replace(COUNTED, '$1\u00a0');

const VERBATIM = new Set(['code', 'pre', 'kbd', 'script', 'style', 'textarea']);

/** The same for the text nodes of an HTML page. Attributes, code and scripts stay as they are. */
export function bindPolishHtml(html: string): string {
  let inside: string | null = null;
  return html.replace(
    /<(\/?)([a-zA-Z][\w-]*)[^>]*>|<!--[\s\S]*?-->|[^<]+/g,
    (part, close?: string, tag?: string) => {
      if (tag === undefined) return inside || part.startsWith('<') ? part : bindPolish(part);
      const name = tag.toLowerCase();
      if (inside === null && close === '' && VERBATIM.has(name)) inside = name;
      else if (inside === name && close === '/') inside = null;
      return part;
    },
  );
}

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

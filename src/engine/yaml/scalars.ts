/**
 * Scalars: plain, quoted and block, with their line folding.
 *
 * Upstream: go.yaml.in/yaml/v2 scannerc.go `yaml_parser_scan_plain_scalar`, `…_flow_scalar`, `…_block_scalar`.
 */
import { isBlank, isBlankOrEnd, isBreak, isBreakOrEnd, type Scanner } from './scanner.ts';
import { type Mark, scannerError, type Token } from './tokens.ts';

const SPACE = 0x20;
const TAB = 0x09;

const scalar = (value: string, start: Mark, end: Mark, plain: boolean): Token => ({
  type: 'scalar',
  start,
  end,
  value,
  suffix: '',
  plain,
});

/** A run of blanks and breaks: a single break folds into a space, more of them stay. */
interface Gap {
  blanks: string;
  firstBreak: string;
  moreBreaks: string;
}

const NO_GAP: Gap = { blanks: '', firstBreak: '', moreBreaks: '' };

function fold(gap: Gap): string {
  if (gap.firstBreak === '') return gap.blanks;
  if (gap.firstBreak === '\n') return gap.moreBreaks === '' ? ' ' : gap.moreBreaks;
  return gap.firstBreak + gap.moreBreaks;
}

/** Reads blanks and breaks; `afterBreak` says that a line was already broken by `\`. */
function scanGap(scanner: Scanner, afterBreak: boolean, onBlank?: (broken: boolean) => void): Gap {
  const gap: Gap = { ...NO_GAP };
  let broken = afterBreak;
  for (let c = scanner.at(); isBlank(c) || isBreak(c); c = scanner.at()) {
    if (isBlank(c)) {
      onBlank?.(broken);
      if (!broken) gap.blanks += String.fromCharCode(c);
      scanner.advance();
    } else if (broken) gap.moreBreaks += scanner.advanceLine();
    else {
      gap.firstBreak = scanner.advanceLine();
      broken = true;
    }
  }
  return gap;
}

export function scanPlainScalar(scanner: Scanner): Token {
  const start = scanner.mark();
  const indent = scanner.indent + 1;
  let end = start;
  let value = '';
  let gap = NO_GAP;
  const onBlank = (broken: boolean): void => {
    if (broken && scanner.column < indent && scanner.at() === TAB)
      throw scannerError('found a tab character that violates indentation', scanner.mark());
  };
  while (!scanner.atDocumentIndicator() && scanner.at() !== 0x23) {
    const run = scanPlainRun(scanner);
    if (run !== '') {
      value += fold(gap) + run;
      gap = NO_GAP;
      end = scanner.mark();
    }
    if (!isBlank(scanner.at()) && !isBreak(scanner.at())) break;
    gap = scanGap(scanner, false, onBlank);
    if (scanner.flowLevel === 0 && scanner.column < indent) break;
  }
  if (gap.firstBreak !== '') scanner.simpleKeyAllowed = true;
  return scalar(value, start, end, true);
}

const ENDS_IN_FLOW = ',?[]{}';

function scanPlainRun(scanner: Scanner): string {
  const from = scanner.position;
  for (let c = scanner.at(); !isBlankOrEnd(c); c = scanner.at()) {
    if (c === 0x3a && isBlankOrEnd(scanner.at(1))) break;
    if (scanner.flowLevel > 0 && ENDS_IN_FLOW.includes(String.fromCharCode(c))) break;
    scanner.advance();
  }
  return scanner.text.slice(from, scanner.position);
}

export function scanFlowScalar(scanner: Scanner): Token {
  const start = scanner.mark();
  const quote = scanner.at();
  scanner.advance();
  let value = '';
  for (;;) {
    refuseQuotedEnd(scanner);
    const run = scanQuotedRun(scanner, quote);
    value += run.value;
    if (scanner.at() === quote) break;
    value += fold(scanGapAfter(scanner, run.escapedBreak));
  }
  scanner.advance();
  return scalar(value, start, scanner.mark(), false);
}

/** After an escaped line break the blanks of the next line are dropped, and nothing is folded. */
function scanGapAfter(scanner: Scanner, escapedBreak: boolean): Gap {
  const gap = scanGap(scanner, escapedBreak);
  return escapedBreak ? { ...NO_GAP, blanks: gap.moreBreaks } : gap;
}

function refuseQuotedEnd(scanner: Scanner): void {
  if (scanner.atDocumentIndicator())
    throw scannerError('found unexpected document indicator', scanner.mark());
  if (scanner.at() === 0) throw scannerError('found unexpected end of stream', scanner.mark());
}

function scanQuotedRun(scanner: Scanner, quote: number): { value: string; escapedBreak: boolean } {
  const single = quote === 0x27;
  let value = '';
  let from = scanner.position;
  const flush = (): void => {
    value += scanner.text.slice(from, scanner.position);
  };
  for (let c = scanner.at(); !isBlankOrEnd(c); c = scanner.at()) {
    if (c === quote) {
      if (!single || scanner.at(1) !== quote) break;
      scanner.advance();
      flush();
      scanner.advance();
      from = scanner.position;
    } else if (!single && c === 0x5c) {
      flush();
      if (isBreak(scanner.at(1))) {
        scanner.advance();
        scanner.advanceLine();
        return { value, escapedBreak: true };
      }
      value += scanEscape(scanner);
      from = scanner.position;
    } else scanner.advance();
  }
  flush();
  return { value, escapedBreak: false };
}

const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  ' ': ' ',
  '"': '"',
  "'": "'",
  '\\': '\\',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
};

const CODE_LENGTH: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

function scanEscape(scanner: Scanner): string {
  const character = String.fromCharCode(scanner.at(1));
  const length = CODE_LENGTH[character] ?? 0;
  const simple = ESCAPES[character];
  if (simple === undefined && !length) throw scannerError('found unknown escape character', scanner.mark());
  scanner.advance(2);
  if (simple !== undefined) return simple;
  const digits = scanner.text.slice(scanner.position, scanner.position + length);
  if (!/^[0-9a-fA-F]+$/.test(digits))
    throw scannerError('did not find expected hexdecimal number', scanner.mark());
  const code = Number.parseInt(digits, 16);
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff))
    throw scannerError('found invalid Unicode character escape code', scanner.mark());
  scanner.advance(length);
  return String.fromCodePoint(code);
}

export function scanBlockScalar(scanner: Scanner, literal: boolean): Token {
  const start = scanner.mark();
  scanner.advance();
  const header = scanBlockHeader(scanner);
  const parent = Math.max(scanner.indent, 0);
  const breaks = scanBlockBreaks(scanner, header.increment ? parent + header.increment : 0);
  const body = scanBlockLines(scanner, breaks, literal);
  let value = body.value;
  if (header.chomping !== '-') value += body.leadingBreak;
  if (header.chomping === '+') value += body.trailingBreaks;
  return scalar(value, start, body.end, false);
}

/** Chomping and indentation indicators in either order, then nothing but a comment. */
function scanBlockHeader(scanner: Scanner): { chomping: string; increment: number } {
  let chomping = '';
  let increment = 0;
  for (let i = 0; i < 2; i++) {
    const character = String.fromCharCode(scanner.at());
    if (!chomping && (character === '+' || character === '-')) chomping = character;
    else if (!increment && /[0-9]/.test(character)) {
      if (character === '0') throw scannerError('found an indentation indicator equal to 0', scanner.mark());
      increment = Number(character);
    } else break;
    scanner.advance();
  }
  while (isBlank(scanner.at())) scanner.advance();
  scanner.skipComment();
  if (!isBreakOrEnd(scanner.at()))
    throw scannerError('did not find expected comment or line break', scanner.mark());
  if (isBreak(scanner.at())) scanner.advanceLine();
  return { chomping, increment };
}

interface BlockBreaks {
  indent: number;
  breaks: string;
  end: Mark;
}

/** Empty lines and indentation; an indentation of 0 is taken from the first line that has content. */
function scanBlockBreaks(scanner: Scanner, indent: number): BlockBreaks {
  let breaks = '';
  let deepest = 0;
  let end = scanner.mark();
  for (;;) {
    while ((indent === 0 || scanner.column < indent) && scanner.at() === SPACE) scanner.advance();
    deepest = Math.max(deepest, scanner.column);
    if ((indent === 0 || scanner.column < indent) && scanner.at() === TAB)
      throw scannerError('found a tab character where an indentation space is expected', scanner.mark());
    if (!isBreak(scanner.at())) break;
    breaks += scanner.advanceLine();
    end = scanner.mark();
  }
  return { indent: indent || Math.max(deepest, scanner.indent + 1, 1), breaks, end };
}

function scanBlockLines(scanner: Scanner, first: BlockBreaks, literal: boolean) {
  let value = '';
  let leadingBreak = '';
  let trailingBreaks = first.breaks;
  let end = first.end;
  let leadingBlank = false;
  while (scanner.column === first.indent && scanner.at() !== 0) {
    const blank = isBlank(scanner.at());
    const folds = !literal && !leadingBlank && !blank && leadingBreak === '\n';
    if (!folds) value += leadingBreak;
    else if (trailingBreaks === '') value += ' ';
    value += trailingBreaks;
    leadingBlank = blank;
    const from = scanner.position;
    while (!isBreakOrEnd(scanner.at())) scanner.advance();
    value += scanner.text.slice(from, scanner.position);
    leadingBreak = isBreak(scanner.at()) ? scanner.advanceLine() : '';
    const breaks = scanBlockBreaks(scanner, first.indent);
    trailingBreaks = breaks.breaks;
    end = breaks.end;
  }
  return { value, leadingBreak, trailingBreaks, end };
}

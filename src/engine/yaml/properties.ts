/**
 * Anchors, aliases, tags and directives.
 *
 * Upstream: go.yaml.in/yaml/v2 scannerc.go `yaml_parser_scan_anchor`, `…_tag`, `…_directive`.
 */
import { isBlank, isBlankOrEnd, isBreakOrEnd, type Scanner } from './scanner.ts';
import { type Mark, scannerError, type Token, type TokenType } from './tokens.ts';

const ALPHA = /[0-9A-Za-z_-]/;
const URI = /[0-9A-Za-z_\-;/?:@&=+$,.!~*'()[\]%]/;
const AFTER_ANCHOR = '?:,]}%@`';

const token = (type: TokenType, start: Mark, end: Mark, value: string, suffix = ''): Token => ({
  type,
  start,
  end,
  value,
  suffix,
  plain: false,
});

function takeWhile(scanner: Scanner, pattern: RegExp): string {
  const from = scanner.position;
  while (pattern.test(String.fromCharCode(scanner.at()))) scanner.advance();
  return scanner.text.slice(from, scanner.position);
}

function skipBlanks(scanner: Scanner): void {
  while (isBlank(scanner.at())) scanner.advance();
}

export function scanAnchor(scanner: Scanner): Token {
  const start = scanner.mark();
  const type = scanner.at() === 0x2a ? 'alias' : 'anchor';
  scanner.advance();
  const name = takeWhile(scanner, ALPHA);
  const next = scanner.at();
  if (!name || !(isBlankOrEnd(next) || AFTER_ANCHOR.includes(String.fromCharCode(next))))
    throw scannerError('did not find expected alphabetic or numeric character', scanner.mark());
  return token(type, start, scanner.mark(), name);
}

export function scanTag(scanner: Scanner): Token {
  const start = scanner.mark();
  const [handle, suffix] = scanner.at(1) === 0x3c ? scanVerbatim(scanner) : scanShorthand(scanner);
  if (!isBlankOrEnd(scanner.at()))
    throw scannerError('did not find expected whitespace or line break', scanner.mark());
  return token('tag', start, scanner.mark(), handle, suffix);
}

function scanVerbatim(scanner: Scanner): [string, string] {
  scanner.advance(2);
  const uri = scanUri(scanner, '');
  if (scanner.at() !== 0x3e) throw scannerError("did not find the expected '>'", scanner.mark());
  scanner.advance();
  return ['', uri];
}

function scanShorthand(scanner: Scanner): [string, string] {
  const handle = scanHandle(scanner);
  if (handle.length > 1 && handle.endsWith('!')) return [handle, scanUri(scanner, '')];
  const suffix = scanUri(scanner, handle);
  return suffix === '' ? ['', '!'] : ['!', suffix];
}

function scanHandle(scanner: Scanner): string {
  if (scanner.at() !== 0x21) throw scannerError("did not find expected '!'", scanner.mark());
  scanner.advance();
  const name = takeWhile(scanner, ALPHA);
  if (scanner.at() !== 0x21) return `!${name}`;
  scanner.advance();
  return `!${name}!`;
}

/** The head's own `!` is not part of the URI. */
function scanUri(scanner: Scanner, head: string): string {
  const uri = takeWhile(scanner, URI);
  if (!head && !uri) throw scannerError('did not find expected tag URI', scanner.mark());
  return head.slice(1) + unescapeUri(uri, scanner);
}

function unescapeUri(uri: string, scanner: Scanner): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    throw scannerError('did not find URI escaped octet', scanner.mark());
  }
}

export function scanDirective(scanner: Scanner): Token {
  const start = scanner.mark();
  scanner.advance();
  const name = takeWhile(scanner, ALPHA);
  if (!name) throw scannerError('could not find expected directive name', scanner.mark());
  if (!isBlankOrEnd(scanner.at()))
    throw scannerError('found unexpected non-alphabetical character', scanner.mark());
  const directive = scanDirectiveValue(scanner, name, start);
  skipBlanks(scanner);
  scanner.skipComment();
  if (!isBreakOrEnd(scanner.at()))
    throw scannerError('did not find expected comment or line break', scanner.mark());
  return directive;
}

function scanDirectiveValue(scanner: Scanner, name: string, start: Mark): Token {
  if (name === 'YAML') {
    skipBlanks(scanner);
    const major = scanVersionNumber(scanner);
    if (scanner.at() !== 0x2e)
      throw scannerError("did not find expected digit or '.' character", scanner.mark());
    scanner.advance();
    const minor = scanVersionNumber(scanner);
    return token('version-directive', start, scanner.mark(), `${major}.${minor}`);
  }
  if (name === 'TAG') return scanTagDirective(scanner, start);
  throw scannerError('found unknown directive name', scanner.mark());
}

function scanVersionNumber(scanner: Scanner): number {
  const digits = takeWhile(scanner, /[0-9]/);
  if (!digits) throw scannerError('did not find expected version number', scanner.mark());
  if (digits.length > 2) throw scannerError('found extremely long version number', scanner.mark());
  return Number(digits);
}

function scanTagDirective(scanner: Scanner, start: Mark): Token {
  skipBlanks(scanner);
  const handle = scanHandle(scanner);
  if (!handle.endsWith('!')) throw scannerError("did not find expected '!'", scanner.mark());
  if (!isBlank(scanner.at())) throw scannerError('did not find expected whitespace', scanner.mark());
  skipBlanks(scanner);
  const prefix = scanUri(scanner, '');
  if (!isBlankOrEnd(scanner.at()))
    throw scannerError('did not find expected whitespace or line break', scanner.mark());
  return token('tag-directive', start, scanner.mark(), handle, prefix);
}

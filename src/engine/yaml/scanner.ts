/**
 * Characters → tokens: YAML 1.1 as go-yaml v2 reads it, with its simple keys, its indentation and its messages.
 *
 * Upstream: go.yaml.in/yaml/v2 scannerc.go. Scalars, tags and directives are in scalars.ts and properties.ts.
 */
import { scanAnchor, scanDirective, scanTag } from './properties.ts';
import type { Input } from './reader.ts';
import { scanBlockScalar, scanFlowScalar, scanPlainScalar } from './scalars.ts';
import { type Mark, scannerError, type Token, type TokenType, YamlError } from './tokens.ts';

interface SimpleKey {
  possible: boolean;
  required: boolean;
  tokenNumber: number;
  mark: Mark;
}

const KEY_LENGTH = 1024;
const NUL = 0;
const TAB = 0x09;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;

export const isBlank = (c: number): boolean => c === SPACE || c === TAB;
export const isBreak = (c: number): boolean =>
  c === LF || c === CR || c === 0x85 || c === 0x2028 || c === 0x2029;
export const isBreakOrEnd = (c: number): boolean => c === NUL || isBreak(c);
export const isBlankOrEnd = (c: number): boolean => isBlank(c) || isBreakOrEnd(c);

const FLOW: Readonly<Record<string, TokenType>> = {
  '[': 'flow-sequence-start',
  '{': 'flow-mapping-start',
  ']': 'flow-sequence-end',
  '}': 'flow-mapping-end',
};

/** Indicators that can't start a plain scalar, whatever follows. */
const NEVER_PLAIN = ',[]{}#&*!|>\'"%@`';

export class Scanner {
  readonly text: string;
  readonly failure: string | undefined;
  position = 0;
  line = 0;
  column = 0;
  indent = -1;
  flowLevel = 0;
  simpleKeyAllowed = true;
  private readonly indents: number[] = [];
  private readonly simpleKeys: SimpleKey[];
  private readonly keyOfToken = new Map<number, number>();
  private readonly tokens: Token[] = [];
  private head = 0;
  private parsed = 0;

  constructor(input: Input) {
    this.text = input.text;
    this.failure = input.failure;
    this.simpleKeys = [{ possible: false, required: false, tokenNumber: 0, mark: this.mark() }];
  }

  /** The next token; it stays the next one until `skip`. */
  peek(): Token {
    while (this.needsMore()) this.fetchNext();
    return this.tokens[this.head] as Token;
  }

  skip(): void {
    this.parsed++;
    this.head++;
    if (this.head === this.tokens.length) {
      this.tokens.length = 0;
      this.head = 0;
    }
  }

  private needsMore(): boolean {
    if (this.head === this.tokens.length) return true;
    const key = this.keyOfToken.get(this.parsed);
    return key !== undefined && this.isValid(this.simpleKeys[key] as SimpleKey);
  }

  // Characters.

  /** The character `ahead` of here; 0 at the end. */
  at(ahead = 0): number {
    const c = this.text.charCodeAt(this.position + ahead);
    if (c === NUL && this.failure) throw new YamlError(this.failure, this.mark());
    return c;
  }

  mark(): Mark {
    return { position: this.position, line: this.line, column: this.column };
  }

  advance(count = 1): void {
    this.position += count;
    this.column += count;
  }

  /** Past a line break; gives what it stands for in a scalar. */
  advanceLine(): string {
    const c = this.at();
    const crlf = c === CR && this.at(1) === LF;
    this.position += crlf ? 2 : 1;
    this.column = 0;
    this.line++;
    return c === 0x2028 || c === 0x2029 ? String.fromCharCode(c) : '\n';
  }

  /** `---` or `...` at the start of a line. */
  atDocumentIndicator(character = this.at()): boolean {
    return (
      this.column === 0 &&
      (character === 0x2d || character === 0x2e) &&
      this.at() === character &&
      this.at(1) === character &&
      this.at(2) === character &&
      isBlankOrEnd(this.at(3))
    );
  }

  skipComment(): void {
    if (this.at() === 0x23) while (!isBreakOrEnd(this.at())) this.advance();
  }

  // Tokens.

  private fetchNext(): void {
    this.toNextToken();
    this.unrollIndent(this.column);
    const c = this.at();
    if (c === NUL) this.fetchStreamEnd();
    else if (this.column === 0 && c === 0x25) this.fetchDirective();
    else if (this.atDocumentIndicator()) this.fetchDocumentIndicator(c);
    else if (!this.fetchIndicator(String.fromCharCode(c)) && !this.fetchScalar(String.fromCharCode(c)))
      throw scannerError('found character that cannot start any token', this.mark());
  }

  private fetchIndicator(character: string): boolean {
    const follows = isBlankOrEnd(this.at(1));
    const flow = FLOW[character];
    if (flow) this.fetchFlow(flow);
    else if (character === ',') this.fetchFlowEntry();
    else if (character === '-' && follows) this.fetchBlockEntry();
    else if (character === '?' && (this.flowLevel > 0 || follows)) this.fetchKey();
    else if (character === ':' && (this.flowLevel > 0 || follows)) this.fetchValue();
    else if (character === '*' || character === '&') this.fetchProperty(scanAnchor);
    else if (character === '!') this.fetchProperty(scanTag);
    else return false;
    return true;
  }

  private fetchScalar(character: string): boolean {
    if ((character === '|' || character === '>') && this.flowLevel === 0) {
      this.removeSimpleKey();
      this.simpleKeyAllowed = true;
      this.tokens.push(scanBlockScalar(this, character === '|'));
    } else if (character === "'" || character === '"') {
      this.fetchProperty(scanFlowScalar);
    } else if (this.startsPlain(character)) {
      this.fetchProperty(scanPlainScalar);
    } else return false;
    return true;
  }

  /** What `-`, `?` and `:` are when they are no indicators. */
  private startsPlain(character: string): boolean {
    return !isBlankOrEnd(this.at()) && !NEVER_PLAIN.includes(character);
  }

  /** Something that may be a simple key, and after which none may start. */
  private fetchProperty(scan: (scanner: Scanner) => Token): void {
    this.saveSimpleKey();
    this.simpleKeyAllowed = false;
    this.tokens.push(scan(this));
  }

  private toNextToken(): void {
    for (;;) {
      if (this.position === 0 && this.at() === 0xfeff) this.advance();
      while (this.at() === SPACE || ((this.flowLevel > 0 || !this.simpleKeyAllowed) && this.at() === TAB))
        this.advance();
      this.skipComment();
      if (!isBreak(this.at())) return;
      this.advanceLine();
      if (this.flowLevel === 0) this.simpleKeyAllowed = true;
    }
  }

  private fetchStreamEnd(): void {
    if (this.column !== 0) {
      this.column = 0;
      this.line++;
    }
    this.unrollIndent(-1);
    this.removeSimpleKey();
    this.push('stream-end', 0);
  }

  private fetchDirective(): void {
    this.unrollIndent(-1);
    this.removeSimpleKey();
    this.simpleKeyAllowed = false;
    this.tokens.push(scanDirective(this));
  }

  private fetchDocumentIndicator(character: number): void {
    this.unrollIndent(-1);
    this.removeSimpleKey();
    this.simpleKeyAllowed = false;
    this.push(character === 0x2d ? 'document-start' : 'document-end', 3);
  }

  private fetchFlow(type: TokenType): void {
    if (type === 'flow-sequence-start' || type === 'flow-mapping-start') {
      this.saveSimpleKey();
      this.increaseFlowLevel();
      this.simpleKeyAllowed = true;
    } else {
      this.removeSimpleKey();
      this.decreaseFlowLevel();
      this.simpleKeyAllowed = false;
    }
    this.push(type, 1);
  }

  private fetchFlowEntry(): void {
    this.removeSimpleKey();
    this.simpleKeyAllowed = true;
    this.push('flow-entry', 1);
  }

  private fetchBlockEntry(): void {
    if (this.flowLevel === 0) {
      this.requireKeyAllowed('block sequence entries');
      this.rollIndent(this.column, -1, 'block-sequence-start', this.mark());
    }
    this.removeSimpleKey();
    this.simpleKeyAllowed = true;
    this.push('block-entry', 1);
  }

  private fetchKey(): void {
    if (this.flowLevel === 0) {
      this.requireKeyAllowed('mapping keys');
      this.rollIndent(this.column, -1, 'block-mapping-start', this.mark());
    }
    this.removeSimpleKey();
    this.simpleKeyAllowed = this.flowLevel === 0;
    this.push('key', 1);
  }

  private fetchValue(): void {
    const key = this.simpleKeys[this.simpleKeys.length - 1] as SimpleKey;
    if (this.isValid(key)) {
      this.insert(key.tokenNumber, 'key', key.mark);
      this.rollIndent(key.mark.column, key.tokenNumber, 'block-mapping-start', key.mark);
      this.forget(key);
      this.simpleKeyAllowed = false;
    } else {
      if (this.flowLevel === 0) {
        this.requireKeyAllowed('mapping values');
        this.rollIndent(this.column, -1, 'block-mapping-start', this.mark());
      }
      this.simpleKeyAllowed = this.flowLevel === 0;
    }
    this.push('value', 1);
  }

  private requireKeyAllowed(what: string): void {
    if (!this.simpleKeyAllowed) throw scannerError(`${what} are not allowed in this context`, this.mark());
  }

  /** Appends a token made of the next `length` characters. */
  private push(type: TokenType, length: number): void {
    const start = this.mark();
    this.advance(length);
    this.tokens.push({ type, start, end: this.mark(), value: '', suffix: '', plain: false });
  }

  /** Inserts an empty token before the one with this number. */
  private insert(tokenNumber: number, type: TokenType, mark: Mark): void {
    const token: Token = { type, start: mark, end: mark, value: '', suffix: '', plain: false };
    this.tokens.splice(this.head + tokenNumber - this.parsed, 0, token);
  }

  // Simple keys: a key is recognised as such only when its ':' is met.

  private isValid(key: SimpleKey): boolean {
    if (!key.possible) return false;
    const stale = key.mark.line < this.line || key.mark.position + KEY_LENGTH < this.position;
    if (stale && key.required) throw scannerError("could not find expected ':'", this.mark());
    if (stale) key.possible = false;
    return !stale;
  }

  private saveSimpleKey(): void {
    if (!this.simpleKeyAllowed) return;
    const required = this.flowLevel === 0 && this.indent === this.column;
    const tokenNumber = this.parsed + this.tokens.length - this.head;
    this.removeSimpleKey();
    const last = this.simpleKeys.length - 1;
    this.simpleKeys[last] = { possible: true, required, tokenNumber, mark: this.mark() };
    this.keyOfToken.set(tokenNumber, last);
  }

  private removeSimpleKey(): void {
    const key = this.simpleKeys[this.simpleKeys.length - 1] as SimpleKey;
    if (!key.possible) return;
    if (key.required) throw scannerError("could not find expected ':'", this.mark());
    this.forget(key);
  }

  private forget(key: SimpleKey): void {
    key.possible = false;
    this.keyOfToken.delete(key.tokenNumber);
  }

  private increaseFlowLevel(): void {
    const tokenNumber = this.parsed + this.tokens.length - this.head;
    this.simpleKeys.push({ possible: false, required: false, tokenNumber, mark: this.mark() });
    this.flowLevel++;
  }

  private decreaseFlowLevel(): void {
    if (this.flowLevel === 0) return;
    this.flowLevel--;
    const key = this.simpleKeys.pop() as SimpleKey;
    this.keyOfToken.delete(key.tokenNumber);
  }

  // Indentation.

  private rollIndent(column: number, tokenNumber: number, type: TokenType, mark: Mark): void {
    if (this.flowLevel > 0 || this.indent >= column) return;
    this.indents.push(this.indent);
    this.indent = column;
    if (tokenNumber >= 0) this.insert(tokenNumber, type, mark);
    else this.push(type, 0);
  }

  private unrollIndent(column: number): void {
    if (this.flowLevel > 0) return;
    while (this.indent > column) {
      this.push('block-end', 0);
      this.indent = this.indents.pop() as number;
    }
  }
}

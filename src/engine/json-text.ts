/**
 * JSON text → values, refused in the words of Go's encoding/json.
 *
 * Upstream: encoding/json scanner.go (`checkValid`): the whole text is checked before anything is decoded.
 */
import { quote } from './go.ts';
import type { Json, JsonEntry } from './json.ts';

/** The message is what follows `json parse error: `. */
export class JsonSyntaxError extends Error {
  position: number;

  constructor(message: string, position: number) {
    super(message);
    this.name = 'JsonSyntaxError';
    this.position = position;
  }
}

const MAX_DEPTH = 500;
const SPACE = /[ \t\r\n]/;
/** Where Go, which takes the end for a space, complains about that space. */
const SPACE_BREAKS = /literal (true|false|null)|numeric|character escape|escape code/;
const LITERALS = ['true', 'false', 'null'] as const;
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** One value and nothing after it. */
export function parseJson(text: string): Json {
  const parser = new JsonParser(text);
  const value = parser.value();
  parser.end();
  return value;
}

/** The values of a stream, and where the last of them ends. */
export function* parseJsonStream(text: string): Generator<Json> {
  const parser = new JsonParser(text);
  while (!parser.atEnd()) yield parser.value();
}

class JsonParser {
  private readonly text: string;
  private position = 0;
  private depth = 0;

  constructor(text: string) {
    this.text = text;
  }

  atEnd(): boolean {
    this.skipSpace();
    return this.position >= this.text.length;
  }

  end(): void {
    if (!this.atEnd()) this.refuse('after top-level value');
  }

  value(): Json {
    this.skipSpace();
    const start = this.position;
    const character = this.text[start] ?? '';
    if (character === '{') return this.nested(() => this.object(start));
    if (character === '[') return this.nested(() => this.array(start));
    if (character === '"') return { type: 'string', value: this.string(), start, end: this.position };
    if (/[-0-9]/.test(character)) return { type: 'number', text: this.number(), start, end: this.position };
    const literal = LITERALS.find((word) => word[0] === character);
    if (!literal) return this.refuse('looking for beginning of value');
    this.literal(literal);
    const place = { start, end: this.position };
    return literal === 'null'
      ? { type: 'null', ...place }
      : { type: 'bool', value: literal === 'true', ...place };
  }

  private nested(read: () => Json): Json {
    if (++this.depth > MAX_DEPTH) throw new JsonSyntaxError('exceeded max depth', this.position);
    this.position++;
    const json = read();
    this.depth--;
    return json;
  }

  private object(start: number): Json {
    const entries: JsonEntry[] = [];
    if (!this.take('}')) {
      do entries.push(this.entry());
      while (this.more('}', 'after object key:value pair'));
    }
    return { type: 'object', entries, start, end: this.position };
  }

  private entry(): JsonEntry {
    this.skipSpace();
    const start = this.position;
    if (this.text[start] !== '"') this.refuse('looking for beginning of object key string');
    const key = this.string();
    const at = { start, end: this.position };
    if (!this.take(':')) this.refuse('after object key');
    return { key, at, value: this.value() };
  }

  private array(start: number): Json {
    const items: Json[] = [];
    if (!this.take(']')) {
      do items.push(this.value());
      while (this.more(']', 'after array element'));
    }
    return { type: 'array', items, start, end: this.position };
  }

  /** True after a comma, false after the closing bracket. */
  private more(close: string, where: string): boolean {
    if (this.take(',')) return true;
    return this.take(close) ? false : this.refuse(where);
  }

  private take(character: string): boolean {
    this.skipSpace();
    if (this.text[this.position] !== character) return false;
    this.position++;
    return true;
  }

  private skipSpace(): void {
    while (SPACE.test(this.text[this.position] ?? '')) this.position++;
  }

  private literal(word: string): void {
    for (const character of word) {
      if (this.text[this.position] !== character)
        this.refuse(`in literal ${word} (expecting '${character}')`);
      this.position++;
    }
  }

  private number(): string {
    const start = this.position;
    if (this.text[this.position] === '-') this.position++;
    if (this.text[this.position] === '0') this.position++;
    else this.digits('in numeric literal');
    if (this.text[this.position] === '.') {
      this.position++;
      this.digits('after decimal point in numeric literal');
    }
    if (/[eE]/.test(this.text[this.position] ?? '')) {
      this.position++;
      if (/[-+]/.test(this.text[this.position] ?? '')) this.position++;
      this.digits('in exponent of numeric literal');
    }
    return this.text.slice(start, this.position);
  }

  private digits(where: string): void {
    if (!/[0-9]/.test(this.text[this.position] ?? '')) this.refuse(where);
    while (/[0-9]/.test(this.text[this.position] ?? '')) this.position++;
  }

  private string(): string {
    let value = '';
    this.position++;
    let from = this.position;
    for (;;) {
      const character = this.text[this.position] ?? '';
      if (character === '"' || character === '\\') {
        value += this.text.slice(from, this.position);
        this.position++;
        if (character === '"') return value.toWellFormed();
        value += this.escape();
        from = this.position;
      } else if (character < ' ') this.refuse('in string literal');
      else this.position++;
    }
  }

  private escape(): string {
    const character = this.text[this.position] ?? '';
    const simple = ESCAPES[character];
    if (simple === undefined && character !== 'u') this.refuse('in string escape code');
    this.position++;
    if (simple !== undefined) return simple;
    const start = this.position;
    for (let i = 0; i < 4; i++) {
      if (!/[0-9a-fA-F]/.test(this.text[this.position] ?? ''))
        this.refuse('in \\u hexadecimal character escape');
      this.position++;
    }
    return String.fromCharCode(Number.parseInt(this.text.slice(start, this.position), 16));
  }

  private refuse(where: string): never {
    const code = this.text.codePointAt(this.position);
    const ended = code === undefined && !SPACE_BREAKS.test(where);
    const character = code === undefined ? ' ' : String.fromCodePoint(code);
    const problem = ended
      ? 'unexpected end of JSON input'
      : `invalid character ${quoteByte(character)} ${where}`;
    throw new JsonSyntaxError(problem, this.position);
  }
}

/** Go's scanner looks at bytes: of a character beyond ASCII it names the first one. */
function quoteByte(character: string): string {
  if (character === "'") return "'\\''";
  if (character === '"') return "'\"'";
  const byte = new TextEncoder().encode(character)[0] ?? 0;
  return `'${quote(String.fromCharCode(byte)).slice(1, -1)}'`;
}

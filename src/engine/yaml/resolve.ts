/**
 * What a scalar stands for: YAML 1.1 booleans, null, integers in five notations, floats; everything else is a string.
 *
 * Upstream: go.yaml.in/yaml/v2 resolve.go.
 */
import { formatFloat } from '../go.ts';
import { YamlError } from './tokens.ts';

export type Scalar =
  | { type: 'null' }
  | { type: 'bool'; value: boolean }
  /** Digits as Go prints them: up to 64 bits, so not always a safe JavaScript number. */
  | { type: 'int'; text: string }
  | { type: 'float'; value: number }
  | { type: 'string'; value: string };

const TAGS = 'tag:yaml.org,2002:';
const RESOLVABLE = new Set(['str', 'bool', 'int', 'float', 'null', 'timestamp', 'binary']);

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));
const TRUE = words('y Y yes Yes YES true True TRUE on On ON');
const FALSE = words('n N no No NO false False FALSE off Off OFF');
const NULL = new Set(['', '~', 'null', 'Null', 'NULL']);
const NAN = words('.nan .NaN .NAN');
const INFINITY = words('.inf .Inf .INF +.inf +.Inf +.INF');
const NEGATIVE_INFINITY = words('-.inf -.Inf -.INF');

const FLOAT = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/;
const DOTTED = /^\.[0-9]+(_[0-9]+)*([eE][-+]?[0-9]+(_[0-9]+)*)?$/;
const INTEGER = /^([-+]?)(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|0|[1-9][0-9]{0,19})$/;

const MIN_INT64 = -(2n ** 63n);
const MAX_UINT64 = 2n ** 64n - 1n;

/** `tag` is the resolved tag, or empty for a plain scalar. */
export function resolve(tag: string, text: string): Scalar {
  const short = tag.startsWith(TAGS) ? tag.slice(TAGS.length) : undefined;
  if (tag && !(short && RESOLVABLE.has(short))) return { type: 'string', value: text };
  if (short === 'str') return { type: 'string', value: text };
  if (short === 'binary') return { type: 'string', value: decodeBase64(text) };
  const scalar = resolvePlain(text);
  return short ? requireTag(short, scalar, text) : scalar;
}

function resolvePlain(text: string): Scalar {
  if (NULL.has(text)) return { type: 'null' };
  if (TRUE.has(text)) return { type: 'bool', value: true };
  if (FALSE.has(text)) return { type: 'bool', value: false };
  if (NAN.has(text)) return { type: 'float', value: Number.NaN };
  if (INFINITY.has(text)) return { type: 'float', value: Number.POSITIVE_INFINITY };
  if (NEGATIVE_INFINITY.has(text)) return { type: 'float', value: Number.NEGATIVE_INFINITY };
  return resolveNumber(text) ?? { type: 'string', value: text };
}

function resolveNumber(text: string): Scalar | null {
  const first = text[0] ?? '';
  if (first === '.') return DOTTED.test(text) ? finite(text.replaceAll('_', '')) : null;
  if (!/[-+0-9]/.test(first)) return null;
  const digits = text.replaceAll('_', '');
  return resolveInteger(digits) ?? (FLOAT.test(digits) ? finite(digits) : null);
}

function resolveInteger(text: string): Scalar | null {
  const match = INTEGER.exec(text);
  if (!match?.[2]) return null;
  const size = BigInt(literal(match[2]));
  const value = match[1] === '-' ? -size : size;
  if (value < MIN_INT64 || value > MAX_UINT64) return null;
  if (value > 2n ** 63n - 1n && match[1]) return null;
  return { type: 'int', text: String(value) };
}

/** A leading 0 means octal. */
const literal = (text: string): string =>
  /^0[0-7]+$/.test(text) ? `0o${text.slice(1)}` : text.toLowerCase();

/** What is too large for a float64 is no number at all. */
function finite(text: string): Scalar | null {
  const value = Number(text);
  return Number.isFinite(value) ? { type: 'float', value } : null;
}

function requireTag(tag: string, scalar: Scalar, text: string): Scalar {
  if (tag === scalar.type) return scalar;
  if (tag === 'float' && scalar.type === 'int') return { type: 'float', value: Number(scalar.text) };
  if (tag === 'timestamp' && isTimestamp(text)) return scalar;
  const found = scalar.type === 'string' ? 'str' : scalar.type;
  throw new YamlError(`cannot decode !!${found} \`${text}\` as a !!${tag}`);
}

const CLOCK = '\\d\\d?:\\d\\d?:\\d\\d?(?:\\.\\d+)?';
const TIMESTAMP = new RegExp(
  `^(\\d{4})-(\\d\\d?)-(\\d\\d?)(?:[Tt]${CLOCK}(?:Z|[-+]\\d\\d:\\d\\d)| ${CLOCK})?$`,
);

/** A day that there is, alone, with a time and a zone, or after a space with a time that has none. */
function isTimestamp(text: string): boolean {
  const [year = 0, month = 0, day = 0] = (TIMESTAMP.exec(text) ?? []).slice(1).map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function decodeBase64(text: string): string {
  const clean = text.replace(/[\r\n]/g, '');
  if (!/^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(clean))
    throw new YamlError('!!binary value contains invalid base64 data');
  const bytes = Uint8Array.from(atob(clean), (character) => character.charCodeAt(0));
  return new TextDecoder().decode(bytes);
}

/** A map key as JSON has it; null when JSON has no such key. */
export function keyText(scalar: Scalar): string | null {
  switch (scalar.type) {
    case 'string':
      return scalar.value;
    case 'int':
      return BigInt(scalar.text) > 2n ** 63n - 1n ? null : scalar.text;
    case 'bool':
      return String(scalar.value);
    case 'float':
      return floatKey(scalar.value);
    case 'null':
      return null;
    default:
      return scalar satisfies never;
  }
}

/** strconv.FormatFloat(value, 'g', -1, 32): the fewest digits that still mean this float32. */
function floatKey(value: number): string {
  const single = Math.fround(value);
  if (Number.isNaN(single)) return '.nan';
  if (!Number.isFinite(single)) return single > 0 ? '.inf' : '-.inf';
  const enough = (digits: number): boolean => Math.fround(Number(single.toExponential(digits))) === single;
  const digits = [0, 1, 2, 3, 4, 5, 6, 7].find(enough) ?? 8;
  const [mantissa = '', exponent = ''] = single.toExponential(digits).split('e');
  const power = Math.abs(Number(exponent)).toString().padStart(2, '0');
  if (Number(exponent) >= -4 && Number(exponent) < 6) return String(Number(single.toExponential(digits)));
  return `${mantissa}e${exponent.startsWith('-') ? '-' : '+'}${power}`;
}

/** A key as Go's `%#v` prints it. */
export function printKey(scalar: Scalar, quote: (text: string) => string): string {
  switch (scalar.type) {
    case 'string':
      return quote(scalar.value);
    case 'float':
      return formatFloat(scalar.value);
    default:
      return String(keyText(scalar));
  }
}

/**
 * How Go writes values: the forms in which the API server's messages quote what it was given.
 *
 * Upstream: strconv.Quote, strconv.FormatFloat and encoding/json of the Go standard library.
 */

const ESCAPES: Readonly<Record<string, string>> = {
  '\x07': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
  '"': '\\"',
  '\\': '\\\\',
};

const NEEDS_ESCAPE = /["\\]|[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu;

const hex = (code: number, width: number): string => code.toString(16).padStart(width, '0');

function escapeCharacter(character: string): string {
  const known = ESCAPES[character];
  if (known) return known;
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return `\\x${hex(code, 2)}`;
  return code > 0xffff ? `\\U${hex(code, 8)}` : `\\u${hex(code, 4)}`;
}

/** `%q`: the text in double quotes, what is not printable escaped. */
export const quote = (text: string): string => `"${text.replace(NEEDS_ESCAPE, escapeCharacter)}"`;

/** json.Marshal: as JSON.stringify, but `<`, `>`, `&` and the Unicode line breaks are escaped. */
export function marshal(value: unknown): string {
  return (JSON.stringify(value) ?? 'null').replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${hex(character.charCodeAt(0), 4)}`,
  );
}

/** A float64 as encoding/json writes it: JavaScript, too, switches to an exponent below 1e-6 and from 1e21 on. */
export const formatFloat = (value: number): string => (Object.is(value, -0) ? '-0' : String(value));

/** The length of a text in bytes of UTF-8, which is what Go's `len` counts. */
export function byteLength(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** Go compares strings by bytes; for UTF-8 that is the order of code points. */
export function compareStrings(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return rank(x) - rank(y);
  }
  return a.length - b.length;
}

/** A surrogate stands for a code point above every other code unit. */
const rank = (unit: number): number => ((unit & 0xf800) === 0xd800 ? unit + 0x10000 : unit);

/** A field's messages may hold strings, numbers, lists and structs. */
export const formatValue = (value: unknown): string =>
  typeof value === 'string' ? quote(value) : marshal(value);

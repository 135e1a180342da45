/**
 * Bytes → the characters that the YAML scanner may see.
 *
 * Upstream: go.yaml.in/yaml/v2 readerc.go. A byte order mark is dropped, invalid UTF-8 and control characters are refused.
 * The reader decodes 512 bytes at a time, so a syntax error in an earlier block is met before a bad character in a later one.
 */

export interface Input {
  /** The text without its byte order mark, ended by four NULs (no other NUL can occur). */
  text: string;
  /** Offset of the first character in the caller's text. */
  offset: number;
  /** What is wrong with the block that follows the text. */
  failure?: string;
}

const BLOCK = 512;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that YAML refuses
const FORBIDDEN = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff]/;

const END = '\0\0\0\0';

export function readText(text: string): Input {
  const wellFormed = text.toWellFormed();
  const offset = wellFormed.startsWith('\ufeff') ? 1 : 0;
  const bad = FORBIDDEN.exec(wellFormed);
  if (!bad) return { text: (offset ? wellFormed.slice(1) : wellFormed) + END, offset };
  const bytes = new TextEncoder().encode(wellFormed);
  const at = new TextEncoder().encode(wellFormed.slice(0, bad.index)).length;
  return cut(bytes, at, offset, 'control characters are not allowed');
}

export function readBytes(bytes: Uint8Array): Input {
  try {
    return readText(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    const at = firstInvalid(bytes);
    return cut(bytes, at, bytes[0] === 0xef ? 1 : 0, 'invalid leading UTF-8 octet');
  }
}

/** Only whole blocks before the bad character can be seen. */
function cut(bytes: Uint8Array, bad: number, offset: number, failure: string): Input {
  const visible = bytes.subarray(0, Math.floor(bad / BLOCK) * BLOCK);
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(visible).replace(/\ufffd+$/, '');
  return { text: text.slice(offset) + END, offset, failure };
}

/** The longest prefix that decodes ends before the first invalid byte; found by halving. */
function firstInvalid(bytes: Uint8Array): number {
  let valid = 0;
  let end = bytes.length;
  while (end - valid > 1) {
    const middle = (valid + end) >> 1;
    if (decodes(bytes.subarray(0, middle))) valid = middle;
    else end = middle;
  }
  return valid;
}

function decodes(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

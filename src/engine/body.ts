/**
 * The body of a request → JSON. A YAML body is read as far as its first document.
 *
 * Upstream: apimachinery/pkg/runtime/serializer/json/json.go `Decode`; sigs.k8s.io/yaml `YAMLToJSON`.
 */
import type { Json } from './json.ts';
import { parseJson } from './json-text.ts';
import { SourceText } from './source.ts';
import { type DuplicateKey, decodeFirst, JsonError } from './yaml/decode.ts';
import { type Input, readBytes, readText } from './yaml/reader.ts';

export interface Body {
  source: SourceText;
  /** As the client sent it: a message may quote its first bytes. */
  raw: string | Uint8Array;
  result:
    | { json: Json; duplicates: readonly DuplicateKey[] }
    | { error: Error; message: string; offset: number };
}

/** What nobody writes by hand is refused before it is parsed. */
export const MAX_CHARACTERS = 1_000_000;

export class TooLarge extends Error {}

export function readBody(raw: string | Uint8Array, contentType: string): Body {
  const text = typeof raw === 'string' ? raw : new TextDecoder('utf-8', { ignoreBOM: true }).decode(raw);
  const source = new SourceText(text);
  if (text.length > MAX_CHARACTERS) {
    const message = 'Request entity too large: limit is 3145728';
    return { source, raw, result: { error: new TooLarge(message), message, offset: 0 } };
  }
  return { source, raw, result: contentType === 'application/json' ? readJson(text) : readYaml(raw) };
}

function readJson(text: string): Body['result'] {
  try {
    return { json: parseJson(text), duplicates: [] };
  } catch (thrown) {
    const error = thrown as Error;
    const message = `couldn't get version/kind; json parse error: ${error.message}`;
    return { error, message, offset: 0 };
  }
}

function readYaml(raw: string | Uint8Array): Body['result'] {
  const input: Input = typeof raw === 'string' ? readText(raw) : readBytes(raw);
  try {
    return decodeFirst(input);
  } catch (thrown) {
    const error = thrown as Error;
    return { error, message: yamlMessage(error), offset: input.offset };
  }
}

/** What can't be written as JSON is JSON's complaint, not the YAML parser's. */
export const yamlMessage = (error: Error): string =>
  error instanceof JsonError ? error.message : `yaml: ${error.message}`;

/** The first thirty bytes, in hexadecimal unless they look like JSON. */
export function summarize(raw: string | Uint8Array): string {
  const bytes = typeof raw === 'string' ? new TextEncoder().encode(raw) : raw;
  if (bytes.length === 0) return '<empty>';
  const head = bytes.subarray(0, 30);
  const more = bytes.length > 30 ? ' ...' : '';
  if (bytes[0] === 0x7b) return new TextDecoder().decode(head) + more;
  return Array.from(head, (byte) => byte.toString(16).padStart(2, '0')).join('') + more;
}

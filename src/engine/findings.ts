/**
 * What is wrong with a text → findings: which code, where in the text.
 */
import type { FindingCode } from './admission/codes.ts';
import type { StrictError, WrongType } from './admission/decode.ts';
import { errorBody, type FieldError, type Params } from './admission/field.ts';
import { formatValue } from './go.ts';
import { type Json, type Place, valueAt } from './json.ts';
import { JsonSyntaxError } from './json-text.ts';
import type { SourceText } from './source.ts';
import type { Finding } from './types.ts';
import { type DuplicateKey, JsonError } from './yaml/decode.ts';
import { YamlError } from './yaml/tokens.ts';

export type { FindingCode } from './admission/codes.ts';

interface Details {
  severity?: Finding['severity'];
  path?: string;
  at?: Place | null;
  params?: Params;
}

export function finding(code: FindingCode, source: SourceText | null, details: Details = {}): Finding {
  const { severity = 'error', path, at, params = {} } = details;
  const span = at && source?.span(at);
  return { code, severity, ...(path === undefined ? {} : { path }), ...(span ? { span } : {}), params };
}

/** What a field was taken from where it is absent itself: errors name `clusterIPs` even if only `clusterIP` was written. */
const WRITTEN_AS: Readonly<Record<string, string>> = { 'spec.clusterIPs': 'spec.clusterIP' };

/** The value where it stands; for what is missing, the nearest thing around it. */
export function placeOf(root: Json | null, path: string): Place | null {
  for (let rest = path; root; rest = rest.replace(/(\.[^.[\]]+|\[[^\]]*\]|^[^.[\]]+)$/, '')) {
    const value = rest ? (valueAt(root, rest) ?? valueAt(root, WRITTEN_AS[rest] ?? rest)) : root;
    if (value) return value;
    if (!rest) return null;
  }
  return null;
}

export function fieldFinding(error: FieldError, source: SourceText | null, root: Json | null): Finding {
  const value = typeof error.value === 'string' && error.value ? error.value : formatValue(error.value);
  const params = { field: error.field, value, detail: errorBody(error), ...error.params };
  return finding(error.code, source, { path: error.field, at: placeOf(root, error.field), params });
}

const SYNTAX: readonly [RegExp, FindingCode][] = [
  [/tab character/, 'yaml-tab'],
  [/mapping values are not allowed|expected ':'/, 'yaml-colon'],
  [/expected key$|'-' indicator|are not allowed in this context/, 'yaml-indentation'],
  [/end of stream|expected ',' or|document indicator/, 'yaml-unclosed'],
  [/invalid map key/, 'yaml-template'],
  [/anchor|map merge/, 'yaml-anchor'],
  [/control characters|UTF-8/, 'yaml-characters'],
  [/excessive aliasing/, 'aliases-too-many'],
  [/max depth/, 'nested-too-deep'],
];

/** A text that is no YAML or no JSON. */
export function syntaxFinding(error: unknown, source: SourceText, offset: number): Finding {
  const detail = error instanceof Error ? error.message : String(error);
  if (error instanceof JsonSyntaxError) {
    const at = { start: error.position, end: error.position + 1 };
    const code = /max depth/.test(detail) ? 'nested-too-deep' : 'json-syntax';
    return finding(code, source, { at, params: { detail } });
  }
  if (error instanceof JsonError) return finding('number-not-finite', source, { params: { detail } });
  const mark = error instanceof YamlError ? error.mark : undefined;
  const start = (mark?.position ?? 0) + offset;
  const params = { detail, line: mark ? mark.line + 1 : 1 };
  return finding(syntaxCode(detail, source.text[start]), source, { at: { start, end: start + 1 }, params });
}

function syntaxCode(detail: string, character: string | undefined): FindingCode {
  if (/cannot start any token/.test(detail)) return character === '\t' ? 'yaml-tab' : 'yaml-syntax';
  return SYNTAX.find(([pattern]) => pattern.test(detail))?.[1] ?? 'yaml-syntax';
}

export function duplicateFinding(
  duplicate: DuplicateKey,
  source: SourceText,
  severity: Finding['severity'],
): Finding {
  return finding('duplicate-key', source, { severity, at: duplicate.at, params: { value: duplicate.key } });
}

export function strictFinding(
  error: StrictError,
  source: SourceText | null,
  severity: Finding['severity'],
): Finding {
  const code = error.kind === 'unknown' ? 'unknown-field' : 'duplicate-key';
  const params = { field: error.path, value: error.path.replace(/.*\./, '') };
  return finding(code, source, { severity, path: error.path, at: error.at, params });
}

export function typeFinding(error: WrongType, source: SourceText | null): Finding {
  const value = literalOf(error.found);
  const params = { field: error.path, value, type: error.wanted.name, detail: error.message };
  return finding(typeCode(error), source, { path: error.path, at: error.at, params });
}

function literalOf(json: Json): string {
  if (json.type === 'string' || json.type === 'bool') return String(json.value);
  return json.type === 'number' ? json.text : json.type;
}

function typeCode({ found, wanted }: WrongType): FindingCode {
  switch (wanted.kind) {
    case 'int32':
    case 'int64':
    case 'int-or-string':
      return numberCode(found);
    case 'string':
      if (found.type === 'number') return 'text-expected-number';
      return found.type === 'bool' ? 'text-expected-boolean' : 'text-expected';
    case 'bool':
      return 'boolean-expected';
    case 'list':
      return 'list-expected';
    case 'map':
    case 'struct':
      return 'object-expected';
    case 'time':
    case 'quantity':
    case 'any':
      return 'value-undecodable';
    default:
      return wanted satisfies never;
  }
}

function numberCode(found: Json): FindingCode {
  if (found.type === 'string') return /^[0-9]+$/.test(found.value) ? 'number-in-quotes' : 'number-expected';
  if (found.type !== 'number') return 'number-expected';
  return Number.isInteger(Number(found.text)) ? 'number-too-large' : 'number-fractional';
}

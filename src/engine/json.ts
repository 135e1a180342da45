/**
 * JSON as Go sees it on its way from text to a typed object: numbers keep their digits, objects keep the order and the
 * duplicates of their keys, and every value knows where it stood in the text.
 */

/** UTF-16 offsets [start, end) in the text that was parsed; -1 when there was none. */
export interface Place {
  start: number;
  end: number;
}

export type Json = Place &
  (
    | { type: 'null' }
    | { type: 'bool'; value: boolean }
    | { type: 'number'; text: string }
    | { type: 'string'; value: string }
    | { type: 'array'; items: readonly Json[] }
    | { type: 'object'; entries: readonly JsonEntry[] }
  );

export interface JsonEntry {
  key: string;
  /** Where the key stands. */
  at: Place;
  value: Json;
}

const NOWHERE: Place = { start: -1, end: -1 };

/** Plain values; of duplicate keys the last one. */
export function toPlain(json: Json): unknown {
  switch (json.type) {
    case 'null':
      return null;
    case 'bool':
    case 'string':
      return json.value;
    case 'number':
      return Number(json.text);
    case 'array':
      return json.items.map(toPlain);
    case 'object':
      return plainObject(json.entries);
    default:
      return json satisfies never;
  }
}

function plainObject(entries: readonly JsonEntry[]): Record<string, unknown> {
  const object: Record<string, unknown> = {};
  for (const { key, value } of entries) define(object, key, toPlain(value));
  return object;
}

/** Sets a property whatever its name: `__proto__` is a name like any other. */
export function define(object: object, key: string, value: unknown): void {
  Object.defineProperty(object, key, { value, enumerable: true, writable: true, configurable: true });
}

/** A value of the program's own, which stands in no text. */
export function fromPlain(value: unknown): Json {
  if (typeof value === 'string') return { type: 'string', value, ...NOWHERE };
  if (typeof value === 'number') return { type: 'number', text: String(value), ...NOWHERE };
  if (typeof value === 'boolean') return { type: 'bool', value, ...NOWHERE };
  if (Array.isArray(value)) return { type: 'array', items: value.map(fromPlain), ...NOWHERE };
  if (typeof value !== 'object' || value === null) return { type: 'null', ...NOWHERE };
  const entries = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .map(([key, field]) => ({ key, at: NOWHERE, value: fromPlain(field) }));
  return { type: 'object', entries, ...NOWHERE };
}

/** The value at `spec.ports[0].port`, `metadata.annotations[a.b/c]`; the last of duplicate keys. */
export function valueAt(root: Json, path: string): Json | null {
  let value: Json | null = root;
  for (const step of steps(path)) {
    value = child(value, step);
    if (!value) return null;
  }
  return value;
}

/** The text at a path; empty if there is none. */
export function textAt(root: Json, path: string): string {
  const value = valueAt(root, path);
  return value?.type === 'string' ? value.value : '';
}

const steps = (path: string): string[] =>
  Array.from(path.matchAll(/\[([^\]]*)\]|([^.[]+)/g), (match) => match[1] ?? match[2] ?? '');

function child(value: Json, step: string): Json | null {
  if (value.type === 'array') return value.items[Number(step)] ?? null;
  if (value.type !== 'object') return null;
  const named = value.entries.findLast((entry) => entry.key === step);
  return (named ?? value.entries.findLast((entry) => entry.key === lowerFirst(step)))?.value ?? null;
}

/** One path is printed with a capital: `spec.LoadBalancerSourceRanges`. */
const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

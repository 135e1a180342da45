/**
 * JSON → a typed object: what is zero is left out, what is unknown is noted, and the first value of the wrong type is
 * refused in Go's words.
 *
 * Upstream: sigs.k8s.io/json (a fork of encoding/json: case-sensitive, with strict errors), `UnmarshalTypeError.Error`.
 */
import { quote } from '../go.ts';
import { define, type Json, type JsonEntry, type Place, toPlain } from '../json.ts';
import type { Field, GoType, StructType } from './types.ts';

export interface StrictError {
  kind: 'unknown' | 'duplicate';
  path: string;
  /** The key that is unknown, or comes again. */
  at: Place;
}

export interface WrongType {
  message: string;
  /** With indices, as in a finding: `spec.ports[0].port`. */
  path: string;
  at: Place;
  /** What was found and what was wanted, in JSON's words and Go's. */
  found: Json;
  wanted: GoType;
}

export interface Decoded {
  object: Record<string, unknown>;
  strict: readonly StrictError[];
  error: WrongType | null;
}

const MAX_STRICT_ERRORS = 100;

/** Types with an UnmarshalJSON: their error ends decoding, and hides those found before. */
const DECODES_ITSELF: ReadonlySet<string> = new Set(['int-or-string', 'time', 'quantity']);

export function decodeTyped(type: StructType, json: Json): Decoded {
  const decoder = new TypedDecoder();
  const object = (decoder.value(type, json, '') ?? {}) as Record<string, unknown>;
  return { object, strict: decoder.strict, error: decoder.error };
}

export const strictMessage = ({ kind, path }: StrictError): string => `${kind} field ${quote(path)}`;

const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const QUANTITY = /^[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]+|[numkMGTPE]|[KMGTPE]i)?$/;

class TypedDecoder {
  readonly strict: StrictError[] = [];
  error: WrongType | null = null;
  private stopped = false;
  private readonly seen = new Set<string>();
  /** The struct that holds the current field, and the fields that lead to it. */
  private struct = '';
  private fields: string[] = [];

  /** Undefined stands for Go's zero value. */
  value(type: GoType, json: Json, path: string): unknown {
    if (json.type === 'null') return undefined;
    if (type.kind === 'any') return toPlain(json);
    switch (type.kind) {
      case 'struct':
        return json.type === 'object'
          ? this.structValue(type, json.entries, path)
          : this.refuse(type, json, path);
      case 'list':
        return json.type === 'array'
          ? this.listValue(type.of, json.items, path)
          : this.refuse(type, json, path);
      case 'map':
        return json.type === 'object'
          ? this.mapValue(type.of, json.entries, path)
          : this.refuse(type, json, path);
      case 'bool':
        return json.type === 'bool' ? json.value : this.refuse(type, json, path);
      default:
        return this.scalar(type, json, path);
    }
  }

  private scalar(type: GoType, json: Json, path: string): unknown {
    switch (type.kind) {
      case 'int-or-string':
        return json.type === 'string' ? json.value : this.integer(INT32, json, path);
      case 'int32':
      case 'int64':
        return this.integer(type, json, path);
      case 'quantity':
        return this.quantity(type, json, path);
      case 'time':
        return this.time(type, json, path);
      default:
        return json.type === 'string' ? json.value : this.refuse(type, json, path);
    }
  }

  private integer(type: GoType, json: Json, path: string): unknown {
    if (json.type !== 'number') return this.refuse(type, json, path);
    const limit = 2n ** (type.kind === 'int64' ? 63n : 31n);
    const value = /^-?[0-9]+$/.test(json.text) ? BigInt(json.text) : limit;
    return value >= -limit && value < limit ? Number(value) : this.refuse(type, json, path);
  }

  private quantity(type: GoType, json: Json, path: string): unknown {
    const text = json.type === 'number' ? json.text : json.type === 'string' ? json.value.trim() : '';
    if (QUANTITY.test(text)) return text;
    const rule =
      "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";
    return this.fail(rule, type, json, path);
  }

  private time(type: GoType, json: Json, path: string): unknown {
    if (json.type !== 'string') return this.refuse(TEXT, json, path);
    if (RFC3339.test(json.value)) return json.value;
    const layout = '2006-01-02T15:04:05Z07:00';
    const message = `parsing time ${quote(json.value)} as ${quote(layout)}: cannot parse ${quote(json.value)} as "2006"`;
    return this.fail(message, type, json, path);
  }

  private listValue(of: GoType, items: readonly Json[], path: string): unknown {
    return items.map((item, i) => this.value(of, item, `${path}[${i}]`) ?? zero(of));
  }

  private mapValue(of: GoType, entries: readonly JsonEntry[], path: string): unknown {
    const map = {};
    const keys = new Set<string>();
    for (const { key, at, value } of entries) {
      const keyPath = path ? `${path}.${key}` : key;
      if (keys.has(key)) this.note('duplicate', keyPath, at);
      keys.add(key);
      define(map, key, this.value(of, value, keyPath) ?? zero(of));
    }
    return map;
  }

  private structValue(type: StructType, entries: readonly JsonEntry[], path: string): unknown {
    const object: Record<string, unknown> = {};
    const keys = new Set<string>();
    const outer = this.struct;
    for (const { key, at, value } of entries) {
      const keyPath = path ? `${path}.${key}` : key;
      const field = type.fields.get(key);
      if (!field) {
        this.note('unknown', keyPath, at);
        continue;
      }
      if (keys.has(key)) this.note('duplicate', keyPath, at);
      keys.add(key);
      this.struct = type.short;
      this.fields.push(key);
      set(object, key, field, this.value(field.type, value, keyPath), value);
      this.fields.pop();
    }
    this.struct = outer;
    return object;
  }

  private note(kind: StrictError['kind'], path: string, at: Place): void {
    const id = `${kind} ${path}`;
    if (this.seen.has(id) || this.strict.length >= MAX_STRICT_ERRORS) return;
    this.seen.add(id);
    this.strict.push({ kind, path, at });
  }

  private refuse(type: GoType, json: Json, path: string): undefined {
    const whole = type.kind.startsWith('int');
    const found = whole && json.type === 'number' ? `number ${json.text}` : json.type;
    const field = `Go struct field ${this.struct}.${this.fields.join('.')}`;
    return this.fail(`json: cannot unmarshal ${found} into ${field} of type ${type.name}`, type, json, path);
  }

  private fail(message: string, wanted: GoType, found: Json, path: string): undefined {
    if (this.stopped) return;
    const own = DECODES_ITSELF.has(wanted.kind);
    if (own || !this.error) this.error = { message, path, at: found, found, wanted };
    this.stopped = own;
  }
}

/** What types that decode themselves want; named `int32` and `string` as any other. */
const INT32: GoType = { kind: 'int-or-string', name: 'int32' };
const TEXT: GoType = { kind: 'time', name: 'string' };

/** What null is as an item of a list or a value of a map. */
function zero(type: GoType): unknown {
  switch (type.kind) {
    case 'struct':
      return {};
    case 'string':
      return '';
    case 'int32':
    case 'int64':
      return 0;
    default:
      return null;
  }
}

/** A duplicate null leaves what was there, a duplicate object goes into it; a zero that is no pointer is as good as absent. */
function set(object: Record<string, unknown>, key: string, field: Field, value: unknown, json: Json): void {
  const before = object[key];
  if (json.type === 'null' && !field.pointer && !/list|map/.test(field.type.kind)) return;
  if (/struct|map/.test(field.type.kind) && before && value) Object.assign(before, value);
  else if (value === undefined || (!field.pointer && isZero(value))) delete object[key];
  else object[key] = value;
}

function isZero(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return !value;
  return (Array.isArray(value) ? value : Object.keys(value)).length === 0;
}

/** The object as the API writes it: fields without omitempty are there even if zero. */
export function complete(type: GoType, value: unknown): unknown {
  switch (type.kind) {
    case 'list':
      return Array.isArray(value) ? value.map((item) => complete(type.of, item)) : value;
    case 'struct':
      return completeStruct(type, value as Record<string, unknown>);
    default:
      return value;
  }
}

function completeStruct(type: StructType, value: Record<string, unknown>): Record<string, unknown> {
  const object = { ...value };
  for (const [key, field] of type.fields) {
    if (object[key] !== undefined) object[key] = complete(field.type, object[key]);
    else if (field.always) object[key] = zero(field.type);
  }
  return object;
}

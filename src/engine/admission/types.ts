/**
 * How a Go type is described, and the few shapes that types are made of.
 *
 * Upstream: the struct tags in k8s.io/api and k8s.io/apimachinery; `v1.ServicePort` is how Go prints such a type.
 */

export type GoType =
  | { kind: 'string' | 'bool' | 'int32' | 'int64'; name: string }
  /** Whatever JSON holds: fields that no rule here reads. */
  | { kind: 'any'; name: string }
  | { kind: 'int-or-string'; name: string }
  | { kind: 'time'; name: string }
  | { kind: 'quantity'; name: string }
  | { kind: 'list'; name: string; of: GoType }
  | { kind: 'map'; name: string; of: GoType }
  | StructType;

export interface StructType {
  kind: 'struct';
  name: string;
  /** The name without its package, as errors print it. */
  short: string;
  fields: ReadonlyMap<string, Field>;
}

export interface Field {
  type: GoType;
  /** A Go pointer: zero and absent differ. */
  pointer: boolean;
  /** Without `omitempty`: written even if zero. */
  always: boolean;
}

export const text: GoType = { kind: 'string', name: 'string' };
export const bool: GoType = { kind: 'bool', name: 'bool' };
export const int32: GoType = { kind: 'int32', name: 'int32' };
export const int64: GoType = { kind: 'int64', name: 'int64' };
export const any: GoType = { kind: 'any', name: 'interface {}' };
export const intOrString: GoType = { kind: 'int-or-string', name: 'intstr.IntOrString' };
export const time: GoType = { kind: 'time', name: 'v1.Time' };
export const quantity: GoType = { kind: 'quantity', name: 'resource.Quantity' };

/** A type with a name, whose content no rule here reads. */
export const opaque = (name: string): GoType => ({ kind: 'any', name });
/** A string type with a name of its own: `v1.Protocol`. */
export const named = (name: string): GoType => ({ kind: 'string', name });
export const list = (of: GoType): GoType => ({ kind: 'list', name: `[]${of.name}`, of });
export const map = (of: GoType): GoType => ({ kind: 'map', name: `map[string]${of.name}`, of });
export const texts = list(text);
export const strings = map(text);

/** Pointers are `pointer(type)`, fields without omitempty `always(type)`; structs count as pointers. */
type FieldSpec = GoType | Field;

const isField = (spec: FieldSpec): spec is Field => 'type' in spec;
export const pointer = (type: GoType): Field => ({ type, pointer: true, always: false });
export const always = (type: GoType): Field => ({ type, pointer: false, always: true });

export function struct(name: string, fields: Readonly<Record<string, FieldSpec>>): StructType {
  const entries = Object.entries(fields).map(([key, spec]): [string, Field] => [
    key,
    isField(spec)
      ? spec
      : { type: spec, pointer: spec.kind === 'struct' || spec.kind === 'any', always: false },
  ]);
  return { kind: 'struct', name, short: name.replace(/^.*\./, ''), fields: new Map(entries) };
}

/** Several fields that no rule reads. */
export const unread = (names: string): Record<string, GoType> =>
  Object.fromEntries(names.split(' ').map((name) => [name, any]));

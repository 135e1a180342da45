/**
 * metadata: names, namespaces, labels, annotations.
 *
 * Upstream: k8s.io/apimachinery/pkg/api/validation/objectmeta.go, generic.go; pkg/apis/meta/v1/validation.
 */
import { byteLength } from '../go.ts';
import type { ObjectMeta } from '../types.ts';
import { type FieldError, invalid, invalidEach, required, tooLong } from './field.ts';
import { isDNS1123Label, isDNS1123Subdomain, isLabelKey, isLabelValue } from './names.ts';

const ANNOTATIONS_LIMIT = 256 * 1024;

type NameCheck = (name: string) => string[];

/** `prefix-` may end in a hyphen: what is generated goes on. */
const maskTrailingHyphen = (prefix: string): string =>
  prefix.length > 1 && prefix.endsWith('-') ? `${prefix.slice(0, -2)}a` : prefix;

export function validateObjectMeta(
  meta: ObjectMeta,
  namespaced: boolean,
  nameCheck: NameCheck,
): FieldError[] {
  return [
    ...validateNames(meta, nameCheck),
    ...(namespaced ? validateNamespace(meta.namespace) : []),
    ...validateLabels('metadata.labels', meta.labels),
    ...validateAnnotations('metadata.annotations', meta.annotations),
    ...validateFinalizers(meta),
  ];
}

function validateNames(meta: ObjectMeta, nameCheck: NameCheck): FieldError[] {
  const prefix = String(meta['generateName'] ?? '');
  const errors = prefix
    ? invalidEach('name-invalid', 'metadata.generateName', prefix, nameCheck(maskTrailingHyphen(prefix)))
    : [];
  if (!meta.name)
    return [...errors, required('name-required', 'metadata.name', 'name or generateName is required')];
  return [...errors, ...invalidEach('name-invalid', 'metadata.name', meta.name, nameCheck(meta.name))];
}

function validateNamespace(namespace: string | undefined): FieldError[] {
  if (!namespace) return [required('namespace-invalid', 'metadata.namespace')];
  return invalidEach('namespace-invalid', 'metadata.namespace', namespace, isDNS1123Label(namespace));
}

/** Upstream walks a Go map, in no order; here as they are written. Keys and values share one path. */
export function validateLabels(
  field: string,
  labels: Readonly<Record<string, string>> | undefined,
): FieldError[] {
  return Object.entries(labels ?? {}).flatMap(([key, value]) => [
    ...invalidEach('label-key-invalid', field, key, isLabelKey(key)),
    ...invalidEach('label-value-invalid', field, value, isLabelValue(value)),
  ]);
}

/** The case of a key does not matter here. */
export function validateAnnotations(
  field: string,
  annotations: Readonly<Record<string, string>> | undefined,
): FieldError[] {
  const entries = Object.entries(annotations ?? {});
  const errors = entries.flatMap(([key]) =>
    invalidEach('annotation-key-invalid', field, key, isLabelKey(key.toLowerCase())),
  );
  const size = entries.reduce((sum, [key, value]) => sum + byteLength(key) + byteLength(value), 0);
  return size > ANNOTATIONS_LIMIT
    ? [...errors, tooLong('annotations-too-large', field, ANNOTATIONS_LIMIT)]
    : errors;
}

function validateFinalizers(meta: ObjectMeta): FieldError[] {
  const finalizers = Array.isArray(meta['finalizers']) ? meta['finalizers'].map(String) : [];
  return finalizers.flatMap((finalizer) =>
    isLabelKey(finalizer).map((message) =>
      invalid('metadata-invalid', 'metadata.finalizers', finalizer, message),
    ),
  );
}

/** What the server itself writes is not taken from a client. */
export function wipeSystemFields(meta: Record<string, unknown>): void {
  for (const field of [
    'uid',
    'generation',
    'creationTimestamp',
    'deletionTimestamp',
    'deletionGracePeriodSeconds',
    'selfLink',
    'managedFields',
  ])
    delete meta[field];
}

const ALPHABET = 'bcdfghjklmnpqrstvwxz2456789';

/** `prefix` and five characters; upstream draws them, here they count. */
export function generateName(prefix: string, taken: (name: string) => boolean): string {
  const base = prefix.slice(0, 58);
  for (let n = 0; ; n++) {
    const name = base + suffix(n);
    if (!taken(name)) return name;
  }
}

function suffix(n: number): string {
  let text = '';
  for (let rest = n; text.length < 5; rest = Math.floor(rest / ALPHABET.length))
    text = ALPHABET.charAt(rest % ALPHABET.length) + text;
  return text;
}

export { isDNS1123Label, isDNS1123Subdomain };

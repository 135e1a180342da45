/** Text → objects that know where their values stand. */
import { describe, expect, test } from 'vitest';
import { parseManifests, spanOf } from '../../src/engine/parse.ts';
import type { KubeObject } from '../../src/engine/types.ts';

const TEXT = `# two documents
apiVersion: v1
kind: Service
metadata:
  name: web
  annotations: {port-of-call/listens: "tcp/8170"}
spec:
  ports:
  - port: 8080
    targetPort: "żółw 🚀"
  loadBalancerSourceRanges: [10.0.0.0/8]
---

---
apiVersion: v1
kind: Pod
metadata: {name: client}
`;

const first = (text: string): KubeObject => {
  const [object] = parseManifests(text).objects;
  if (!object) throw new Error('no object');
  return object;
};

const textAt = (path: string, text = TEXT): string | null => {
  const span = spanOf(first(text), path);
  return span && text.slice(span.start, span.end);
};

test.each([
  ['kind: 5\nmetadata: x\n', { apiVersion: '', kind: '', metadata: {} }],
  ['apiVersion: [v1]\nkind: Pod\nmetadata: null\n', { apiVersion: '', kind: 'Pod', metadata: {} }],
  ['apiVersion: v1\nkind: Pod\n', { apiVersion: 'v1', kind: 'Pod', metadata: {} }],
])('an object has a version, a kind and metadata: %j', (text, object) => {
  expect(first(text)).toEqual(object);
});

test('too much of anything is refused with its limit', () => {
  expect(parseManifests('x'.repeat(1_000_001))).toMatchObject({
    objects: [],
    findings: [{ code: 'text-too-large', params: { limit: 1_000_000 } }],
  });
  expect(parseManifests('---\na: 1\n'.repeat(1000))).toMatchObject({
    objects: [],
    findings: [{ code: 'documents-too-many', params: { value: 1000, limit: 999 } }],
  });
  expect(parseManifests('---\na: 1\n'.repeat(999)).objects).toHaveLength(999);
});

test('a document that is no object is found with what it is', () => {
  expect(parseManifests('- a\n').findings).toMatchObject([
    { code: 'not-an-object', params: { value: 'array' }, span: { line: 1 } },
  ]);
});

test('an unknown field of a kind that is decoded is a mistake', () => {
  const text = (kind: string): string => `apiVersion: v1\nkind: ${kind}\nmetadata: {name: w}\nfoo: 1\n`;
  expect(parseManifests(text('Service')).findings).toMatchObject([
    { code: 'unknown-field', severity: 'error', path: 'foo' },
  ]);
  expect(parseManifests(text('Widget')).findings).toEqual([]);
});

test('empty documents are skipped', () => {
  expect(parseManifests(TEXT).objects.map(({ kind }) => kind)).toEqual(['Service', 'Pod']);
});

test.each([
  ['spec.ports[0].port', '8080'],
  ['spec.ports[0].targetPort', '"żółw 🚀"'],
  ['spec.ports', '- port: 8080\n    targetPort: "żółw 🚀"'],
  ['metadata.annotations[port-of-call/listens]', '"tcp/8170"'],
  ['metadata.name', 'web'],
  ['spec.LoadBalancerSourceRanges[0]', '10.0.0.0/8'],
])('%s stands at its own text', (path, text) => {
  expect(textAt(path)).toBe(text);
});

test.each(['spec.ports[1].port', 'spec.type', 'spec.ports[0].nodePort', 'spec.ports.port'])(
  '%s stands nowhere',
  (path) => {
    expect(spanOf(first(TEXT), path)).toBeNull();
  },
);

test('lines and columns count from 1', () => {
  expect(spanOf(first(TEXT), 'spec.ports[0].port')).toMatchObject({ line: 9, column: 11 });
});

test('a byte order mark and CRLF move nothing', () => {
  const text = `\ufeff${TEXT.replaceAll('\n', '\r\n')}`;
  expect(textAt('spec.ports[0].port', text)).toBe('8080');
  expect(spanOf(first(text), 'spec.ports[0].port')).toMatchObject({ line: 9, column: 11 });
});

test('an alias stands where it is used', () => {
  const text = 'a: &x {b: 7}\nc: *x\n';
  expect(textAt('c', text)).toBe('*x');
});

test('an object that came from nowhere has no spans', () => {
  expect(spanOf({ apiVersion: 'v1', kind: 'Pod', metadata: {} }, 'kind')).toBeNull();
});

describe('findings', () => {
  const codes = (text: string): string[] => parseManifests(text).findings.map(({ code }) => code);

  test.each([
    ['a manifest in order', TEXT, []],
    ['an unknown field', 'apiVersion: v1\nkind: Service\nspec: {port: 80}\n', ['unknown-field']],
    ['a duplicate key', 'apiVersion: v1\nkind: Service\nkind: Service\n', ['duplicate-key']],
    [
      'a value of the wrong type',
      'apiVersion: apps/v1\nkind: Deployment\nspec: {replicas: two}\n',
      ['number-expected'],
    ],
    ['a document that is no object', '- 1\n', ['not-an-object']],
    ['a syntax error after a good document', 'a: 1\n---\nb: c: d\n', ['yaml-colon']],
    ['braces in braces', 'a: {{ b }}\n', ['yaml-template']],
  ])('%s', (_, text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  test('what stood before a syntax error is kept', () => {
    expect(parseManifests('kind: A\n---\nb: c: d\n').objects.map(({ kind }) => kind)).toEqual(['A']);
  });

  test('a name like __proto__ is a name like any other', () => {
    const [object] = parseManifests('metadata: {labels: {__proto__: x, constructor: y}}\n').objects;
    expect(Object.keys(object?.metadata.labels ?? {}).sort()).toEqual(['__proto__', 'constructor']);
  });
});

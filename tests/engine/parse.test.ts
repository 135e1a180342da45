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

describe('limits', () => {
  test('a text has at most a million characters', () => {
    const text = (length: number): string => `v: 1\n#${' '.repeat(length - 6)}`;
    expect(parseManifests(text(1_000_000)).findings).toEqual([]);
    const { objects, findings } = parseManifests(text(1_000_001));
    expect(objects).toEqual([]);
    expect(findings).toMatchObject([{ code: 'text-too-large', params: { limit: 1_000_000 } }]);
  });

  test('a text has at most 999 documents', () => {
    const text = (count: number): string => 'kind: A\n---\n'.repeat(count);
    expect(parseManifests(text(999)).objects).toHaveLength(999);
    const { objects, findings } = parseManifests(text(1000));
    expect(objects).toEqual([]);
    expect(findings).toMatchObject([{ code: 'documents-too-many', params: { value: 1000, limit: 999 } }]);
  });
});

test('what is no object is said to be what it is, where it stands', () => {
  expect(parseManifests('a: 1\n---\n[7]\n').findings.at(-1)).toMatchObject({
    code: 'not-an-object',
    params: { value: 'array' },
    span: { start: 9, end: 12, line: 3, column: 1 },
  });
});

test.each([
  ['metadata that is absent', 'kind: A\napiVersion: v1\n', { kind: 'A', apiVersion: 'v1', metadata: {} }],
  [
    'metadata that is null',
    'kind: A\napiVersion: v1\nmetadata:\n',
    { kind: 'A', apiVersion: 'v1', metadata: {} },
  ],
  [
    'metadata that is a text',
    'kind: A\napiVersion: v1\nmetadata: x\n',
    { kind: 'A', apiVersion: 'v1', metadata: {} },
  ],
  [
    'kind and apiVersion that are absent',
    'metadata: { name: a }\n',
    { kind: '', apiVersion: '', metadata: { name: 'a' } },
  ],
  [
    'kind and apiVersion that are numbers',
    'kind: 7\napiVersion: 8\n',
    { kind: '', apiVersion: '', metadata: {} },
  ],
])('%s: an object has all three', (_, text, object) => {
  expect(parseManifests(text).objects).toEqual([object]);
});

test('keys that differ in case are different keys', () => {
  const text = 'metadata: { labels: { App: one, app: two } }\n';
  expect([textAt('metadata.labels[App]', text), textAt('metadata.labels[app]', text)]).toEqual([
    'one',
    'two',
  ]);
});

test.each([
  ['three dots end a document', 'kind: A\n...\n---\nkind: B\n', ['A', 'B'], []],
  ['… as often as they like', 'kind: A\n...\n...\n---\nkind: B\n...\n', ['A', 'B'], []],
  ['after them a document begins with three hyphens', 'kind: A\n...\nkind: B\n', ['A'], ['yaml-syntax']],
])('%s', (_, text, kinds, codes) => {
  const { objects, findings } = parseManifests(text);
  expect(objects.map(({ kind }) => kind)).toEqual(kinds);
  expect(findings.filter(({ code }) => code.startsWith('yaml')).map(({ code }) => code)).toEqual(codes);
});

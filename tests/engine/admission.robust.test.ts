/** Any text whatever gives a result or findings, never an exception, and soon. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { admit } from '../../src/engine/admission/index.ts';
import { buildCluster } from '../../src/engine/cluster.ts';
import { kubectlApply } from '../../src/engine/kubectl-apply.ts';
import { parseManifests, spanOf } from '../../src/engine/parse.ts';
import type { AdmissionRequest } from '../../src/engine/types.ts';
import { readManifest, recordedCases } from '../truth/admission-agreement.ts';
import { explain, SERVICES } from './admission.helpers.ts';

const manifests = recordedCases().map(({ manifest }) => new TextDecoder().decode(readManifest(manifest)));

const SNIPPETS = [
  '\t',
  '\n',
  ': ',
  '- ',
  '[',
  ']',
  '{',
  '}',
  '"',
  "'",
  '#',
  '&a ',
  '*a',
  '!!int ',
  '|',
  '>',
  '? ',
  '---\n',
  '<<: *a',
  '\ufeff',
  '\0',
  '🚀',
  '\ud800',
  '.inf',
  '1e999',
  'null',
  '~',
  '%YAML 1.2\n',
  '\u2028',
  '-1',
  '99999999999',
];

/** A recorded manifest with pieces cut out and others put in. */
const mutated = fc
  .tuple(
    fc.constantFrom(...manifests),
    fc.array(fc.tuple(fc.nat(600), fc.nat(8), fc.constantFrom(...SNIPPETS)), { maxLength: 4 }),
  )
  .map(([text, edits]) =>
    edits.reduce((all, [at, cut, put]) => all.slice(0, at) + put + all.slice(at + cut), text),
  );

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(fc.constantFrom(...SNIPPETS, 'a', ' ', 'spec', 'kind: Service\n'), { maxLength: 60 })
    .map((parts) => parts.join('')),
  mutated,
);

const request = fc.record<AdmissionRequest>({
  path: fc.constantFrom(
    SERVICES,
    '/api/v1/namespaces/default/pods',
    '/apis/discovery.k8s.io/v1/namespaces/default/endpointslices',
    '/apis/apps/v1/namespaces/default/deployments',
    '/api/v1/nodes',
    '/nowhere',
    '',
  ),
  body: fc.oneof(anyText, fc.uint8Array({ maxLength: 100 })),
  contentType: fc.constantFrom('application/yaml', 'application/json'),
  fieldValidation: fc.constantFrom('Strict', 'Warn', 'Ignore'),
});

describe('any text', () => {
  test('gets an answer', () => {
    fc.assert(
      fc.property(request, (input) => {
        const response = admit(input);
        response.findings.forEach(explain);
        if (response.http !== 201) expect(response.findings.length).toBeGreaterThan(0);
        else expect(response.warnings.length === 0).toBe(response.findings.length === 0);
      }),
      { numRuns: 3000 },
    );
  });

  test('is parsed to objects and findings', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { objects, findings } = parseManifests(text);
        findings.forEach(explain);
        for (const object of objects) {
          const span = spanOf(object, 'metadata.name');
          const name = object.metadata.name;
          if (span && typeof name === 'string' && /^[a-z]+$/.test(text.slice(span.start, span.end)))
            expect(text.slice(span.start, span.end)).toBe(name);
        }
      }),
      { numRuns: 3000 },
    );
  });

  test('prints something', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { exit, stdout, stderr } = kubectlApply(text);
        expect(exit === 0 ? stdout : stderr).toMatch(/\n$/);
      }),
      { numRuns: 3000 },
    );
  });

  test('what is accepted is accepted again as it was stored, but for its name', () => {
    fc.assert(
      fc.property(mutated, (body) => {
        const first = admit({ path: SERVICES, body });
        if (first.http !== 201) return;
        const again = JSON.stringify({ ...first.object, status: undefined });
        const second = admit({
          path: SERVICES,
          body: again,
          contentType: 'application/json',
          fieldValidation: 'Strict',
        });
        expect(second).toMatchObject({ http: 201, object: first.object });
      }),
      { numRuns: 1000 },
    );
  });
});

describe('what nobody writes by hand is refused with a finding', () => {
  const bomb = [
    'a0: &a0 [x,x,x,x,x,x,x,x,x,x]',
    ...Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(',')}]`),
  ].join('\n');
  const codesOf = (
    body: string,
    contentType: AdmissionRequest['contentType'] = 'application/yaml',
  ): string[] => admit({ path: SERVICES, body, contentType }).findings.map(({ code }) => code);

  test.each([
    ['an alias bomb', bomb, 'aliases-too-many'],
    ['10,000 brackets', `a: ${'['.repeat(10_000)}${']'.repeat(10_000)}`, 'nested-too-deep'],
    ['10,000 list items in each other', '- '.repeat(10_000), 'nested-too-deep'],
    ['10,000 question marks', '? '.repeat(10_000), 'nested-too-deep'],
    ['a scalar of a megabyte', `a: ${'x'.repeat(1_000_001)}`, 'text-too-large'],
  ])('%s', (_, body, code) => {
    expect(codesOf(body)).toEqual([code]);
    expect(parseManifests(body).findings.map((found) => found.code)).toEqual([code]);
    expect(kubectlApply(body).exit).toBe(1);
  });

  test('10,000 objects of JSON in each other', () => {
    expect(codesOf('{"a":'.repeat(10_000), 'application/json')).toEqual(['nested-too-deep']);
  });

  test('a thousand documents', () => {
    expect(parseManifests('---\nkind: A\n'.repeat(1000))).toMatchObject({
      objects: [],
      findings: [{ code: 'documents-too-many' }],
    });
  });

  test.each([
    ['colons', ':\n'.repeat(50_000)],
    ['duplicate keys', 'a: 1\n'.repeat(20_000)],
    ['hyphens', '-\n'.repeat(50_000)],
    ['quotes', "'".repeat(100_000)],
    ['commas', `[${'a,'.repeat(50_000)}]`],
    ['digits', `a: ${'9'.repeat(100_000)}`],
    ['spaces', `${' '.repeat(99_999)}a`],
    ['a name', `metadata: {name: ${'a-'.repeat(50_000)}}`],
    [
      'ports',
      `apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  containers:\n  - name: c\n    ports:\n${'    - containerPort: 80\n'.repeat(4000)}`,
    ],
  ])('100 kB of %s is read in time', (_, body) => {
    admit({ path: SERVICES, body });
    const start = performance.now();
    admit({ path: SERVICES, body });
    // The limit is 400 ms; a busy machine gets ten times as long.
    expect(performance.now() - start).toBeLessThan(4000);
  });
});

test.each(['constructor', 'toString', '__proto__'])(
  'an apiVersion %s is one the server does not have',
  (apiVersion) => {
    const body = `apiVersion: ${apiVersion}\nkind: Service\nmetadata: { name: web }\nspec: { ports: [{ port: 80 }] }\n`;
    expect(admit({ path: '/api/v1/namespaces/default/services', body }).http).toBe(400);
    expect(buildCluster(parseManifests(body).objects).rejected).toHaveLength(1);
    expect(kubectlApply(body).exit).toBe(1);
  },
);

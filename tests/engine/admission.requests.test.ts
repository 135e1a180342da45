/** Requests: paths, names, versions, encodings; and the rarer rules of Services. A row is a fact. */
import { describe, expect, test } from 'vitest';
import { admitObject, admitRequest, newAdmissionState } from '../../src/engine/admission/index.ts';
import { formatIP, parseCIDR, parseIP } from '../../src/engine/admission/ip.ts';
import { parseManifests, spanOf } from '../../src/engine/parse.ts';
import type { AdmissionResponse, KubeObject } from '../../src/engine/types.ts';
import {
  causesOf,
  codesOf,
  explain,
  messageOf,
  post,
  SERVICES,
  service,
  specOf,
} from './admission.helpers.ts';

const ONE_PORT = 'ports: [{port: 80}]';

const made = (spec: string): KubeObject[] => [...parseManifests(service(spec, 'old')).objects];

function metadataOf(response: AdmissionResponse): Record<string, unknown> {
  if (response.http !== 201) throw new Error(response.message);
  return response.object.metadata;
}

describe('a path', () => {
  const configMap = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\n';

  test.each([
    ['may end in a slash', '/api/v1/namespaces/default/configmaps/'],
    ['may have a query', '/api/v1/namespaces/default/configmaps?fieldValidation=Strict'],
  ])('%s', (_, path) => {
    const response = post('apiVersion: v1\nkind: Pod\nmetadata: {name: c}\n', { path });
    expect(messageOf(response)).toContain('(v1.Pod) to (core.ConfigMap): unknown conversion');
  });

  test.each([
    ['of another group', '/apis/apps/v1/namespaces/default/configmaps'],
    ['of another version', '/api/v2/namespaces/default/configmaps'],
    ['of more parts', '/x/api/v1/namespaces/default/configmaps'],
    ['with a part behind it', '/api/v1/namespaces/default/configmaps/c/status'],
  ])('%s is of an unknown resource, which is stored as it stands', (_, path) => {
    const response = post('kind: Widget\nmetadata: {name: c}\nsize: 7\n', { path });
    expect(response).toMatchObject({
      http: 201,
      object: { kind: 'Widget', size: 7 },
      warnings: [],
      findings: [],
    });
  });

  test('of an unknown resource takes objects only', () => {
    const path = '/apis/example.com/v1/namespaces/default/widgets';
    expect(post('- 7\n', { path })).toMatchObject({
      http: 400,
      findings: [{ code: 'not-an-object', span: { line: 1 } }],
    });
  });

  test('of an unknown resource takes whatever a Service is there', () => {
    const path = '/apis/example.com/v1/namespaces/default/services';
    expect(post('kind: Service\nmetadata: {name: w}\nspec: {ports: [null]}\n', { path }).http).toBe(201);
  });

  test('of an unknown resource leaves the lines of an object known', () => {
    const path = '/apis/example.com/v1/namespaces/default/widgets';
    const response = post('kind: Widget\nmetadata:\n  name: w\n', { path });
    if (response.http !== 201) throw new Error(response.message);
    expect(spanOf(response.object, 'metadata.name')).toMatchObject({ line: 3, column: 9 });
  });

  test('names the namespace', () => {
    const path = '/api/v1/namespaces/shop/configmaps';
    expect(metadataOf(post(configMap, { path }))).toEqual({ name: 'c', namespace: 'shop' });
  });

  test('names none for what has none', () => {
    const node = 'apiVersion: v1\nkind: Node\nmetadata: {name: node}\n';
    expect(metadataOf(post(node, { path: '/api/v1/nodes' }))).toEqual({ name: 'node' });
    expect(metadataOf(post(node, { path: '/api/v1/namespaces/shop/nodes' }))).toEqual({ name: 'node' });
  });

  test.each([
    ['v1', 'ConfigMap'],
    ['v1', 'Service'],
    ['v1', 'Pod'],
    ['v1', 'Endpoints'],
    ['discovery.k8s.io/v1', 'EndpointSlice'],
    ['apps/v1', 'Deployment'],
  ])('of %s %s without a namespace asks for one', (apiVersion, kind) => {
    const path = `/${apiVersion.includes('/') ? 'apis' : 'api'}/${apiVersion}/${kind.toLowerCase()}${kind.endsWith('s') ? '' : 's'}`;
    const response = post(`apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: c}\n`, { path });
    expect(causesOf(response)).toContain('metadata.namespace: Required value');
  });

  test('names a namespace that there can be', () => {
    const response = post(configMap, { path: '/api/v1/namespaces/Shop/configmaps' });
    expect(causesOf(response)[0]).toMatch(
      /^metadata\.namespace: Invalid value: "Shop": a lowercase RFC 1123 label/,
    );
  });

  test('and the object agree on the namespace', () => {
    const response = post(configMap.replace('name: c', 'name: c, namespace: other'), {
      path: '/api/v1/namespaces/shop/configmaps',
    });
    expect(response).toMatchObject({
      http: 400,
      reason: 'BadRequest',
      message: 'the namespace of the provided object does not match the namespace sent on the request',
      findings: [
        {
          code: 'namespace-mismatch',
          path: 'metadata.namespace',
          params: { value: 'other', wanted: 'shop' },
          span: { line: 3 },
        },
      ],
    });
  });
});

describe('a request', () => {
  test('is YAML and warns unless it says otherwise', () => {
    const body = service(`{${ONE_PORT}, foo: 1}`);
    const response = admitRequest({ path: SERVICES, body }, newAdmissionState());
    expect(response).toMatchObject({
      http: 201,
      warnings: ['unknown field "spec.foo"'],
      findings: [{ code: 'unknown-field', severity: 'warning', path: 'spec.foo', params: { value: 'foo' } }],
    });
  });

  test('with Ignore has neither warnings nor findings of unknown fields', () => {
    const body = service(`{${ONE_PORT}, foo: 1}`);
    expect(post(body, { fieldValidation: 'Ignore' })).toMatchObject({
      http: 201,
      warnings: [],
      findings: [],
    });
  });

  test('names at most 100 unknown fields', () => {
    const fields = Array.from({ length: 150 }, (_, i) => `f${i}: 1`).join(', ');
    const response = post(service(`{${ONE_PORT}, ${fields}}`));
    expect(messageOf(response).match(/unknown field/g)).toHaveLength(100);
  });

  test('names an unknown field of a list once for each item', () => {
    expect(messageOf(post(service('{ports: [{port: 80, a: 1}, {port: 81, a: 1}]}')))).toContain(
      'unknown field "spec.ports[0].a", unknown field "spec.ports[1].a"',
    );
  });

  test('may be given as bytes', () => {
    const body = new TextEncoder().encode(service(`{${ONE_PORT}}`));
    expect(post('', { body }).http).toBe(201);
    expect(messageOf(post('', { body: new TextEncoder().encode('- 1\n') }))).toContain('(2d20310a)');
  });

  test('of more than a megabyte is refused', () => {
    expect(post(`a: ${'x'.repeat(1_100_000)}`)).toMatchObject({
      http: 400,
      reason: 'RequestEntityTooLarge',
      message: 'Request entity too large: limit is 3145728',
      findings: [{ code: 'text-too-large', params: { limit: expect.any(Number) } }],
    });
  });

  test.each([
    ['30 bytes whole', 'a'.repeat(30), '61'.repeat(30)],
    ['31 bytes up to the thirtieth', 'a'.repeat(31), `${'61'.repeat(30)} ...`],
    ['1000 bytes too', 'a'.repeat(1000), `${'61'.repeat(30)} ...`],
    ['characters of two bytes as two', 'é'.repeat(16), `${'c3a9'.repeat(15)} ...`],
    ['what begins like JSON as text', '{a', '{a'],
    ['long JSON as text, up to the thirtieth byte', `{${'a'.repeat(30)}`, `{${'a'.repeat(29)} ...`],
  ])('that is none is quoted in hexadecimal: %s', (_, body, quoted) => {
    expect(messageOf(post(body))).toMatch(/\(([^()]*)\)$/);
    expect(messageOf(post(body)).endsWith(`(${quoted})`)).toBe(true);
  });

  test('in JSON begins without a byte order mark', () => {
    const body = new TextEncoder().encode('\ufeff{"kind":"Service"}');
    const response = post('', { body, contentType: 'application/json' });
    expect(messageOf(response)).toContain(
      "couldn't get version/kind; json parse error: invalid character 'ï' looking for beginning of value",
    );
  });
});

describe('what the server writes itself', () => {
  test('is not taken from a client', () => {
    const metadata =
      'name: web, uid: u, generation: 7, creationTimestamp: "2026-01-01T00:00:00Z", deletionTimestamp: "2026-01-01T00:00:00.5+01:00", deletionGracePeriodSeconds: 5, selfLink: /x, managedFields: [{a: b}], labels: {a: b}';
    const body = `apiVersion: v1\nkind: Service\nmetadata: {${metadata}}\nspec: {${ONE_PORT}}\n`;
    expect(metadataOf(post(body))).toEqual({ name: 'web', namespace: 'default', labels: { a: 'b' } });
  });

  test('a version in a new object is refused, after everything else', () => {
    const body = (port: number): string =>
      `apiVersion: v1\nkind: Service\nmetadata: {name: web, resourceVersion: "7"}\nspec: {ports: [{port: ${port}}]}\n`;
    expect(post(body(80))).toMatchObject({
      http: 500,
      reason: '',
      message: 'resourceVersion should not be set on objects to be created',
      findings: [{ code: 'resource-version-set', path: 'metadata.resourceVersion', span: { line: 3 } }],
    });
    expect(causesOf(post(body(0)))[0]).toMatch(/^spec\.ports\[0\]\.port: /);
  });

  test.each([
    ['20260101', 'metadata.creationTimestamp of type string', 'number'],
    ['yesterday', '', ''],
    ['"2026-01-01"', '', ''],
    ['"2026-01-01T00:00:00"', '', ''],
    ['"x2026-01-01T00:00:00Z"', '', ''],
    ['"2026-01-01T00:00:00Zx"', '', ''],
    ['"2026-01-01T00:00:00.Z"', '', ''],
    ['"2026-01-01T00:00:00+1:00"', '', ''],
  ])('%s is no time', (value) => {
    const body = `apiVersion: v1\nkind: Service\nmetadata: {name: web, creationTimestamp: ${value}}\nspec: {${ONE_PORT}}\n`;
    expect(post(body)).toMatchObject({ http: 400 });
  });

  test('a time that is none is told with the layout of Go', () => {
    const body = `apiVersion: v1\nkind: Service\nmetadata: {name: web, creationTimestamp: x}\nspec: {${ONE_PORT}}\n`;
    expect(messageOf(post(body))).toBe(
      'Service in version "v1" cannot be handled as a Service: parsing time "x" as "2006-01-02T15:04:05Z07:00": cannot parse "x" as "2006"',
    );
    expect(messageOf(post(body.replace('Timestamp: x', 'Timestamp: 7')))).toBe(
      'Service in version "v1" cannot be handled as a Service: json: cannot unmarshal number into Go struct field ObjectMeta.metadata.creationTimestamp of type string',
    );
  });

  test('a generated name is one that is free', () => {
    const state = newAdmissionState();
    const body = `apiVersion: v1\nkind: Service\nmetadata: {generateName: web-}\nspec: {${ONE_PORT}}\n`;
    const names = Array.from(
      { length: 30 },
      () => metadataOf(admitRequest({ path: SERVICES, body }, state))['name'],
    );
    expect(new Set(names).size).toBe(30);
    for (const name of names) expect(name).toMatch(/^web-[bcdfghjklmnpqrstvwxz2456789]{5}$/);
  });

  test('a name is taken once in a namespace', () => {
    const body = service(`{${ONE_PORT}}`, 'old');
    expect(post(body, { existing: made(`{${ONE_PORT}}`) })).toMatchObject({
      http: 409,
      reason: 'AlreadyExists',
      message: 'services "old" already exists',
      findings: [
        { code: 'already-exists', path: 'metadata.name', params: { value: 'old', kind: 'Service' } },
      ],
    });
    const slice =
      'apiVersion: discovery.k8s.io/v1\nkind: EndpointSlice\nmetadata: {name: s}\naddressType: IPv4\nendpoints: []\n';
    const path = '/apis/discovery.k8s.io/v1/namespaces/default/endpointslices';
    const state = newAdmissionState();
    admitRequest({ path, body: slice }, state);
    expect(messageOf(admitRequest({ path, body: slice }, state))).toBe(
      'endpointslices.discovery.k8s.io "s" already exists',
    );
  });
});

describe('objects without a text', () => {
  const admitted = (object: object): AdmissionResponse =>
    admitObject(newAdmissionState(), object as KubeObject);

  test('need a kind', () => {
    expect(admitted({ metadata: { name: 'a' } })).toMatchObject({
      http: 400,
      message: 'Object \'Kind\' is missing in \'{"metadata":{"name":"a"}}\'',
      findings: [{ code: 'kind-invalid', path: 'kind' }],
    });
  });

  test('that have no kind are told so in words', () => {
    expect(
      admitted({ metadata: { name: 'a' } })
        .findings.flatMap(explain)
        .join(),
    ).toContain('kind');
  });

  test('are read as strictly as kubectl has them read', () => {
    const spec = { ports: [{ port: 80, targetport: 81 }] };
    expect(
      messageOf(admitted({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'a' }, spec })),
    ).toContain('strict decoding error: unknown field "spec.ports[0].targetport"');
  });

  test('of a kind in another case are refused where that kind belongs', () => {
    expect(messageOf(admitted({ apiVersion: 'v1', kind: 'service', metadata: { name: 'a' } }))).toContain(
      'no kind "service" is registered for version "v1"',
    );
  });

  test('of a known kind in an unknown version are refused as well', () => {
    expect(messageOf(admitted({ apiVersion: 'v2', kind: 'Service', metadata: { name: 'a' } }))).toContain(
      'no kind "Service" is registered for version "v2"',
    );
  });

  test('belong to the namespace default, or to their own, or to none', () => {
    const widget = { apiVersion: 'example.com/v1', kind: 'Widget', metadata: { name: 'a' } };
    expect(metadataOf(admitted(widget))).toEqual({ name: 'a', namespace: 'default' });
    expect(metadataOf(admitted({ ...widget, metadata: { name: 'a', namespace: 'b' } }))).toEqual({
      name: 'a',
      namespace: 'b',
    });
    expect(metadataOf(admitted({ ...widget, metadata: null }))).toEqual({ namespace: 'default' });
    expect(metadataOf(admitted({ apiVersion: 'v1', kind: 'Node', metadata: { name: 'n' } }))).toEqual({
      name: 'n',
    });
  });

  test('keep what they say of their status only where nobody else writes it', () => {
    const status = { phase: 'Running', addresses: [{ type: 'InternalIP', address: '172.30.0.11' }] };
    expect(admitted({ apiVersion: 'v1', kind: 'Node', metadata: { name: 'n' }, status })).toMatchObject({
      object: { status },
    });
    expect(
      admitted({
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name: 's' },
        spec: { ports: [{ port: 80 }] },
        status: { loadBalancer: { ingress: [{ ip: '198.51.100.7' }] } },
      }),
    ).toMatchObject({ object: { status: { loadBalancer: {} } } });
  });

  test('know where they stood in a text', () => {
    const response = post(service(`{${ONE_PORT}}`));
    if (response.http !== 201) throw new Error(response.message);
    expect(spanOf(response.object, 'spec.ports[0].port')).toMatchObject({ line: 4 });
  });
});

describe('apiVersion and kind', () => {
  const sent = (lines: string): string =>
    messageOf(post(`${lines}\nspec: {${ONE_PORT}}\nmetadata: {name: web}\n`));

  test.each([
    ['a kind that is no text', 'kind: 7', '.kind of type string', 'kind-invalid'],
    ['a version that is no text', 'apiVersion: [v1]', '.apiVersion of type string', 'api-version-invalid'],
  ])('%s', (_, lines, where, code) => {
    const response = post(`${lines}\n`);
    expect(messageOf(response)).toContain(
      `couldn't get version/kind; json parse error: json: cannot unmarshal ${lines.includes('7') ? 'number' : 'array'} into Go struct field ${where} (`,
    );
    expect(codesOf(response)).toEqual([code]);
    expect(response.findings[0]?.path).toBe(lines.split(':')[0]);
  });

  test('what is no object has neither', () => {
    const response = post('7\n');
    expect(messageOf(response)).toContain(
      'couldn\'t get version/kind; json parse error: json: cannot unmarshal number into Go value of type struct { APIVersion string "json:\\"apiVersion,omitempty\\""; Kind string "json:\\"kind,omitempty\\"" } (370a)',
    );
    expect(codesOf(response)).toEqual(['not-an-object']);
  });

  test.each([
    ['null is nothing', 'kind: null\napiVersion: null', 'accepted'],
    ['an empty version is nothing', 'apiVersion: ""', 'accepted'],
    ['a slash is nothing', 'apiVersion: /', 'accepted'],
    ['a version without a kind', 'apiVersion: v1', 'accepted'],
    ['a kind without a version', 'kind: Service', 'accepted'],
  ])('%s: taken from the path', (_, lines, message) => {
    expect(sent(lines)).toBe(message);
  });

  test.each([
    ['a group alone', 'apiVersion: apps/\nkind: Service', "Object 'apiVersion' is missing in '"],
    [
      'a version alone',
      'apiVersion: v2\nkind: Service',
      'no kind "Service" is registered for version "v2" in scheme "pkg/runtime/scheme.go:111"',
    ],
    [
      'another kind of another group',
      'apiVersion: apps/v1\nkind: Deployment',
      'converting (v1.Deployment) to (core.Service): unknown conversion',
    ],
  ])('%s is refused', (_, lines, message) => {
    expect(sent(lines)).toContain(message);
  });

  test('a kind that does not fit is found where it stands', () => {
    const response = post('apiVersion: v1\nkind: Pod\n');
    expect(response.findings).toMatchObject([
      {
        code: 'kind-mismatch',
        path: 'kind',
        span: { line: 2 },
        params: { value: 'v1 Pod', wanted: 'Service' },
      },
    ]);
  });
});

describe('rarer rules of Services', () => {
  test.each<[fact: string, spec: string, causes: string[]]>([
    [
      'clusterIPs without clusterIP',
      `{clusterIPs: [10.96.0.77], ${ONE_PORT}}`,
      ['spec.clusterIPs: Invalid value: ["10.96.0.77"]: must be empty when `clusterIP` is not specified'],
    ],
    [
      'clusterIPs that start with another',
      `{clusterIP: 10.96.0.78, clusterIPs: [10.96.0.77], ${ONE_PORT}}`,
      ['spec.clusterIPs: Invalid value: ["10.96.0.77"]: first value must match `clusterIP`'],
    ],
    [
      'None stands alone',
      `{clusterIP: None, clusterIPs: [None, 10.96.0.77], ${ONE_PORT}}`,
      ['spec.clusterIPs: Invalid value: ["None","10.96.0.77"]: \'None\' must be the first and only value'],
    ],
    [
      'None stands first',
      `{clusterIP: 10.96.0.77, clusterIPs: [10.96.0.77, None], ${ONE_PORT}}`,
      [
        'spec.clusterIPs[1]: Invalid value: "None": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)',
      ],
    ],
    [
      'two addresses of one family',
      `{clusterIP: 10.96.0.77, clusterIPs: [10.96.0.77, 10.96.0.78], ipFamilyPolicy: PreferDualStack, ${ONE_PORT}}`,
      [
        'spec.clusterIPs: Invalid value: ["10.96.0.77","10.96.0.78"]: may specify no more than one IP for each IP family',
      ],
    ],
    [
      'an address of another family than it says',
      `{clusterIP: 10.96.0.77, ipFamilies: [IPv6], ${ONE_PORT}}`,
      [
        'spec.clusterIPs[0]: Invalid value: "10.96.0.77": expected an IPv6 value as indicated by `ipFamilies[0]`',
      ],
    ],
    [
      'a family that there is not',
      `{ipFamilies: [IPv5], ${ONE_PORT}}`,
      ['spec.ipFamilies[0]: Unsupported value: "IPv5": supported values: "IPv4", "IPv6"'],
    ],
    [
      'a family twice',
      `{ipFamilies: [IPv4, IPv4], ipFamilyPolicy: PreferDualStack, ${ONE_PORT}}`,
      ['spec.ipFamilies[1]: Duplicate value: "IPv4"'],
    ],
    [
      'one stack, two addresses',
      `{clusterIP: 10.96.0.77, clusterIPs: [10.96.0.77, "fd00::7"], ipFamilyPolicy: SingleStack, ${ONE_PORT}}`,
      [
        "spec.ipFamilyPolicy: Invalid value: \"SingleStack\": must be 'RequireDualStack' or 'PreferDualStack' when multiple cluster IPs are specified",
        'spec.clusterIPs[1]: Invalid value: ["10.96.0.77","fd00::7"]: IPv6 is not configured on this cluster',
      ],
    ],
    [
      'one stack, two families',
      `{ipFamilies: [IPv4, IPv6], ${ONE_PORT}}`,
      [
        "spec.ipFamilyPolicy: Invalid value: \"SingleStack\": must be 'RequireDualStack' or 'PreferDualStack' when multiple IP families are specified",
      ],
    ],
    [
      'both annotations for topology, and they differ',
      '',
      [
        'metadata.annotations[service.kubernetes.io/topology-mode]: Invalid value: "Disabled": must match annotations[service.kubernetes.io/topology-aware-hints] when both are specified',
      ],
    ],
  ])('%s', (_, spec, causes) => {
    const topology = (name: string, value: string): string =>
      `service.kubernetes.io/topology-${name}: ${value}`;
    const body = spec
      ? service(spec)
      : `apiVersion: v1\nkind: Service\nmetadata: {name: web, annotations: {${topology('mode', 'Disabled')}, ${topology('aware-hints', 'Auto')}}}\nspec: {${ONE_PORT}}\n`;
    expect(causesOf(post(body))).toEqual(causes);
  });

  test.each<[fact: string, spec: string, families: string[], policy: string]>([
    [
      'headless without a selector takes both families',
      'clusterIP: None',
      ['IPv4', 'IPv6'],
      'RequireDualStack',
    ],
    [
      'and keeps the order it asks for',
      'clusterIP: None, ipFamilies: [IPv6]',
      ['IPv6', 'IPv4'],
      'RequireDualStack',
    ],
    ['unless it wants one', 'clusterIP: None, ipFamilyPolicy: SingleStack', ['IPv4'], 'SingleStack'],
    [
      'headless with a selector is like any other',
      'clusterIP: None, selector: {a: b}',
      ['IPv4'],
      'SingleStack',
    ],
    [
      'to prefer two stacks on a cluster of one is to have one',
      'ipFamilyPolicy: PreferDualStack',
      ['IPv4'],
      'PreferDualStack',
    ],
  ])('%s', (_, spec, families, policy) => {
    expect(specOf(post(service(`{${spec}, ${ONE_PORT}}`)))).toMatchObject({
      ipFamilies: families,
      ipFamilyPolicy: policy,
    });
  });

  test.each<[fact: string, body: string, warnings: string[]]>([
    [
      'the annotation for hints',
      `apiVersion: v1\nkind: Service\nmetadata: {name: web, annotations: {service.kubernetes.io/topology-aware-hints: Auto}}\nspec: {${ONE_PORT}}\n`,
      [
        'annotation service.kubernetes.io/topology-aware-hints is deprecated, please use service.kubernetes.io/topology-mode instead',
      ],
    ],
    [
      'an address with leading zeros where any text may stand',
      service(`{type: LoadBalancer, loadBalancerIP: 198.051.100.007, ${ONE_PORT}}`),
      [
        'spec.loadBalancerIP: non-standard IP address "198.051.100.007" will be considered invalid in a future Kubernetes release: use "198.51.100.7"',
      ],
    ],
    [
      'an IPv4 address written as IPv6',
      service(`{type: LoadBalancer, loadBalancerIP: "::ffff:198.51.100.7", ${ONE_PORT}}`),
      [
        'spec.loadBalancerIP: non-standard IP address "::ffff:198.51.100.7" will be considered invalid in a future Kubernetes release: use "198.51.100.7"',
      ],
    ],
    [
      'an IPv6 address that could be shorter',
      service(`{type: LoadBalancer, loadBalancerIP: "2001:DB8:0:0::7", ${ONE_PORT}}`),
      [
        'spec.loadBalancerIP: IPv6 address "2001:DB8:0:0::7" should be in RFC 5952 canonical format ("2001:db8::7")',
      ],
    ],
    [
      'an IPv6 range that could be shorter',
      service(
        `{type: LoadBalancer, loadBalancerSourceRanges: ["2001:db8:0::/48", "2001:db8::/48", 10.0.0.0/8], ${ONE_PORT}}`,
      ),
      [
        'spec.loadBalancerSourceRanges[0]: IPv6 CIDR value "2001:db8:0::/48" should be in RFC 5952 canonical format ("2001:db8::/48")',
      ],
    ],
    ['not a name', service(`{type: LoadBalancer, loadBalancerIP: lb.example.com, ${ONE_PORT}}`), []],
    [
      'a preference of old',
      service(`{trafficDistribution: PreferClose, ${ONE_PORT}}`),
      ['spec.trafficDistribution: "PreferClose" is deprecated; use "PreferSameZone"'],
    ],
    [
      'a name that is not used',
      service(`{externalName: a.example.com, ${ONE_PORT}}`),
      ['spec.externalName is ignored when spec.type is not "ExternalName"'],
    ],
    [
      'addresses that are not used',
      service('{type: ExternalName, externalName: a.example.com, externalIPs: [198.51.100.7]}'),
      ['spec.externalIPs is ignored when spec.type is "ExternalName"'],
    ],
    [
      'what a headless Service does not use',
      service(
        `{clusterIP: None, loadBalancerIP: 198.51.100.7, externalIPs: [198.51.100.7], sessionAffinity: ClientIP, ${ONE_PORT}}`,
      ),
      ['loadBalancerIP', 'externalIPs', 'SessionAffinity'].map(
        (field) => `spec.${field} is ignored for headless services`,
      ),
    ],
  ])('are warned of %s', (_, body, warnings) => {
    const response = post(body);
    expect(response.warnings).toEqual(warnings);
    for (const found of response.findings) {
      expect(found).toMatchObject({ severity: 'warning', span: expect.anything() });
      expect(Object.values(found.params)).not.toContain('');
    }
  });

  test('what is ignored is found at its field, with why', () => {
    const response = post(service(`{clusterIP: None, sessionAffinity: ClientIP, ${ONE_PORT}}`));
    expect(response.findings).toMatchObject([
      { code: 'field-ignored', path: 'spec.sessionAffinity', params: { where: 'clusterIP: None' } },
    ]);
    const named = post(service(`{externalName: a.example.com, ${ONE_PORT}}`));
    expect(named.findings).toMatchObject([
      { code: 'field-ignored', path: 'spec.externalName', params: { where: 'type: ClusterIP' } },
    ]);
  });
});

describe('addresses and ports that are given out', () => {
  const ledgerOf = (count: number, spec: (i: number) => object): KubeObject[] =>
    Array.from({ length: count }, (_, i) => ({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: `s${i}`, namespace: 'default' },
      spec: spec(i),
    }));

  test('a name that can not stand in a path has no address', () => {
    expect(causesOf(post(service(`{${ONE_PORT}}`, '".."')))).toEqual([
      'spec.clusterIPs: Invalid value: [""]: failed to allocate IP: IPAddress.networking.k8s.io "10.96.1.10" is invalid: spec.parentRef.name: Invalid value: "..": may not be \'..\'',
    ]);
    expect(causesOf(post(service(`{${ONE_PORT}}`, '"."')))[0]).toContain("may not be '.'");
    expect(causesOf(post(service(`{${ONE_PORT}}`, '"a/b%"')))[0]).toContain(
      'is invalid: [spec.parentRef.name: Invalid value: "a/b%": may not contain \'/\', spec.parentRef.name: Invalid value: "a/b%": may not contain \'%\']',
    );
  });

  test('node ports may run out', () => {
    const existing = ledgerOf(2768, (i) => ({
      type: 'NodePort',
      ports: [{ port: 80, nodePort: 30000 + i }],
    }));
    expect(post(service(`{type: NodePort, ${ONE_PORT}}`), { existing })).toMatchObject({
      http: 500,
      reason: 'InternalError',
      message: 'Internal error occurred: failed to allocate a nodePort: range is full',
      findings: [{ code: 'node-ports-exhausted', path: 'spec.ports[0]' }],
    });
    expect(
      post(
        service(
          `{type: LoadBalancer, externalTrafficPolicy: Local, allocateLoadBalancerNodePorts: false, ${ONE_PORT}}`,
        ),
        {
          existing,
        },
      ),
    ).toMatchObject({
      http: 500,
      message: 'Internal error occurred: failed to allocate a HealthCheck NodePort 0: range is full',
      findings: [{ code: 'node-ports-exhausted', path: 'spec.healthCheckNodePort' }],
    });
  });

  test('the first 86 node ports are drawn last', () => {
    const existing = ledgerOf(2682, (i) => ({
      type: 'NodePort',
      ports: [{ port: 80, nodePort: 30086 + i }],
    }));
    const response = post(service(`{type: NodePort, ports: [{name: a, port: 80}, {name: b, port: 81}]}`), {
      existing,
    });
    expect(specOf(response)['ports']).toMatchObject([{ nodePort: 30000 }, { nodePort: 30001 }]);
  });

  const ips = (first: number, last: number): KubeObject[] =>
    ledgerOf(1, () => ({
      clusterIPs: Array.from({ length: last - first + 1 }, (_, i) => {
        const host = first + i;
        return `10.96.${host >> 8}.${host & 255}`;
      }),
    }));

  test.each([
    ['the first 256 cluster IPs are drawn last', 266, 65_534, '10.96.0.2'],
    ['the last but one of the range is drawn', 266, 65_533, '10.96.255.254'],
    ['of the first 256 the last is drawn too', 1, 265, '10.96.1.10'],
  ])('%s', (_, first, last, ip) => {
    expect(specOf(post(service(`{${ONE_PORT}}`), { existing: ips(first, last) }))['clusterIP']).toBe(ip);
  });

  test('cluster IPs may run out', () => {
    expect(post(service(`{${ONE_PORT}}`), { existing: ips(1, 65_534) })).toMatchObject({
      http: 500,
      message: 'Internal error occurred: failed to allocate a serviceIP: range is full',
      findings: [{ code: 'cluster-ips-exhausted', path: 'spec.clusterIP' }],
    });
  });

  test('a number drawn is none that the Service asks for', () => {
    const ports = 'ports: [{name: a, port: 80}, {name: b, port: 81, nodePort: 30086}]';
    expect(specOf(post(service(`{type: NodePort, ${ports}}`)))['ports']).toMatchObject([
      { nodePort: 30087 },
      { nodePort: 30086 },
    ]);
  });

  test('ports of one number share a node port, drawn or asked for', () => {
    const ports = (nodePort: string): string =>
      `{type: NodePort, ports: [{name: a, port: 53, protocol: TCP}, {name: b, port: 53, protocol: UDP${nodePort}}]}`;
    expect(specOf(post(service(ports(''))))['ports']).toMatchObject([
      { nodePort: 30086 },
      { nodePort: 30086 },
    ]);
    expect(specOf(post(service(ports(', nodePort: 30501'))))['ports']).toMatchObject([
      { nodePort: 30501 },
      { nodePort: 30501 },
    ]);
  });
});

describe('IP addresses', () => {
  const format = (text: string): string | null => {
    const ip = parseIP(text);
    return ip && formatIP(ip);
  };

  test.each([
    ['::', '::'],
    ['::1', '::1'],
    ['1::', '1::'],
    ['1:0:0:2:0:0:0:3', '1:0:0:2::3'],
    ['1:0:0:0:2:0:0:3', '1::2:0:0:3'],
    ['1:0:0:2:2:0:0:3', '1::2:2:0:0:3'],
    ['1:2:3:4:5:6:7::', '1:2:3:4:5:6:7:0'],
    ['1:0:2:3:4:5:6:7', '1:0:2:3:4:5:6:7'],
    ['0:0:1:2:3:4:5:6', '::1:2:3:4:5:6'],
    ['1:2:3:4:5:6:0:0', '1:2:3:4:5:6::'],
    ['10:0:0:0:0:0:0:20', '10::20'],
    ['ABCD::EF', 'abcd::ef'],
    ['1:2:3:4:5:6:7:8', '1:2:3:4:5:6:7:8'],
    ['1:2:3:4:5:6:1.2.3.4', '1:2:3:4:5:6:102:304'],
    ['64:ff9b::198.51.100.7', '64:ff9b::c633:6407'],
    ['::ffff:10.0.0.1', '10.0.0.1'],
    ['::ffff:a00:1', '10.0.0.1'],
    ['010.000.0.001', '10.0.0.1'],
    ['255.255.255.255', '255.255.255.255'],
  ])('%s is %s', (text, canonical) => {
    expect(format(text)).toBe(canonical);
  });

  test.each([
    '',
    ':',
    ':::',
    '1::2::3',
    '1:2:3:4:5:6:7:8::1::2',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4:5:6:7:8::',
    '12345::',
    'g::',
    '::1.2.3',
    '::1.2.3.256',
    '1.2.3.4::',
    '::1.2.3.4:5',
    '1.2.3',
    '1.2.3.4.5',
    '256.0.0.1',
    '1.2.3.a',
    '1..2.3',
    '-1.2.3.4',
    ' 1.2.3.4',
    '1.2.3.4 ',
  ])('%j is none', (text) => {
    expect(parseIP(text)).toBeNull();
  });

  test.each([
    ['10.0.0.0/8', 8, false],
    ['10.0.0.0/32', 32, false],
    ['10.0.0.0/08', 8, true],
    ['010.0.0.0/8', 8, true],
    ['2001:db8::/128', 128, false],
    ['0.0.0.0/0', 0, false],
  ])('%s has %i bits', (text, bits, leadingZeros) => {
    expect(parseCIDR(text)).toMatchObject({ bits, leadingZeros });
  });

  test.each([
    '10.0.0.0',
    '10.0.0.0/',
    '/8',
    '10.0.0.0/33',
    '2001:db8::/129',
    '10.0.0.0/8/8',
    '10.0.0.0/a',
    '10.0.0/8',
    '10.0.0.0/8 ',
    'x/8',
    'x/10.0.0.0/8',
  ])('%j is no range', (text) => {
    expect(parseCIDR(text)).toBeNull();
  });

  test.each([
    ['10.0.0.1/8', 'must not have bits set beyond the prefix length'],
    ['10.0.0.0/33', 'must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)'],
    ['010.0.0.0/8', 'must not have leading 0s in IP or prefix length'],
    ['10.0.0.0/08', 'must not have leading 0s in IP or prefix length'],
    ['::ffff:10.0.0.0/104', 'must not have an IPv4-mapped IPv6 address'],
    ['2001:db8:1::/32', 'must not have bits set beyond the prefix length'],
    ['128.0.0.0/0', 'must not have bits set beyond the prefix length'],
  ])('%s as a source range: %s', (range, problem) => {
    expect(
      causesOf(post(service(`{type: LoadBalancer, loadBalancerSourceRanges: ["${range}"], ${ONE_PORT}}`))),
    ).toEqual([`spec.LoadBalancerSourceRanges[0]: Invalid value: "${range}": ${problem}`]);
  });

  test.each(['10.0.0.0/8', '2001:db8::/32', '198.51.100.7/32', '0.0.0.0/0', '10.128.0.0/9'])(
    '%s as a source range',
    (range) => {
      expect(
        post(service(`{type: LoadBalancer, loadBalancerSourceRanges: ["${range}"], ${ONE_PORT}}`)).http,
      ).toBe(201);
    },
  );
});

/** How Go reads what is rarely written: numbers at their limits, quantities, times, null, a key twice. A row is a fact. */
import { describe, expect, test } from 'vitest';
import { causesOf, codesOf, messageOf, post, service, specOf, storedBy } from './admission.helpers.ts';

const ONE_PORT = 'ports: [{port: 80}]';
const json = (fields: string, options: { fieldValidation?: 'Ignore' } = {}) =>
  post(`{"apiVersion":"v1","kind":"Service",${fields}}`, { contentType: 'application/json', ...options });
const pod = (spec: string) =>
  post(`apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {${spec}}\n`, {
    path: '/api/v1/namespaces/default/pods',
  });
const container = (fields: string) => pod(`containers: [{name: c, image: x, ${fields}}]`);
const slice = (fields: string) =>
  post(`apiVersion: discovery.k8s.io/v1\nkind: EndpointSlice\nmetadata: {name: web}\n${fields}\n`, {
    path: '/apis/discovery.k8s.io/v1/namespaces/default/endpointslices',
  });
const cannot = (cause: string): string =>
  `Service in version "v1" cannot be handled as a Service: json: cannot unmarshal ${cause}`;

describe('numbers', () => {
  test('the lowest of 32 bits is a number, and too low for a port', () => {
    expect(causesOf(post(service('{ports: [{port: -2147483648, targetPort: 80}]}')))).toEqual([
      'spec.ports[0].port: Invalid value: -2147483648: must be between 1 and 65535, inclusive',
    ]);
  });

  test('a number below is none of 32 bits', () => {
    expect(messageOf(post(service('{ports: [{port: -2147483649}]}')))).toBe(
      cannot('number -2147483649 into Go struct field ServicePort.spec.ports.port of type int32'),
    );
  });

  test('a grace period has 64 bits', () => {
    const seconds = 'terminationGracePeriodSeconds';
    expect(specOf(pod(`${seconds}: 3000000000, containers: [{name: c, image: x}]`))[seconds]).toBe(
      3_000_000_000,
    );
  });
});

describe('quantities', () => {
  const cpu = (value: string) => container(`resources: {limits: {cpu: ${value}}}`);

  test.each([
    '0.25',
    '.25',
    '1.',
    '12',
    '+1',
    '100m',
    '"1e3"',
    '"1E3"',
    '"1e+3"',
    '"100e-3"',
    '"2e10"',
    '" 1"',
    '1Ki',
  ])('%s is one', (value) => {
    expect(cpu(value).http).toBe(201);
  });

  test.each(['x1', '1x', '"1,5"', '1.5.5', '1ee3', '1e', '1 Ki', '1ki', '--1', '{}', '""'])(
    '%s is none',
    (value) => {
      expect(codesOf(cpu(value))).toEqual(['value-undecodable']);
    },
  );
});

describe('times', () => {
  const at = (time: string, before = '') =>
    post(
      `apiVersion: v1\nkind: Service\nmetadata: {name: web, ${before}creationTimestamp: "${time}"}\nspec: {${ONE_PORT}}\n`,
    );

  test.each([
    ['seconds may have a fraction', '2026-11-21T14:38:05.123456789Z'],
    ['a zone may be an offset', '2026-11-21T14:38:05-07:30'],
  ])('%s', (_, time) => {
    expect(at(time).http).toBe(201);
  });

  test.each([
    ['T and Z are capital letters: T', '2026-11-21t14:38:05Z'],
    ['T and Z are capital letters: Z', '2026-11-21T14:38:05z'],
    ['a zone is not left out', '2026-11-21T14:38:05'],
  ])('%s', (_, time) => {
    expect(codesOf(at(time))).toEqual(['value-undecodable']);
  });

  test('one that can not be read ends reading, and is told instead of what was found before', () => {
    expect(messageOf(at('yesterday', 'annotations: {a: 7}, '))).toContain('parsing time "yesterday"');
  });
});

describe('types that read themselves', () => {
  test('after one that fails nothing more is read', () => {
    const ports = 'ports: [{port: 80, targetPort: 1.5}, {port: 81, targetPort: 2.5}]';
    expect(messageOf(post(service(`{${ports}, type: 7}`)))).toBe(
      cannot('number 1.5 into Go struct field ServicePort.spec.ports.targetPort of type int32'),
    );
  });

  test.each([
    ['a time', 'metadata: {name: web, creationTimestamp: x}\nspec: {containers: []}', 'v1.Time'],
    ['a quantity', 'spec: {containers: [{resources: {limits: {cpu: one}}}]}', 'resource.Quantity'],
    ['a port or its name', 'spec: {containers: [{livenessProbe: {tcpSocket: {port: 1.5}}}]}', 'int32'],
  ])('what should have been %s is told by its type', (_, lines, type) => {
    const path = '/api/v1/namespaces/default/pods';
    expect(post(`apiVersion: v1\nkind: Pod\n${lines}\n`, { path }).findings).toMatchObject([
      { params: { type } },
    ]);
  });

  test('a quantity that fails hides what was found before', () => {
    expect(
      messageOf(pod('containers: [{args: [7], name: c, image: x, resources: {limits: {cpu: one}}}]')),
    ).toContain('quantities must match');
  });

  test('an image that is a number is told with the struct it is a field of', () => {
    expect(messageOf(pod('containers: [{name: c, image: 7}]'))).toBe(
      'Pod in version "v1" cannot be handled as a Pod: json: cannot unmarshal number into Go struct field Container.spec.containers.image of type string',
    );
  });
});

describe('null and nothing', () => {
  test('an empty list, an empty map, "" and 0 are as good as absent', () => {
    const written = `{${ONE_PORT}, selector: {}, externalIPs: [], loadBalancerIP: "", healthCheckNodePort: 0}`;
    expect(specOf(post(service(written)))).toEqual(specOf(post(service(`{${ONE_PORT}}`))));
  });

  test('null is absent, for a field that nothing reads too', () => {
    const spec = specOf(pod('affinity: null, containers: [{name: c, image: x, ports: null}]'));
    expect(spec).not.toHaveProperty('affinity');
    expect((spec['containers'] as object[])[0]).not.toHaveProperty('ports');
  });

  test('null in a map of texts is ""', () => {
    expect(specOf(post(service(`{${ONE_PORT}, selector: {app: null}}`)))['selector']).toEqual({ app: '' });
  });

  test('null in a list of ports is a port without anything', () => {
    expect(causesOf(post(service('{ports: [null]}')))).toContain(
      'spec.ports[0].port: Invalid value: 0: must be between 1 and 65535, inclusive',
    );
  });

  test('an EndpointSlice without endpoints and ports is written with null for both', () => {
    expect(storedBy(slice('addressType: IPv4'))).toMatchObject({ endpoints: null, ports: null });
  });

  test('a header of a probe without a value is written with ""', () => {
    const response = container('livenessProbe: {httpGet: {port: 80, httpHeaders: [{name: X-Probe}]}}');
    expect(specOf(response)['containers']).toMatchObject([
      { livenessProbe: { httpGet: { httpHeaders: [{ name: 'X-Probe', value: '' }] } } },
    ]);
  });

  test('a sleep of no seconds is written with 0', () => {
    expect(specOf(container('lifecycle: {preStop: {sleep: {}}}'))['containers']).toMatchObject([
      { lifecycle: { preStop: { sleep: { seconds: 0 } } } },
    ]);
  });

  test('what has no spec gets none', () => {
    const path = '/api/v1/namespaces/default/configmaps';
    expect(storedBy(post('apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\n', { path }))).toEqual({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'c', namespace: 'default' },
    });
  });

  test('a slash as version is none: what is stored has that of the path', () => {
    const body = `apiVersion: /\nkind: Service\nmetadata: {name: web}\nspec: {${ONE_PORT}}\n`;
    expect(storedBy(post(body))).toMatchObject({ apiVersion: 'v1', kind: 'Service' });
  });
});

describe('a key twice in JSON', () => {
  const web = '"metadata":{"name":"web"}';
  const ignored = (fields: string): Record<string, unknown> =>
    specOf(json(`${web},${fields}`, { fieldValidation: 'Ignore' }));

  test.each([
    ['is told of labels too', '"metadata":{"name":"web","labels":{"a":"b","a":"c"}}', 'metadata.labels.a'],
    ['three times is told once', '"metadata":{"name":"a","name":"b","name":"c"}', 'metadata.name'],
  ])('%s', (_, fields, path) => {
    expect(messageOf(json(`${fields},"spec":{"ports":[{"port":80}]}`))).toBe(
      `Service in version "v1" cannot be handled as a Service: strict decoding error: duplicate field "${path}"`,
    );
  });

  test.each([
    ['an object', '"spec":{"ports":{"a":[1]}}', '{"a":[1]}'],
    ['a list', '"spec":{"selector":[{}, 7]}', '[{}, 7]'],
    ['a text', '"spec":{"ports":[{"port":"http"}]}', '"http"'],
  ])('%s of the wrong type stands where it stands', (_, fields, text) => {
    const body = `{"apiVersion":"v1","kind":"Service",${fields}}`;
    const span = json(fields).findings[0]?.span;
    expect(span && body.slice(span.start, span.end)).toBe(text);
  });

  test('lists side by side are not in each other', () => {
    const response = json(`${web},"spec":{"ports":[{"port":80}],"externalIPs":[${'[],'.repeat(10_001)}[]]}`);
    expect(messageOf(response)).toContain('cannot unmarshal array into Go struct field');
  });

  test('null leaves the text that came before it, and takes a list away', () => {
    const spec = ignored(
      '"spec":{"ports":[{"port":80}],"type":"NodePort","type":null,"externalIPs":["198.51.100.7"],"externalIPs":null}',
    );
    expect(spec).toMatchObject({ type: 'NodePort' });
    expect(spec).not.toHaveProperty('externalIPs');
  });

  test('null takes a pointer away', () => {
    expect(
      ignored('"spec":{"ports":[{"port":80}],"internalTrafficPolicy":"Local","internalTrafficPolicy":null}'),
    ).toMatchObject({ internalTrafficPolicy: 'Cluster' });
  });

  test('the second object goes into the first', () => {
    expect(
      ignored(
        '"spec":{"type":"NodePort","selector":{"a":"b"},"selector":{"c":"d"}},"spec":{"ports":[{"port":80}]}',
      ),
    ).toMatchObject({ type: 'NodePort', selector: { a: 'b', c: 'd' }, ports: [{ port: 80 }] });
  });
});

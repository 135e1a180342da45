/** How the API server reads a body: YAML 1.1, Go's types and Go's words. A row is a fact. */
import { describe, expect, test } from 'vitest';
import { codesOf, messageOf, post, SERVICES, service, specOf } from './admission.helpers.ts';

const portOf = (value: string): unknown => {
  const spec = specOf(post(service(`{ports: [{port: ${value}}]}`)));
  return (spec['ports'] as { port: number }[])[0]?.port;
};

describe('numbers of YAML 1.1', () => {
  test.each([
    ['a leading zero means octal', '017620', 8080],
    ['8 and 9 are no octal digits, so 080 is a float', '080', 80],
    ['hexadecimal', '0x1F90', 8080],
    ['binary', '0b1111110010000', 8080],
    ['octal as in YAML 1.2', '0o17620', 8080],
    ['an exponent', '8.08e3', 8080],
    ['a plus sign', '+8080', 8080],
    ['underscores count for nothing', '8_0_8_0_', 8080],
    ['a float without a fraction', '8080.0', 8080],
    ['a float without digits after the dot', '8080.', 8080],
    ['a tag makes a number of a text', '!!int "8080"', 8080],
    ['null is 0', 'null', undefined],
  ])('%s', (_, text, port) => {
    if (port === undefined)
      expect(messageOf(post(service(`{ports: [{port: ${text}}]}`)))).toContain('value: 0');
    else expect(portOf(text)).toBe(port);
  });

  test.each([
    ['a colon makes a text', '1:30', 'string'],
    ['a date is a text', '2001-01-01', 'string'],
    ['yes is a boolean', 'yes', 'bool'],
    ['on is a boolean', 'on', 'bool'],
    ['n is a boolean', 'n', 'bool'],
    ['yEs is a text', 'yEs', 'string'],
    ['quotes make a text', '"8080"', 'string'],
    ['a fraction', '80.5', 'number 80.5'],
    ['more than 32 bits', '2147483648', 'number 2147483648'],
    ['more than 64 bits becomes a float', '18446744073709551616', 'number 18446744073709552000'],
    ['a large exponent', '1e+30', 'number 1e+30'],
    ['a list', '[80]', 'array'],
    ['an object', '{}', 'object'],
  ])('%s, refused for a port', (_, text, found) => {
    expect(messageOf(post(service(`{ports: [{port: ${text}}]}`)))).toBe(
      `Service in version "v1" cannot be handled as a Service: json: cannot unmarshal ${found} into Go struct field ServicePort.spec.ports.port of type int32`,
    );
  });
});

describe('values of the wrong type', () => {
  test.each([
    [
      'the struct of the last level is named',
      'spec: x',
      'string into Go struct field Service.spec of type v1.ServiceSpec',
    ],
    [
      'a list item counts with its list',
      'spec: {ports: [80]}',
      'number into Go struct field ServiceSpec.spec.ports of type v1.ServicePort',
    ],
    [
      'a list',
      'spec: {ports: {}}',
      'object into Go struct field ServiceSpec.spec.ports of type []v1.ServicePort',
    ],
    [
      'a map',
      'spec: {selector: [a]}',
      'array into Go struct field ServiceSpec.spec.selector of type map[string]string',
    ],
    [
      'a value of a map',
      'spec: {selector: {app: 1}}',
      'number into Go struct field ServiceSpec.spec.selector of type string',
    ],
    [
      'a label',
      'metadata: {labels: {a: true}}',
      'bool into Go struct field ObjectMeta.metadata.labels of type string',
    ],
    [
      'the first in the order of the keys',
      'spec: {type: 5, clusterIP: 6}',
      'number into Go struct field ServiceSpec.spec.clusterIP of type string',
    ],
    [
      'a pointer',
      'spec: {internalTrafficPolicy: 1}',
      'number into Go struct field ServiceSpec.spec.internalTrafficPolicy of type v1.ServiceInternalTrafficPolicy',
    ],
    [
      'a type that decodes itself ends decoding',
      'spec: {ports: [{port: x, targetPort: 1.5}]}',
      'number 1.5 into Go struct field ServicePort.spec.ports.targetPort of type int32',
    ],
  ])('%s', (_, lines, message) => {
    const body = `apiVersion: v1\nkind: Service\n${lines}\n`;
    expect(messageOf(post(body))).toBe(
      `Service in version "v1" cannot be handled as a Service: json: cannot unmarshal ${message}`,
    );
  });
});

describe('strict, warn, ignore', () => {
  const unknown = service('{foo: null, ports: [{port: 80, targetport: 81, hostPort: 82}]}');

  test('Strict names every unknown field in the order of the keys', () => {
    expect(messageOf(post(unknown))).toBe(
      'Service in version "v1" cannot be handled as a Service: strict decoding error: unknown field "spec.foo", unknown field "spec.ports[0].hostPort", unknown field "spec.ports[0].targetport"',
    );
  });

  test('Warn drops them', () => {
    const response = post(unknown, { fieldValidation: 'Warn' });
    expect(response.warnings).toContain('unknown field "spec.ports[0].targetport"');
    expect(specOf(response)['ports']).toEqual([{ port: 80, protocol: 'TCP', targetPort: 80 }]);
  });

  test('Ignore says nothing', () => {
    expect(post(unknown, { fieldValidation: 'Ignore' })).toMatchObject({ http: 201, warnings: [] });
  });

  test('a duplicate key is told with the line of its later value', () => {
    const body = service('\n  type: ClusterIP\n  ports: [{port: 80}]\n  type:\n    NodePort');
    expect(messageOf(post(body))).toContain(
      'strict decoding error: yaml: unmarshal errors:\n  line 8: key "type" already set in map',
    );
    expect(specOf(post(body, { fieldValidation: 'Warn' }))['type']).toBe('NodePort');
  });

  test.each([
    ['a number', '1', '1'],
    ['a boolean', 'yes', 'true'],
    ['a fraction', '1.5', '1.5'],
    ['a text', 'a', '"a"'],
  ])('a key that is %s is told as Go writes it', (_, key, written) => {
    expect(messageOf(post(service(`{ports: [{port: 80}], selector: {${key}: a, ${key}: b}}`)))).toContain(
      `yaml: unmarshal errors:\n  line 4: key ${written} already set in map`,
    );
  });

  test('in JSON it is a duplicate field', () => {
    const body = '{"kind":"Service","spec":{"type":"NodePort","type":"ClusterIP"}}';
    expect(messageOf(post(body, { contentType: 'application/json' }))).toContain(
      'strict decoding error: duplicate field "spec.type"',
    );
  });

  test('a merge key writes over what stands before it', () => {
    const body = `${service('{ports: [{port: 80}]}')}x: &x {app: b}\n`;
    const merged = body.replace('ports:', 'selector: {app: a, <<: *x}, ports:');
    expect(codesOf(post(merged))).toContain('yaml-anchor');
    const ordered = service('\n  selector: {app: a, <<: {app: b}}\n  ports: [{port: 80}]');
    expect(specOf(post(ordered, { fieldValidation: 'Ignore' }))['selector']).toEqual({ app: 'b' });
  });
});

describe('apiVersion and kind', () => {
  const wrap = (cause: string): string => `cannot be handled as a Service: ${cause}`;
  test.each([
    ['a kind is found in any case, then refused', 'Kind: Service\napiVersion: v1', 'unknown field "Kind"'],
    [
      'a group that has no such kind',
      'apiVersion: apps/v1\nkind: Service',
      wrap('no kind "Service" is registered for version "apps/v1" in scheme "pkg/runtime/scheme.go:111"'),
    ],
    [
      'another kind',
      'apiVersion: v1\nkind: ConfigMap',
      wrap('converting (v1.ConfigMap) to (core.Service): unknown conversion'),
    ],
    [
      'a list',
      'apiVersion: v1\nkind: List',
      wrap('converting (v1.List) to (core.Service): unknown conversion'),
    ],
    ['a version of three parts', 'apiVersion: a/b/v1', 'unexpected GroupVersion string: a/b/v1'],
  ])('%s', (_, body, message) => {
    expect(messageOf(post(`${body}\n`))).toContain(message);
  });

  test('what is missing is taken from the URL', () => {
    expect(post('metadata: {name: web}\nspec: {ports: [{port: 80}]}\n')).toMatchObject({
      http: 201,
      object: { apiVersion: 'v1', kind: 'Service' },
    });
  });

  test('a body that is no object is told with its bytes', () => {
    expect(messageOf(post('hi'))).toMatch(
      /^the object provided is unrecognized \(must be of type Service\): .*\(6869\)$/,
    );
    expect(messageOf(post('', { contentType: 'application/json' }))).toBe(
      "the object provided is unrecognized (must be of type Service): couldn't get version/kind; json parse error: unexpected end of JSON input (<empty>)",
    );
  });
});

describe('documents and encodings', () => {
  const one = service('{ports: [{port: 81}]}');
  test.each([
    ['only the first document is read', `${one}---\n{ invalid`],
    ['a byte order mark is dropped', `\ufeff${one}`],
    ['lines may end in CRLF', one.replaceAll('\n', '\r\n')],
    ['a directive for YAML 1.1', `%YAML 1.1\n---\n${one}`],
  ])('%s', (_, body) => {
    expect(specOf(post(body))['ports']).toMatchObject([{ port: 81 }]);
  });

  test('an empty first document is an empty Service', () => {
    expect(messageOf(post('---\n---\nkind: Service\n'))).toContain('spec.parentRef.name: Required value');
  });

  test('YAML 1.2 is refused', () => {
    expect(messageOf(post(`%YAML 1.2\n---\n${one}`))).toContain('found incompatible YAML document');
  });

  test('bytes that are not UTF-8 are refused', () => {
    const response = post('', { body: new Uint8Array([0x61, 0x3a, 0x20, 0xff]) });
    expect(messageOf(response)).toContain('yaml: invalid leading UTF-8 octet (613a20ff)');
    expect(codesOf(response)).toEqual(['yaml-characters']);
  });
});

describe('syntax errors', () => {
  test.each([
    [
      'an error on the first line names none',
      'a: b: c\n',
      'yaml: mapping values are not allowed in this context',
      'yaml-colon',
    ],
    [
      'the scanner counts from 1',
      'a: 1\nb: c: d\n',
      'yaml: line 2: mapping values are not allowed in this context',
      'yaml-colon',
    ],
    [
      'the parser counts from 0',
      'a: 1\nb:\n  c: 1\n d: 2\n',
      'yaml: line 3: did not find expected key',
      'yaml-indentation',
    ],
    ['a tab', 'a:\n\tb: 1\n', 'yaml: line 2: found character that cannot start any token', 'yaml-tab'],
    [
      'a tab in a block of text',
      'a: |\n\tb\n',
      'yaml: line 2: found a tab character where an indentation space is expected',
      'yaml-tab',
    ],
    [
      'a tab before the second key',
      'a: x\n\tb: 1\n',
      'yaml: line 2: found a tab character that violates indentation',
      'yaml-tab',
    ],
    [
      'aliases of aliases of aliases',
      `a: &a [${'x,'.repeat(10)}]\nb: &b [${'*a,'.repeat(10)}]\nc: &c [${'*b,'.repeat(10)}]\nd: [${'*c,'.repeat(10)}]\n`,
      'yaml: document contains excessive aliasing',
      'aliases-too-many',
    ],
    ['a key without a colon', 'a: 1\nb\nc: 2\n', "yaml: line 3: could not find expected ':'", 'yaml-colon'],
    ['an open quote', 'a: 1\nb: "c\n', 'yaml: line 3: found unexpected end of stream', 'yaml-unclosed'],
    ['an open bracket', 'a: 1\nb: [c\n', "yaml: line 2: did not find expected ',' or ']'", 'yaml-unclosed'],
    [
      'an open bracket on a line that does not end',
      'a: 1\nb: [c',
      "yaml: line 2: did not find expected ',' or ']'",
      'yaml-unclosed',
    ],
    ['a key behind ---', '--- a: 1\n', 'yaml: mapping values are not allowed in this context', 'yaml-colon'],
    ['a template', 'a: {{ .Values.port }}\n', 'yaml: invalid map key', 'yaml-template'],
    ['an unknown anchor', 'a: *b\n', "yaml: unknown anchor 'b' referenced", 'yaml-anchor'],
    ['infinity', 'a: .inf\n', 'json: unsupported value: +Inf', 'number-not-finite'],
    ['a control character', 'a: \x07\n', 'yaml: control characters are not allowed', 'yaml-characters'],
  ])('%s', (_, body, message, code) => {
    const response = post(body);
    expect(messageOf(response)).toContain(`(must be of type Service): ${message}`);
    expect(codesOf(response)).toEqual([code]);
  });
});

describe('findings', () => {
  test('stand where the value stands', () => {
    const response = post(
      'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  ports:\n  - port: 80\n    nodePort: 33333\n',
    );
    expect(response.findings).toMatchObject([
      {
        code: 'node-port-not-allowed',
        path: 'spec.ports[0].nodePort',
        span: { line: 8, column: 15 },
        params: { value: 33333 },
      },
    ]);
  });

  test('an error of clusterIPs stands at clusterIP if only that was written', () => {
    const response = post(
      'apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec:\n  ports: [{port: 80}]\n  clusterIP: none\n',
    );
    expect(response.findings).toMatchObject([
      { code: 'ip-invalid', path: 'spec.clusterIPs[0]', span: { line: 6, column: 14 } },
    ]);
  });

  test('what is missing stands in what lacks it', () => {
    const response = post('apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec:\n  type: NodePort\n');
    expect(response.findings).toMatchObject([
      { code: 'ports-required', path: 'spec.ports', span: { line: 5, column: 3 } },
    ]);
  });

  test.each([
    ['"80"', 'number-in-quotes'],
    ['80.5', 'number-fractional'],
    ['3000000000', 'number-too-large'],
    ['web', 'number-expected'],
    ['x80', 'number-expected'],
    ['80x', 'number-expected'],
  ])('a port of %s is %s', (value, code) => {
    expect(codesOf(post(service(`{ports: [{port: ${value}}]}`)))).toEqual([code]);
  });

  test.each([
    ['web', 'web'],
    ['true', 'true'],
    ['80.5', '80.5'],
    ['[80]', 'array'],
    ['{}', 'object'],
  ])('a port of %s is quoted as %s', (value, quoted) => {
    expect(post(service(`{ports: [{port: ${value}}]}`)).findings).toMatchObject([
      { params: { value: quoted } },
    ]);
  });

  test.each([
    ['{type: Foo, ports: [{port: 80}]}', 'Foo'],
    ['{type: "", externalName: "", ports: []}', '""'],
    ['{ports: [{port: 65536}]}', '65536'],
  ])('of %s quote %s', (spec, value) => {
    expect(String(post(service(spec)).findings[0]?.params['value'])).toBe(value);
  });

  test('a mistake of JSON stands where reading stopped', () => {
    const response = post('{"kind":"Service",}', { contentType: 'application/json' });
    expect(response.findings).toMatchObject([{ code: 'json-syntax', span: { start: 18, end: 19 } }]);
  });

  test('a mistake of YAML stands at the same character behind a byte order mark', () => {
    const body = 'a: 1\nb: c: d\n';
    const [plain] = post(body).findings;
    const [marked] = post(`\ufeff${body}`).findings;
    expect(plain).toMatchObject({ span: { line: 2, column: 5, end: 10 }, params: { line: 2 } });
    expect(marked?.span).toMatchObject({ line: 2, column: 5, start: (plain?.span?.start ?? 0) + 1 });
  });

  test.each([
    ['{selector: {app: 1}}', 'text-expected-number'],
    ['{selector: {app: yes}}', 'text-expected-boolean'],
    ['{type: []}', 'text-expected'],
    ['{publishNotReadyAddresses: 1}', 'boolean-expected'],
    ['{ports: 80}', 'list-expected'],
    ['{selector: app}', 'object-expected'],
  ])('%s is %s', (spec, code) => {
    expect(codesOf(post(service(spec)))).toEqual([code]);
  });
});

test('an unknown path stores what it gets', () => {
  const path = SERVICES.replace('services', 'widgets');
  expect(post('apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: w}\n', { path })).toMatchObject({
    http: 201,
    object: { kind: 'Widget', metadata: { name: 'w', namespace: 'default' } },
  });
});

/** What a person sees in the terminal. A row is a fact. */
import { describe, expect, test } from 'vitest';
import { kubectlApply } from '../../src/engine/kubectl-apply.ts';
import { service } from './admission.helpers.ts';

const PORT = '{ports: [{port: 80}]}';

const ERRORS: [fact: string, text: string, stderr: string][] = [
  ['nothing to apply', '# only a comment\n', 'error: no objects passed to apply\n'],
  [
    'one error stands on the line of the name',
    service('{ports: []}'),
    'The Service "web" is invalid: spec.ports: Required value\n',
  ],
  [
    'several errors stand on lines of their own',
    service('{ports: [{port: 0}]}'),
    'The Service "web" is invalid: \n* spec.ports[0].port: Invalid value: 0: must be between 1 and 65535, inclusive\n* spec.ports[0].targetPort: Invalid value: 0: must be between 1 and 65535, inclusive\n',
  ],
  [
    'the server is quoted when it can not read the object',
    service('{ports: [{port: "80"}]}'),
    'Error from server (BadRequest): error when creating "manifest.yaml": Service in version "v1" cannot be handled as a Service: json: cannot unmarshal string into Go struct field ServicePort.spec.ports.port of type int32\n',
  ],
  [
    'metadata is read by kubectl itself',
    service(PORT, '80'),
    'error: unable to decode "manifest.yaml": json: cannot unmarshal number into Go struct field ObjectMeta.metadata.name of type string\n',
  ],
  [
    'kubectl wants a version',
    'kind: Service\n',
    'error: error validating "manifest.yaml": error validating data: apiVersion not set; if you choose to ignore these errors, turn validation off with --validate=false\n',
  ],
  [
    'a Service is not of apps/v1',
    service(PORT).replace('v1', 'apps/v1'),
    'error: resource mapping not found for name: "web" namespace: "" from "manifest.yaml": no matches for kind "Service" in version "apps/v1"\nensure CRDs are installed first\n',
  ],
  [
    'a namespace must exist',
    service(PORT, 'web, namespace: shop'),
    'Error from server (NotFound): error when creating "manifest.yaml": namespaces "shop" not found\n',
  ],
  [
    'names are not generated',
    service(PORT).replace('name:', 'generateName:'),
    'error: from web: cannot use generate name with apply\n',
  ],
  [
    'a slash can not stand in a path',
    service(PORT, '"a/b"'),
    'error: error when retrieving current configuration of:\nResource: "/v1, Resource=services", GroupVersionKind: "/v1, Kind=Service"\nName: "a/b", Namespace: "default"\nfrom server for: "manifest.yaml": invalid resource name "a/b": [may not contain \'/\']\n',
  ],
  [
    'text behind a separator',
    `${service(PORT)}--- x\n`,
    'error: error parsing manifest.yaml: invalid Yaml document separator: x\n',
  ],
];

test.each(ERRORS)('%s', (_, text, stderr) => {
  expect(kubectlApply(text)).toMatchObject({ exit: 1, stderr });
});

describe('several documents', () => {
  test('each is applied, in order', () => {
    const text = `${service(PORT, 'a')}---\n---\n${service(PORT, 'b')}`;
    expect(kubectlApply(text)).toEqual({
      exit: 0,
      stdout: 'service/a created\nservice/b created\n',
      stderr: '',
    });
  });

  test('an error does not keep the others from being applied', () => {
    const text = `${service('{}', 'a')}---\n${service(PORT, 'b')}---\n${service('{}', 'c')}`;
    expect(kubectlApply(text)).toEqual({
      exit: 1,
      stdout: 'service/b created\n',
      stderr:
        'Error from server (Invalid): error when creating "manifest.yaml": Service "a" is invalid: spec.ports: Required value\nError from server (Invalid): error when creating "manifest.yaml": Service "c" is invalid: spec.ports: Required value\n',
    });
  });

  test('a document that is no YAML ends the file, but what stood before it is applied', () => {
    const text = `${service(PORT, 'a')}---\na: b: c\n---\n${service(PORT, 'b')}`;
    expect(kubectlApply(text)).toMatchObject({
      exit: 1,
      stdout: 'service/a created\n',
      stderr: expect.stringContaining('error converting YAML to JSON: yaml: mapping values are not allowed'),
    });
  });

  test('a namespace made by the file exists', () => {
    const text = `apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n---\n${service(PORT, 'web, namespace: shop')}`;
    expect(kubectlApply(text).stdout).toBe('namespace/shop created\nservice/web created\n');
  });

  test('the same document again changes nothing, another one configures', () => {
    const text = `${service(PORT)}---\n${service(PORT)}---\n${service('{ports: [{port: 81}]}')}`;
    expect(kubectlApply(text).stdout).toBe(
      'service/web created\nservice/web unchanged\nservice/web configured\n',
    );
  });
});

describe('what kubectl reads in its own way', () => {
  test('of duplicate keys the last one counts, and nobody says so', () => {
    expect(kubectlApply(service('{type: x, type: NodePort, ports: [{port: 80}]}'))).toEqual({
      exit: 0,
      stdout: 'service/web created\n',
      stderr: '',
    });
  });

  test('an unknown field that is null is not sent', () => {
    expect(kubectlApply(service('{foo: null, ports: [{port: 80}]}')).exit).toBe(0);
  });

  test('a list is split', () => {
    const text =
      '{"apiVersion":"v1","kind":"List","items":[{"apiVersion":"v1","kind":"Service","metadata":{"name":"a"},"spec":{"ports":[{"port":80.0}]}}]}';
    expect(kubectlApply(text, { name: 'manifest.json' }).stdout).toBe('service/a created\n');
  });

  test('kinds of a group are printed with it', () => {
    const text =
      'apiVersion: discovery.k8s.io/v1\nkind: EndpointSlice\nmetadata: {name: s}\naddressType: IPv4\nendpoints: []\n';
    expect(kubectlApply(text).stdout).toBe('endpointslice.discovery.k8s.io/s created\n');
  });

  test('warnings come first, once', () => {
    const text = `${service('{externalIPs: [198.51.100.7], ports: [{port: 80}]}', 'a')}---\n${service('{externalIPs: [198.51.100.8], ports: [{port: 80}]}', 'b')}`;
    expect(kubectlApply(text).stderr).toBe(
      'Warning: spec.externalIPs is deprecated and may no longer be implemented in some clusters\n',
    );
  });
});

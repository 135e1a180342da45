/** Pods, EndpointSlices and what else a scenario holds: a row is a fact. */
import { describe, expect, test } from 'vitest';
import { admitObject, newAdmissionState } from '../../src/engine/admission/index.ts';
import { parseManifests } from '../../src/engine/parse.ts';
import type { AdmissionResponse, KubeObject } from '../../src/engine/types.ts';
import { messageOf } from './admission.helpers.ts';

const objectOf = (text: string): KubeObject => {
  const [object] = parseManifests(text).objects;
  if (!object) throw new Error('no object');
  return object;
};

const admitted = (text: string): AdmissionResponse => admitObject(newAdmissionState(), objectOf(text));

const pod = (ports: string, more = ''): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {${more}containers: [{name: c, image: "example/app:1", ports: ${ports}}]}\n`;

const slice = (lines: string): string =>
  `apiVersion: discovery.k8s.io/v1\nkind: EndpointSlice\nmetadata: {name: web}\n${lines}\n`;

const rejection = (response: AdmissionResponse): string =>
  messageOf(response).replace(/^\S+ "web" is invalid: /, '');

test.each([
  [
    'a container port of 0 is none',
    '[{name: web}]',
    '',
    'spec.containers[0].ports[0].containerPort: Required value',
  ],
  [
    'a container port is at most 65535',
    '[{containerPort: 65536}]',
    '',
    'spec.containers[0].ports[0].containerPort: Invalid value: 65536: must be between 1 and 65535, inclusive',
  ],
  [
    'a name of a container port has a letter',
    '[{containerPort: 80, name: "80"}]',
    '',
    'spec.containers[0].ports[0].name: Invalid value: "80": must contain at least one letter (a-z)',
  ],
  [
    'with hostNetwork both numbers are one',
    '[{containerPort: 80, hostPort: 81}]',
    'hostNetwork: true, ',
    'spec.containers[0].ports[0].hostPort: Invalid value: 81: must match `containerPort` when `hostNetwork` is true',
  ],
  [
    'a host port is taken once',
    '[{containerPort: 80, hostPort: 9000}, {containerPort: 81, hostPort: 9000}]',
    '',
    'spec.containers[0].ports[1].hostPort: Duplicate value: "TCP//9000"',
  ],
])('%s', (_, ports, more, message) => {
  expect(rejection(admitted(pod(ports, more)))).toBe(message);
});

test('with hostNetwork a host port is the container port', () => {
  expect(admitted(pod('[{containerPort: 8170}]', 'hostNetwork: true, '))).toMatchObject({
    http: 201,
    object: { spec: { containers: [{ ports: [{ containerPort: 8170, hostPort: 8170, protocol: 'TCP' }] }] } },
  });
});

test('one name in two containers is a warning', () => {
  const text =
    'apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n  containers:\n  - {name: a, image: x, ports: [{name: http, containerPort: 80}]}\n  - {name: b, image: x, ports: [{name: http, containerPort: 81}]}\n';
  expect(admitted(text).warnings).toEqual([
    'spec.containers[1].ports[0]: duplicate port name "http" with spec.containers[0].ports[0], services and probes that select ports by name will use spec.containers[0].ports[0]',
  ]);
});

test.each([
  ['an address type is needed', 'endpoints: []', 'addressType: Required value'],
  [
    'an endpoint has an address',
    'addressType: IPv4\nendpoints: [{addresses: []}]',
    'endpoints[0].addresses: Required value: must contain at least 1 address',
  ],
  [
    'port names are unique, the empty one too',
    'addressType: IPv4\nports: [{port: 80}, {port: 81}]',
    'ports[1].name: Duplicate value: ""',
  ],
  ['the number of a port is not checked', 'addressType: IPv4\nports: [{port: 70000}]', 'accepted'],
  [
    'link-local addresses are nobody’s',
    'addressType: IPv4\nendpoints: [{addresses: [169.254.7.7]}]',
    'endpoints[0].addresses[0]: Invalid value: "169.254.7.7": may not be in the link-local range (169.254.0.0/16, fe80::/10)',
  ],
])('%s', (_, lines, message) => {
  expect(
    rejection(admitted(slice(lines))).replace('EndpointSlice.discovery.k8s.io "web" is invalid: ', ''),
  ).toBe(message);
});

describe('the rest of a scenario', () => {
  test('legacy Endpoints are accepted with a warning', () => {
    const text =
      'apiVersion: v1\nkind: Endpoints\nmetadata: {name: db}\nsubsets: [{addresses: [{ip: 172.31.0.50}], ports: [{port: 5432}]}]\n';
    expect(admitted(text)).toMatchObject({
      http: 201,
      object: { subsets: [{ ports: [{ port: 5432, protocol: 'TCP' }] }] },
      warnings: ['v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice'],
    });
  });

  test.each([
    ['Node', ''],
    ['Namespace', ''],
    ['ConfigMap', 'data: {a: b}\n'],
  ])('%s', (kind, more) => {
    expect(admitted(`apiVersion: v1\nkind: ${kind}\nmetadata: {name: web}\n${more}`).http).toBe(201);
  });

  test('a Deployment selects the Pods of its template', () => {
    const text = (app: string): string =>
      `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata: {labels: {app: ${app}}}\n    spec: {containers: [{name: c, image: x}]}\n`;
    expect(admitted(text('web'))).toMatchObject({ http: 201, object: { spec: { replicas: 1 } } });
    expect(admitted(text('api')).findings.map(({ code }) => code)).toEqual(['selector-mismatch']);
  });

  test('an object of an unknown kind is kept as it stands', () => {
    const text = 'apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: w}\nsize: 7\n';
    expect(admitted(text)).toMatchObject({ http: 201, object: { kind: 'Widget', size: 7 } });
  });

  test('a state remembers what it admitted', () => {
    const state = newAdmissionState();
    const service = objectOf(
      'apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {type: NodePort, ports: [{port: 80}]}\n',
    );
    const again = { ...service, metadata: { name: 'b' } };
    const specs = [service, again]
      .map((object) => admitObject(state, object))
      .map((r) => (r.http === 201 ? r.object['spec'] : r));
    expect(specs).toMatchObject([
      { clusterIP: '10.96.1.10', ports: [{ nodePort: 30086 }] },
      { clusterIP: '10.96.1.11', ports: [{ nodePort: 30087 }] },
    ]);
  });
});

/** What the API server says about a Service, rule by rule: a row is a fact. */
import { describe, expect, test } from 'vitest';
import type { KubeObject } from '../../src/engine/types.ts';
import { codesOf, messageOf, post, service, specOf } from './admission.helpers.ts';

const PORT = 'ports: [{port: 8080}]';
const RANGE = 'provided port is not in the valid range. The range of valid ports is 30000-32767';
const LABEL_RULE =
  "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";

type Row = [fact: string, spec: string, message: string];

const REJECTED: Row[] = [
  ['a Service needs a port', '{selector: {app: web}}', 'spec.ports: Required value'],
  [
    'a port without a number is 0, and so is its target',
    '{ports: [{name: web}]}',
    '[spec.ports[0].port: Invalid value: 0: must be between 1 and 65535, inclusive, spec.ports[0].targetPort: Invalid value: 0: must be between 1 and 65535, inclusive]',
  ],
  [
    'a bad port with a target of its own is one error',
    '{ports: [{port: 65536, targetPort: 8170}]}',
    'spec.ports[0].port: Invalid value: 65536: must be between 1 and 65535, inclusive',
  ],
  [
    'several ports need names, even with different protocols',
    '{ports: [{port: 53}, {port: 53, protocol: UDP, name: dns}]}',
    'spec.ports[0].name: Required value',
  ],
  [
    'a port name has no dots',
    '{ports: [{port: 80, name: a.b}]}',
    'spec.ports[0].name: Invalid value: "a.b": must not contain dots',
  ],
  [
    'a port name is lowercase',
    '{ports: [{port: 80, name: Web}]}',
    `spec.ports[0].name: Invalid value: "Web": ${LABEL_RULE}`,
  ],
  [
    'a port name is unique across protocols',
    '{ports: [{port: 53, name: dns}, {port: 54, protocol: UDP, name: dns}]}',
    'spec.ports[1].name: Duplicate value: "dns"',
  ],
  [
    'protocols are written in capital letters',
    '{ports: [{port: 80, protocol: sctp}]}',
    'spec.ports[0].protocol: Unsupported value: "sctp": supported values: "SCTP", "TCP", "UDP"',
  ],
  [
    'protocol and port together are unique',
    '{ports: [{port: 81, name: a}, {port: 81, name: b}]}',
    'spec.ports[1]: Duplicate value: {"Name":"","Protocol":"TCP","AppProtocol":null,"Port":81,"TargetPort":0,"NodePort":0}',
  ],
  [
    'a number in quotes is a name, and a name needs a letter',
    '{ports: [{port: 80, targetPort: "8170"}]}',
    'spec.ports[0].targetPort: Invalid value: "8170": must contain at least one letter (a-z)',
  ],
  [
    'a target name has at most 15 characters',
    '{ports: [{port: 80, targetPort: metrics-endpoint}]}',
    'spec.ports[0].targetPort: Invalid value: "metrics-endpoint": must be no more than 15 characters',
  ],
  [
    'every failed test of a target name is told',
    '{ports: [{port: 80, targetPort: "-A--"}]}',
    '[spec.ports[0].targetPort: Invalid value: "-A--": must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-), spec.ports[0].targetPort: Invalid value: "-A--": must contain at least one letter (a-z), spec.ports[0].targetPort: Invalid value: "-A--": must not contain consecutive hyphens, spec.ports[0].targetPort: Invalid value: "-A--": must not begin or end with a hyphen]',
  ],
  [
    'a node port does not make a NodePort Service',
    '{ports: [{port: 8080, nodePort: 32222}]}',
    "spec.ports[0].nodePort: Forbidden: may not be used when `type` is 'ClusterIP'",
  ],
  [
    'a node port out of range is forbidden first where the type has none',
    '{ports: [{port: 8080, nodePort: 33333}]}',
    "spec.ports[0].nodePort: Forbidden: may not be used when `type` is 'ClusterIP'",
  ],
  [
    'a node port above the range',
    '{type: NodePort, ports: [{port: 80, nodePort: 32768}]}',
    `spec.ports[0].nodePort: Invalid value: 32768: ${RANGE}`,
  ],
  [
    'a node port below the range',
    '{type: NodePort, ports: [{port: 80, nodePort: 29999}]}',
    `spec.ports[0].nodePort: Invalid value: 29999: ${RANGE}`,
  ],
  [
    'an allocator answers alone: a bad protocol is not reported with a bad node port',
    '{type: NodePort, ports: [{port: 80, protocol: tcp, nodePort: 80}]}',
    `spec.ports[0].nodePort: Invalid value: 80: ${RANGE}`,
  ],
  [
    'an address hides a node port',
    '{type: NodePort, clusterIP: 10.97.0.9, ports: [{port: 80, nodePort: 80}]}',
    'spec.clusterIPs: Invalid value: ["10.97.0.9"]: failed to allocate IP 10.97.0.9: the provided network does not match the current range',
  ],
  [
    'two ports of one Service cannot share a node port if their numbers differ, whatever the protocols',
    '{type: NodePort, ports: [{port: 53, name: a, nodePort: 30053}, {port: 54, protocol: UDP, name: b, nodePort: 30053}]}',
    'spec.ports[1].nodePort: Invalid value: 30053: provided port is already allocated',
  ],
  [
    'types are case-sensitive',
    '{type: nodePort, ports: [{port: 80}]}',
    'spec.type: Unsupported value: "nodePort": supported values: "ClusterIP", "ExternalName", "LoadBalancer", "NodePort"',
  ],
  [
    'None is written with a capital letter',
    `{clusterIP: none, ${PORT}}`,
    'spec.clusterIPs[0]: Invalid value: "none": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)',
  ],
  [
    'addresses have no leading zeros',
    `{clusterIP: 10.96.3.04, ${PORT}}`,
    'spec.clusterIPs[0]: Invalid value: "10.96.3.04": must not have leading 0s',
  ],
  [
    'the first address of the range belongs to the API server',
    `{clusterIP: 10.96.0.1, ${PORT}}`,
    'spec.clusterIPs: Invalid value: ["10.96.0.1"]: failed to allocate IP 10.96.0.1: provided IP is already allocated',
  ],
  [
    'the broadcast address is outside the range',
    `{clusterIP: 10.96.255.255, ${PORT}}`,
    'spec.clusterIPs: Invalid value: ["10.96.255.255"]: failed to allocate IP 10.96.255.255: the provided network does not match the current range',
  ],
  [
    'a cluster with IPv4 only has no IPv6 addresses',
    `{clusterIP: "fd00::7", ${PORT}}`,
    'spec.clusterIPs[0]: Invalid value: ["fd00::7"]: IPv6 is not configured on this cluster',
  ],
  [
    'clusterIPs begins with clusterIP',
    `{clusterIP: 10.96.3.4, clusterIPs: [10.96.3.5], ${PORT}}`,
    'spec.clusterIPs: Invalid value: ["10.96.3.5"]: first value must match `clusterIP`',
  ],
  [
    'only type ClusterIP can be headless',
    `{type: LoadBalancer, clusterIP: None, ${PORT}}`,
    'spec.clusterIPs[0]: Invalid value: "None": may not be set to \'None\' for LoadBalancer services',
  ],
  ['ExternalName needs a name', '{type: ExternalName}', 'spec.externalName: Required value'],
  [
    'ExternalName has no cluster IP',
    '{type: ExternalName, externalName: db.example.com, clusterIP: None}',
    'spec.clusterIPs: Forbidden: may not be set for ExternalName services',
  ],
  [
    'an external IP is no loopback address',
    `{externalIPs: [127.0.0.53], ${PORT}}`,
    'spec.externalIPs[0]: Invalid value: "127.0.0.53": may not be in the loopback range (127.0.0.0/8, ::1/128)',
  ],
  [
    'session affinity lasts at most a day',
    `{sessionAffinity: ClientIP, sessionAffinityConfig: {clientIP: {timeoutSeconds: 86401}}, ${PORT}}`,
    'spec.sessionAffinityConfig.clientIP.timeoutSeconds: Invalid value: 86401: must be greater than 0 and less than 86400',
  ],
  [
    'an external traffic policy needs a way in from outside',
    `{externalTrafficPolicy: Local, ${PORT}}`,
    'spec.externalTrafficPolicy: Invalid value: "Local": may only be set for externally-accessible services',
  ],
  [
    'an empty internal traffic policy is a value',
    `{internalTrafficPolicy: "", ${PORT}}`,
    'spec.internalTrafficPolicy: Unsupported value: "": supported values: "Cluster", "Local"',
  ],
  [
    'a load balancer class needs a load balancer',
    `{loadBalancerClass: example.com/internal, ${PORT}}`,
    "spec.loadBalancerClass: Forbidden: may only be used when `type` is 'LoadBalancer'",
  ],
  [
    'source ranges are printed with a capital L',
    `{type: LoadBalancer, loadBalancerSourceRanges: [10.1.0.0/8], ${PORT}}`,
    'spec.LoadBalancerSourceRanges[0]: Invalid value: "10.1.0.0/8": must not have bits set beyond the prefix length',
  ],
  [
    'dual stack cannot be required of one family',
    `{ipFamilyPolicy: RequireDualStack, ${PORT}}`,
    'spec.ipFamilyPolicy: Invalid value: "RequireDualStack": this cluster is not configured for dual-stack services',
  ],
  [
    'a selector of 64 characters is counted in bytes',
    `{selector: {app: ${'x'.repeat(64)}}, ${PORT}}`,
    `spec.selector: Invalid value: "${'x'.repeat(64)}": must be no more than 63 bytes`,
  ],
  [
    'traffic distributions are listed in upstream order',
    `{trafficDistribution: Near, ${PORT}}`,
    'spec.trafficDistribution: Unsupported value: "Near": supported values: "PreferClose", "PreferSameZone", "PreferSameNode"',
  ],
];

test.each(REJECTED)('%s', (_, spec, message) => {
  expect(messageOf(post(service(spec)))).toBe(message);
});

const ACCEPTED: [fact: string, spec: string, stored: Record<string, unknown>][] = [
  ['a Service is of type ClusterIP', `{${PORT}}`, { type: 'ClusterIP', sessionAffinity: 'None' }],
  [
    'the first address drawn is 10.96.1.10',
    `{${PORT}}`,
    { clusterIP: '10.96.1.10', clusterIPs: ['10.96.1.10'] },
  ],
  [
    'the target port is the port',
    '{ports: [{port: 81}]}',
    { ports: [{ port: 81, protocol: 'TCP', targetPort: 81 }] },
  ],
  [
    'a target of 0 means none, as does an empty one',
    '{ports: [{port: 81, targetPort: 0, name: a}, {port: 82, targetPort: "", name: b}]}',
    {
      ports: [
        { name: 'a', port: 81, protocol: 'TCP', targetPort: 81 },
        { name: 'b', port: 82, protocol: 'TCP', targetPort: 82 },
      ],
    },
  ],
  [
    'the target is the number of the port, never its name',
    '{ports: [{port: 81, name: web}]}',
    { ports: [{ name: 'web', port: 81, protocol: 'TCP', targetPort: 81 }] },
  ],
  [
    'node ports are drawn from 30086 up',
    '{type: NodePort, ports: [{port: 81, name: a}, {port: 82, name: b}]}',
    {
      ports: [
        { name: 'a', nodePort: 30086, port: 81, protocol: 'TCP', targetPort: 81 },
        { name: 'b', nodePort: 30087, port: 82, protocol: 'TCP', targetPort: 82 },
      ],
    },
  ],
  [
    'what the same Service asks for is not drawn',
    '{type: NodePort, ports: [{port: 81, name: a}, {port: 82, name: b, nodePort: 30086}]}',
    {
      ports: [
        { name: 'a', nodePort: 30087, port: 81, protocol: 'TCP', targetPort: 81 },
        { name: 'b', nodePort: 30086, port: 82, protocol: 'TCP', targetPort: 82 },
      ],
    },
  ],
  [
    'TCP and UDP on one number inherit one node port',
    '{type: NodePort, ports: [{port: 53, name: t}, {port: 53, protocol: UDP, name: u, nodePort: 30153}]}',
    {
      ports: [
        { name: 't', nodePort: 30153, port: 53, protocol: 'TCP', targetPort: 53 },
        { name: 'u', nodePort: 30153, port: 53, protocol: 'UDP', targetPort: 53 },
      ],
    },
  ],
  [
    'TCP and UDP on one number may have two node ports',
    '{type: NodePort, ports: [{port: 53, name: t, nodePort: 30154}, {port: 53, protocol: UDP, name: u, nodePort: 30155}]}',
    {
      ports: [
        { name: 't', nodePort: 30154, port: 53, protocol: 'TCP', targetPort: 53 },
        { name: 'u', nodePort: 30155, port: 53, protocol: 'UDP', targetPort: 53 },
      ],
    },
  ],
  [
    'a load balancer without node ports gets none',
    `{type: LoadBalancer, allocateLoadBalancerNodePorts: false, ${PORT}}`,
    { ports: [{ port: 8080, protocol: 'TCP', targetPort: 8080 }], allocateLoadBalancerNodePorts: false },
  ],
  [
    'a health check node port is drawn after the node ports',
    `{type: LoadBalancer, externalTrafficPolicy: Local, ${PORT}}`,
    {
      healthCheckNodePort: 30087,
      ports: [{ nodePort: 30086, port: 8080, protocol: 'TCP', targetPort: 8080 }],
    },
  ],
  [
    'ClientIP affinity lasts three hours',
    `{sessionAffinity: ClientIP, ${PORT}}`,
    { sessionAffinityConfig: { clientIP: { timeoutSeconds: 10800 } } },
  ],
  [
    'headless without a selector is dual-stack anywhere',
    `{clusterIP: None, ${PORT}}`,
    { ipFamilies: ['IPv4', 'IPv6'], ipFamilyPolicy: 'RequireDualStack' },
  ],
  [
    'headless with a selector is single-stack',
    `{clusterIP: None, selector: {app: web}, ${PORT}}`,
    { clusterIP: 'None', ipFamilies: ['IPv4'], ipFamilyPolicy: 'SingleStack' },
  ],
  [
    'ExternalName takes any node port',
    '{type: ExternalName, externalName: db.example.com., ports: [{port: 80, nodePort: 7}]}',
    { ports: [{ nodePort: 7, port: 80, protocol: 'TCP', targetPort: 80 }] },
  ],
];

test.each(ACCEPTED)('%s', (_, spec, stored) => {
  expect(specOf(post(service(spec)))).toMatchObject(stored);
});

describe('what a cluster has given away', () => {
  const holder = (spec: string, name = 'holder'): KubeObject => {
    const response = post(service(spec, name));
    if (response.http !== 201) throw new Error(response.message);
    return response.object;
  };

  test('a node port is taken for UDP too', () => {
    const existing = [holder('{type: NodePort, ports: [{port: 80, nodePort: 30111}]}')];
    const second = service('{type: NodePort, ports: [{port: 81, protocol: UDP, nodePort: 30111}]}');
    expect(messageOf(post(second, { existing }))).toBe(
      'spec.ports[0].nodePort: Invalid value: 30111: provided port is already allocated',
    );
  });

  test('a health check node port takes a node port', () => {
    const existing = [
      holder(
        '{type: LoadBalancer, externalTrafficPolicy: Local, healthCheckNodePort: 32100, ports: [{port: 80}]}',
      ),
    ];
    const second = service('{type: NodePort, ports: [{port: 81, nodePort: 32100}]}');
    expect(messageOf(post(second, { existing }))).toContain('32100: provided port is already allocated');
  });

  test('a taken health check node port is an internal error', () => {
    const existing = [holder('{type: NodePort, ports: [{port: 80, nodePort: 32101}]}')];
    const second = post(
      service(
        '{type: LoadBalancer, externalTrafficPolicy: Local, healthCheckNodePort: 32101, ports: [{port: 80}]}',
      ),
      { existing },
    );
    expect(second).toMatchObject({
      http: 500,
      reason: 'InternalError',
      message:
        'Internal error occurred: failed to allocate requested HealthCheck NodePort 32101: provided port is already allocated',
    });
    expect(codesOf(second)).toEqual(['health-check-node-port-taken']);
  });

  test('what is drawn skips what is taken', () => {
    const existing = [
      holder('{type: NodePort, ports: [{port: 80}]}'),
      holder('{clusterIP: 10.96.1.11, ports: [{port: 80}]}', 'b'),
    ];
    const spec = specOf(post(service('{type: NodePort, ports: [{port: 80}]}'), { existing }));
    expect(spec).toMatchObject({ clusterIP: '10.96.1.12', ports: [{ nodePort: 30087 }] });
  });

  test('a name is taken in its own namespace', () => {
    const existing = [holder('{ports: [{port: 80}]}', 'web')];
    const body = service('{ports: [{port: 80}]}');
    expect(post(body, { existing })).toMatchObject({ http: 409, message: 'services "web" already exists' });
    expect(post(body, { existing, path: '/api/v1/namespaces/other/services' }).http).toBe(201);
  });
});

describe('names', () => {
  test('a Service without a name fails when it is given an address', () => {
    const response = post('apiVersion: v1\nkind: Service\nspec: {ports: [{port: 80}]}\n');
    expect(messageOf(response)).toBe(
      'spec.clusterIPs: Invalid value: [""]: failed to allocate IP: IPAddress.networking.k8s.io "10.96.1.10" is invalid: spec.parentRef.name: Required value',
    );
  });

  test('a headless one fails for its name', () => {
    const response = post('kind: Service\nspec: {clusterIP: None, ports: [{port: 80}]}\n');
    expect(messageOf(response)).toBe('metadata.name: Required value: name or generateName is required');
  });

  test.each([
    ['1st', 'accepted'],
    ['a.b', 'metadata.name: Invalid value: "a.b": must not contain dots'],
    ['A', `metadata.name: Invalid value: "A": ${LABEL_RULE}`],
  ])('%s', (name, message) => {
    expect(messageOf(post(service(`{${PORT}}`, JSON.stringify(name))))).toBe(message);
  });

  test('the namespace of the object must be that of the path', () => {
    const body =
      'apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: shop}\nspec: {ports: [{port: 80}]}\n';
    expect(post(body)).toMatchObject({
      http: 400,
      message: 'the namespace of the provided object does not match the namespace sent on the request',
    });
  });
});

describe('warnings', () => {
  test.each([
    [
      'external IPs are deprecated',
      '{externalIPs: [198.51.100.7], ports: [{port: 80}]}',
      'external-ips-deprecated',
    ],
    [
      'a headless Service ignores affinity',
      '{clusterIP: None, sessionAffinity: ClientIP, ports: [{port: 80}]}',
      'field-ignored',
    ],
    [
      'PreferClose is deprecated',
      '{trafficDistribution: PreferClose, ports: [{port: 80}]}',
      'value-deprecated',
    ],
    [
      'IPv6 has one canonical form',
      '{externalIPs: ["2001:DB8::7"], ports: [{port: 80}]}',
      'ip-not-canonical',
    ],
  ])('%s', (_, spec, code) => {
    const response = post(service(spec));
    expect(response.http).toBe(201);
    expect(codesOf(response)).toContain(code);
    expect(response.warnings.length).toBe(response.findings.length);
  });
});

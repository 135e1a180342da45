/** Pods, workloads, EndpointSlices and Endpoints: what is refused, warned about and filled in. A row is a fact. */
import { describe, expect, test } from 'vitest';
import type { AdmissionResponse } from '../../src/engine/types.ts';
import { causesOf, post, storedBy } from './admission.helpers.ts';

const NAMESPACE = 'namespaces/default';

const KINDS = {
  Pod: ['v1', `/api/v1/${NAMESPACE}/pods`],
  Endpoints: ['v1', `/api/v1/${NAMESPACE}/endpoints`],
  EndpointSlice: ['discovery.k8s.io/v1', `/apis/discovery.k8s.io/v1/${NAMESPACE}/endpointslices`],
  Deployment: ['apps/v1', `/apis/apps/v1/${NAMESPACE}/deployments`],
  ReplicaSet: ['apps/v1', `/apis/apps/v1/${NAMESPACE}/replicasets`],
  StatefulSet: ['apps/v1', `/apis/apps/v1/${NAMESPACE}/statefulsets`],
  Namespace: ['v1', '/api/v1/namespaces'],
} as const;

function created(kind: keyof typeof KINDS, fields: string, metadata = 'name: web'): AdmissionResponse {
  const [apiVersion, path] = KINDS[kind];
  return post(`apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {${metadata}}\n${fields}\n`, { path });
}

const pod = (spec: string): AdmissionResponse => created('Pod', `spec: {${spec}}`);
const container = (fields: string): AdmissionResponse =>
  pod(`containers: [{name: c, image: app${fields && `, ${fields}`}}]`);

const TEMPLATE =
  'template: {metadata: {labels: {app: web}}, spec: {containers: [{name: c, image: example/app:1}]}}';
const workload = (kind: 'Deployment' | 'ReplicaSet' | 'StatefulSet', spec: string): AdmissionResponse =>
  created(kind, `spec: {${spec}, ${TEMPLATE}}`);

const LABEL =
  "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";
const SUBDOMAIN =
  "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
const KEY =
  "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";
const RANGE = 'must be between 1 and 65535, inclusive';
const AN_ADDRESS = 'must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)';
const PROTOCOLS = 'supported values: "SCTP", "TCP", "UDP"';

describe('EndpointSlices', () => {
  const v4 = (address: string): string => `addressType: IPv4\nendpoints: [{addresses: [${address}]}]`;
  const fqdn = (name: string): string => `addressType: FQDN\nendpoints: [{addresses: [${name}]}]`;
  const ports = (list: string): string => `addressType: IPv4\nendpoints: []\nports: [${list}]`;

  test.each<[fact: string, fields: string, causes: string[]]>([
    ['have an address type', 'endpoints: []', ['addressType: Required value']],
    [
      'have one of three address types',
      'addressType: IPX',
      ['addressType: Unsupported value: "IPX": supported values: "FQDN", "IPv4", "IPv6"'],
    ],
    [
      'have an address for each endpoint',
      v4(''),
      ['endpoints[0].addresses: Required value: must contain at least 1 address'],
    ],
    [
      'hold addresses of one family: IPv4',
      v4('10.244.1.9, "2001:db8::1"'),
      ['endpoints[0].addresses: Invalid value: "2001:db8::1": must be an IPv4 address'],
    ],
    [
      'hold addresses of one family: IPv6',
      'addressType: IPv6\nendpoints: [{addresses: [10.244.1.9]}]',
      ['endpoints[0].addresses: Invalid value: "10.244.1.9": must be an IPv6 address'],
    ],
    [
      'hold addresses, not names',
      v4('"", web, 10.244.1.300'),
      ['', 'web', '10.244.1.300'].map(
        (value, i) => `endpoints[0].addresses[${i}]: Invalid value: "${value}": ${AN_ADDRESS}`,
      ),
    ],
    [
      'hold no IPv4 address that leads nowhere',
      v4('127.0.0.1, 0.0.0.0, 169.254.1.1, 224.0.0.1, 224.0.1.1'),
      [
        'endpoints[0].addresses[0]: Invalid value: "127.0.0.1": may not be in the loopback range (127.0.0.0/8, ::1/128)',
        'endpoints[0].addresses[1]: Invalid value: "0.0.0.0": may not be unspecified (0.0.0.0)',
        'endpoints[0].addresses[2]: Invalid value: "169.254.1.1": may not be in the link-local range (169.254.0.0/16, fe80::/10)',
        'endpoints[0].addresses[3]: Invalid value: "224.0.0.1": may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)',
      ],
    ],
    [
      'hold no IPv6 address that leads nowhere',
      'addressType: IPv6\nendpoints: [{addresses: ["::1", "::", "fe80::1", "ff02::1", "ff05::1", "2001:db8::1"]}]',
      [
        'endpoints[0].addresses[0]: Invalid value: "::1": may not be in the loopback range (127.0.0.0/8, ::1/128)',
        'endpoints[0].addresses[1]: Invalid value: "::": may not be unspecified (::)',
        'endpoints[0].addresses[2]: Invalid value: "fe80::1": may not be in the link-local range (169.254.0.0/16, fe80::/10)',
        'endpoints[0].addresses[3]: Invalid value: "ff02::1": may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)',
      ],
    ],
    [
      'hold names of two parts at least',
      fqdn('localhost'),
      [
        'endpoints[0].addresses[0]: Invalid value: "localhost": should be a domain with at least two segments separated by dots',
      ],
    ],
    [
      'hold names in small letters',
      fqdn('Example.com'),
      [`endpoints[0].addresses[0]: Invalid value: "Example.com": ${SUBDOMAIN}`],
    ],
    ['hold no empty names', fqdn('""'), ['endpoints[0].addresses[0]: Required value']],
    [
      'hold names of nodes and of hosts',
      'addressType: IPv4\nendpoints: [{addresses: [10.244.1.9], nodeName: Node_1, hostname: a.b}]',
      [
        `endpoints[0].nodeName: Invalid value: "Node_1": ${SUBDOMAIN}`,
        'endpoints[0].hostname: Invalid value: "a.b": must not contain dots',
      ],
    ],
    [
      'hold port names',
      ports('{name: Web_1, port: 80}'),
      [`ports[0].name: Invalid value: "Web_1": ${LABEL}`],
    ],
    [
      'hold a port name once',
      ports('{name: a, port: 80}, {name: a, port: 81}'),
      ['ports[1].name: Duplicate value: "a"'],
    ],
    [
      'know three protocols',
      ports('{port: 80, protocol: ICMP}'),
      [`ports[0].protocol: Unsupported value: "ICMP": ${PROTOCOLS}`],
    ],
    [
      'hold application protocols that are keys',
      ports('{port: 80, appProtocol: "a b"}, {name: b, appProtocol: http}'),
      [`ports[0].appProtocol: Invalid value: "a b": ${KEY}`],
    ],
  ])('%s', (_, fields, causes) => {
    expect(causesOf(created('EndpointSlice', fields))).toEqual(causes);
  });

  const many = (count: number, item: string): string => Array<string>(count).fill(item).join(', ');

  test.each([
    ['1000 endpoints', 'endpoints', 1001, 1000, `endpoints: [${many(1001, '{addresses: [10.0.0.1]}')}]`],
    [
      '100 addresses',
      'endpoints[0].addresses',
      101,
      100,
      `endpoints: [{addresses: [${many(101, '10.0.0.1')}]}]`,
    ],
  ])('hold at most %s', (_, field, count, limit, fields) => {
    expect(causesOf(created('EndpointSlice', `addressType: IPv4\n${fields}`))).toEqual([
      `${field}: Too many: ${count}: must have at most ${limit} items`,
    ]);
  });

  test('hold at most 20000 ports', () => {
    const [apiVersion, path] = KINDS.EndpointSlice;
    const slice = { apiVersion, kind: 'EndpointSlice', metadata: { name: 'web' }, addressType: 'IPv4' };
    const body = JSON.stringify({ ...slice, endpoints: [], ports: Array(20_001).fill({}) });
    expect(causesOf(post(body, { path, contentType: 'application/json' }))).toEqual([
      'ports: Too many: 20001: must have at most 20000 items',
    ]);
  });

  test.each([
    ['1000 endpoints', `endpoints: [${many(1000, '{addresses: [10.0.0.1]}')}]`],
    [
      '20000 ports',
      `endpoints: []\nports: [${Array.from({ length: 20_000 }, (_, i) => `{name: p${i}}`).join(', ')}]`,
    ],
    ['100 addresses', `endpoints: [{addresses: [${many(100, '10.0.0.1')}]}]`],
  ])('may hold %s', (_, fields) => {
    expect(created('EndpointSlice', `addressType: IPv4\n${fields}`).http).toBe(201);
  });

  test('of names are deprecated; a name may end in a dot', () => {
    expect(created('EndpointSlice', fqdn('example.com.'))).toMatchObject({
      http: 201,
      warnings: ['spec.addressType: FQDN endpoints are deprecated'],
      findings: [
        { code: 'value-deprecated', path: 'addressType', params: { value: 'FQDN', instead: 'ExternalName' } },
      ],
    });
  });

  test('get names and protocols for their ports and conditions for their endpoints', () => {
    const fields = `${v4('10.244.1.9')}\nports: [{port: 80}, {name: x, protocol: UDP}]`;
    expect(storedBy(created('EndpointSlice', fields))).toMatchObject({
      endpoints: [{ addresses: ['10.244.1.9'], conditions: {} }],
      ports: [
        { name: '', port: 80, protocol: 'TCP' },
        { name: 'x', protocol: 'UDP' },
      ],
    });
  });

  test('of a type that there is not are not asked what they hold', () => {
    expect(causesOf(created('EndpointSlice', 'addressType: IPX\nendpoints: [{addresses: [web]}]'))).toEqual([
      'addressType: Unsupported value: "IPX": supported values: "FQDN", "IPv4", "IPv6"',
    ]);
  });

  test('may hold an address of network 0 that is not 0.0.0.0', () => {
    expect(created('EndpointSlice', v4('0.0.0.7, 10.244.0.0')).http).toBe(201);
  });

  test('are warned of IPv6 addresses that could be shorter', () => {
    const response = created(
      'EndpointSlice',
      'addressType: IPv6\nendpoints: [{addresses: ["2001:db8:0::7"]}]',
    );
    expect(response).toMatchObject({
      http: 201,
      warnings: [
        'endpoints[0].addresses[0]: IPv6 address "2001:db8:0::7" should be in RFC 5952 canonical format ("2001:db8::7")',
      ],
      findings: [{ path: 'endpoints[0].addresses[0]' }],
    });
  });

  test('lose the topology of old', () => {
    const fields =
      'addressType: IPv4\nendpoints: [{addresses: [10.244.1.9], nodeName: node.1, hostname: a, deprecatedTopology: {a: b}}]';
    expect(storedBy(created('EndpointSlice', fields))['endpoints']).toEqual([
      { addresses: ['10.244.1.9'], nodeName: 'node.1', hostname: 'a', conditions: {} },
    ]);
  });
});

describe('Endpoints', () => {
  const one = 'addresses: [{ip: 10.244.1.9}]';

  test.each<[fact: string, fields: string, causes: string[]]>([
    [
      'have an address in each subset',
      'subsets: [{ports: [{port: 80}]}]',
      ['subsets[0]: Required value: must specify `addresses` or `notReadyAddresses`'],
    ],
    [
      'hold addresses that lead somewhere',
      'subsets: [{addresses: [{ip: web}, {ip: 127.0.0.1}], notReadyAddresses: [{}]}]',
      [
        `subsets[0].addresses[0].ip: Invalid value: "web": ${AN_ADDRESS}`,
        'subsets[0].addresses[1].ip: Invalid value: "127.0.0.1": may not be in the loopback range (127.0.0.0/8, ::1/128)',
        `subsets[0].notReadyAddresses[0].ip: Invalid value: "": ${AN_ADDRESS}`,
      ],
    ],
    [
      'need names for several ports',
      `subsets: [{${one}, ports: [{port: 80}, {port: 81, name: "A B"}]}]`,
      [
        'subsets[0].ports[0].name: Required value',
        `subsets[0].ports[1].name: Invalid value: "A B": ${LABEL}`,
      ],
    ],
    [
      'have ports within their range',
      `subsets: [{${one}, ports: [{port: 0, name: z}, {port: 65536, name: a}, {port: 65535, name: b}, {port: 1, name: c}]}]`,
      [
        `subsets[0].ports[0].port: Invalid value: 0: ${RANGE}`,
        `subsets[0].ports[1].port: Invalid value: 65536: ${RANGE}`,
      ],
    ],
    [
      'know three protocols',
      `subsets: [{${one}, ports: [{port: 80, protocol: ICMP}]}]`,
      [`subsets[0].ports[0].protocol: Unsupported value: "ICMP": ${PROTOCOLS}`],
    ],
  ])('%s', (_, fields, causes) => {
    expect(causesOf(created('Endpoints', fields))).toEqual(causes);
  });

  test('are deprecated as a kind', () => {
    expect(created('Endpoints', '').findings).toMatchObject([
      { code: 'value-deprecated', path: 'kind', params: { value: 'Endpoints', instead: 'EndpointSlice' } },
    ]);
  });

  test('need no address that is ready, and no port', () => {
    expect(created('Endpoints', 'subsets: [{notReadyAddresses: [{ip: 10.244.1.9}]}]').http).toBe(201);
    expect(created('Endpoints', '').http).toBe(201);
  });
});

describe('Pods', () => {
  const c = 'name: a, image: x';

  test.each<[fact: string, spec: string, causes: string[]]>([
    ['have a container', 'containers: []', ['spec.containers: Required value']],
    [
      'have a name and an image for each container',
      'containers: [{}]',
      ['spec.containers[0].name: Required value', 'spec.containers[0].image: Required value'],
    ],
    [
      'have container names of their own',
      'containers: [{name: A, image: x}, {name: b, image: x}, {name: b, image: x}]',
      [
        `spec.containers[0].name: Invalid value: "A": ${LABEL}`,
        'spec.containers[2].name: Duplicate value: "b"',
      ],
    ],
    [
      'have init containers of other names',
      `containers: [{${c}}], initContainers: [{${c}}]`,
      ['spec.initContainers[0].name: Duplicate value: "a"'],
    ],
    [
      'have no space around an image',
      'containers: [{name: a, image: " x"}]',
      ['spec.containers[0].image: Invalid value: " x": must not have leading or trailing whitespace'],
    ],
    [
      'have policies from lists',
      `containers: [{${c}, imagePullPolicy: Often}], restartPolicy: Often, dnsPolicy: Mine`,
      [
        'spec.containers[0].imagePullPolicy: Unsupported value: "Often": supported values: "Always", "IfNotPresent", "Never"',
        'spec.restartPolicy: Unsupported value: "Often": supported values: "Always", "Never", "OnFailure"',
        'spec.dnsPolicy: Unsupported value: "Mine": supported values: "ClusterFirst", "ClusterFirstWithHostNet", "Default", "None"',
      ],
    ],
    [
      'have host names of one part',
      `containers: [{${c}}], hostname: a.b, subdomain: B`,
      [
        'spec.hostname: Invalid value: "a.b": must not contain dots',
        `spec.subdomain: Invalid value: "B": ${LABEL}`,
      ],
    ],
    [
      'have host ports within their range',
      `containers: [{${c}, ports: [{containerPort: 80, hostPort: 65536}, {containerPort: 81, hostPort: -1}]}]`,
      [
        `spec.containers[0].ports[0].hostPort: Invalid value: 65536: ${RANGE}`,
        `spec.containers[0].ports[1].hostPort: Invalid value: -1: ${RANGE}`,
      ],
    ],
    [
      'know three protocols',
      `containers: [{${c}, ports: [{containerPort: 80, protocol: HTTP}]}]`,
      [`spec.containers[0].ports[0].protocol: Unsupported value: "HTTP": ${PROTOCOLS}`],
    ],
    [
      'have a port name once in a container',
      `containers: [{${c}, ports: [{containerPort: 80, name: p}, {containerPort: 81, name: p}]}]`,
      ['spec.containers[0].ports[1].name: Duplicate value: "p"'],
    ],
    [
      'are not told that a wrong port name is there twice',
      `containers: [{${c}, ports: [{containerPort: 80, name: "8"}, {containerPort: 81, name: "8"}]}]`,
      [0, 1].map(
        (i) =>
          `spec.containers[0].ports[${i}].name: Invalid value: "8": must contain at least one letter (a-z)`,
      ),
    ],
    [
      'have port names of 15 letters, digits and single hyphens',
      `containers: [{${c}, ports: [{containerPort: 1, name: abcdefghijklmnop}, {containerPort: 2, name: a_b}, {containerPort: 3, name: a--b}, {containerPort: 4, name: -a}, {containerPort: 5, name: a-}, {containerPort: 6, name: abcdefghijklmno}]}]`,
      [
        ['abcdefghijklmnop', 'must be no more than 15 characters'],
        ['a_b', 'must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)'],
        ['a--b', 'must not contain consecutive hyphens'],
        ['-a', 'must not begin or end with a hyphen'],
        ['a-', 'must not begin or end with a hyphen'],
      ].map(([name, rule], i) => `spec.containers[0].ports[${i}].name: Invalid value: "${name}": ${rule}`),
    ],
  ])('%s', (_, spec, causes) => {
    expect(causesOf(pod(spec))).toEqual(causes);
  });

  test.each(['one', '1e', '.', '""', 'true', '[1]'])('have no quantity %s', (quantity) => {
    expect(container(`resources: {limits: {cpu: ${quantity}}}`)).toMatchObject({
      http: 400,
      message:
        'Pod in version "v1" cannot be handled as a Pod: quantities must match the regular expression \'^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$\'',
      findings: [{ code: 'value-undecodable' }],
    });
  });

  test('are stored with what the defaults fill in', () => {
    expect(storedBy(container('ports: [{containerPort: 80}]'))).toMatchObject({
      spec: {
        containers: [
          {
            name: 'c',
            image: 'app',
            imagePullPolicy: 'Always',
            ports: [{ containerPort: 80, protocol: 'TCP' }],
            resources: {},
            terminationMessagePath: '/dev/termination-log',
            terminationMessagePolicy: 'File',
          },
        ],
        dnsPolicy: 'ClusterFirst',
        enableServiceLinks: true,
        preemptionPolicy: 'PreemptLowerPriority',
        priority: 0,
        restartPolicy: 'Always',
        schedulerName: 'default-scheduler',
        securityContext: {},
        terminationGracePeriodSeconds: 30,
        tolerations: ['not-ready', 'unreachable'].map((condition) => ({
          key: `node.kubernetes.io/${condition}`,
          operator: 'Exists',
          effect: 'NoExecute',
          tolerationSeconds: 300,
        })),
      },
      status: { phase: 'Pending', qosClass: 'BestEffort' },
    });
  });

  test('are stored with what was written instead of a default', () => {
    const written =
      'dnsPolicy: Default, enableServiceLinks: false, restartPolicy: Never, schedulerName: mine, securityContext: {runAsUser: 1}, terminationGracePeriodSeconds: 0';
    const own = 'terminationMessagePath: /log, terminationMessagePolicy: FallbackToLogsOnError';
    expect(storedBy(pod(`${written}, containers: [{${c}, ${own}}]`))['spec']).toMatchObject({
      dnsPolicy: 'Default',
      enableServiceLinks: false,
      restartPolicy: 'Never',
      schedulerName: 'mine',
      securityContext: { runAsUser: 1 },
      terminationGracePeriodSeconds: 0,
      containers: [{ terminationMessagePath: '/log', terminationMessagePolicy: 'FallbackToLogsOnError' }],
    });
  });

  test.each([
    ['example/app', 'Always'],
    ['app:latest', 'Always'],
    ['registry.example:5000/app', 'Always'],
    ['registry.example:5000/app:1', 'IfNotPresent'],
    ['app:1', 'IfNotPresent'],
    ['app@sha256:0123456789abcdef', 'IfNotPresent'],
  ])('pull %s: %s', (image, policy) => {
    const response = pod(`containers: [{name: c, image: "${image}"}]`);
    expect(storedBy(response)).toMatchObject({ spec: { containers: [{ imagePullPolicy: policy }] } });
  });

  const not = {
    key: 'node.kubernetes.io/not-ready',
    operator: 'Exists',
    effect: 'NoExecute',
    tolerationSeconds: 300,
  };
  const unreachable = { ...not, key: 'node.kubernetes.io/unreachable' };

  test.each<[string, string, object[]]>([
    [
      'a toleration of the same taint',
      '{key: node.kubernetes.io/not-ready, operator: Exists, effect: NoExecute, tolerationSeconds: 5}',
      [{ ...not, tolerationSeconds: 5 }, unreachable],
    ],
    ['a toleration of everything', '{operator: Exists}', [{ operator: 'Exists' }]],
    [
      'a toleration of every effect',
      '{key: node.kubernetes.io/unreachable}',
      [{ key: 'node.kubernetes.io/unreachable' }, not],
    ],
    [
      'no toleration of another effect',
      '{key: node.kubernetes.io/not-ready, effect: NoSchedule}',
      [{ key: 'node.kubernetes.io/not-ready', effect: 'NoSchedule' }, not, unreachable],
    ],
  ])('keep %s', (_, toleration, tolerations) => {
    const response = pod(`tolerations: [${toleration}], containers: [{${c}}]`);
    expect(storedBy(response)).toMatchObject({ spec: { tolerations } });
  });

  test.each([
    ['without resources', '', 'BestEffort'],
    ['with limits for both', 'limits: {cpu: 1, memory: 1Gi}', 'Guaranteed'],
    [
      'with requests at their limits',
      'limits: {cpu: 1, memory: 1Gi}, requests: {cpu: 1, memory: 1Gi}',
      'Guaranteed',
    ],
    [
      'with less cpu requested',
      'limits: {cpu: 1, memory: 1Gi}, requests: {cpu: 500m, memory: 1Gi}',
      'Burstable',
    ],
    [
      'with less memory requested',
      'limits: {cpu: 1, memory: 1Gi}, requests: {cpu: 1, memory: 1Mi}',
      'Burstable',
    ],
    ['with a limit for cpu only', 'limits: {cpu: 1}', 'Burstable'],
    ['with a limit for memory only', 'limits: {memory: 1Gi}', 'Burstable'],
    ['with requests only', 'requests: {cpu: 1}', 'Burstable'],
  ])('%s: %s is %s', (_, resources, qosClass) => {
    expect(storedBy(container(`resources: {${resources}}`))).toMatchObject({ status: { qosClass } });
  });

  test('of which one container has no resources are Burstable', () => {
    const two =
      'containers: [{name: a, image: x}, {name: b, image: x, resources: {limits: {cpu: 1, memory: 1Gi}}}]';
    expect(storedBy(pod(two))).toMatchObject({ status: { qosClass: 'Burstable' } });
    expect(storedBy(pod(two.replace('}, {', '}], initContainers: [{')))).toMatchObject({
      status: { qosClass: 'Burstable' },
    });
  });

  test('have probes with defaults', () => {
    const response = container(
      'livenessProbe: {httpGet: {port: 80}}, readinessProbe: {tcpSocket: {port: 80}, periodSeconds: 5}, startupProbe: {httpGet: {port: web, path: /up, scheme: HTTPS}, timeoutSeconds: 2, successThreshold: 3, failureThreshold: 4}',
    );
    const spec = storedBy(response)['spec'] as { containers: Record<string, unknown>[] };
    const defaults = { timeoutSeconds: 1, periodSeconds: 10, successThreshold: 1, failureThreshold: 3 };
    expect(spec.containers[0]).toMatchObject({
      livenessProbe: { ...defaults, httpGet: { port: 80, path: '/', scheme: 'HTTP' } },
      readinessProbe: { ...defaults, periodSeconds: 5 },
      startupProbe: {
        httpGet: { port: 'web', path: '/up', scheme: 'HTTPS' },
        timeoutSeconds: 2,
        periodSeconds: 10,
        successThreshold: 3,
        failureThreshold: 4,
      },
    });
    expect(spec.containers[0]?.['readinessProbe']).not.toHaveProperty('httpGet');
  });

  test.each(['serviceAccountName: sa', 'serviceAccount: sa', 'serviceAccountName: sa, serviceAccount: old'])(
    'have a service account by both names, the newer of which counts: %s',
    (fields) => {
      expect(storedBy(pod(`${fields}, containers: [{${c}}]`))).toMatchObject({
        spec: { serviceAccountName: 'sa', serviceAccount: 'sa' },
      });
    },
  );

  test('have no service account here unless they name one', () => {
    const spec = storedBy(container(''))['spec'];
    expect(spec).not.toHaveProperty('serviceAccountName');
    expect(spec).not.toHaveProperty('serviceAccount');
  });

  test.each<[fact: string, ports: string, warnings: string[]]>([
    ['the same port twice', '{containerPort: 80}, {containerPort: 80}', ['duplicate']],
    [
      'a port with and without a host port',
      '{containerPort: 80, hostPort: 90}, {containerPort: 80}',
      ['overlapping'],
    ],
    [
      'a port without and with a host port',
      '{containerPort: 80}, {containerPort: 80, hostPort: 90}',
      ['overlapping'],
    ],
    [
      'a host port on one address and on all',
      '{containerPort: 80, hostPort: 90, hostIP: 172.30.0.11}, {containerPort: 80, hostPort: 90}',
      ['dangerously ambiguous'],
    ],
    [
      'a host port on all addresses and on one',
      '{containerPort: 80, hostPort: 90}, {containerPort: 80, hostPort: 90, hostIP: 172.30.0.11}',
      ['dangerously ambiguous'],
    ],
    ['not of two host ports', '{containerPort: 80, hostPort: 90}, {containerPort: 80, hostPort: 91}', []],
    [
      'not of a host port on two addresses',
      '{containerPort: 80, hostPort: 90, hostIP: 172.30.0.11}, {containerPort: 80, hostPort: 90, hostIP: 172.30.0.12}',
      [],
    ],
    ['not of two protocols', '{containerPort: 80}, {containerPort: 80, protocol: UDP}', []],
    ['not of two ports', '{containerPort: 80}, {containerPort: 81}', []],
  ])('are warned of: %s', (_, ports, kinds) => {
    const place = 'spec.containers[0].ports';
    expect(container(`ports: [${ports}]`).warnings).toEqual(
      kinds.map((kind) => `${place}[1]: ${kind} port definition with ${place}[0]`),
    );
  });

  test('are warned of ports of init containers, which come first', () => {
    const ports = 'ports: [{containerPort: 80, name: p}]';
    const response = pod(`containers: [{${c}, ${ports}}], initContainers: [{name: i, image: x, ${ports}}]`);
    expect(response.warnings).toEqual([
      'spec.containers[0].ports[0]: duplicate port definition with spec.initContainers[0].ports[0]',
      'spec.containers[0].ports[0]: duplicate port name "p" with spec.initContainers[0].ports[0], services and probes that select ports by name will use spec.initContainers[0].ports[0]',
    ]);
    const field = 'spec.containers[0].ports[0]';
    const other = 'spec.initContainers[0].ports[0]';
    expect(response.findings.map(({ code, params }) => [code, params])).toEqual([
      ['port-defined-twice', { field, value: 80, other }],
      ['port-name-ambiguous', { field, value: 'p', other }],
    ]);
  });

  test('are warned of a name in three containers with the first of them', () => {
    const one = (name: string, port: number): string =>
      `{name: ${name}, image: x, ports: [{containerPort: ${port}, name: p}]}`;
    expect(pod(`containers: [${one('a', 80)}, ${one('b', 81)}, ${one('d', 82)}]`).warnings).toEqual(
      [1, 2].map(
        (i) =>
          `spec.containers[${i}].ports[0]: duplicate port name "p" with spec.containers[0].ports[0], services and probes that select ports by name will use spec.containers[0].ports[0]`,
      ),
    );
  });

  test('get each warning once, and beyond 4096 characters the first 256 of each', () => {
    const port = `{containerPort: 80, name: ${'p'.repeat(15)}}`;
    const long = Array.from({ length: 40 }, (_, i) => `{name: c${i}, image: x, ports: [${port}]}`).join(', ');
    const { warnings } = pod(`containers: [${long}]`);
    const total = warnings.reduce((sum, { length }) => sum + length, 0);
    expect(total).toBeGreaterThanOrEqual(4096);
    expect(total - (warnings.at(-1)?.length ?? 0)).toBeLessThan(4096);
    expect(Math.max(...warnings.map(({ length }) => length))).toBeLessThanOrEqual(256);
  });
});

describe('workloads', () => {
  const LABELS = 'selector: {matchLabels: {app: web}}';

  test.each<[fact: string, spec: string, causes: string[]]>([
    [
      'have no negative number of replicas',
      `${LABELS}, replicas: -1`,
      ['spec.replicas: Invalid value: -1: must be greater than or equal to 0'],
    ],
    ['have a selector', 'replicas: 0', ['spec.selector: Required value']],
    [
      'select something',
      'selector: {}',
      ['spec.selector: Invalid value: {}: empty selector is invalid for deployment'],
    ],
    [
      'select by labels that there can be',
      'selector: {matchLabels: {app: web, a b: c}}',
      [
        `spec.selector.matchLabels: Invalid value: "a b": ${KEY}`,
        'spec.template.metadata.labels: Invalid value: {"app":"web"}: `selector` does not match template `labels`',
      ],
    ],
  ])('%s', (_, spec, causes) => {
    expect(causesOf(workload('Deployment', spec))).toEqual(causes);
  });

  test('have a template with labels', () => {
    const template = 'template: {spec: {containers: [{name: c, image: x}]}}';
    expect(causesOf(created('Deployment', `spec: {${LABELS}, ${template}}`))).toEqual([
      'spec.template.metadata.labels: Invalid value: null: `selector` does not match template `labels`',
    ]);
  });

  test('have a template with a container, valid labels and annotations', () => {
    const template = 'template: {metadata: {labels: {app: web, a b: c}, annotations: {x y: z}}}';
    expect(causesOf(created('Deployment', `spec: {${LABELS}, ${template}}`))).toEqual([
      `spec.template.labels: Invalid value: "a b": ${KEY}`,
      `spec.template.annotations: Invalid value: "x y": ${KEY}`,
      'spec.template.spec.containers: Required value',
    ]);
  });

  test.each(['', 'matchLabels: {app: web}, '])('may select by expressions: %s', (labels) => {
    const expression = `selector: {${labels}matchExpressions: [{key: app, operator: Exists}]}`;
    expect(workload('Deployment', expression).http).toBe(201);
  });

  test('are warned of the ports of their template', () => {
    const ports = 'ports: [{containerPort: 80}, {containerPort: 80}]';
    const template = `template: {metadata: {labels: {app: web}}, spec: {containers: [{name: c, image: x, ${ports}}]}}`;
    expect(created('Deployment', `spec: {${LABELS}, ${template}}`).warnings).toEqual([
      'spec.template.spec.containers[0].ports[1]: duplicate port definition with spec.template.spec.containers[0].ports[0]',
    ]);
  });

  test.each<['Deployment' | 'ReplicaSet' | 'StatefulSet', string, object]>([
    [
      'Deployment',
      '',
      {
        replicas: 1,
        revisionHistoryLimit: 10,
        progressDeadlineSeconds: 600,
        strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' } },
      },
    ],
    [
      'Deployment',
      ', replicas: 0, revisionHistoryLimit: 0, progressDeadlineSeconds: 5, strategy: {rollingUpdate: {maxSurge: 1}}',
      {
        replicas: 0,
        revisionHistoryLimit: 0,
        progressDeadlineSeconds: 5,
        strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: '25%' } },
      },
    ],
    [
      'Deployment',
      ', strategy: {type: Recreate}',
      { replicas: 1, revisionHistoryLimit: 10, progressDeadlineSeconds: 600, strategy: { type: 'Recreate' } },
    ],
    ['ReplicaSet', '', { replicas: 1 }],
    [
      'StatefulSet',
      ', serviceName: db',
      {
        serviceName: 'db',
        replicas: 1,
        revisionHistoryLimit: 10,
        podManagementPolicy: 'OrderedReady',
        updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 0 } },
      },
    ],
  ])('a %s%s gets its defaults', (kind, fields, defaults) => {
    const object = storedBy(workload(kind, `${LABELS}${fields}`));
    const { template, selector, ...spec } = object['spec'] as Record<string, unknown>;
    expect(spec).toEqual(defaults);
    expect(object['status']).toEqual({});
    expect(template).toEqual({
      metadata: { labels: { app: 'web' } },
      spec: {
        containers: [
          {
            name: 'c',
            image: 'example/app:1',
            imagePullPolicy: 'IfNotPresent',
            resources: {},
            terminationMessagePath: '/dev/termination-log',
            terminationMessagePolicy: 'File',
          },
        ],
        dnsPolicy: 'ClusterFirst',
        restartPolicy: 'Always',
        schedulerName: 'default-scheduler',
        securityContext: {},
        terminationGracePeriodSeconds: 30,
      },
    });
  });

  test('a host port may be missing in a template on the host network, but it may not differ', () => {
    const spec = (ports: string): string =>
      `spec: {${LABELS}, template: {metadata: {labels: {app: web}}, spec: {hostNetwork: true, containers: [{name: c, image: x, ports: [${ports}]}]}}}`;
    expect(created('Deployment', spec('{containerPort: 80}')).http).toBe(201);
    expect(causesOf(created('Deployment', spec('{containerPort: 80, hostPort: 81}')))).toEqual([
      'spec.template.spec.containers[0].ports[0].hostPort: Invalid value: 81: must match `containerPort` when `hostNetwork` is true',
    ]);
  });
});

describe('metadata', () => {
  const namespace = (metadata: string): AdmissionResponse => created('Namespace', '', metadata);

  test('a namespace is Active, ends last and bears its name as a label', () => {
    expect(storedBy(namespace('name: shop, labels: {a: b}'))).toMatchObject({
      metadata: { labels: { a: 'b', 'kubernetes.io/metadata.name': 'shop' } },
      spec: { finalizers: ['kubernetes'] },
      status: { phase: 'Active' },
    });
  });

  test('annotations hold 256 KiB, keys and values together', () => {
    const annotated = (key: string): AdmissionResponse =>
      namespace(`name: shop, annotations: {${key}: "${'é'.repeat(131_071)}"}`);
    expect(annotated('ab').http).toBe(201);
    expect(causesOf(annotated('abc'))).toEqual([
      'metadata.annotations: Too long: may not be more than 262144 bytes',
    ]);
  });

  test('keys of annotations may have capitals, in the prefix too; labels not', () => {
    expect(namespace('name: shop, annotations: {Example.com/A: b}').http).toBe(201);
    expect(causesOf(namespace('name: shop, labels: {Example.com/A: b}'))).toEqual([
      `metadata.labels: Invalid value: "Example.com/A": prefix part ${SUBDOMAIN}`,
    ]);
  });

  test.each<[fact: string, key: string, message: string[]]>([
    [
      'a key has at most one slash',
      'a/b/c',
      [
        `a valid label key ${KEY.replace('name part ', '')} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`,
      ],
    ],
    ['a prefix is not empty', '/a', ['prefix part must be non-empty']],
    ['a name is not empty', 'a/', ['name part must be non-empty', KEY]],
    ['a name has at most 63 bytes', 'a'.repeat(64), ['name part must be no more than 63 bytes']],
    [
      'a prefix has at most 253 bytes',
      `${'a'.repeat(254)}/a`,
      ['prefix part must be no more than 253 bytes'],
    ],
  ])('%s', (_, key, messages) => {
    expect(causesOf(namespace(`name: shop, labels: {"${key}": b}`))).toEqual(
      messages.map((message) => `metadata.labels: Invalid value: "${key}": ${message}`),
    );
  });

  test('a value of a label has at most 63 bytes; 63 are enough', () => {
    expect(causesOf(namespace(`name: shop, labels: {a: ${'b'.repeat(64)}}`))).toEqual([
      `metadata.labels: Invalid value: "${'b'.repeat(64)}": must be no more than 63 bytes`,
    ]);
    expect(namespace(`name: shop, labels: {${'a'.repeat(63)}: ${'b'.repeat(63)}}`).http).toBe(201);
  });

  test('a finalizer is a key', () => {
    expect(causesOf(namespace('name: shop, finalizers: ["a b", example.com/c]'))).toEqual([
      `metadata.finalizers: Invalid value: "a b": ${KEY}`,
    ]);
  });

  test('a name is required; one that is generated has five characters more', () => {
    expect(causesOf(namespace(''))).toEqual([
      'metadata.name: Required value: name or generateName is required',
    ]);
    expect(storedBy(namespace('generateName: shop-'))).toMatchObject({
      metadata: { name: expect.stringMatching(/^shop-[bcdfghjklmnpqrstvwxz2456789]{5}$/) },
    });
  });

  test('a name that is given is not generated', () => {
    expect(storedBy(namespace('name: shop, generateName: other-'))).toMatchObject({
      metadata: { name: 'shop', generateName: 'other-' },
    });
  });

  test.each([
    ['a prefix is checked as well as the name made of it', 'Shop', ['generateName', 'name']],
    ['a hyphen alone is no prefix', '-', ['generateName', 'name']],
    ['of a prefix that ends in a hyphen the last two characters are not checked', 'a_-', ['name']],
    ['but those before them are', 'a_b-', ['generateName', 'name']],
    ['of any other prefix all are', 'ab_', ['generateName', 'name']],
  ])('%s', (_, prefix, fields) => {
    const made = `${prefix}[bcdfghjklmnpqrstvwxz2456789]{5}`;
    const values = fields.map((field) => (field === 'name' ? made : prefix));
    const causes = causesOf(namespace(`generateName: "${prefix}"`)).filter((cause) => !/labels/.test(cause));
    expect(causes).toHaveLength(fields.length);
    for (const [i, field] of fields.entries())
      expect(causes[i]).toMatch(new RegExp(`^metadata\\.${field}: Invalid value: "${values[i]}": `));
  });

  test('a long prefix of a generated name is cut', () => {
    const prefix = 'a'.repeat(60);
    const { metadata } = storedBy(namespace(`generateName: ${prefix}`)) as { metadata: { name: string } };
    expect(metadata.name).toMatch(/^a{58}[^a]{5}$/);
  });

  test('a name of 63 characters is enough for a namespace', () => {
    expect(namespace(`name: ${'a'.repeat(63)}`).http).toBe(201);
    expect(causesOf(namespace(`name: ${'a'.repeat(64)}`))).toEqual([
      `metadata.name: Invalid value: "${'a'.repeat(64)}": must be no more than 63 characters`,
      `metadata.labels: Invalid value: "${'a'.repeat(64)}": must be no more than 63 bytes`,
    ]);
  });
});

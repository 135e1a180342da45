import { describe, expect, test } from 'vitest';
import {
  addressOf,
  buildCluster,
  DEFAULT_ENVIRONMENT,
  endpointSlices,
  kubectlGet,
  parseManifests,
} from '../../src/engine/index.ts';
import { findPort } from '../../src/engine/ports.ts';
import { answersOf, clusterFrom, pod, service } from './trace-of.ts';

const workload = (kind: string, replicas: number, extra = '') => `---
apiVersion: apps/v1
kind: ${kind}
metadata: { name: shop }
spec:
  replicas: ${replicas}
  ${extra}
  selector: { matchLabels: { app: shop } }
  template:
    metadata: { labels: { app: shop } }
    spec: { containers: [{ name: c, image: example/shop, ports: [{ containerPort: 7001 }] }] }
`;

describe('Pods of a cluster', () => {
  test.each([
    ['a Deployment makes NAME-a, NAME-b, …', workload('Deployment', 2), ['default/shop-a', 'default/shop-b']],
    ['a ReplicaSet does as well', workload('ReplicaSet', 1), ['default/shop-a']],
    [
      'a StatefulSet counts from 0',
      workload('StatefulSet', 2, 'serviceName: shop'),
      ['default/shop-0', 'default/shop-1'],
    ],
    ['replicas left out means one', workload('Deployment', 1).replace('replicas: 1', ''), ['default/shop-a']],
    ['no replicas, no Pods', workload('Deployment', 0), []],
  ])('%s', (_fact, text, names) => {
    expect([...clusterFrom(text).pods.keys()]).toEqual(names);
  });

  test('a Node may be called constructor', () => {
    const text = `---\napiVersion: v1\nkind: Node\nmetadata: { name: constructor }\n`;
    const environment = { ...DEFAULT_ENVIRONMENT, nodeListen: {} };
    expect(clusterFrom(text, environment).nodes.get('constructor')?.listeners).toEqual([]);
  });

  test('a workload of any size is built', () => {
    expect(clusterFrom(workload('Deployment', 2_000_000_000)).pods.size).toBe(1000);
  });

  test('the 27th Pod of a Deployment is NAME-aa', () => {
    expect([...clusterFrom(workload('Deployment', 27)).pods.keys()].at(-1)).toBe('default/shop-aa');
  });

  test('Pods without status go round the nodes and take the next free address there', () => {
    const cluster = clusterFrom(
      workload('Deployment', 3) +
        pod('pinned', { status: '{ podIP: 10.244.1.2, podIPs: [{ ip: 10.244.1.2 }], phase: Running }' }),
    );
    const addresses = ['shop-a', 'shop-b', 'shop-c', 'pinned'].map((name) =>
      addressOf(cluster, `pod/default/${name}`),
    );
    expect(addresses).toEqual(['10.244.1.3', '10.244.2.2', '10.244.1.4', '10.244.1.2']);
  });

  test('a Pod that names its node stays there', () => {
    const cluster = clusterFrom(pod('p', { node: 'node-2' }));
    expect(addressOf(cluster, 'pod/default/p')).toBe('10.244.2.2');
  });

  test('a hostNetwork Pod has its node’s address', () => {
    expect(addressOf(clusterFrom(pod('p', { spec: 'hostNetwork: true' })), 'pod/default/p')).toBe(
      '172.30.0.11',
    );
  });

  test('a Pod with a status is taken as it stands: without an address it has none', () => {
    expect(
      addressOf(clusterFrom(pod('p', { status: '{ phase: Pending }' })), 'pod/default/p'),
    ).toBeUndefined();
  });

  test('cluster DNS keeps an address of its own', () => {
    const cluster = clusterFrom(pod('p', { node: 'node-2' }) + pod('q', { node: 'node-2' }));
    expect(addressOf(cluster, 'pod/default/q')).toBe('10.244.2.3');
    expect(answersOf(cluster, 'pod/default/p', '10.96.0.10:53/UDP')).toEqual([
      'pod/kube-system/coredns:53 sees client',
    ]);
  });

  test('a status of null is no status', () => {
    expect(addressOf(clusterFrom(pod('p', { status: 'null' })), 'pod/default/p')).toBe('10.244.1.2');
    const cluster = clusterFrom(pod('p', { status: '{ podIP: 10.244.1.9, podIPs: null }' }));
    expect(addressOf(cluster, 'pod/default/p')).toBe('10.244.1.9');
  });

  test('null in a status is nothing, in its lists too', () => {
    const status =
      '{ podIP: null, podIPs: [null, { ip: 10.244.1.9 }], conditions: [{ type: Ready, status: "True", lastProbeTime: null }] }';
    const cluster = clusterFrom(pod('p', { status }));
    expect(cluster.pods.get('default/p')?.object.status).toEqual({
      podIPs: [{ ip: '10.244.1.9' }],
      conditions: [{ type: 'Ready', status: 'True' }],
    });
    expect(addressOf(cluster, 'pod/default/p')).toBe('10.244.1.9');
  });

  test('a namespace is there by itself, and with anything in it', () => {
    const cluster = clusterFrom(
      '---\napiVersion: v1\nkind: Namespace\nmetadata: { name: shop }\n' +
        '---\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: c, namespace: depot }\n',
    );
    expect([...cluster.namespaces].sort()).toEqual([
      'default',
      'depot',
      'kube-node-lease',
      'kube-public',
      'kube-system',
      'shop',
    ]);
  });

  test('without the annotation a Pod listens on its declared containerPorts', () => {
    const cluster = clusterFrom(workload('Deployment', 1) + pod('client', { node: 'node-2' }));
    expect(answersOf(cluster, 'pod/default/client', '10.244.1.2:7001')).toEqual([
      'pod/default/shop-a:7001 sees client',
    ]);
  });
});

describe('a cluster without nodes', () => {
  const cluster = clusterFrom(
    service('web', '{ clusterIP: 10.96.7.1, selector: { app: web }, ports: [{ port: 81 }] }') +
      pod('p', { labels: '{ app: web }', listens: 'tcp/81' }),
    { ...DEFAULT_ENVIRONMENT, nodes: {}, routes: {} },
  );

  test('has Pods that are pending and Services without endpoints', () => {
    expect(cluster.rejected).toEqual([]);
    expect(kubectlGet(cluster, 'pods').split(/ {2,}|\n/)).toContain('Pending');
    expect(
      endpointSlices(cluster, 'default').map(({ service: name, endpoints }) => [name, endpoints.length]),
    ).toEqual([
      ['kubernetes', 1],
      ['web', 0],
    ]);
  });

  test('has machines outside', () => {
    expect(answersOf(cluster, 'outside/out-1', '172.31.0.50:81')).toEqual(['refused']);
    expect(answersOf(cluster, 'outside/out-1', '10.96.7.1:81')).toEqual(['timed-out']);
  });
});

describe('names of addresses', () => {
  const cluster = clusterFrom(
    service('web', '{ clusterIP: 10.96.7.7, ports: [{ port: 81 }] }') +
      service('none', '{ clusterIP: None, ports: [{ port: 81 }] }'),
  );
  test.each([
    ['node-2', '172.30.0.12'],
    ['node/node-2', '172.30.0.12'],
    ['service/default/web', '10.96.7.7'],
    ['service/default/none', undefined],
    ['outside/out-1', '172.31.0.10'],
    ['pod/default/nobody', undefined],
    ['nobody', undefined],
  ])('%s is %s', (name, address) => {
    expect(addressOf(cluster, name)).toBe(address);
  });
});

test('what is drawn takes nothing that a later manifest asks for, so the order of manifests rejects none', () => {
  const drawing = service('drawing', '{ type: NodePort, ports: [{ port: 81 }] }');
  const asking = service(
    'asking',
    '{ type: NodePort, clusterIP: 10.96.1.10, ports: [{ port: 82, nodePort: 30086 }] }',
  );
  const cluster = clusterFrom(drawing + asking);
  expect(cluster.rejected).toEqual([]);
  expect(addressOf(cluster, 'service/default/asking')).toBe('10.96.1.10');
  expect(addressOf(cluster, 'service/default/drawing')).toBe('10.96.1.11');
  expect(
    answersOf(clusterFrom(drawing + asking + pod('client')), 'pod/default/client', 'drawing:81'),
  ).toEqual(['refused']);
  const odd =
    'apiVersion: v1\nkind: Service\nmetadata: { name: odd }\nspec: { clusterIPs: 7, ports: [null, 7] }\n';
  expect(clusterFrom(`${drawing}---\n${odd}`).rejected).toHaveLength(1);
});

describe('what is rejected', () => {
  const { objects } = parseManifests(
    service('web', '{ ports: [{ port: 81, nodePort: 30081 }] }') + pod('client'),
  );
  const cluster = buildCluster(objects);

  test('stands in `rejected` as the very object that came', () => {
    expect(cluster.rejected.map(({ object }) => object)).toEqual([objects[0]]);
    expect(cluster.rejected[0]?.object).toBe(objects[0]);
  });

  test.each([
    'spec: null',
    'spec: x',
    'spec: {ports: x}',
    'spec: {ports: [null]}',
    'spec: {clusterIPs: 7}',
    '',
  ])('may say anything at all of its addresses and ports: %s', (spec) => {
    const text = `apiVersion: v1\nkind: Service\nmetadata: { name: odd }\n${spec}\n${service('web', '{ ports: [{ port: 81 }] }')}`;
    const odd = clusterFrom(text);
    expect(odd.rejected.map(({ object }) => object.metadata.name)).toEqual(['odd']);
    expect(addressOf(odd, 'service/default/web')).toBe('10.96.1.10');
  });

  test('and is no Service has no say in addresses', () => {
    const asks =
      'apiVersion: v1\nkind: Pod\nmetadata: { name: p }\nspec: { clusterIP: 10.96.1.10, containers: [] }\n';
    expect(
      addressOf(clusterFrom(asks + service('web', '{ ports: [{ port: 81 }] }')), 'service/default/web'),
    ).toBe('10.96.1.10');
  });

  test('has no name: dialing it is no-such-name', () => {
    expect(answersOf(cluster, 'pod/default/client', 'http://web:81')).toEqual(['no-such-name']);
  });
});

describe('EndpointSlices', () => {
  const web = service(
    'web',
    '{ clusterIP: 10.96.7.7, selector: { app: web, tier: front }, ports: [{ port: 81, targetPort: 7001 }] }',
  );
  const front = '{ app: web, tier: front }';
  const running = (address: string, ready = 'True', phase = 'Running') =>
    `{ phase: ${phase}, podIP: ${address}, podIPs: [{ ip: ${address} }], conditions: [{ type: Ready, status: "${ready}" }] }`;
  const endpointsOf = (text: string, environment = DEFAULT_ENVIRONMENT) =>
    endpointSlices(clusterFrom(web + text, environment), 'default')
      .filter(({ service: name }) => name === 'web')
      .flatMap(({ endpoints }) => endpoints)
      .map(({ addresses, conditions }) => `${addresses[0]} ${conditions?.ready ? 'ready' : 'not ready'}`);

  test.each([
    [
      'a selector wants all its labels',
      pod('p', { labels: '{ app: web }', status: running('10.244.1.9') }),
      [],
    ],
    [
      'labels are case-sensitive',
      pod('p', { labels: '{ app: Web, tier: front }', status: running('10.244.1.9') }),
      [],
    ],
    [
      'a selector works in its own namespace',
      pod('p', { labels: front, namespace: 'other', status: running('10.244.1.9') }),
      [],
    ],
    [
      'a ready Pod is a ready endpoint',
      pod('p', { labels: front, status: running('10.244.1.9') }),
      ['10.244.1.9 ready'],
    ],
    [
      'a Pod that is not ready is in the slice, not ready',
      pod('p', { labels: front, status: running('10.244.1.9', 'False') }),
      ['10.244.1.9 not ready'],
    ],
    [
      'a Pod without a Ready condition is not ready',
      pod('p', {
        labels: front,
        status: '{ phase: Running, podIP: 10.244.1.9, podIPs: [{ ip: 10.244.1.9 }] }',
      }),
      ['10.244.1.9 not ready'],
    ],
    [
      'of the conditions Ready counts alone',
      pod('p', {
        labels: front,
        status:
          '{ phase: Running, podIP: 10.244.1.9, podIPs: [{ ip: 10.244.1.9 }], conditions: [{ type: ContainersReady, status: "True" }, { type: Ready, status: "False" }] }',
      }),
      ['10.244.1.9 not ready'],
    ],
    [
      'a Pod that has succeeded is left out',
      pod('p', { labels: front, status: running('10.244.1.9', 'True', 'Succeeded') }),
      [],
    ],
    [
      'a Pod that has failed is left out',
      pod('p', { labels: front, status: running('10.244.1.9', 'True', 'Failed') }),
      [],
    ],
    ['a Pod without an address is left out', pod('p', { labels: front, status: '{ phase: Pending }' }), []],
    [
      'a Pod on a node that does not exist is left out',
      pod('p', { labels: front, node: 'node-9', status: running('10.244.1.9') }),
      [],
    ],
  ])('%s', (_fact, text, expected) => {
    expect(endpointsOf(text)).toEqual(expected);
  });

  test('of podIP and podIPs that differ, podIP counts', () => {
    const status = (podIPs: string) =>
      `{ phase: Running, podIP: 10.244.1.9, podIPs: ${podIPs}, conditions: [{ type: Ready, status: "True" }] }`;
    for (const podIPs of ['[]', '[{ ip: 10.244.1.8 }]', '[{ ip: 10.244.1.9 }]'])
      expect(endpointsOf(pod('p', { labels: front, status: status(podIPs) }))).toEqual(['10.244.1.9 ready']);
  });

  test('a terminating Pod is not ready but serves', () => {
    const text = pod('p', { labels: front, status: running('10.244.1.9') });
    expect(endpointsOf(text, { ...DEFAULT_ENVIRONMENT, terminate: { pods: ['default/p'] } })).toEqual([
      '10.244.1.9 not ready',
    ]);
  });

  test('a Service without Pods has one empty slice', () => {
    const slices = endpointSlices(clusterFrom(web), 'default').filter(({ service: name }) => name === 'web');
    expect(slices.map(({ ports, endpoints }) => [ports, endpoints])).toEqual([[[], []]]);
  });

  test('an empty selector selects nothing and makes no slice', () => {
    const cluster = clusterFrom(
      service('all', '{ selector: {}, ports: [{ port: 81 }] }') + pod('p', { labels: front }),
    );
    expect(endpointSlices(cluster, 'default').filter(({ service: name }) => name === 'all')).toEqual([]);
  });

  test('a slice holds a hundred endpoints', () => {
    const many = workload('Deployment', 101).replaceAll('{ app: shop }', front);
    const slices = endpointSlices(clusterFrom(web + many), 'default').filter(
      ({ service: name }) => name === 'web',
    );
    expect(slices.map(({ endpoints }) => endpoints.length)).toEqual([100, 1]);
    expect(slices[1]?.endpoints[0]?.targetRef?.name).toBe('shop-cw');
  });

  test('have names of their own, thirty of one Service too', () => {
    const many = ['a', 'b', 'd'].map((name) =>
      workload('Deployment', 1000).replace('name: shop', `name: ${name}`).replaceAll('{ app: shop }', front),
    );
    const network = {
      'node-1': { addresses: ['172.30.0.11'], podGateway: '10.244.0.1', podCIDR: '10.244.0.0/16' },
    };
    const cluster = clusterFrom(web + many.join(''), { ...DEFAULT_ENVIRONMENT, nodes: network });
    const names = endpointSlices(cluster, 'default')
      .filter(({ service: name }) => name === 'web')
      .map(({ name }) => name);
    expect(names).toHaveLength(30);
    expect(new Set(names).size).toBe(30);
    for (const name of names) expect(name).toMatch(/^web-[2456789bcdfghjklmnpqrstvwxz]{5}$/);
  });

  test('of a headless Service say so in a label, of others not', () => {
    const labelsOf = (clusterIP: string) =>
      endpointSlices(
        clusterFrom(service('db', `{ ${clusterIP}selector: { app: web }, ports: [{ port: 84 }] }`)),
        'default',
      ).find(({ service: name }) => name === 'db')?.labels;
    expect(labelsOf('clusterIP: None, ')).toHaveProperty(['service.kubernetes.io/headless'], '');
    expect(labelsOf('')).not.toHaveProperty(['service.kubernetes.io/headless']);
  });

  test.each([
    [
      'an ExternalName has none, selector or not',
      '{ type: ExternalName, externalName: a.example.com, selector: { app: web } }',
      '10.244.1.9',
      [],
    ],
    [
      'a Pod without an IPv4 address is in none',
      '{ selector: { app: web }, ports: [{ port: 81 }] }',
      '"fd00::9"',
      [[]],
    ],
  ])('%s', (_, spec, ip, endpoints) => {
    const text = service('any', spec) + pod('p', { labels: front, status: running(ip) });
    const slices = endpointSlices(clusterFrom(text), 'default').filter(({ service: name }) => name === 'any');
    expect(slices.map((slice) => slice.endpoints)).toEqual(endpoints);
  });

  test('name the Pod of an endpoint with its namespace', () => {
    const text =
      service('any', '{ selector: { app: web }, ports: [{ port: 81 }] }', 'namespace: other') +
      pod('p', { labels: front, namespace: 'other', status: running('10.244.1.9') });
    expect(endpointSlices(clusterFrom(text), 'other')[0]?.endpoints[0]?.targetRef).toEqual({
      kind: 'Pod',
      namespace: 'other',
      name: 'p',
    });
  });

  test('keep the protocol of a port', () => {
    const text =
      service('dns', '{ selector: { app: web }, ports: [{ port: 53, protocol: UDP }] }') +
      pod('p', { labels: front, status: running('10.244.1.9') });
    const [slice] = endpointSlices(clusterFrom(text), 'default').filter(
      ({ service: name }) => name === 'dns',
    );
    expect(slice?.ports).toEqual([{ name: '', protocol: 'UDP', port: 53 }]);
  });

  test('a Pod whose node does not exist is there if publishNotReadyAddresses asks for all', () => {
    const all = web.replace('{ clusterIP', '{ publishNotReadyAddresses: true, clusterIP');
    const text = pod('p', { labels: front, node: 'node-9', status: running('10.244.1.9') });
    const slices = endpointSlices(clusterFrom(all + text), 'default').filter(
      ({ service: name }) => name === 'web',
    );
    expect(slices.flatMap(({ endpoints }) => endpoints)).toMatchObject([
      { addresses: ['10.244.1.9'], nodeName: 'node-9', conditions: { ready: true } },
    ]);
  });
});

test('a mirrored endpoint keeps its targetRef, its slice the annotations but two', () => {
  const [slice] = endpointSlices(
    clusterFrom(`${service('db', '{ ports: [{ port: 81 }] }')}---
apiVersion: v1
kind: Endpoints
metadata:
  name: db
  annotations:
    team: blue
    kubectl.kubernetes.io/last-applied-configuration: "{}"
    endpoints.kubernetes.io/last-change-trigger-time: "2026-01-01T00:00:00Z"
subsets: [{ addresses: [{ ip: 172.31.0.50, targetRef: { kind: Pod, name: db-0 } }], ports: [{ port: 7001 }] }]
`),
    'default',
  );
  expect(slice?.annotations).toEqual({ team: 'blue' });
  expect(slice?.endpoints.map(({ targetRef }) => targetRef?.name)).toEqual(['db-0']);
});

describe('findPort', () => {
  const declared = {
    containers: [
      {
        ports: [
          { name: 'web', containerPort: 7001, protocol: 'UDP' },
          { name: 'web', containerPort: 7002 },
        ],
      },
      { ports: [{ name: 'web', containerPort: 7003 }] },
    ],
    initContainers: [
      { ports: [{ name: 'once', containerPort: 7004 }] },
      { restartPolicy: 'Always', ports: [{ name: 'side', containerPort: 7005 }] },
    ],
  };
  test.each([
    ['a number is used as it is, declared or not', 9999, 'TCP', 9999],
    ['without a targetPort it is the port', undefined, 'TCP', 81],
    ['0 means not set', 0, 'TCP', 81],
    ['an empty name means not set', '', 'TCP', 81],
    ['a name wants the same protocol', 'web', 'TCP', 7002],
    ['the first container port of that name wins', 'web', 'UDP', 7001],
    ['a sidecar is asked last', 'side', 'TCP', 7005],
    ['an init container that ends is not asked', 'once', 'TCP', undefined],
    ['a name nobody declares leads nowhere', 'nobody', 'TCP', undefined],
  ])('%s', (_fact, targetPort, protocol, number) => {
    const port = { port: 81, protocol, ...(targetPort === undefined ? {} : { targetPort }) };
    expect(findPort(declared, port)?.number).toBe(number);
  });
});

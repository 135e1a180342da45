/** kubectl's tables, descriptions and `apply`, where they are rarely looked at. A row is a fact. */
import { describe, expect, test } from 'vitest';
import {
  DEFAULT_ENVIRONMENT,
  endpointSlices,
  kubectlApply,
  kubectlDescribe,
  kubectlGet,
} from '../../src/engine/index.ts';
import type { KubeObject } from '../../src/engine/types.ts';
import { clusterFrom, pod, service } from './trace-of.ts';

/** The cells of the table's line that starts with this name. */
function cellsOf(table: string, name: string): string[] {
  const line = table.split('\n').find((text) => text.startsWith(`${name} `));
  return (line ?? '').trim().split(/ {2,}/);
}

describe('kubectl get services', () => {
  const balanced = (ingress: string, more = ''): string =>
    `${service('lb', `{ type: LoadBalancer, clusterIP: 10.96.7.1, ports: [{ port: 81, nodePort: 30501 }]${more} }`).trimEnd()}\nstatus: { loadBalancer: { ingress: [${ingress}] } }\n`;
  const external = (text: string, wide = false): string | undefined =>
    cellsOf(kubectlGet(clusterFrom(text), 'services', { wide }), 'lb')[3];
  const two = '{ ip: 198.51.100.8 }, { ip: 198.51.100.7 }';

  test.each([
    ['a load balancer without an address is pending', '', '', false, '<pending>'],
    ['one address', '{ ip: 198.51.100.7 }', '', false, '198.51.100.7'],
    ['a host name', '{ hostname: lb.example }', '', false, 'lb.example'],
    ['an address twice is one', '{ ip: 198.51.100.7 }, { ip: 198.51.100.7 }', '', false, '198.51.100.7'],
    ['16 characters are shown', '{ hostname: abcdefgh.example }', '', false, 'abcdefgh.example'],
    [
      '17 characters are cut to 13 and dots',
      '{ hostname: abcdefghi.example }',
      '',
      false,
      'abcdefghi.exa...',
    ],
    ['several, sorted and cut', two, '', false, '198.51.100.7,...'],
    ['-o wide shows all', two, '', true, '198.51.100.7,198.51.100.8'],
    [
      'external IPs follow, uncut',
      '{ ip: 198.51.100.7 }',
      ', externalIPs: [203.0.113.7, 203.0.113.8]',
      false,
      '198.51.100.7,203.0.113.7,203.0.113.8',
    ],
    ['external IPs alone', '', ', externalIPs: [203.0.113.7]', false, '203.0.113.7'],
  ])('%s', (_, ingress, more, wide, shown) => {
    expect(external(balanced(ingress, more), wide)).toBe(shown);
  });

  test('an ExternalName shows its name, no address and no ports', () => {
    const table = kubectlGet(
      clusterFrom(service('away', '{ type: ExternalName, externalName: db.example.com }')),
      'services',
    );
    expect(cellsOf(table, 'away').slice(1, 5)).toEqual([
      'ExternalName',
      '<none>',
      'db.example.com',
      '<none>',
    ]);
  });

  test('ports are listed with node ports and protocols', () => {
    const ports =
      '[{ name: a, port: 81, nodePort: 30501 }, { name: b, port: 53, protocol: UDP, nodePort: 30502 }]';
    const table = kubectlGet(
      clusterFrom(service('np', `{ type: NodePort, externalIPs: [203.0.113.7], ports: ${ports} }`)),
      'services',
    );
    expect(cellsOf(table, 'np').slice(3, 5)).toEqual(['203.0.113.7', '81:30501/TCP,53:30502/UDP']);
  });
});

describe('kubectl lists', () => {
  const cluster = clusterFrom(
    service('zeta', '{ type: NodePort, ports: [{ port: 81 }] }') +
      service('alpha', '{ ports: [{ port: 82 }] }') +
      service('mid', '{ ports: [{ port: 83 }] }') +
      pod('zeta') +
      pod('alpha') +
      pod('mid'),
  );
  const firstCells = (table: string): string[] =>
    table
      .trimEnd()
      .split('\n')
      .map((line) => line.split(' ')[0] ?? '');

  test('in the order of names', () => {
    expect(firstCells(kubectlGet(cluster, 'services'))).toEqual([
      'NAME',
      'alpha',
      'kubernetes',
      'mid',
      'zeta',
    ]);
    expect(firstCells(kubectlGet(cluster, 'pods'))).toEqual(['NAME', 'alpha', 'mid', 'zeta']);
    const described = kubectlDescribe(cluster, 'services').match(/(?<=^Name: +)\S+/gm);
    expect(described).toEqual(['alpha', 'kubernetes', 'mid', 'zeta']);
  });

  test('Pods in five columns unless asked for more', () => {
    const [head = '', row = ''] = kubectlGet(cluster, 'pods', { age: '9s' }).split('\n');
    expect(head.split(/ {2,}/).map((cell) => cell.trim())).toEqual([
      'NAME',
      'READY',
      'STATUS',
      'RESTARTS',
      'AGE',
    ]);
    expect(row.trim().split(/ {2,}/)).toHaveLength(5);
  });

  test('two external addresses with a comma', () => {
    const text = service('two', '{ externalIPs: [203.0.113.7, 203.0.113.8], ports: [{ port: 81 }] }');
    expect(cellsOf(kubectlGet(clusterFrom(text), 'services'), 'two')[3]).toBe('203.0.113.7,203.0.113.8');
  });

  test('a NodePort without external addresses as <none>', () => {
    expect(cellsOf(kubectlGet(cluster, 'services'), 'zeta')[3]).toBe('<none>');
  });
});

describe('kubectl get pods', () => {
  const shown = (status: string, spec = ''): string[] =>
    cellsOf(kubectlGet(clusterFrom(pod('web', { status, spec })), 'pods', { wide: true, age: '9s' }), 'web');
  const running = (name: string, more = ''): string =>
    `{ name: ${name}, ready: true, state: { running: {} }${more} }`;
  const ready = '{ type: Ready, status: "True" }';

  test.each<[fact: string, status: string, spec: string, cells: [string, string, string]]>([
    ['nothing is known yet', '{}', '', ['0/1', 'Pending', '0']],
    ['a phase', '{ phase: Running }', '', ['0/1', 'Running', '0']],
    ['a reason is more than a phase', '{ phase: Failed, reason: Evicted }', '', ['0/1', 'Evicted', '0']],
    [
      'ready and restarted',
      `{ phase: Running, containerStatuses: [${running('c', ', restartCount: 3')}] }`,
      '',
      ['1/1', 'Running', '3'],
    ],
    [
      'running, not ready',
      '{ phase: Running, containerStatuses: [{ name: c, ready: false, state: { running: {} } }] }',
      '',
      ['0/1', 'Running', '0'],
    ],
    [
      'waiting',
      '{ phase: Pending, containerStatuses: [{ name: c, ready: false, state: { waiting: { reason: ImagePullBackOff } } }] }',
      '',
      ['0/1', 'ImagePullBackOff', '0'],
    ],
    [
      'ended with a reason',
      '{ phase: Failed, containerStatuses: [{ name: c, ready: false, state: { terminated: { reason: Error, exitCode: 1 } } }] }',
      '',
      ['0/1', 'Error', '0'],
    ],
    [
      'ended by a signal',
      '{ phase: Failed, containerStatuses: [{ name: c, ready: false, state: { terminated: { signal: 9, exitCode: 137 } } }] }',
      '',
      ['0/1', 'Signal:9', '0'],
    ],
    [
      'ended with a code',
      '{ phase: Failed, containerStatuses: [{ name: c, ready: false, state: { terminated: { exitCode: 3 } } }] }',
      '',
      ['0/1', 'ExitCode:3', '0'],
    ],
    [
      'one of two is through, and the Pod is ready',
      `{ phase: Running, conditions: [${ready}], containerStatuses: [${running('c')}, { name: d, ready: false, state: { terminated: { reason: Completed, exitCode: 0 } } }] }`,
      '',
      ['1/1', 'Running', '0'],
    ],
    [
      'one of two is through, and the Pod is not ready',
      `{ phase: Running, containerStatuses: [${running('c')}, { name: d, ready: false, state: { terminated: { reason: Completed, exitCode: 0 } } }] }`,
      '',
      ['1/1', 'NotReady', '0'],
    ],
    [
      'the first of two init containers runs',
      '{ phase: Pending, initContainerStatuses: [{ name: i, state: { running: {} } }, { name: j, state: { waiting: { reason: PodInitializing } } }] }',
      'initContainers: [{ name: i, image: x }, { name: j, image: x }]',
      ['0/1', 'Init:0/2', '0'],
    ],
    [
      'an init container is being made',
      '{ phase: Pending, initContainerStatuses: [{ name: i, state: { waiting: { reason: PodInitializing } } }] }',
      'initContainers: [{ name: i, image: x }]',
      ['0/1', 'Init:0/1', '0'],
    ],
    [
      'all are through',
      '{ phase: Succeeded, containerStatuses: [{ name: c, ready: false, state: { terminated: { reason: Completed, exitCode: 0 } } }] }',
      '',
      ['0/1', 'Completed', '0'],
    ],
    [
      'one of two is through, and the Pod is scheduled but not ready',
      `{ phase: Running, conditions: [{ type: PodScheduled, status: "True" }, { type: Ready, status: "False" }], containerStatuses: [${running('c')}, { name: d, ready: false, state: { terminated: { reason: Completed, exitCode: 0 } } }] }`,
      '',
      ['1/1', 'NotReady', '0'],
    ],
    [
      'one of two is through, and of the conditions Ready is one that holds',
      `{ phase: Running, conditions: [{ type: DisruptionTarget, status: "False" }, ${ready}], containerStatuses: [${running('c')}, { name: d, ready: false, state: { terminated: { reason: Completed, exitCode: 0 } } }] }`,
      '',
      ['1/1', 'Running', '0'],
    ],
    [
      'the second of two init containers runs, the first was restarted',
      '{ phase: Pending, initContainerStatuses: [{ name: i, restartCount: 2, state: { terminated: { exitCode: 0 } } }, { name: j, state: { running: {} } }] }',
      'initContainers: [{ name: i, image: x }, { name: j, image: x }]',
      ['0/1', 'Init:1/2', '2'],
    ],
    [
      'an init container failed',
      '{ phase: Pending, initContainerStatuses: [{ name: i, state: { terminated: { reason: Error, exitCode: 1 } } }] }',
      'initContainers: [{ name: i, image: x }]',
      ['0/1', 'Init:Error', '0'],
    ],
    [
      'an init container was ended by a signal',
      '{ phase: Pending, initContainerStatuses: [{ name: i, state: { terminated: { signal: 9, exitCode: 137 } } }] }',
      'initContainers: [{ name: i, image: x }]',
      ['0/1', 'Init:Signal:9', '0'],
    ],
    [
      'an init container ended with a code',
      '{ phase: Pending, initContainerStatuses: [{ name: i, state: { terminated: { exitCode: 2 } } }] }',
      'initContainers: [{ name: i, image: x }]',
      ['0/1', 'Init:ExitCode:2', '0'],
    ],
    [
      'an init container waits for its image',
      '{ phase: Pending, initContainerStatuses: [{ name: i, state: { waiting: { reason: ErrImagePull } } }] }',
      'initContainers: [{ name: i, image: x }]',
      ['0/1', 'Init:ErrImagePull', '0'],
    ],
    [
      'a sidecar counts with the containers',
      `{ phase: Running, initContainerStatuses: [{ name: s, ready: true, started: true, restartCount: 1, state: { running: {} } }], containerStatuses: [${running('c', ', restartCount: 2')}] }`,
      'initContainers: [{ name: s, image: x, restartPolicy: Always }]',
      ['2/2', 'Running', '3'],
    ],
    [
      'a sidecar has not started',
      '{ phase: Pending, initContainerStatuses: [{ name: s, started: false, restartCount: 1, state: { running: {} } }] }',
      'initContainers: [{ name: s, image: x, restartPolicy: Always }]',
      ['0/2', 'Init:0/1', '1'],
    ],
    [
      'a sidecar that started need not be ready',
      `{ phase: Running, initContainerStatuses: [{ name: s, ready: false, started: true, state: { running: {} } }], containerStatuses: [${running('c')}] }`,
      'initContainers: [{ name: s, image: x, restartPolicy: Always }]',
      ['1/2', 'Running', '0'],
    ],
    [
      'the containers count once the Pod is initialized, but what an init container waits for still shows',
      `{ phase: Running, conditions: [{ type: Initialized, status: "True" }], initContainerStatuses: [{ name: i, restartCount: 5, state: { waiting: {} } }], containerStatuses: [${running('c', ', restartCount: 1')}] }`,
      'initContainers: [{ name: i, image: x }]',
      ['1/1', 'Init:0/1', '1'],
    ],
    [
      'restarts of init containers do not count once the containers run',
      `{ phase: Running, initContainerStatuses: [{ name: i, restartCount: 4, state: { terminated: { exitCode: 0 } } }], containerStatuses: [${running('c')}] }`,
      'initContainers: [{ name: i, image: x }]',
      ['1/1', 'Running', '0'],
    ],
  ])('%s', (_, status, spec, cells) => {
    expect(shown(status, spec).slice(1, 4)).toEqual(cells);
  });

  test.each([
    ['Running', 'Terminating'],
    ['Succeeded', 'Succeeded'],
    ['Failed', 'Failed'],
  ])('a Pod that is being deleted while %s is %s', (phase, reason) => {
    const environment = { ...DEFAULT_ENVIRONMENT, terminate: { pods: ['default/web'] } };
    const cluster = clusterFrom(pod('web', { status: `{ phase: ${phase} }` }), environment);
    expect(cellsOf(kubectlGet(cluster, 'pods'), 'web')[2]).toBe(reason);
  });

  test('-o wide tells of addresses, nodes and readiness gates', () => {
    const gates = 'readinessGates: [{ conditionType: a }, { conditionType: b }, { conditionType: d }]';
    const status =
      '{ phase: Running, podIP: 10.244.1.9, podIPs: [{ ip: 10.244.1.9 }], conditions: [{ type: a, status: "True" }, { type: b, status: "False" }, { type: d, status: "True" }] }';
    expect(shown(status, gates).slice(5)).toEqual(['10.244.1.9', 'node-1', '<none>', '2/3']);
    expect(shown('{ phase: Pending }').slice(5)).toEqual(['<none>', 'node-1', '<none>', '<none>']);
  });
});

describe('EndpointSlices', () => {
  const backends = (count: number): string =>
    Array.from({ length: count }, (_, i) => {
      const ip = `10.244.${1 + Math.floor(i / 200)}.${10 + (i % 200)}`;
      return pod(`p${String(i).padStart(3, '0')}`, {
        labels: '{ app: web }',
        status: `{ phase: Running, podIP: ${ip}, podIPs: [{ ip: ${ip} }], conditions: [{ type: Ready, status: "True" }] }`,
      });
    }).join('');
  const web = service('web', '{ selector: { app: web }, ports: [{ port: 81, appProtocol: http }] }');

  test('hold 100 endpoints each, and have names of their own', () => {
    const slices = endpointSlices(clusterFrom(web + backends(101)), 'default').filter(
      ({ service: name }) => name === 'web',
    );
    expect(slices.map(({ endpoints }) => endpoints.length)).toEqual([100, 1]);
    expect(new Set(slices.map(({ name }) => name)).size).toBe(2);
    for (const { name } of slices) expect(name).toMatch(/^web-[2456789bcdfghjklmnpqrstvwxz]{5}$/);
    expect(slices[0]?.endpoints.at(-1)?.targetRef?.name).toBe('p099');
    expect(slices[1]?.endpoints[0]?.targetRef?.name).toBe('p100');
  });

  test('carry the application protocol of a port', () => {
    const [slice] = endpointSlices(clusterFrom(web + backends(1)), 'default').filter(
      ({ service: name }) => name === 'web',
    );
    expect(slice?.ports).toEqual([{ name: '', protocol: 'TCP', port: 81, appProtocol: 'http' }]);
  });

  test('show three endpoints and how many more', () => {
    const table = kubectlGet(clusterFrom(web + backends(5)), 'endpointslices');
    expect(table).toMatch(/ 10\.244\.1\.10,10\.244\.1\.11,10\.244\.1\.12 \+ 2 more\.\.\. /);
    expect(kubectlGet(clusterFrom(web + backends(3)), 'endpointslices')).not.toContain('more');
  });

  test.each([
    [
      '8080,9100,8443',
      '{ name: http, port: 80, targetPort: 8080 }, { name: https, port: 443, targetPort: 8443 }, { name: metrics, port: 9100 }',
    ],
    ['80,81', '{ name: a, port: 80, targetPort: 81 }, { name: b, port: 81, targetPort: 80 }'],
  ])('show their ports in the order of hashes: %s, as recorded', (shown, ports) => {
    const text = service('multi', `{ selector: { app: web }, ports: [${ports}] }`) + backends(1);
    expect(kubectlGet(clusterFrom(text), 'endpointslices').split(/ {2,}/)).toContain(shown);
  });

  test('without endpoints show neither ports nor addresses', () => {
    const [name = ''] = endpointSlices(clusterFrom(web), 'default')
      .map((slice) => slice.name)
      .filter((text) => text.startsWith('web'));
    expect(cellsOf(kubectlGet(clusterFrom(web), 'endpointslices'), name).slice(1, 4)).toEqual([
      'IPv4',
      '<unset>',
      '<unset>',
    ]);
  });

  const zoned = `---
apiVersion: v1
kind: Node
metadata: { name: node-1, labels: { topology.kubernetes.io/zone: zone-a } }
`;
  const endpointOf = (spec: string, nodes = zoned) =>
    endpointSlices(
      clusterFrom(
        nodes + service('web', `{ selector: { app: web }, ports: [{ port: 81 }]${spec} }`) + backends(1),
      ),
      'default',
    ).find(({ service: name }) => name === 'web')?.endpoints[0];

  test.each<[fact: string, spec: string, nodes: string, hints: object | undefined]>([
    ['no hints unless asked for', '', zoned, undefined],
    ['the zone', ', trafficDistribution: PreferSameZone', zoned, { forZones: [{ name: 'zone-a' }] }],
    [
      'the zone, by its old name',
      ', trafficDistribution: PreferClose',
      zoned,
      { forZones: [{ name: 'zone-a' }] },
    ],
    [
      'the node and its zone',
      ', trafficDistribution: PreferSameNode',
      zoned,
      { forZones: [{ name: 'zone-a' }], forNodes: [{ name: 'node-1' }] },
    ],
    ['no zone without a label', ', trafficDistribution: PreferSameZone', '', undefined],
    ['the node alone', ', trafficDistribution: PreferSameNode', '', { forNodes: [{ name: 'node-1' }] }],
  ])('hint at %s', (_, spec, nodes, hints) => {
    const endpoint = endpointOf(spec, nodes);
    expect(endpoint?.hints).toEqual(hints);
    expect(endpoint?.zone).toBe(nodes ? 'zone-a' : undefined);
  });

  test('are mirrored from Endpoints with their application protocol, not with their history', () => {
    const text = `${service('db', '{ ports: [{ port: 84 }] }')}---
apiVersion: v1
kind: Endpoints
metadata: { name: db, labels: { a: b }, annotations: { c: d, endpoints.kubernetes.io/last-change-trigger-time: x, kubectl.kubernetes.io/last-applied-configuration: w } }
subsets:
- { addresses: [{ ip: 172.31.0.50, hostname: h, nodeName: node-1 }], notReadyAddresses: [{ ip: 172.31.0.51 }], ports: [{ port: 5432, appProtocol: pg }] }
- { addresses: [{ ip: 172.31.0.52 }], ports: [{ port: 5432, appProtocol: pg }] }
- { addresses: [{ ip: 172.31.0.53 }], ports: [{ port: 5433 }] }
`;
    const slices = endpointSlices(clusterFrom(text), 'default').filter(({ service: name }) => name === 'db');
    expect(slices).toMatchObject([
      {
        labels: {
          a: 'b',
          'endpointslice.kubernetes.io/managed-by': 'endpointslicemirroring-controller.k8s.io',
          'kubernetes.io/service-name': 'db',
        },
        annotations: { c: 'd' },
        addressType: 'IPv4',
        ports: [{ name: '', protocol: 'TCP', port: 5432, appProtocol: 'pg' }],
        endpoints: [
          { addresses: ['172.31.0.50'], conditions: { ready: true }, hostname: 'h', nodeName: 'node-1' },
          { addresses: ['172.31.0.51'], conditions: { ready: false } },
          { addresses: ['172.31.0.52'], conditions: { ready: true } },
        ],
      },
      { ports: [{ port: 5433 }], endpoints: [{ addresses: ['172.31.0.53'] }] },
    ]);
    expect(Object.keys(slices[0]?.annotations ?? {})).toEqual(['c']);
    expect(slices[0]?.endpoints[1]).not.toHaveProperty('hostname');
    expect(slices[1]?.ports[0]).not.toHaveProperty('appProtocol');
  });

  test('are not mirrored from Endpoints of a Service with a selector, and keep the protocol of those that are', () => {
    const text = (
      selector: string,
    ): string => `${service('db', `{ ${selector}ports: [{ port: 53, protocol: UDP }] }`)}---
apiVersion: v1
kind: Endpoints
metadata: { name: db }
subsets: [{ addresses: [{ ip: 172.31.0.50 }], ports: [{ port: 5353, protocol: UDP }] }]
`;
    const of = (selector: string) =>
      endpointSlices(clusterFrom(text(selector)), 'default')
        .filter(({ service: name }) => name === 'db')
        .map(({ ports }) => ports.map(({ protocol, port }) => `${port}/${protocol}`));
    expect(of('')).toEqual([['5353/UDP']]);
    expect(of('selector: { app: nobody }, ')).toEqual([[]]);
  });

  test.each([
    ['one that it makes slices for', '{ selector: { app: nobody }, ports: [{ port: 81 }] }', false],
    ['one without a selector', '{ ports: [{ port: 81 }] }', true],
  ])('that bear the label of the controller it takes back, of %s', (_, spec, stays) => {
    const text = `${service('web', spec)}---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata: { name: web-1, labels: { kubernetes.io/service-name: web, endpointslice.kubernetes.io/managed-by: endpointslice-controller.k8s.io } }
addressType: IPv4
endpoints: []
`;
    const names = endpointSlices(clusterFrom(text), 'default').map(({ name }) => name);
    expect(names.includes('web-1')).toBe(stays);
  });

  test.each([
    ['a label', 'labels: { endpointslice.kubernetes.io/skip-mirror: "true" }'],
    ['an annotation of an election', 'annotations: { control-plane.alpha.kubernetes.io/leader: x }'],
  ])('are not mirrored with %s', (_, metadata) => {
    const text = `${service('db', '{ ports: [{ port: 84 }] }')}---
apiVersion: v1
kind: Endpoints
metadata: { name: db, ${metadata} }
subsets: [{ addresses: [{ ip: 172.31.0.50 }], ports: [{ port: 5432 }] }]
`;
    expect(endpointSlices(clusterFrom(text), 'default').map(({ service: name }) => name)).not.toContain('db');
  });
});

describe('kubectl describe', () => {
  const lines = (text: string): string[] => text.split('\n').map((line) => line.replace(/ {2,}/g, '  '));

  test('a Service with everything', () => {
    const spec =
      '{ type: LoadBalancer, clusterIP: 10.96.7.1, externalIPs: [203.0.113.7], loadBalancerIP: 198.51.100.9, externalTrafficPolicy: Local, healthCheckNodePort: 30777, trafficDistribution: PreferSameNode, loadBalancerSourceRanges: [10.0.0.0/8, 192.168.0.0/16], sessionAffinity: ClientIP, selector: { b: c, a: b }, ports: [{ name: x, port: 81, targetPort: web, nodePort: 30501, protocol: UDP }] }';
    const text = `${service('lb', spec, 'labels: { z: w, a: b }, annotations: { k: v, e: f }').trimEnd()}
status: { loadBalancer: { ingress: [{ ip: 198.51.100.7, ipMode: Proxy }, { ip: 198.51.100.8 }, { hostname: lb.example }] } }
`;
    expect(lines(kubectlDescribe(clusterFrom(text), 'services'))).toEqual(
      expect.arrayContaining([
        'Labels:  a=b',
        '  z=w',
        'Annotations:  e: f',
        '  k: v',
        'Selector:  a=b,b=c',
        'IP Family Policy:  SingleStack',
        'IP Families:  IPv4',
        'IPs:  10.96.7.1',
        'External IPs:  203.0.113.7',
        'Desired LoadBalancer IP:  198.51.100.9',
        'LoadBalancer Ingress:  198.51.100.7 (Proxy), 198.51.100.8 (VIP), lb.example',
        'Port:  x  81/UDP',
        'TargetPort:  web/UDP',
        'NodePort:  x  30501/UDP',
        'Session Affinity:  ClientIP',
        'External Traffic Policy:  Local',
        'Internal Traffic Policy:  Cluster',
        'Traffic Distribution:  PreferSameNode',
        'HealthCheck NodePort:  30777',
        'LoadBalancer Source Ranges:  10.0.0.0/8,192.168.0.0/16',
      ]),
    );
  });

  test('an ExternalName with two external addresses, and without any of its own', () => {
    const spec =
      '{ type: ExternalName, externalName: db.example.com, externalIPs: [203.0.113.7, 203.0.113.8] }';
    expect(lines(kubectlDescribe(clusterFrom(service('away', spec)), 'services'))).toEqual(
      expect.arrayContaining([
        'IP Families:  <none>',
        'IPs:  <none>',
        'External IPs:  203.0.113.7,203.0.113.8',
        'External Name:  db.example.com',
      ]),
    );
  });

  const WRITTEN = `---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata: { name: db-6, labels: { kubernetes.io/service-name: db } }
addressType: IPv6
ports: [{ name: "", port: 5432 }]
`;
  const db = service('db', '{ ports: [{ port: 84 }] }');

  test('the Service of the API server, as recorded', () => {
    expect(lines(kubectlDescribe(clusterFrom(''), 'services'))).toEqual([
      'Name:  kubernetes',
      'Namespace:  default',
      'Labels:  component=apiserver',
      '  provider=kubernetes',
      'Annotations:  <none>',
      'Selector:  <none>',
      'Type:  ClusterIP',
      'IP Family Policy:  SingleStack',
      'IP Families:  IPv4',
      'IP:  10.96.0.1',
      'IPs:  10.96.0.1',
      'Port:  https  443/TCP',
      'TargetPort:  6443/TCP',
      'Endpoints:  172.31.0.99:6443',
      'Session Affinity:  None',
      'Internal Traffic Policy:  Cluster',
      'Events:  <none>',
      '',
    ]);
  });

  test('an endpoint of IPv6 in brackets', () => {
    const text = `${db}${WRITTEN}endpoints: [{ addresses: ["fd00::9"] }]\n`;
    expect(lines(kubectlDescribe(clusterFrom(text), 'services'))).toContain('Endpoints:  [fd00::9]:5432');
  });

  test('a slice that the controller made and no Pod has changed bears the time of it, no other does', () => {
    const time = 'endpoints.kubernetes.io/last-change-trigger-time';
    const described = (text: string): string =>
      kubectlDescribe(clusterFrom(text), 'endpointslices')
        .split('\n\n\n')
        .filter((one) => !/^Name: +kubernetes/.test(one))
        .join();
    const selecting = service('web', '{ selector: { app: web }, ports: [{ port: 81 }] }');
    expect(described(selecting)).toContain(time);
    expect(described(selecting + pod('p', { labels: '{ app: web }' }))).not.toContain(time);
    expect(described(`${db}${WRITTEN}endpoints: []\n`)).not.toContain(time);
  });

  test('a slice with ports that say nothing', () => {
    const text = `apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata: { name: s }
addressType: IPv4
ports: [{}]
endpoints: [{ addresses: [172.31.0.50], hostname: h, zone: z, nodeName: m }]
`;
    expect(lines(kubectlDescribe(clusterFrom(text), 'endpointslices'))).toEqual(
      expect.arrayContaining([
        'AddressType:  IPv4',
        '  <unset>  <unset>  TCP',
        '  - Addresses:  172.31.0.50',
        '  Hostname:  h',
        '  NodeName:  m',
        '  Zone:  z',
        '  Ready:  <unset>',
      ]),
    );
  });
});

describe('kubectl apply', () => {
  const ONE_PORT = '{ports: [{port: 80}]}';

  test('of an object that somebody created otherwise warns', () => {
    const existing = [
      {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name: 'web', namespace: 'default' },
        spec: { clusterIP: '10.96.0.77', ports: [{ port: 80 }] },
      },
    ] as KubeObject[];
    expect(kubectlApply(service('web', ONE_PORT), { existing })).toEqual({
      exit: 0,
      stdout: 'service/web configured\n',
      stderr:
        'Warning: resource services/web is missing the kubectl.kubernetes.io/last-applied-configuration annotation which is required by kubectl apply. kubectl apply should only be used on resources created declaratively by either kubectl create --save-config or kubectl apply. The missing annotation will be patched automatically.\n',
    });
  });

  test('into a namespace that has the name of something else finds none', () => {
    const existing = [{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'shop' } }] as KubeObject[];
    expect(kubectlApply(service('web', ONE_PORT, 'namespace: shop'), { existing }).stderr).toContain(
      'namespaces "shop" not found',
    );
  });

  test('of one object twice says that it is unchanged, whatever came between', () => {
    expect(kubectlApply(['a', 'b', 'a'].map((name) => service(name, ONE_PORT)).join(''))).toEqual({
      exit: 0,
      stdout: 'service/a created\nservice/b created\nservice/a unchanged\n',
      stderr: '',
    });
  });

  test('of a kind that no rule reads, twice, says that it is unchanged too', () => {
    const ingress = '---\napiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: a}\n';
    expect(kubectlApply(ingress + ingress).stdout).toBe(
      'ingress.networking.k8s.io/a created\ningress.networking.k8s.io/a unchanged\n',
    );
  });

  test('warns in one line for each', () => {
    const existing = ['a', 'b'].map((name) => ({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name, namespace: 'default' },
    }));
    const map = (name: string): string => `---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}}\n`;
    const { stderr } = kubectlApply(map('a') + map('b'), { existing });
    expect(stderr.split('\n').map((line) => line.slice(0, 31))).toEqual([
      'Warning: resource configmaps/a ',
      'Warning: resource configmaps/b ',
      '',
    ]);
  });

  test('into a namespace that is there', () => {
    const existing = [{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } }] as KubeObject[];
    const text = service('web', ONE_PORT, 'namespace: shop');
    expect(kubectlApply(text, { existing }).stdout).toBe('service/web created\n');
    for (const name of ['kube-system', 'kube-public', 'kube-node-lease'])
      expect(kubectlApply(text.replace('shop', name)).stdout).toBe('service/web created\n');
  });

  test.each([
    [
      'a namespace with a slash',
      'name: web, namespace: a/b',
      `invalid namespace "a/b": [may not contain '/']`,
    ],
    [
      'a namespace with two mistakes',
      'name: web, namespace: "a/b%"',
      `invalid namespace "a/b%": [may not contain '/' may not contain '%']`,
    ],
    [
      'a name with two mistakes',
      'name: "a/b%"',
      `invalid resource name "a/b%": [may not contain '/' may not contain '%']`,
    ],
    ['no name', 'labels: {a: b}', 'resource name may not be empty'],
    ['a name of dots', 'name: ".."', `invalid resource name "..": [may not be '..']`],
  ])('can not ask for %s', (_, metadata, problem) => {
    const text = `apiVersion: apps/v1\nkind: Deployment\nmetadata: {${metadata}}\n`;
    const { stderr } = kubectlApply(text);
    expect(stderr).toContain(
      'Resource: "apps/v1, Resource=deployments", GroupVersionKind: "apps/v1, Kind=Deployment"\n',
    );
    expect(stderr).toMatch(/^error: error when retrieving current configuration of:\n/);
    expect(stderr.endsWith(`from server for: "manifest.yaml": ${problem}\n`)).toBe(true);
  });

  test.each([
    ['networking.k8s.io/v1', 'Ingress', 'ingress.networking.k8s.io'],
    ['networking.k8s.io/v1', 'NetworkPolicy', 'networkpolicy.networking.k8s.io'],
    ['batch/v1', 'Job', 'job.batch'],
    ['v1', 'ServiceAccount', 'serviceaccount'],
    ['storage.k8s.io/v1', 'StorageClass', 'storageclass.storage.k8s.io'],
    ['v1', 'PersistentVolume', 'persistentvolume'],
  ])('of %s %s', (apiVersion, kind, name) => {
    expect(kubectlApply(`apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: a}\n`)).toEqual({
      exit: 0,
      stdout: `${name}/a created\n`,
      stderr: '',
    });
  });

  test.each([
    ['Ingress', 'networking.k8s.io/v1', 'ingresses', 'default'],
    ['NetworkPolicy', 'networking.k8s.io/v1', 'networkpolicies', 'default'],
    ['Job', 'batch/v1', 'jobs', 'default'],
    ['IngressClass', 'networking.k8s.io/v1', 'ingressclasses', ''],
    ['StorageClass', 'storage.k8s.io/v1', 'storageclasses', ''],
    ['ClusterRole', 'rbac.authorization.k8s.io/v1', 'clusterroles', ''],
  ])('a %s is of %s: %s, in the namespace %j', (kind, apiVersion, plural, namespace) => {
    const { stderr } = kubectlApply(`apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: a/b}\n`);
    expect(stderr).toContain(`Resource: "${apiVersion}, Resource=${plural}"`);
    expect(stderr).toContain(`Name: "a/b", Namespace: "${namespace}"\n`);
  });

  test.each([
    ['a list of Services', 'v1', 'ServiceList'],
    ['a status', 'v1', 'Status'],
    ['a kind of another version', 'batch/v2', 'Job'],
    ['a method of every object', 'constructor', 'Job'],
  ])('of %s finds no resource', (_, apiVersion, kind) => {
    expect(kubectlApply(`apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: a}\n`)).toMatchObject({
      exit: 1,
      stderr: `error: resource mapping not found for name: "a" namespace: "" from "manifest.yaml": no matches for kind "${kind}" in version "${apiVersion}"\nensure CRDs are installed first\n`,
    });
  });

  const VALIDATION = (problem: string): string =>
    `error: error validating "manifest.yaml": error validating data: ${problem}; if you choose to ignore these errors, turn validation off with --validate=false\n`;

  test.each([
    ['neither', 'metadata: {name: a}', '[apiVersion not set, kind not set]'],
    ['nulls', 'apiVersion: null\nkind: ~', '[apiVersion not set, kind not set]'],
    ['numbers', 'apiVersion: 1\nkind: 2', "[apiVersion isn't string type, kind isn't string type]"],
    ['no kind', 'apiVersion: v1', 'kind not set'],
    ['a version of three parts', 'apiVersion: a/b/c\nkind: d', 'unexpected GroupVersion string: a/b/c'],
    ['no object', '- a', 'invalid object to validate'],
  ])('needs a version and a kind, not %s', (_, text, problem) => {
    expect(kubectlApply(`${text}\n`).stderr).toBe(VALIDATION(problem));
  });

  test('of more than 999 objects is refused here', () => {
    const one = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n---\n';
    expect(kubectlApply(one.repeat(1000))).toMatchObject({
      exit: 1,
      stdout: '',
      stderr: 'error: error parsing manifest.yaml: more than 999 objects\n',
    });
    expect(kubectlApply(one.repeat(999)).exit).toBe(0);
  });

  test('of a list of lists applies what is in them', () => {
    const map = (name: string): string => `{apiVersion: v1, kind: ConfigMap, metadata: {name: ${name}}}`;
    const list = (items: string): string => `{apiVersion: v1, kind: List, items: [${items}]}`;
    const text = `# not JSON\n${list(`${map('a')}, ${list(`${map('b')}, ${map('c')}`)}`)}\n`;
    expect(kubectlApply(text).stdout).toBe('configmap/a created\nconfigmap/b created\nconfigmap/c created\n');
  });

  test('of an item without a kind can not decode it', () => {
    const text = 'apiVersion: v1\nkind: List\nitems: [{a: <b>}]\n';
    expect(kubectlApply(text).stderr).toBe(
      'error: unable to decode "manifest.yaml": Object \'Kind\' is missing in \'{"a":"\\u003cb\\u003e"}\'\n',
    );
  });

  test('kinds are found in small letters, others not', () => {
    expect(kubectlApply('apiVersion: v1\nkind: configmap\nmetadata: {name: a}\n').stderr).not.toContain(
      'no matches',
    );
    expect(kubectlApply('apiVersion: v1\nkind: CONFIGMAP\nmetadata: {name: a}\n').stderr).toContain(
      'no matches',
    );
  });

  test.each([
    ['a comment behind a separator', '--- # b\n', 'service/web created\n'],
    ['separators around', '---\n---\n', 'service/web created\n'],
    ['CRLF', '\r\n---\r\n', 'service/web created\n'],
  ])('of %s', (_, before, stdout) => {
    expect(kubectlApply(before + service('web', ONE_PORT).replace('---\n', ''))).toEqual({
      exit: 0,
      stdout,
      stderr: '',
    });
  });
});

/** What every cluster holds before the first manifest, and what becomes of a Pod without a status. A row is a fact. */
import { describe, expect, test } from 'vitest';
import {
  DEFAULT_ENVIRONMENT,
  type Environment,
  endpointSlices,
  kubectlDescribe,
  kubectlGet,
  lookUp,
} from '../../src/engine/index.ts';
import { answersOf, clusterFrom, hopsOf, pod, service } from './trace-of.ts';

const node = (name: string, spec = ''): string => `---
apiVersion: v1
kind: Node
metadata: { name: ${name} }
${spec}
`;
const nodes = (names: readonly string[], podCIDR: string): Environment => ({
  ...DEFAULT_ENVIRONMENT,
  nodes: Object.fromEntries(
    names.map((name, index) => [
      name,
      { addresses: [`172.30.0.${21 + index}`], podGateway: podCIDR.replace(/\d+\/\d+$/, '1'), podCIDR },
    ]),
  ),
});

describe('a Pod without a status', () => {
  const statusOf = (text: string, environment?: Environment) =>
    clusterFrom(text, environment).pods.get('default/web')?.object.status;

  test('runs and is ready', () => {
    expect(statusOf(pod('web'))).toEqual({
      phase: 'Running',
      podIP: '10.244.1.2',
      podIPs: [{ ip: '10.244.1.2' }],
      conditions: [{ type: 'Ready', status: 'True' }],
      containerStatuses: [{ name: 'c', ready: true, started: true, restartCount: 0, state: { running: {} } }],
      initContainerStatuses: [],
    });
  });

  test('runs its sidecars with its containers; other init containers are through', () => {
    const init =
      'initContainers: [{ name: once, image: x }, { name: proxy, image: x, restartPolicy: Always }]';
    expect(statusOf(pod('web', { spec: init }))?.initContainerStatuses).toEqual([
      { name: 'proxy', ready: true, started: true, restartCount: 0, state: { running: {} } },
    ]);
    expect(kubectlGet(clusterFrom(pod('web', { spec: init })), 'pods').split('\n')[1]).toMatch(
      /^web +2\/2 +Running +0 /,
    );
  });

  test('stays pending where the node’s network is full', () => {
    // /30: the network, the gateway, one address, broadcast
    const environment = nodes(['node-1'], '10.244.9.0/30');
    expect(statusOf(pod('first') + pod('web'), environment)).toEqual({
      phase: 'Pending',
      conditions: [{ type: 'Ready', status: 'False' }],
    });
    expect(statusOf(pod('web') + pod('second'), environment)).toMatchObject({
      phase: 'Running',
      podIP: '10.244.9.2',
    });
  });

  test('stays pending where its node does not exist, or has no network', () => {
    expect(statusOf(pod('web', { node: 'node-9' }))).toMatchObject({ phase: 'Pending' });
    expect(
      statusOf(pod('web', { node: 'own' }) + node('own', 'spec: { podCIDR: "fd00:10::/64" }')),
    ).toMatchObject({ phase: 'Pending' });
  });

  test('gets an address on a node that has none itself', () => {
    const status = statusOf(pod('web', { node: 'own' }) + node('own', 'spec: { podCIDR: 10.9.0.0/24 }'));
    expect(status).toMatchObject({ phase: 'Running', podIP: '10.9.0.2' });
    expect(status).not.toHaveProperty('hostIP');
  });

  test('on the host network of a node without an address stays pending', () => {
    expect(
      statusOf(
        pod('web', { node: 'own', spec: 'hostNetwork: true' }) +
          node('own', 'spec: { podCIDR: 10.9.0.0/24 }'),
      ),
    ).toMatchObject({ phase: 'Pending' });
  });

  test('does not get the address of the Pods’ gateway, wherever that is', () => {
    const environment = {
      ...DEFAULT_ENVIRONMENT,
      nodes: { 'node-1': { addresses: ['172.30.0.11'], podGateway: '10.244.1.2', podCIDR: '10.244.1.0/24' } },
    };
    expect(
      [...clusterFrom(pod('web') + pod('next'), environment).pods.values()].map(({ address }) => address),
    ).toEqual(['10.244.1.1', '10.244.1.3']);
  });

  test('of a workload is what kubectl calls a Pod of its namespace', () => {
    const text = `apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db }
spec: { serviceName: db, selector: { matchLabels: { app: db } }, template: { metadata: { labels: { app: db }, annotations: { port-of-call/listens: tcp/5432 } }, spec: { containers: [{ name: c, image: x }] } } }
`;
    const { pods } = clusterFrom(text);
    expect([...pods.keys()]).toEqual(['default/db-0']);
    expect(pods.get('default/db-0')?.object).toMatchObject({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'db-0', namespace: 'default', labels: { app: 'db' } },
      spec: { hostname: 'db-0', subdomain: 'db' },
    });
  });
});

describe('before the first manifest', () => {
  const cluster = clusterFrom(pod('client'));
  const from = 'pod/default/client';

  test('default/kubernetes leads to the API server', () => {
    expect(cluster.services.get('default/kubernetes')?.object).toEqual({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: {
        name: 'kubernetes',
        namespace: 'default',
        labels: { component: 'apiserver', provider: 'kubernetes' },
      },
      spec: {
        clusterIP: '10.96.0.1',
        clusterIPs: ['10.96.0.1'],
        type: 'ClusterIP',
        ipFamilies: ['IPv4'],
        ipFamilyPolicy: 'SingleStack',
        internalTrafficPolicy: 'Cluster',
        sessionAffinity: 'None',
        ports: [{ name: 'https', protocol: 'TCP', port: 443, targetPort: 6443 }],
      },
      status: { loadBalancer: {} },
    });
    expect(endpointSlices(cluster, 'default')).toMatchObject([
      {
        name: 'kubernetes',
        labels: { 'kubernetes.io/service-name': 'kubernetes' },
        addressType: 'IPv4',
        ports: [{ name: 'https', protocol: 'TCP', port: 6443 }],
        endpoints: [{ addresses: ['172.31.0.99'], conditions: { ready: true } }],
      },
    ]);
  });

  test('kube-system/kube-dns leads to CoreDNS on the last node', () => {
    expect(cluster.services.get('kube-system/kube-dns')?.object).toMatchObject({
      metadata: { labels: { 'k8s-app': 'kube-dns' } },
      spec: {
        clusterIP: '10.96.0.10',
        ports: [
          { name: 'dns', protocol: 'UDP', port: 53, targetPort: 53 },
          { name: 'dns-tcp', protocol: 'TCP', port: 53, targetPort: 53 },
        ],
      },
    });
    const [slice] = endpointSlices(cluster, 'kube-system');
    expect(slice).toMatchObject({
      labels: {
        'kubernetes.io/service-name': 'kube-dns',
        'endpointslice.kubernetes.io/managed-by': 'endpointslice-controller.k8s.io',
      },
      ports: [
        { name: 'dns', protocol: 'UDP', port: 53 },
        { name: 'dns-tcp', protocol: 'TCP', port: 53 },
      ],
      endpoints: [
        {
          addresses: ['10.244.2.3'],
          conditions: { ready: true, serving: true, terminating: false },
          nodeName: 'node-2',
        },
      ],
    });
    expect(kubectlDescribe(cluster, 'services', { namespace: 'kube-system' })).toContain(
      'Endpoints:                10.244.2.3:53\n',
    );
  });

  test('CoreDNS stands aside for a Pod that has its address', () => {
    const taken = clusterFrom(
      pod('web', {
        node: 'node-2',
        listens: 'tcp/7001',
        status: '{ phase: Running, podIP: 10.244.2.3, podIPs: [{ ip: 10.244.2.3 }] }',
      }) + pod('client'),
    );
    expect(answersOf(taken, from, '10.244.2.3:7001')).toEqual(['pod/default/web:7001 sees client']);
    expect(endpointSlices(taken, 'kube-system')[0]?.endpoints[0]?.addresses).toEqual(['10.244.2.254']);
    expect(answersOf(taken, from, '10.96.0.10:53/UDP')).toEqual(['pod/kube-system/coredns:53 sees client']);
  });

  test('without a node there is no CoreDNS; its Service is refused', () => {
    const bare = clusterFrom('', { ...DEFAULT_ENVIRONMENT, nodes: {} });
    expect(endpointSlices(bare, 'kube-system')).toEqual([]);
    const strange = clusterFrom(
      node(
        'own',
        'spec: { podCIDR: "fd00:10::/64" }\nstatus: { addresses: [{ type: InternalIP, address: 172.30.0.77 }] }',
      ),
    );
    expect(answersOf(strange, 'node/own', '10.96.0.10:53/UDP')).toEqual(['refused']);
  });

  test.each<[what: string, to: string, answer: string]>([
    ['the API server by its cluster IP', '10.96.0.1:443', 'outside/kube-apiserver:6443 sees client'],
    ['the API server by its name', 'kubernetes:443', 'outside/kube-apiserver:6443 sees client'],
    ['the API server itself', '172.31.0.99:6443', 'outside/kube-apiserver:6443 sees client'],
    ['another port of its machine', '172.31.0.99:443', 'refused'],
    [
      'cluster DNS by its name over UDP',
      'kube-dns.kube-system:53/UDP',
      'pod/kube-system/coredns:53 sees client',
    ],
    ['cluster DNS over TCP', 'kube-dns.kube-system:53', 'pod/kube-system/coredns:53 sees client'],
    ['another port of CoreDNS', '10.244.2.3:54', 'refused'],
  ])('a Pod dials %s', (_, to, answer) => {
    for (const mode of ['iptables', 'nftables'] as const)
      expect(answersOf(cluster, from, to, mode)).toEqual([answer]);
  });

  test('what CoreDNS listens on, no manifest says', () => {
    const [last] = hopsOf(cluster, from, '10.96.0.10:53').slice(-1);
    expect(last).toMatchObject({
      place: 'process',
      at: 'pod/kube-system/coredns',
      event: 'accepted',
      because: 'process-listens',
    });
    expect(last).not.toHaveProperty('decidedBy');
    expect(
      hopsOf(cluster, from, '172.31.0.99:6443')
        .slice(-2)
        .map(({ at, place }) => [at, place]),
    ).toEqual([
      ['outside/kube-apiserver', 'beyond'],
      ['outside/kube-apiserver', 'process'],
    ]);
  });

  test.each(['default', 'kube-system', 'kube-public', 'kube-node-lease'])(
    'the namespace %s exists',
    (namespace) => {
      expect(lookUp(cluster, from, `${namespace}.svc.cluster.local.`, 'A')).toEqual({ status: 'NOERROR' });
    },
  );

  test('the first address of the service range is the API server’s, whatever the range', () => {
    const elsewhere = clusterFrom(pod('client'), {
      ...DEFAULT_ENVIRONMENT,
      serviceCIDR: '10.112.0.0/16',
      clusterDNS: '10.112.0.10',
    });
    expect(lookUp(elsewhere, from, 'kubernetes', 'A').addresses).toEqual(['10.112.0.1']);
    expect(lookUp(elsewhere, from, 'kube-dns.kube-system', 'A').addresses).toEqual(['10.112.0.10']);
  });
});

describe('EndpointSlices that were not computed', () => {
  const bare = (more = ''): string =>
    service('web', `{ clusterIP: 10.96.7.1, ports: [{ port: 81 }]${more} }`);
  const endpoints = (subsets: string, metadata = ''): string => `---
apiVersion: v1
kind: Endpoints
metadata: { name: web${metadata} }
${subsets}
`;
  const one =
    'subsets: [{ addresses: [{ ip: 172.31.0.50, hostname: a, nodeName: node-1 }], notReadyAddresses: [{ ip: 172.31.0.51 }], ports: [{ port: 7001, appProtocol: http }] }]';
  const slicesOf = (text: string) =>
    endpointSlices(clusterFrom(text), 'default').filter(({ name }) => name !== 'kubernetes');

  test('legacy Endpoints are mirrored: labels and annotations too, but for two', () => {
    const more =
      ', labels: { app: web }, annotations: { note: x, endpoints.kubernetes.io/last-change-trigger-time: "2026-01-02T00:00:00Z", kubectl.kubernetes.io/last-applied-configuration: "{}" }';
    const [slice, ...others] = slicesOf(bare() + endpoints(one, more));
    expect(others).toEqual([]);
    expect(slice).toMatchObject({
      namespace: 'default',
      service: 'web',
      addressType: 'IPv4',
      ports: [{ name: '', protocol: 'TCP', port: 7001, appProtocol: 'http' }],
      endpoints: [
        { addresses: ['172.31.0.50'], conditions: { ready: true }, hostname: 'a', nodeName: 'node-1' },
        { addresses: ['172.31.0.51'], conditions: { ready: false } },
      ],
    });
    expect(slice?.name).toMatch(/^web-[a-z0-9]{5}$/);
    expect(slice?.labels).toEqual({
      app: 'web',
      'endpointslice.kubernetes.io/managed-by': 'endpointslicemirroring-controller.k8s.io',
      'kubernetes.io/service-name': 'web',
    });
    expect(slice?.annotations).toEqual({ note: 'x' });
    expect(slice?.endpoints[1]).not.toHaveProperty('hostname');
    expect(slice?.endpoints[1]).not.toHaveProperty('nodeName');
    expect(slice?.endpoints[1]).not.toHaveProperty('targetRef');
  });

  test.each<[fact: string, text: string, slices: number]>([
    [
      'subsets of the same ports are one slice',
      bare() +
        endpoints(
          'subsets: [{ addresses: [{ ip: 172.31.0.50 }], ports: [{ port: 7001 }] }, { addresses: [{ ip: 172.31.0.51 }], ports: [{ port: 7001 }] }]',
        ),
      1,
    ],
    [
      'subsets of different ports are several',
      bare() +
        endpoints(
          'subsets: [{ addresses: [{ ip: 172.31.0.50 }], ports: [{ port: 7001 }] }, { addresses: [{ ip: 172.31.0.51 }], ports: [{ port: 7002 }] }]',
        ),
      2,
    ],
    ['Endpoints without a Service are not mirrored', endpoints(one), 0],
    [
      'nor those of a Service with a selector, whose own slice stays empty',
      bare(', selector: { app: web }') + endpoints(one),
      1,
    ],
    [
      'nor those that say so',
      bare() + endpoints(one, ', labels: { endpointslice.kubernetes.io/skip-mirror: "true" }'),
      0,
    ],
    [
      '… with another word they are',
      bare() + endpoints(one, ', labels: { endpointslice.kubernetes.io/skip-mirror: "false" }'),
      1,
    ],
    [
      'nor those that elect a leader',
      bare() + endpoints(one, ', annotations: { control-plane.alpha.kubernetes.io/leader: "{}" }'),
      0,
    ],
    ['Endpoints without subsets are no slice', bare() + endpoints(''), 0],
  ])('%s', (_, text, slices) => {
    expect(slicesOf(text)).toHaveLength(slices);
  });

  const written = (
    labels: string,
    more = 'ports: [{ name: "", port: 7001 }]\nendpoints: [{ addresses: [172.31.0.50] }]',
  ): string => `---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata: { name: mine, labels: { ${labels} } }
addressType: IPv4
${more}
`;
  const ofController =
    'kubernetes.io/service-name: web, endpointslice.kubernetes.io/managed-by: endpointslice-controller.k8s.io';

  test.each<[fact: string, text: string, names: string[]]>([
    [
      'a slice of one’s own stays beside the controller’s',
      bare(', selector: { app: web }') + written('kubernetes.io/service-name: web'),
      ['mine', 'web-'],
    ],
    [
      'what claims to be the controller’s, the controller takes back',
      bare(', selector: { app: web }') + written(ofController),
      ['web-'],
    ],
    ['… where there is a selector', bare() + written(ofController), ['mine']],
    ['… and a Service', written(ofController), ['mine']],
    ['a slice of nobody', written('app: web'), ['mine']],
  ])('%s', (_, text, names) => {
    expect(slicesOf(text).map(({ name }) => name.replace(/-.*/, '-'))).toEqual(names);
  });

  test('a slice may have neither ports nor endpoints', () => {
    expect(slicesOf(bare() + written('kubernetes.io/service-name: web', 'endpoints: []'))).toMatchObject([
      { ports: [], endpoints: [] },
    ]);
  });
});

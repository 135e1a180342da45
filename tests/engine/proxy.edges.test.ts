/** Node addresses, host ports, hints, names and schedules where they are rarely looked at. A row is a fact. */
import { describe, expect, test } from 'vitest';
import {
  buildCluster,
  DEFAULT_ENVIRONMENT,
  type Environment,
  kubectlGet,
  lookUp,
  type ProxyMode,
  parseConnection,
  parseManifests,
  resolveConnection,
} from '../../src/engine/index.ts';
import { routeWords } from '../../src/i18n/route/index.ts';
import { clusterOf, isConnection, recordings } from '../truth/datapath-recordings.ts';
import { answersOf, clusterFrom, hopsOf, pod, service } from './trace-of.ts';

const MODES: readonly ProxyMode[] = ['iptables', 'nftables'];

interface Row {
  fact: string;
  cluster: string;
  environment?: Partial<Environment>;
  from: string;
  to: string;
  both?: string[];
  iptables?: string[];
  nftables?: string[];
}

function check(rows: readonly Row[]): void {
  test.each(rows.flatMap((row) => MODES.map((mode) => ({ ...row, mode }))))('$mode: $fact', (row) => {
    const cluster = clusterFrom(row.cluster, { ...DEFAULT_ENVIRONMENT, ...row.environment });
    expect(cluster.rejected).toEqual([]);
    expect(answersOf(cluster, row.from, row.to, row.mode)).toEqual(row.both ?? row[row.mode]);
  });
}

const web = pod('web-1', { labels: '{ app: web }', listens: 'tcp/7001' });
const nodePort = service(
  'web',
  '{ type: NodePort, clusterIP: 10.96.7.1, selector: { app: web }, ports: [{ port: 81, targetPort: 7001, nodePort: 30501 }] }',
);
const client = pod('client-1');
const reached = ['pod/default/web-1:7001 sees node'];
const on = (nodePortAddresses: string): Partial<Environment> => ({
  kubeProxy: { clusterCIDR: '10.244.0.0/16', nodePortAddresses },
});

describe('--nodeport-addresses', () => {
  const dial = (
    fact: string,
    addresses: string,
    to: string,
    answers: Partial<Row>,
    from = 'outside/out-1',
  ): Row => ({
    fact,
    cluster: nodePort + web + client,
    environment: on(addresses),
    from,
    to: `${to}:30501`,
    ...answers,
  });
  check([
    dial('default: the first address of a node', 'default', '172.30.0.11', { both: reached }),
    dial('default: a further address', 'default', '172.30.0.111', {
      iptables: reached,
      nftables: ['refused'],
    }),
    dial('primary: the first address', 'primary', '172.30.0.11', { both: reached }),
    dial('primary: a further address', 'primary', '172.30.0.111', { both: ['refused'] }),
    dial(
      'primary: the gateway of the Pods',
      'primary',
      '10.244.1.1',
      { both: ['refused'] },
      'pod/default/client-1',
    ),
    dial('a range: the first address', '172.30.0.0/24', '172.30.0.11', { both: reached }),
    dial('a range: a further address', '172.30.0.0/24', '172.30.0.111', { both: reached }),
    dial('a range of one address: not the first', '172.30.0.111/32', '172.30.0.11', { both: ['refused'] }),
    dial('a range of one address: that one', '172.30.0.111/32', '172.30.0.111', { both: reached }),
    dial('a range elsewhere', '192.0.2.0/24', '172.30.0.11', { both: ['refused'] }),
    dial('several ranges', '192.0.2.0/24,172.30.0.0/24', '172.30.0.11', { both: reached }),
    dial('what is no range counts for nothing', 'fd00::/8,172.30.0.0/24', '172.30.0.11', { both: reached }),
    dial(
      'a range with loopback: only iptables takes it',
      '127.0.0.0/8',
      '127.0.0.1',
      { iptables: ['pod/default/web-1:7001 sees client'], nftables: ['refused'] },
      'node/node-1',
    ),
    dial('a range without loopback', '172.30.0.0/24', '127.0.0.1', { both: ['refused'] }, 'node/node-1'),
  ]);
});

describe('a host port', () => {
  const published = (port: string, name = 'hp'): string =>
    pod(name, {
      listens: 'tcp/7001,udp/7001',
      status: `{ phase: Running, podIP: 10.244.1.${name.length + 50}, podIPs: [{ ip: 10.244.1.${name.length + 50} }] }`,
    }).replace('image: example/app', `image: example/app, ports: [${port}]`);
  const seen = (name = 'hp', by = 'client'): string[] => [`pod/default/${name}:7001 sees ${by}`];
  const dial = (fact: string, ports: string, to: string, both: string[], from = 'outside/out-1'): Row => ({
    fact,
    cluster: published(ports) + client,
    from,
    to,
    both,
  });
  const base = 'containerPort: 7001, hostPort: 9000';
  check([
    dial('is on every address', `{ ${base} }`, '172.30.0.111:9000', seen()),
    dial('… of 0.0.0.0 as well', `{ ${base}, hostIP: 0.0.0.0 }`, '172.30.0.111:9000', seen()),
    dial('… of an empty address as well', `{ ${base}, hostIP: "" }`, '172.30.0.11:9000', seen()),
    dial('of an address is on that one', `{ ${base}, hostIP: 172.30.0.111 }`, '172.30.0.111:9000', seen()),
    dial('… and on no other', `{ ${base}, hostIP: 172.30.0.111 }`, '172.30.0.11:9000', ['refused']),
    dial('is of TCP unless it says otherwise', `{ ${base} }`, '172.30.0.11:9000/UDP', ['refused']),
    dial('may be of UDP', `{ ${base}, protocol: UDP }`, '172.30.0.11:9000/UDP', seen()),
    dial('0 is none', '{ containerPort: 7001, hostPort: 0 }', '172.30.0.11:9000', ['refused']),
    {
      fact: 'is not open at a cluster IP',
      cluster: published(`{ ${base} }`) + client,
      from: 'outside/out-routed',
      to: '10.96.0.1:9000',
      iptables: ['timed-out'],
      nftables: ['refused'],
    },
    dial(
      'is open from its node, masqueraded at loopback',
      `{ ${base} }`,
      '127.0.0.1:9000',
      seen('hp', 'client'),
      'node/node-1',
    ),
    dial(
      'is masqueraded for Pods of its node',
      `{ ${base} }`,
      '172.30.0.11:9000',
      seen('hp', 'node'),
      'pod/default/client-1',
    ),
    {
      fact: 'the first Pod that fits has it',
      cluster:
        published(`{ ${base}, hostIP: 172.30.0.111 }`, 'one') + published(`{ ${base} }`, 'second') + client,
      from: 'outside/out-1',
      to: '172.30.0.11:9000',
      both: seen('second'),
    },
  ]);
});

describe('endpoints by node and zone', () => {
  const zone = (node: string, name: string): string =>
    `---\napiVersion: v1\nkind: Node\nmetadata: { name: ${node}, labels: { topology.kubernetes.io/zone: ${name} } }\n`;
  const zones = zone('node-1', 'a') + zone('node-2', 'b');
  const both =
    pod('web-1', { labels: '{ app: web }', listens: 'tcp/7001' }) +
    pod('web-2', { labels: '{ app: web }', listens: 'tcp/7001', node: 'node-2' });
  const spread = (more: string): string =>
    service(
      'web',
      `{ clusterIP: 10.96.7.1, selector: { app: web }, ports: [{ port: 81, targetPort: 7001 }], ${more} }`,
    );
  const one = (name: string): string[] => [`pod/default/${name}:7001 sees client`];
  const all = [...one('web-1'), ...one('web-2')];
  check([
    {
      fact: 'PreferSameZone keeps to the zone',
      cluster: zones + spread('trafficDistribution: PreferSameZone') + both + client,
      from: 'pod/default/client-1',
      to: '10.96.7.1:81',
      both: one('web-1'),
    },
    {
      fact: 'PreferSameZone of one zone spreads over its nodes',
      cluster:
        zone('node-1', 'a') +
        zone('node-2', 'a') +
        spread('trafficDistribution: PreferSameZone') +
        both +
        client,
      from: 'pod/default/client-1',
      to: '10.96.7.1:81',
      both: all,
    },
    {
      fact: 'PreferSameZone with one node that has no zone counts for nothing',
      cluster: `${zone('node-1', 'a')}---\napiVersion: v1\nkind: Node\nmetadata: { name: node-2 }\n${spread('trafficDistribution: PreferSameZone')}${both}${client}`,
      from: 'pod/default/client-1',
      to: '10.96.7.1:81',
      both: all,
    },
    {
      fact: 'without a preference zones count for nothing',
      cluster: zones + spread('publishNotReadyAddresses: false') + both + client,
      from: 'pod/default/client-1',
      to: '10.96.7.1:81',
      both: all,
    },
  ]);

  const slice = (endpoints: string, more = ''): string => `---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata: { name: web-1, labels: { kubernetes.io/service-name: web${more} } }
addressType: IPv4
ports: [{ name: "", port: 7001, protocol: TCP }]
endpoints: [${endpoints}]
`;
  const bare = service('web', '{ clusterIP: 10.96.7.1, ports: [{ port: 81 }] }');
  const at = (conditions: string, address = '10.244.1.61'): string =>
    `{ addresses: [${address}], conditions: { ${conditions} }, nodeName: node-1 }`;
  const backend = (name: string, address: string): string =>
    pod(name, {
      listens: 'tcp/7001',
      status: `{ phase: Running, podIP: ${address}, podIPs: [{ ip: ${address} }] }`,
    });
  const backends = backend('web-1', '10.244.1.61') + backend('web-2', '10.244.1.62');
  const written = (fact: string, endpoints: string, answers: string[], more = ''): Row => ({
    fact,
    cluster: bare + slice(endpoints, more) + backends + client,
    from: 'pod/default/client-1',
    to: '10.96.7.1:81',
    both: answers,
  });
  check([
    written('no condition means ready', at(''), one('web-1')),
    written('not ready', at('ready: false'), ['refused']),
    written(
      'not ready, but serving and terminating',
      at('ready: false, serving: true, terminating: true'),
      one('web-1'),
    ),
    written('terminating and not serving', at('ready: false, serving: false, terminating: true'), [
      'refused',
    ]),
    written('serving and not terminating', at('ready: false, serving: true'), ['refused']),
    written(
      'what terminates counts only if nothing is ready',
      `${at('ready: false, serving: true, terminating: true')}, ${at('ready: true', '10.244.1.62')}`,
      one('web-2'),
    ),
    written(
      'a slice left to another proxy',
      at(''),
      ['refused'],
      ', service.kubernetes.io/service-proxy-name: other',
    ),
    written(
      'terminating, and nothing is said of serving',
      at('ready: false, terminating: true'),
      one('web-1'),
    ),
    {
      ...written('a slice of another protocol', at(''), ['refused']),
      cluster: bare + slice(at('')).replace('protocol: TCP', 'protocol: UDP') + backends + client,
    },
    {
      ...written('a slice without a number', at(''), ['refused']),
      cluster: bare + slice(at('')).replace('port: 7001, ', '') + backends + client,
    },
    written('a headless slice', at(''), ['refused'], ', service.kubernetes.io/headless: ""'),
    written('the first address of an endpoint', '{ addresses: [10.244.1.62, 10.244.1.61] }', one('web-2')),
  ]);
});

describe('names', () => {
  const cluster = clusterFrom(
    service('db', '{ clusterIP: None, selector: { app: db }, ports: [{ name: pg, port: 5432 }] }') +
      service(
        'web',
        '{ clusterIP: 10.96.7.1, ports: [{ name: http, port: 81 }, { name: dns, port: 53, protocol: UDP }] }',
      ) +
      pod('db-0', { labels: '{ app: db }', listens: 'tcp/5432', spec: 'hostname: db-0, subdomain: db' }) +
      pod('db-1', { labels: '{ app: db }', listens: 'tcp/5432', spec: 'hostname: db-1, subdomain: other' }) +
      pod('client-1') +
      `---
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: set }
spec: { serviceName: db, replicas: 1, selector: { matchLabels: { app: db } }, template: { metadata: { labels: { app: db } }, spec: { containers: [{ name: c, image: x, ports: [{ containerPort: 5432 }] }] } } }
`,
  );
  const from = 'pod/default/client-1';
  const reasons = (to: string): unknown[] =>
    hopsOf(cluster, from, to)
      .filter(({ place }) => place === 'name')
      .map(({ because, decidedBy }) => [because, decidedBy?.object, decidedBy?.path]);

  test.each<[fact: string, to: string, reasons: unknown[]]>([
    ['localhost', 'localhost:81', [['localhost-record', undefined, undefined]]],
    ['localhost with a dot', 'LOCALHOST.:81', [['localhost-record', undefined, undefined]]],
    [
      'a host name that the Pod says',
      'db-0.db:5432',
      [['endpoint-record', 'Pod/default/db-0', 'spec.hostname']],
    ],
    ['a host name that a StatefulSet gives', 'set-0.db:5432', [['endpoint-record', undefined, undefined]]],
    ['a host name of another subdomain', 'db-1.db:5432', [['name-unknown', undefined, undefined]]],
    [
      'an endpoint of a Service with a cluster IP',
      '10-244-1-2.web:81',
      [['name-unknown', undefined, undefined]],
    ],
    ['a zone that is none', 'web.default.pod.cluster.local:81', [['name-unknown', undefined, undefined]]],
  ])('%s', (_, to, expected) => {
    expect(reasons(to)).toEqual(expected);
  });

  test.each<[fact: string, name: string, type: 'A' | 'SRV', answer: object]>([
    ['localhost has no SRV record', 'localhost', 'SRV', { status: 'NXDOMAIN' }],
    ['the cluster’s own domain exists', 'cluster.local.', 'A', { status: 'NOERROR' }],
    ['svc exists', 'svc.cluster.local.', 'A', { status: 'NOERROR' }],
    ['pod exists', 'pod.cluster.local.', 'A', { status: 'NOERROR' }],
    ['… but no Pod in it', '10-244-1-2.default.pod.cluster.local.', 'A', { status: 'NXDOMAIN' }],
    ['another word does not', 'node.cluster.local.', 'A', { status: 'NXDOMAIN' }],
    ['a namespace exists', 'default.svc.cluster.local.', 'A', { status: 'NOERROR' }],
    ['a namespace that is none', 'nowhere.svc.cluster.local.', 'A', { status: 'NXDOMAIN' }],
    ['more labels than a port has', 'a.b.c.web.default.svc.cluster.local.', 'A', { status: 'NXDOMAIN' }],
    [
      'a port and a protocol',
      '_http._tcp.web',
      'SRV',
      { status: 'NOERROR', srv: [['web.default.svc.cluster.local', 81]] },
    ],
    [
      'the underscores may be missing',
      'http.tcp.web',
      'SRV',
      { status: 'NOERROR', srv: [['web.default.svc.cluster.local', 81]] },
    ],
    ['a port and another protocol', '_http._udp.web', 'SRV', { status: 'NXDOMAIN' }],
    ['a port that is none', '_smtp._tcp.web', 'SRV', { status: 'NXDOMAIN' }],
    [
      'names know no case',
      '_HTTP._TCP.WEB',
      'SRV',
      { status: 'NOERROR', srv: [['web.default.svc.cluster.local', 81]] },
    ],
    ['an address behind a port', '_http._tcp.web', 'A', { status: 'NOERROR', addresses: ['10.96.7.1'] }],
    ['outside the cluster’s domain nobody knows a name', 'example.com.', 'A', { status: 'NXDOMAIN' }],
  ])('%s', (_, name, type, answer) => {
    expect(lookUp(cluster, from, name, type)).toEqual(answer);
  });

  test('a name of five dots is asked for as it stands first', () => {
    const one = 'http.tcp.web.default.svc.cluster.local';
    expect(lookUp(cluster, from, one, 'SRV').srv).toEqual([['web.default.svc.cluster.local', 81]]);
    expect(lookUp(cluster, from, `${one}.`, 'SRV').srv).toEqual([['web.default.svc.cluster.local', 81]]);
  });

  test('a chain of names is followed eight times', () => {
    const link = (i: number): string =>
      service(`a${i}`, `{ type: ExternalName, externalName: a${i + 1}.default.svc.cluster.local }`);
    const chain = (length: number) =>
      clusterFrom(
        Array.from({ length }, (_, i) => link(i)).join('') +
          service(`a${length}`, '{ clusterIP: 10.96.7.9, ports: [{ port: 81 }] }') +
          pod('client-1'),
      );
    expect(lookUp(chain(8), from, 'a0', 'A').addresses).toEqual(['10.96.7.9']);
    expect(lookUp(chain(9), from, 'a0', 'A')).toEqual({ status: 'NOERROR' });
  });
});

describe('source ranges', () => {
  const guarded = (ranges: string): string =>
    `${service('web', `{ type: LoadBalancer, clusterIP: 10.96.7.1, selector: { app: web }, loadBalancerSourceRanges: [${ranges}], ports: [{ port: 81, targetPort: 7001 }] }`).trimEnd()}\nstatus: { loadBalancer: { ingress: [{ ip: 203.0.113.7 }] } }\n`;
  const dial = (fact: string, ranges: string, answers: Partial<Row>, to = '203.0.113.7:81'): Row => ({
    fact,
    cluster: guarded(ranges) + web + client,
    from: 'pod/default/client-1',
    to,
    ...answers,
  });
  const through = { both: ['pod/default/web-1:7001 sees node'] };
  check([
    dial('one of two is enough', '192.0.2.0/24, 10.244.0.0/16', through),
    dial('none of two is not', '192.0.2.0/24, 198.51.100.0/24', { both: ['timed-out'] }),
    dial('those of IPv6 count for nothing', '"2001:db8::/48", 10.244.0.0/16', through),
    dial(
      'the cluster IP has none',
      '192.0.2.0/24',
      { both: ['pod/default/web-1:7001 sees client'] },
      '10.96.7.1:81',
    ),
  ]);
});

describe('ports and protocols', () => {
  const two = service(
    'web',
    '{ clusterIP: 10.96.7.1, selector: { app: web }, ports: [{ name: a, port: 80, protocol: SCTP, targetPort: 7001 }, { name: b, port: 82, protocol: UDP, targetPort: 7001 }] }',
  );
  check(
    ['80', '81', '82', '83'].map((port) => ({
      fact: `${port} of TCP is none of SCTP or UDP beside it`,
      cluster: two + web + client,
      from: 'pod/default/client-1',
      to: `10.96.7.1:${port}`,
      iptables: ['timed-out'],
      nftables: ['refused'],
    })),
  );
  check([
    {
      fact: 'what a machine outside refuses, nftables lets through to it as well',
      cluster: nodePort + web + client,
      from: 'pod/default/client-1',
      to: '172.31.0.50:7009',
      both: ['refused'],
    },
    {
      fact: 'the external addresses of an ExternalName are nobody’s',
      cluster:
        service('away', '{ type: ExternalName, externalName: a.example.com, externalIPs: [198.51.100.7] }') +
        client,
      from: 'pod/default/client-1',
      to: '198.51.100.7:81',
      both: ['timed-out'],
    },
    {
      fact: 'the API server answers as kubernetes',
      cluster: client,
      from: 'pod/default/client-1',
      to: 'kubernetes:443',
      both: ['outside/kube-apiserver:6443 sees client'],
    },
    {
      fact: 'cluster DNS answers over TCP as well',
      cluster: client,
      from: 'pod/default/client-1',
      to: '10.96.0.10:53/TCP',
      both: ['pod/kube-system/coredns:53 sees client'],
    },
    {
      fact: 'cluster DNS answers where a Pod has the address it would have',
      cluster:
        client + pod('x', { status: '{ phase: Running, podIP: 10.244.2.3, podIPs: [{ ip: 10.244.2.3 }] }' }),
      from: 'pod/default/client-1',
      to: '10.96.0.10:53/UDP',
      both: ['pod/kube-system/coredns:53 sees client'],
    },
  ]);
});

describe('Pods without a status', () => {
  const addresses = (text: string, environment?: Environment) =>
    [...clusterFrom(text, environment).pods.values()]
      .filter(({ object }) => object.metadata.namespace !== 'kube-system')
      .map(({ id, address, node }) => `${id} ${node?.name} ${address}`);
  const free = (name: string): string => pod(name).replace('nodeName: node-1, ', '');

  test('go round the nodes and get the next free address', () => {
    expect(addresses(free('a') + free('b') + free('c') + pod('d', { node: 'node-2' }))).toEqual([
      'pod/default/a node-1 10.244.1.2',
      'pod/default/b node-2 10.244.2.2',
      'pod/default/c node-1 10.244.1.3',
      'pod/default/d node-2 10.244.2.3',
    ]);
  });

  test('pass by addresses that are taken', () => {
    const taken = pod('x', { status: '{ phase: Running, podIP: 10.244.1.2, podIPs: [{ ip: 10.244.1.2 }] }' });
    expect(addresses(pod('a') + taken)).toContain('pod/default/a node-1 10.244.1.3');
  });

  test('on the host network have the node’s address', () => {
    expect(addresses(pod('a', { spec: 'hostNetwork: true' }))).toEqual(['pod/default/a node-1 172.30.0.11']);
  });

  test('on a Node of the manifests get addresses of its network', () => {
    const node = (name: string, spec = ''): string =>
      `---\napiVersion: v1\nkind: Node\nmetadata: { name: ${name} }\n${spec}`;
    const cluster =
      node(
        'own',
        'spec: { podCIDR: 10.9.0.0/24 }\nstatus: { addresses: [{ type: Hostname, address: own }, { type: InternalIP, address: 172.30.0.77 }] }\n',
      ) + node('plain');
    expect(addresses(cluster + pod('a', { node: 'own' }) + pod('b', { node: 'plain' }))).toEqual([
      'pod/default/a own 10.9.0.2',
      'pod/default/b plain 10.244.101.2',
    ]);
    const { nodes } = clusterFrom(cluster);
    expect(nodes.get('own')).toMatchObject({ addresses: ['172.30.0.77'], podGateway: '10.9.0.1' });
  });

  test('on a node that there is not are pending', () => {
    expect(clusterFrom(pod('a', { node: 'node-9' })).pods.get('default/a')?.object.status).toEqual({
      phase: 'Pending',
      conditions: [{ type: 'Ready', status: 'False' }],
    });
  });

  test.each([
    ['with a sidecar', 'initContainers: [{ name: s, image: x, restartPolicy: Always }]', '2/2'],
    ['with an init container', 'initContainers: [{ name: i, image: x }]', '1/1'],
  ])('%s run all their containers', (_, spec, ready) => {
    expect(kubectlGet(clusterFrom(pod('a', { spec })), 'pods').split(/ {2,}|\n/)).toContain(ready);
  });

  test('of workloads are named in order', () => {
    const workload = (kind: string, replicas: number): string => `---
apiVersion: apps/v1
kind: ${kind}
metadata: { name: w, namespace: shop }
spec: { replicas: ${replicas}, selector: { matchLabels: { a: b } }, template: { metadata: { labels: { a: b } }, spec: { containers: [{ name: c, image: x }] } } }
`;
    const names = (kind: string, replicas: number): string[] =>
      addresses(
        `---\napiVersion: v1\nkind: Namespace\nmetadata: { name: shop }\n${workload(kind, replicas)}`,
      ).map((text) => text.split(' ')[0] ?? '');
    expect(names('StatefulSet', 2)).toEqual(['pod/shop/w-0', 'pod/shop/w-1']);
    const deployed = names('Deployment', 54);
    expect([0, 1, 25, 26, 27, 51, 52, 53].map((i) => deployed[i])).toEqual(
      ['a', 'b', 'z', 'aa', 'ab', 'az', 'ba', 'bb'].map((letters) => `pod/shop/w-${letters}`),
    );
    expect(names('ReplicaSet', 0)).toEqual([]);
  });

  test('beyond 1000 of one workload run nowhere', () => {
    const text = `apiVersion: apps/v1
kind: Deployment
metadata: { name: w }
spec: { replicas: 5000, selector: { matchLabels: { a: b } }, template: { metadata: { labels: { a: b } }, spec: { containers: [{ name: c, image: x }] } } }
`;
    expect(addresses(text)).toHaveLength(1000);
  });
});

describe('connections', () => {
  const cluster = clusterFrom(nodePort + web + client);

  test('may be given parsed', () => {
    const parsed = parseConnection(cluster, { from: ' pod/default/client-1 ', to: ' 10.96.7.1:81 ' });
    if (!('from' in parsed)) throw new Error(JSON.stringify(parsed));
    const { answers } = resolveConnection(cluster, parsed, { proxyMode: 'iptables' });
    expect(answers).toEqual([{ outcome: 'reached', by: 'pod/default/web-1', port: 7001, sees: 'client' }]);
  });

  test('of nobody are a mistake of the program', () => {
    const to = { host: '10.96.7.1', port: 81, protocol: 'TCP' as const };
    expect(() =>
      resolveConnection(cluster, { from: 'pod/default/nobody', to }, { proxyMode: 'iptables' }),
    ).toThrow('nobody there: pod/default/nobody');
    expect(() =>
      resolveConnection(cluster, { from: 'nobody', to: '10.96.7.1:81' }, { proxyMode: 'iptables' }),
    ).toThrow('vantage-malformed');
  });

  test('from outside to another outside machine pass no node', () => {
    expect(
      hopsOf(cluster, 'outside/out-1', '172.31.0.50:81').map(({ event, because }) => `${event} ${because}`),
    ).toEqual(['sent address-dialed', 'refused nothing-listens']);
    expect(answersOf(cluster, 'outside/out-1', '192.0.2.7:81')).toEqual(['timed-out']);
  });

  test('to what no manifest accepted are of no such name', () => {
    const rejected = buildCluster(parseManifests(service('bad', '{ ports: [] }') + client).objects);
    expect(rejected.rejected).toHaveLength(1);
    expect(answersOf(rejected, 'pod/default/client-1', 'bad:81')).toEqual(['no-such-name']);
  });
});

describe.each(recordings.map((recording) => ({ id: recording.id, recording })))('$id', ({ recording }) => {
  test('every hop has its sentence', () => {
    const { hop: sentences } = routeWords('en');
    const cluster = clusterOf(recording);
    for (const { from, to } of recording.probes.filter(isConnection))
      for (const proxyMode of MODES)
        for (const { because, place } of resolveConnection(cluster, { from, to }, { proxyMode }).hops) {
          const sentence = sentences[because];
          expect(typeof sentence === 'object' ? sentence[place as 'pod'] : sentence, because).toBeTruthy();
        }
  });
});

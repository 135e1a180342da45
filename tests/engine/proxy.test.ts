import { describe, expect, test } from 'vitest';
import { DEFAULT_ENVIRONMENT, type Environment, type ProxyMode } from '../../src/engine/index.ts';
import { answersOf, clusterFrom, pod, service } from './trace-of.ts';

const MODES: readonly ProxyMode[] = ['iptables', 'nftables'];

/** port 81, targetPort 7001, nodePort 30501: one Pod on each node. */
const twoPods =
  pod('web-1', { labels: '{ app: web }', listens: 'tcp/7001' }) +
  pod('web-2', { labels: '{ app: web }', listens: 'tcp/7001', node: 'node-2' });
const oneOn = (node: string) => pod('web-1', { labels: '{ app: web }', listens: 'tcp/7001', node });
const clients = pod('client-1') + pod('client-2', { node: 'node-2' });
const web = (more = '', type = 'NodePort') =>
  service(
    'web',
    `{ type: ${type}, clusterIP: 10.96.7.1, selector: { app: web }, ports: [{ port: 81, targetPort: 7001, nodePort: 30501 }]${more && `, ${more}`} }`,
  );
const loadBalancer = (more = '', ingress = '{ ip: 203.0.113.7 }') =>
  `${web(more, 'LoadBalancer').trimEnd()}\nstatus: { loadBalancer: { ingress: [${ingress}] } }\n`;

/** A load balancer without selector and nodePort, with a health check at 30777. */
const lonelyLoadBalancer = (metadata = '') =>
  service(
    'web',
    '{ type: LoadBalancer, clusterIP: 10.96.7.1, externalTrafficPolicy: Local, healthCheckNodePort: 30777, ports: [{ port: 81, nodePort: 30501 }] }',
    metadata,
  );
const slice = (name: string, ports: string, address: string, more: string) => `---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata: { name: ${name}, labels: { kubernetes.io/service-name: web } }
addressType: IPv4
ports: ${ports}
endpoints: [{ addresses: [${address}], ${more} }]
`;

const one = (sees: string) => [`pod/default/web-1:7001 sees ${sees}`];
const two = (sees: string) => [...one(sees), `pod/default/web-2:7001 sees ${sees}`];

interface Row {
  fact: string;
  cluster: string;
  environment?: Environment;
  from: string;
  to: string;
  both?: string[];
  iptables?: string[];
  nftables?: string[];
}

const ROWS: readonly Row[] = [
  {
    fact: '5.1 a cluster IP keeps a Pod’s address',
    cluster: web() + twoPods,
    from: 'pod/default/client-1',
    to: '10.96.7.1:81',
    both: two('client'),
  },
  {
    fact: '5.2 without a Pod network to go by nobody is masqueraded at a cluster IP',
    cluster: web() + oneOn('node-1'),
    environment: { ...DEFAULT_ENVIRONMENT, kubeProxy: { clusterCIDR: '', nodePortAddresses: 'default' } },
    from: 'outside/out-routed',
    to: '10.96.7.1:81',
    both: one('client'),
  },
  {
    fact: '5.4 another port of a cluster IP',
    cluster: web() + twoPods,
    from: 'pod/default/client-1',
    to: '10.96.7.1:7001',
    iptables: ['timed-out'],
    nftables: ['refused'],
  },
  {
    fact: '5.5 the other protocol of a port',
    cluster: web() + twoPods,
    from: 'pod/default/client-1',
    to: '10.96.7.1:81/UDP',
    iptables: ['timed-out'],
    nftables: ['refused'],
  },
  {
    fact: '5.6 an address of the service range that nobody has',
    cluster: web() + twoPods,
    from: 'pod/default/client-1',
    to: '10.96.99.9:81',
    both: ['timed-out'],
  },
  {
    fact: '5.7 no endpoint is refused, not dropped',
    cluster: web(),
    from: 'pod/default/client-1',
    to: '10.96.7.1:81',
    both: ['refused'],
  },
  {
    fact: '5.7 … at its nodePort as well',
    cluster: web(),
    from: 'outside/out-1',
    to: '172.30.0.12:30501',
    both: ['refused'],
  },
  {
    fact: '5.7 an external IP without endpoints, from a node',
    cluster: web('externalIPs: [198.51.100.7]'),
    from: 'node/node-1',
    to: '198.51.100.7:81',
    iptables: ['timed-out'],
    nftables: ['refused'],
  },
  {
    fact: '5.8 a nodePort masquerades',
    cluster: web() + twoPods,
    from: 'outside/out-1',
    to: '172.30.0.12:30501',
    both: two('node'),
  },
  {
    fact: '5.8 a nodePort works on a node without a Pod',
    cluster: web() + oneOn('node-1'),
    from: 'outside/out-1',
    to: '172.30.0.12:30501',
    both: one('node'),
  },
  {
    fact: '5.8 a hostNetwork Pod on the very node sees the client',
    cluster: web() + pod('web-1', { labels: '{ app: web }', listens: 'tcp/7001', spec: 'hostNetwork: true' }),
    from: 'outside/out-1',
    to: '172.30.0.11:30501',
    both: one('client'),
  },
  {
    fact: '5.8 … on another node it does not',
    cluster: web() + pod('web-1', { labels: '{ app: web }', listens: 'tcp/7001', spec: 'hostNetwork: true' }),
    from: 'outside/out-1',
    to: '172.30.0.12:30501',
    both: one('node'),
  },
  {
    fact: '5.9 the Service port is not open on a node',
    cluster: web() + twoPods,
    from: 'outside/out-1',
    to: '172.30.0.11:81',
    both: ['refused'],
  },
  {
    fact: '5.11 a second address of the node',
    cluster: web() + oneOn('node-1'),
    from: 'outside/out-1',
    to: '172.30.0.111:30501',
    iptables: one('node'),
    nftables: ['refused'],
  },
  {
    fact: '5.12 localhost on a node',
    cluster: web() + oneOn('node-1'),
    from: 'node/node-1',
    to: '127.0.0.1:30501',
    iptables: one('client'),
    nftables: ['refused'],
  },
  {
    fact: '5.12 localhost in a Pod is the Pod',
    cluster: web() + twoPods,
    from: 'pod/default/client-1',
    to: '127.0.0.1:30501',
    both: ['refused'],
  },
  {
    fact: '5.15 a cluster IP from outside',
    cluster: web() + twoPods,
    from: 'outside/out-1',
    to: '10.96.7.1:81',
    both: ['timed-out'],
  },
  {
    fact: '5.15 … with a route it works, masqueraded',
    cluster: web() + twoPods,
    from: 'outside/out-routed',
    to: '10.96.7.1:81',
    both: two('node'),
  },
  {
    fact: '5.16 Local keeps the client’s address',
    cluster: web('externalTrafficPolicy: Local') + oneOn('node-1'),
    from: 'outside/out-1',
    to: '172.30.0.11:30501',
    both: one('client'),
  },
  {
    fact: '5.16 … drops on a node without endpoint',
    cluster: web('externalTrafficPolicy: Local') + oneOn('node-1'),
    from: 'outside/out-1',
    to: '172.30.0.12:30501',
    both: ['timed-out'],
  },
  {
    fact: '5.16 … refuses when there is no endpoint at all',
    cluster: web('externalTrafficPolicy: Local'),
    from: 'outside/out-1',
    to: '172.30.0.12:30501',
    both: ['refused'],
  },
  {
    fact: '5.16 … sends Pods of its own node anywhere',
    cluster: web('externalTrafficPolicy: Local') + oneOn('node-1'),
    from: 'pod/default/client-2',
    to: '172.30.0.12:30501',
    both: one('client'),
  },
  {
    fact: '5.16 … loses the answer to a Pod of another node',
    cluster: web('externalTrafficPolicy: Local') + oneOn('node-1'),
    from: 'pod/default/client-1',
    to: '172.30.0.12:30501',
    both: ['timed-out'],
  },
  {
    fact: '5.16 … leaves the cluster IP alone',
    cluster: web('externalTrafficPolicy: Local') + oneOn('node-1'),
    from: 'pod/default/client-2',
    to: '10.96.7.1:81',
    both: one('client'),
  },
  {
    fact: '5.17 an external IP from outside',
    cluster: web('externalIPs: [198.51.100.7]') + oneOn('node-2'),
    from: 'outside/out-1',
    to: '198.51.100.7:81',
    both: one('node'),
  },
  {
    fact: '5.17 an external IP does not have the nodePort',
    cluster: web('externalIPs: [198.51.100.7]') + oneOn('node-2'),
    from: 'outside/out-1',
    to: '198.51.100.7:30501',
    both: ['timed-out'],
  },
  {
    fact: '5.18 internal Local uses the node’s own endpoint',
    cluster: web('internalTrafficPolicy: Local') + twoPods,
    from: 'pod/default/client-1',
    to: '10.96.7.1:81',
    both: one('client'),
  },
  {
    fact: '5.18 … drops where there is none',
    cluster: web('internalTrafficPolicy: Local') + oneOn('node-1'),
    from: 'pod/default/client-2',
    to: '10.96.7.1:81',
    both: ['timed-out'],
  },
  {
    fact: '5.18 … and leaves the nodePort alone',
    cluster: web('internalTrafficPolicy: Local') + oneOn('node-1'),
    from: 'outside/out-1',
    to: '172.30.0.12:30501',
    both: one('node'),
  },
  {
    fact: '5.19 a load balancer’s address from a Pod',
    cluster: loadBalancer() + oneOn('node-1'),
    from: 'pod/default/client-1',
    to: '203.0.113.7:81',
    both: one('node'),
  },
  {
    fact: '5.19 ipMode Proxy is not intercepted',
    cluster: loadBalancer('', '{ ip: 203.0.113.7, ipMode: Proxy }') + oneOn('node-1'),
    from: 'pod/default/client-1',
    to: '203.0.113.7:81',
    both: ['timed-out'],
  },
  {
    fact: '5.20 a Pod reaches itself and sees its node',
    cluster: web() + oneOn('node-1'),
    from: 'pod/default/web-1',
    to: '10.96.7.1:81',
    both: one('node'),
  },
  {
    fact: '5.20 … by another node’s nodePort with Local',
    cluster: web('externalTrafficPolicy: Local') + oneOn('node-1'),
    from: 'pod/default/web-1',
    to: '172.30.0.12:30501',
    iptables: one('node'),
    nftables: ['timed-out'],
  },
  {
    fact: '5.19 a load balancer without endpoints that has the node’s address leaves the number to a nodePort',
    cluster:
      web() +
      oneOn('node-1') +
      `${service('other', '{ type: LoadBalancer, clusterIP: 10.96.7.2, ports: [{ port: 30501, nodePort: 30502 }] }').trimEnd()}\nstatus: { loadBalancer: { ingress: [{ ip: 172.30.0.11 }] } }\n`,
    from: 'outside/out-1',
    to: '172.30.0.11:30501',
    both: one('node'),
  },
  {
    fact: '5.21 the health check, with an endpoint',
    cluster: loadBalancer('externalTrafficPolicy: Local, healthCheckNodePort: 30777') + oneOn('node-1'),
    from: 'outside/out-1',
    to: '172.30.0.11:30777',
    both: ['kube-proxy 200'],
  },
  {
    fact: '5.21 the health check, without',
    cluster: loadBalancer('externalTrafficPolicy: Local, healthCheckNodePort: 30777') + oneOn('node-1'),
    from: 'outside/out-1',
    to: '172.30.0.12:30777',
    both: ['kube-proxy 503'],
  },
  {
    fact: '5.21 the health check is TCP',
    cluster: loadBalancer('externalTrafficPolicy: Local, healthCheckNodePort: 30777'),
    from: 'outside/out-1',
    to: '172.30.0.12:30777/UDP',
    both: ['refused'],
  },
  {
    fact: '5.21 the health check counts the Service’s endpoints, whatever their port is called',
    cluster:
      lonelyLoadBalancer() +
      slice('web-1', '[{ name: other, port: 7001 }]', '10.244.1.2', 'nodeName: node-1'),
    from: 'outside/out-1',
    to: '172.30.0.11:30777',
    both: ['kube-proxy 200'],
  },
  {
    fact: '5.21 kube-proxy does not answer for a Service left to another proxy',
    cluster: lonelyLoadBalancer('labels: { service.kubernetes.io/service-proxy-name: other }'),
    from: 'outside/out-1',
    to: '172.30.0.11:30777',
    both: ['refused'],
  },
  {
    fact: '5.28 a source in range',
    cluster: loadBalancer('loadBalancerSourceRanges: [172.31.0.10/32]') + oneOn('node-1'),
    from: 'outside/out-1',
    to: '203.0.113.7:81',
    both: one('node'),
  },
  {
    fact: '5.28 a source out of range',
    cluster: loadBalancer('loadBalancerSourceRanges: [172.31.0.10/32]') + oneOn('node-1'),
    from: 'pod/default/client-1',
    to: '203.0.113.7:81',
    both: ['timed-out'],
  },
  {
    fact: '5.28 … of a Service without endpoints',
    cluster: loadBalancer('loadBalancerSourceRanges: [172.31.0.10/32]'),
    from: 'pod/default/client-1',
    to: '203.0.113.7:81',
    iptables: ['refused'],
    nftables: ['timed-out'],
  },
  {
    fact: '5.28 the nodePort knows no ranges',
    cluster: loadBalancer('loadBalancerSourceRanges: [172.31.0.10/32]') + oneOn('node-1'),
    from: 'outside/out-routed',
    to: '172.30.0.11:30501',
    both: one('node'),
  },
  {
    fact: '5.28 a node that has the load balancer’s address dials from it, and may if its primary address may',
    cluster:
      loadBalancer('loadBalancerSourceRanges: [172.30.0.11/32]', '{ ip: 172.30.0.111 }') + oneOn('node-1'),
    from: 'node/node-1',
    to: '172.30.0.111:81',
    both: one('client'),
  },
  {
    fact: '4.11 of the same address twice, that of a Pod that still lives counts',
    cluster:
      service('web', '{ clusterIP: 10.96.7.1, ports: [{ port: 81 }] }') +
      slice(
        'web-1',
        '[{ port: 7001 }]',
        '10.244.2.9',
        'conditions: { ready: false, serving: false, terminating: true }',
      ) +
      slice('web-2', '[{ port: 7001 }]', '10.244.2.9', 'conditions: { ready: true }') +
      slice(
        'web-3',
        '[{ port: 7001 }]',
        '10.244.2.9',
        'conditions: { ready: false, serving: false, terminating: true }',
      ) +
      pod('web-1', { node: 'node-2', listens: 'tcp/7001', status: '{ phase: Running, podIP: 10.244.2.9 }' }),
    from: 'pod/default/client-1',
    to: '10.96.7.1:81',
    both: one('client'),
  },
  {
    fact: '4.9 a label that says headless does not make a Service headless',
    cluster: `${service('web', '{ clusterIP: 10.96.7.1, selector: { app: web }, ports: [{ port: 81, targetPort: 7001 }] }', 'labels: { service.kubernetes.io/headless: "" }')}${oneOn('node-1')}`,
    from: 'pod/default/client-1',
    to: '10.96.7.1:81',
    both: one('client'),
  },
  {
    fact: '5.29 PreferSameNode',
    cluster: web('trafficDistribution: PreferSameNode') + twoPods,
    from: 'pod/default/client-1',
    to: '10.96.7.1:81',
    both: one('client'),
  },
  {
    fact: '5.29 … counts for nothing where no endpoint is on the node',
    cluster: web('trafficDistribution: PreferSameNode') + oneOn('node-1'),
    from: 'pod/default/client-2',
    to: '10.96.7.1:81',
    both: one('client'),
  },
  {
    fact: '5.29 PreferSameZone without zones counts for nothing',
    cluster: web('trafficDistribution: PreferSameZone') + twoPods,
    from: 'pod/default/client-1',
    to: '10.96.7.1:81',
    both: two('client'),
  },
  {
    fact: '4.14 a Service left to another proxy',
    cluster:
      service(
        'web',
        '{ clusterIP: 10.96.7.1, selector: { app: web }, ports: [{ port: 81, targetPort: 7001 }] }',
        'labels: { service.kubernetes.io/service-proxy-name: other }',
      ) + twoPods,
    from: 'pod/default/client-1',
    to: '10.96.7.1:81',
    both: ['timed-out'],
  },
  {
    fact: '5.27 a hostPort',
    cluster: pod('h', {
      listens: 'tcp/7001',
      spec: 'initContainers: [{ name: s, image: i, restartPolicy: Always, ports: [{ containerPort: 7001, hostPort: 18001 }] }]',
    }),
    from: 'outside/out-1',
    to: '172.30.0.11:18001',
    both: ['pod/default/h:7001 sees client'],
  },
  {
    fact: '5.27 … is on its own node only',
    cluster: pod('h', {
      listens: 'tcp/7001',
      spec: 'initContainers: [{ name: s, image: i, restartPolicy: Always, ports: [{ containerPort: 7001, hostPort: 18001 }] }]',
    }),
    from: 'outside/out-1',
    to: '172.30.0.12:18001',
    both: ['refused'],
  },
];

describe.each(ROWS)('$fact', ({ cluster: text, environment, from, to, both, ...perMode }) => {
  const cluster = clusterFrom(text + clients, environment);
  test.each(MODES)('%s', (mode) => {
    expect(cluster.rejected).toEqual([]);
    expect(answersOf(cluster, from, to, mode)).toEqual(both ?? perMode[mode]);
  });
});

describe('terminating Pods', () => {
  const running = (n: number) =>
    `{ phase: Running, podIP: 10.244.1.${n}, podIPs: [{ ip: 10.244.1.${n} }], conditions: [{ type: Ready, status: "True" }] }`;
  const pods = ['web-1', 'web-2']
    .map((name, n) => pod(name, { labels: '{ app: web }', listens: 'tcp/7001', status: running(50 + n) }))
    .join('');
  test.each([
    ['get no traffic while another is ready', ['default/web-2'], one('client')],
    ['serve when none is ready', ['default/web-1', 'default/web-2'], two('client')],
  ])('%s', (_fact, terminating, answers) => {
    const cluster = clusterFrom(web() + pods + clients, {
      ...DEFAULT_ENVIRONMENT,
      terminate: { pods: terminating },
    });
    for (const mode of MODES)
      expect(answersOf(cluster, 'pod/default/client-1', '10.96.7.1:81', mode)).toEqual(answers);
  });
});

test('a packet that would be rewritten for ever is lost', () => {
  const slice = `---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata: { name: round-1, labels: { kubernetes.io/service-name: round } }
addressType: IPv4
ports: [{ name: '', port: 30502, protocol: TCP }]
endpoints: [{ addresses: [172.30.0.11] }, { addresses: [172.30.0.12] }]
`;
  const cluster = clusterFrom(
    service('round', '{ type: NodePort, clusterIP: 10.96.7.9, ports: [{ port: 81, nodePort: 30502 }] }') +
      slice +
      clients,
  );
  for (const mode of MODES)
    expect(answersOf(cluster, 'outside/out-1', '172.30.0.11:30502', mode).length).toBeGreaterThan(0);
});

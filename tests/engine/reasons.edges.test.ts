/** Why a packet fares as it does, and which line of which manifest decided it. A row is a fact. */
import { describe, expect, test } from 'vitest';
import type { Decision, Hop, ProxyMode } from '../../src/engine/index.ts';
import { clusterFrom, hopsOf, pod, service } from './trace-of.ts';

const line = (decision: Decision | undefined): string | undefined =>
  decision && `${decision.object} ${decision.path}`;

/** What is said of the hop with this event: the reason, what decided, what matched, where it was found. */
function said(hops: readonly Hop[], event: Hop['event']): (string | undefined)[] {
  const hop = hops.findLast((one) => one.event === event);
  const all = [hop?.because, line(hop?.decidedBy), line(hop?.matchedBy), line(hop?.foundAt)];
  while (all.length > 0 && all.at(-1) === undefined) all.pop();
  return all;
}

type Row = [
  fact: string,
  to: string,
  event: Hop['event'],
  said: (string | undefined)[],
  options?: { from?: string; mode?: ProxyMode },
];

const PORT_0 = 'Service/default/web spec.ports[0]';
const client = pod('client');
const web = (fields: string, metadata = ''): string => service('web', `{ ${fields} }`, metadata);
const backend = (more: { node?: string } = {}): string =>
  pod('web-1', { labels: '{ app: web }', listens: 'tcp/7001', ...more });
const balanced = (ingress: string, fields: string, metadata = ''): string =>
  `${web(`type: LoadBalancer, ${fields}`, metadata).trimEnd()}\nstatus: { loadBalancer: { ingress: [${ingress}] } }\n`;

function check(rows: readonly Row[], text: string): void {
  const cluster = clusterFrom(text + client);
  test.each(rows)('%s', (_, to, event, expected, { from = 'pod/default/client', mode } = {}) => {
    expect(cluster.rejected).toEqual([]);
    expect(said(hopsOf(cluster, from, to, mode), event)).toEqual(expected);
  });
}

describe('a name', () => {
  check(
    [
      [
        'of a Service with an address of its own',
        'own:81',
        'resolved',
        ['cluster-ip-record', 'Service/default/own spec.clusterIP'],
      ],
      ['of a Service that was given one', 'drawn:81', 'resolved', ['cluster-ip-record']],
      [
        'of a headless Service',
        'db:5432',
        'resolved',
        ['headless-record', 'Service/default/db spec.clusterIP'],
      ],
      [
        'that stands for another',
        'alias:81',
        'resolved',
        ['external-name-record', 'Service/default/alias spec.externalName'],
      ],
      [
        'that stands for one that nobody knows',
        'away:81',
        'not-found',
        ['external-name-unknown', 'Service/default/away spec.externalName'],
      ],
      [
        'that stands for an address, which is no name',
        'number:81',
        'not-found',
        ['external-name-is-address', 'Service/default/number spec.externalName'],
      ],
      [
        'of a headless Service whose selector finds nobody',
        'empty:81',
        'not-found',
        ['headless-without-endpoints', 'Service/default/empty spec.selector'],
      ],
      [
        'of a headless Service without a selector',
        'bare:81',
        'not-found',
        ['headless-without-endpoints', 'Service/default/bare spec.clusterIP'],
      ],
      ['of an endpoint of a Service that has an address', '10-244-1-2.own:81', 'not-found', ['name-unknown']],
      ['of an endpoint that a headless Service has not', 'nobody.db:5432', 'not-found', ['name-unknown']],
      ['of a port that a Service has not', '_smtp._tcp.own:81', 'not-found', ['name-unknown']],
      ['of no Service', 'nobody:81', 'not-found', ['name-unknown']],
      ['asked for on a node', 'own:81', 'not-found', ['cluster-dns-not-asked'], { from: 'node/node-1' }],
    ],
    service('own', '{ clusterIP: 10.96.7.7, ports: [{ port: 81 }] }') +
      service('drawn', '{ ports: [{ port: 81 }] }') +
      service('db', '{ clusterIP: None, selector: { app: db }, ports: [{ port: 5432 }] }') +
      service('empty', '{ clusterIP: None, selector: { app: nobody }, ports: [{ port: 81 }] }') +
      service('bare', '{ clusterIP: None, ports: [{ port: 81 }] }') +
      service('alias', '{ type: ExternalName, externalName: own.default.svc.cluster.local }') +
      service('away', '{ type: ExternalName, externalName: nowhere.example.com }') +
      service('number', '{ type: ExternalName, externalName: 172.31.0.50 }') +
      pod('db-0', { labels: '{ app: db }', listens: 'tcp/5432' }),
  );
});

describe('a port', () => {
  check(
    [
      [
        'of a cluster IP',
        '10.96.7.1:81',
        'rewritten',
        ['service-port', `${PORT_0}.targetPort`, `${PORT_0}.port`],
      ],
      [
        'of a node',
        '172.30.0.11:30501',
        'rewritten',
        ['node-port', `${PORT_0}.targetPort`, `${PORT_0}.nodePort`],
      ],
      [
        'of an external address',
        '198.51.100.7:81',
        'rewritten',
        ['external-ip-port', `${PORT_0}.targetPort`, `${PORT_0}.port`],
      ],
      [
        "of a load balancer's address",
        '203.0.113.7:81',
        'rewritten',
        ['load-balancer-port', `${PORT_0}.targetPort`, `${PORT_0}.port`],
      ],
      ['a cluster IP', '10.96.7.1:81', 'matched', ['cluster-ip', 'Service/default/web spec.clusterIP']],
      [
        'an external address',
        '198.51.100.7:81',
        'matched',
        ['external-ip', 'Service/default/web spec.externalIPs[0]'],
      ],
      [
        "a load balancer's address",
        '203.0.113.7:81',
        'matched',
        ['load-balancer-ip', 'Service/default/web status.loadBalancer.ingress[0].ip'],
      ],
      [
        'an address that wants its load balancer to see the packet',
        '203.0.113.8:81',
        'no-rule',
        ['load-balancer-not-intercepted', 'Service/default/web status.loadBalancer.ingress[1].ipMode'],
      ],
      [
        'a protocol that the port has not, as it is written',
        '10.96.7.1:81/UDP',
        'no-rule',
        ['protocol-not-declared', `${PORT_0}.protocol`],
      ],
      [
        'a protocol that the port has not by default',
        '10.96.7.1:82/UDP',
        'no-rule',
        ['protocol-not-declared'],
      ],
      ['a port that the Service has not', '10.96.7.1:83', 'no-rule', ['port-not-declared']],
      ['an address of the range that no Service has', '10.96.200.7:81', 'no-rule', ['cluster-ip-unassigned']],
      [
        'a node port at an address where nftables has none',
        '172.30.0.111:30501',
        'no-rule',
        ['node-port-not-on-this-address', `${PORT_0}.nodePort`],
        { mode: 'nftables' },
      ],
      [
        'the same, where nobody wrote the number',
        '172.30.0.111:30086',
        'no-rule',
        ['node-port-not-on-this-address'],
        { mode: 'nftables' },
      ],
      [
        'a node port that was drawn',
        '172.30.0.11:30086',
        'rewritten',
        ['node-port', 'Service/default/web spec.ports[1].targetPort'],
      ],
    ],
    balanced(
      '{ ip: 203.0.113.7 }, { ip: 203.0.113.8, ipMode: Proxy }',
      'clusterIP: 10.96.7.1, externalIPs: [198.51.100.7], selector: { app: web }, ports: [{ name: a, port: 81, targetPort: 7001, nodePort: 30501, protocol: TCP }, { name: b, port: 82, targetPort: 7001 }]',
    ) + backend(),
  );
});

describe('a named port', () => {
  check(
    [
      [
        'is found in the Pod, or in the template that made it',
        '10.96.7.1:81',
        'rewritten',
        [
          'service-port',
          `${PORT_0}.targetPort`,
          `${PORT_0}.port`,
          'Deployment/default/web spec.template.spec.containers[0].ports[0].containerPort',
        ],
      ],
      [
        'that no Pod has',
        '10.96.7.1:82',
        'refused',
        [
          'named-port-missing',
          'Service/default/web spec.ports[1].targetPort',
          'Service/default/web spec.ports[1].port',
        ],
      ],
    ],
    `${web('clusterIP: 10.96.7.1, selector: { app: web }, ports: [{ name: a, port: 81, targetPort: http }, { name: b, port: 82, targetPort: htpp }]')}---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec: { selector: { matchLabels: { app: web } }, template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: c, image: x, ports: [{ name: http, containerPort: 7001 }] }] } } }
`,
  );
});

describe('without an endpoint', () => {
  const slice = (port: string, conditions = ''): string => `---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata: { name: web-1, labels: { kubernetes.io/service-name: web } }
addressType: IPv4
ports: [${port}]
endpoints: [{ addresses: [10.244.1.61], conditions: { ${conditions} } }]
`;
  const selecting = web('clusterIP: 10.96.7.1, selector: { app: web }, ports: [{ port: 81 }]');
  const bare = web('clusterIP: 10.96.7.1, ports: [{ port: 81 }]');
  const refusal = (...reason: [string, string?]): Row => [
    reason[0],
    '10.96.7.1:81',
    'refused',
    [...(reason.length > 1 ? reason : [...reason, undefined]), `${PORT_0}.port`],
  ];
  describe('a selector that finds nobody', () => {
    check([refusal('no-pod-selected', 'Service/default/web spec.selector')], selecting);
  });
  describe('no selector', () => {
    check([refusal('no-selector')], bare);
  });
  describe('a slice of another port', () => {
    check([refusal('slice-port-differs')], bare + slice('{ name: other, port: 7001 }'));
  });
  describe('an endpoint that is not ready', () => {
    check([refusal('no-ready-endpoint')], bare + slice('{ name: "", port: 81 }', 'ready: false'));
  });
});

describe('a policy', () => {
  const text = (fields: string): string =>
    balanced(
      '{ ip: 203.0.113.7 }',
      `clusterIP: 10.96.7.1, selector: { app: web }, ports: [{ port: 81, targetPort: 7001, nodePort: 30501 }], ${fields}`,
    ) + backend({ node: 'node-2' });
  describe('Local within the cluster', () => {
    check(
      [
        [
          'drops where there is no endpoint',
          '10.96.7.1:81',
          'dropped',
          ['no-local-endpoint', 'Service/default/web spec.internalTrafficPolicy', `${PORT_0}.port`],
        ],
      ],
      text('internalTrafficPolicy: Local'),
    );
  });
  describe('Local from outside', () => {
    const outside = { from: 'outside/out-1' };
    check(
      [
        [
          'drops where there is no endpoint',
          '172.30.0.11:30501',
          'dropped',
          ['no-local-endpoint', 'Service/default/web spec.externalTrafficPolicy', `${PORT_0}.nodePort`],
          outside,
        ],
        [
          'has kube-proxy answer health checks',
          '172.30.0.11:31777',
          'accepted',
          ['health-check', 'Service/default/web spec.healthCheckNodePort'],
          outside,
        ],
      ],
      text('externalTrafficPolicy: Local, healthCheckNodePort: 31777'),
    );
    check(
      [['… at a number that was drawn as well', '172.30.0.11:30086', 'accepted', ['health-check'], outside]],
      text('externalTrafficPolicy: Local'),
    );
  });
  describe('of source ranges', () => {
    check(
      [
        [
          'drops at the address of the load balancer',
          '203.0.113.7:81',
          'dropped',
          ['source-not-allowed', 'Service/default/web spec.loadBalancerSourceRanges', `${PORT_0}.port`],
        ],
      ],
      text('loadBalancerSourceRanges: [192.0.2.0/24]'),
    );
  });
});

describe('an endpoint that is another cluster IP', () => {
  check(
    [['has no rule of its own', '10.96.7.1:81', 'no-rule', ['endpoint-is-cluster-ip']]],
    `${web('clusterIP: 10.96.7.1, ports: [{ port: 81 }]')}${service('other', '{ clusterIP: 10.96.7.2, ports: [{ port: 81 }] }')}---
apiVersion: v1
kind: Endpoints
metadata: { name: web }
subsets: [{ addresses: [{ ip: 10.96.7.2 }], ports: [{ port: 82 }] }]
`,
  );
});

describe('a Service left to another proxy', () => {
  const label = 'service.kubernetes.io/service-proxy-name';
  check(
    [
      [
        'has no rules, because of its label',
        '10.96.7.1:81',
        'no-rule',
        ['other-proxy', `Service/default/web metadata.labels[${label}]`],
      ],
    ],
    web('clusterIP: 10.96.7.1, selector: { app: web }, ports: [{ port: 81 }]', `labels: { ${label}: other }`),
  );
});

describe('a host port', () => {
  check(
    [
      [
        'leads to the port of its container',
        '172.30.0.11:9000',
        'rewritten',
        [
          'host-port',
          'Pod/default/hp spec.containers[0].ports[0].containerPort',
          'Pod/default/hp spec.containers[0].ports[0].hostPort',
        ],
        { from: 'outside/out-1' },
      ],
    ],
    pod('hp', { listens: 'tcp/7001' }).replace(
      'image: example/app',
      'image: example/app, ports: [{ containerPort: 7001, hostPort: 9000 }]',
    ),
  );
});

test('two Services that claim one address: the one that has the port is matched, for another port the first', () => {
  const claim = (name: string, port: number): string =>
    service(
      name,
      `{ externalIPs: [198.51.100.7], selector: { app: web }, ports: [{ port: ${port}, targetPort: 7001 }] }`,
    );
  const cluster = clusterFrom(claim('one', 81) + claim('two', 82) + backend() + client);
  const matched = (port: number) =>
    hopsOf(cluster, 'pod/default/client', `198.51.100.7:${port}`).find(({ event }) => event === 'matched')
      ?.at;
  expect([81, 82, 83].map(matched)).toEqual(['one', 'two', 'one'].map((name) => `service/default/${name}`));
});

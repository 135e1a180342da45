/** Which rule had its say on a packet's way, and which written value decided it: the place, the event, the reason; then decidedBy, matchedBy, foundAt. */
import { describe, expect, test } from 'vitest';
import {
  type Cluster,
  DEFAULT_ENVIRONMENT,
  type Decision,
  type Hop,
  type ProxyMode,
} from '../../src/engine/index.ts';
import { answersOf, clusterFrom, hopsOf, pod, service } from './trace-of.ts';

const MODES: readonly ProxyMode[] = ['iptables', 'nftables'];
const from = 'pod/default/client';
const outside = 'outside/out-1';

const shown = (decision: Decision | undefined): string =>
  decision ? `${decision.object} ${decision.path}` : '-';

/** `node/node-1 rewritten service-port`, then what decided, matched and was found. */
function said({ at, event, because, decidedBy, matchedBy, foundAt }: Hop): string[] {
  const decisions = [decidedBy, matchedBy, foundAt].map(shown);
  while (decisions.at(-1) === '-') decisions.pop();
  return [`${at} ${event} ${because}`, ...decisions];
}

/** What the Services and the rules of the nodes had to say, and the end of it. */
function rulesOf(cluster: Cluster, to: string, mode: ProxyMode, who = from): string[][] {
  return hopsOf(cluster, who, to, mode)
    .filter(({ place }) => place === 'node-rule')
    .map(said);
}

const matchesOf = (cluster: Cluster, to: string, who = from): string[][] =>
  hopsOf(cluster, who, to)
    .filter(({ place }) => place === 'service')
    .map(said);

const accepted = (cluster: Cluster): Cluster => {
  expect(cluster.rejected.map(({ object }) => object.metadata.name)).toEqual([]);
  return cluster;
};

const web = pod('web-1', {
  labels: '{ app: web }',
  listens: 'tcp/7001,tcp/7002,udp/7003',
  spec: 'initContainers: [{ name: start, image: example/app, ports: [{ name: side, containerPort: 7777 }] }, { name: proxy, image: example/app, restartPolicy: Always, ports: [{ name: side, containerPort: 7002 }] }]',
}).replace(
  'image: example/app }]',
  'image: example/app, ports: [{ containerPort: 7005 }, { name: http, containerPort: 7001 }] }]',
);
const client = pod('client');
const slice = (name: string, ports: string, endpoints: string, of = name, more = ''): string => `---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata: { name: ${name}-x, labels: { kubernetes.io/service-name: ${of}${more} } }
addressType: IPv4
ports: [${ports}]
endpoints: [${endpoints}]
`;

describe('a packet that is rewritten', () => {
  const cluster = accepted(
    clusterFrom(
      web +
        client +
        service(
          'full',
          `{ type: LoadBalancer, clusterIP: 10.96.7.1, externalIPs: [198.51.100.6, 198.51.100.7], selector: { app: web }, ports: [
            { name: a, port: 81, targetPort: 7001, nodePort: 30501 }, { name: b, port: 82, targetPort: http, nodePort: 30502 },
            { name: c, port: 7001, nodePort: 30503 }, { name: d, port: 83, targetPort: side, nodePort: 30504 },
            { name: e, port: 84, targetPort: 7001 } ] }
status: { loadBalancer: { ingress: [{ hostname: lb.example.com }, { ip: 203.0.113.8 }, { ip: 203.0.113.9, ipMode: Proxy }, { ip: 203.0.113.10, ipMode: VIP }] } }`,
        ) +
        service('written', '{ clusterIP: 10.96.7.2, ports: [{ port: 85, targetPort: http }] }') +
        slice('written', '{ name: "", port: 7001, protocol: TCP }', '{ addresses: [10.244.1.2] }') +
        service('legacy', '{ clusterIP: 10.96.7.3, ports: [{ name: x, port: 86 }, { name: z, port: 87 }] }') +
        `---
apiVersion: v1
kind: Endpoints
metadata: { name: legacy }
subsets: [{ addresses: [{ ip: 10.244.1.9 }], ports: [{ name: x, port: 7001 }] }, { addresses: [{ ip: 10.244.1.2 }], ports: [{ name: x, port: 7002 }, { name: z, port: 7001 }] }]
`,
    ),
  );
  const port = (index: number, field: string): string => `Service/default/full spec.ports[${index}].${field}`;

  test.each<[fact: string, to: string, expected: string[]]>([
    [
      'at a cluster IP goes by port to targetPort',
      '10.96.7.1:81',
      ['node/node-1 rewritten service-port', port(0, 'targetPort'), port(0, 'port')],
    ],
    [
      'at a node goes by nodePort to targetPort',
      '172.30.0.11:30501',
      ['node/node-1 rewritten node-port', port(0, 'targetPort'), port(0, 'nodePort')],
    ],
    [
      'at an external IP goes by port to targetPort',
      '198.51.100.7:81',
      ['node/node-1 rewritten external-ip-port', port(0, 'targetPort'), port(0, 'port')],
    ],
    [
      'at a load balancer’s address goes by port to targetPort',
      '203.0.113.8:81',
      ['node/node-1 rewritten load-balancer-port', port(0, 'targetPort'), port(0, 'port')],
    ],
    [
      'at one of ipMode VIP as well',
      '203.0.113.10:81',
      ['node/node-1 rewritten load-balancer-port', port(0, 'targetPort'), port(0, 'port')],
    ],
    [
      'by a name goes to the containerPort of that name',
      '10.96.7.1:82',
      [
        'node/node-1 rewritten service-port',
        port(1, 'targetPort'),
        port(1, 'port'),
        'Pod/default/web-1 spec.containers[0].ports[1].containerPort',
      ],
    ],
    [
      'by a name and a nodePort as well',
      '172.30.0.11:30502',
      [
        'node/node-1 rewritten node-port',
        port(1, 'targetPort'),
        port(1, 'nodePort'),
        'Pod/default/web-1 spec.containers[0].ports[1].containerPort',
      ],
    ],
    [
      'without a targetPort goes to port',
      '172.30.0.11:30503',
      ['node/node-1 rewritten node-port', port(2, 'port'), port(2, 'nodePort')],
    ],
    [
      'by a name finds a sidecar’s port, not that of an init container that ends',
      '10.96.7.1:83',
      [
        'node/node-1 rewritten service-port',
        port(3, 'targetPort'),
        port(3, 'port'),
        'Pod/default/web-1 spec.initContainers[1].ports[0].containerPort',
      ],
    ],
    [
      'to a written EndpointSlice goes to the slice’s port',
      '10.96.7.2:85',
      [
        'node/node-1 rewritten service-port',
        'EndpointSlice/default/written-x ports[0].port',
        'Service/default/written spec.ports[0].port',
      ],
    ],
    [
      'to legacy Endpoints goes to their port',
      '10.96.7.3:87',
      [
        'node/node-1 rewritten service-port',
        'Endpoints/default/legacy subsets[1].ports[1].port',
        'Service/default/legacy spec.ports[1].port',
      ],
    ],
  ])('%s', (_, to, expected) => {
    for (const mode of MODES) expect(rulesOf(cluster, to, mode)).toEqual([expected]);
  });

  test('at a nodePort that was drawn goes by nothing written', () => {
    const drawn = cluster.services.get('default/full')?.object.spec.ports?.[4]?.nodePort;
    expect(rulesOf(cluster, `172.30.0.11:${drawn}`, 'iptables')).toEqual([
      ['node/node-1 rewritten node-port', port(4, 'targetPort')],
    ]);
  });

  test.each<[fact: string, to: string, expected: string[][]]>([
    [
      'a cluster IP that is written',
      '10.96.7.1:81',
      [['service/default/full matched cluster-ip', 'Service/default/full spec.clusterIP']],
    ],
    [
      'the second external IP',
      '198.51.100.7:81',
      [['service/default/full matched external-ip', 'Service/default/full spec.externalIPs[1]']],
    ],
    [
      'a load balancer’s address, counted with those that are host names',
      '203.0.113.8:81',
      [
        [
          'service/default/full matched load-balancer-ip',
          'Service/default/full status.loadBalancer.ingress[1].ip',
        ],
      ],
    ],
    [
      'the API server’s cluster IP, which nobody wrote',
      '10.96.0.1:443',
      [['service/default/kubernetes matched cluster-ip']],
    ],
    ['no Service at a node’s address', '172.30.0.11:30501', []],
  ])('matches %s', (_, to, expected) => {
    expect(matchesOf(cluster, to)).toEqual(expected);
  });

  test('for a load balancer of ipMode Proxy is left to it', () => {
    for (const mode of MODES)
      expect(rulesOf(cluster, '203.0.113.9:81', mode)).toEqual([
        [
          'node/node-1 no-rule load-balancer-not-intercepted',
          'Service/default/full status.loadBalancer.ingress[2].ipMode',
        ],
      ]);
  });

  test('for the cluster’s own Services is decided by no manifest', () => {
    for (const to of ['10.96.0.1:443', '10.96.0.10:53', '10.96.0.10:53/UDP'])
      expect(rulesOf(cluster, to, 'nftables')).toEqual([['node/node-1 rewritten service-port']]);
    expect(answersOf(cluster, from, '10.96.0.1:443')).toEqual(['outside/kube-apiserver:6443 sees client']);
    expect(answersOf(cluster, from, '10.96.0.10:53')).toEqual(['pod/kube-system/coredns:53 sees client']);
    expect(answersOf(cluster, 'node/node-1', '10.96.0.10:53/UDP')).toEqual([
      'pod/kube-system/coredns:53 sees client',
    ]);
  });
});

describe('a Service for which kube-proxy has no rule', () => {
  const cluster = accepted(
    clusterFrom(
      web +
        client +
        service(
          'elsewhere',
          '{ type: LoadBalancer, clusterIP: 10.96.7.1, selector: { app: web }, ports: [{ port: 81, targetPort: 7001, nodePort: 30501 }] }\nstatus: { loadBalancer: { ingress: [{ ip: 203.0.113.8 }] } }',
          'labels: { service.kubernetes.io/service-proxy-name: other }',
        ) +
        service(
          'bodiless',
          '{ clusterIP: None, externalIPs: [198.51.100.7], selector: { app: web }, ports: [{ port: 82, targetPort: 7001 }] }',
        ) +
        service(
          'outward',
          '{ type: ExternalName, externalName: example.com, externalIPs: [198.51.100.8], ports: [{ port: 83 }] }',
        ) +
        service(
          'udp',
          '{ clusterIP: 10.96.7.4, selector: { app: web }, ports: [{ name: x, port: 84, targetPort: 7001 }, { name: z, port: 85, protocol: UDP, targetPort: 7003 }, { name: w, port: 86, protocol: TCP, targetPort: 7001 }] }',
        ) +
        service(
          'web',
          '{ type: NodePort, clusterIP: 10.96.7.5, selector: { app: web }, ports: [{ port: 87, targetPort: 7001, nodePort: 30502 }] }',
        ),
    ),
  );

  test.each<
    [
      fact: string,
      to: string,
      iptables: string[],
      nftables: string[][],
      end: [iptables: string, nftables: string],
    ]
  >([
    [
      'as its label names another proxy',
      '10.96.7.1:81',
      [
        'node/node-1 no-rule other-proxy',
        'Service/default/elsewhere metadata.labels[service.kubernetes.io/service-proxy-name]',
      ],
      [['node/node-1 dropped unassigned-dropped']],
      ['timed-out', 'timed-out'],
    ],
    [
      '… at a load balancer’s address as well',
      '203.0.113.8:81',
      [
        'node/node-1 no-rule other-proxy',
        'Service/default/elsewhere metadata.labels[service.kubernetes.io/service-proxy-name]',
      ],
      [],
      ['timed-out', 'timed-out'],
    ],
    [
      'on this port',
      '10.96.7.4:7001',
      ['node/node-1 no-rule port-not-declared'],
      [['node/node-1 refused cluster-ip-rejected']],
      ['timed-out', 'refused'],
    ],
    [
      'of this protocol, which is UDP as it is written',
      '10.96.7.4:85',
      ['node/node-1 no-rule protocol-not-declared', 'Service/default/udp spec.ports[1].protocol'],
      [['node/node-1 refused cluster-ip-rejected']],
      ['timed-out', 'refused'],
    ],
    [
      'of this protocol, which is TCP as nothing is written',
      '10.96.7.4:84/UDP',
      ['node/node-1 no-rule protocol-not-declared'],
      [['node/node-1 refused cluster-ip-rejected']],
      ['timed-out', 'refused'],
    ],
    [
      'of this protocol, which is TCP as it is written',
      '10.96.7.4:86/UDP',
      ['node/node-1 no-rule protocol-not-declared', 'Service/default/udp spec.ports[2].protocol'],
      [['node/node-1 refused cluster-ip-rejected']],
      ['timed-out', 'refused'],
    ],
    [
      'as nobody has the address',
      '10.96.7.77:81',
      ['node/node-1 no-rule cluster-ip-unassigned'],
      [['node/node-1 dropped unassigned-dropped']],
      ['timed-out', 'timed-out'],
    ],
  ])('%s', (_, to, none, after, end) => {
    expect(rulesOf(cluster, to, 'iptables')).toEqual([none]);
    expect(rulesOf(cluster, to, 'nftables')).toEqual([none, ...after]);
    expect([answersOf(cluster, from, to, 'iptables'), answersOf(cluster, from, to, 'nftables')]).toEqual(
      end.map((one) => [one]),
    );
  });

  test.each<[fact: string, to: string]>([
    ['headless: its external IPs are nobody’s', '198.51.100.7:82'],
    ['ExternalName: its external IPs are nobody’s', '198.51.100.8:83'],
    ['the service-proxy-name label: its node ports are nobody’s', '203.0.113.99:30501'],
  ])('%s', (_, to) => {
    for (const mode of MODES)
      expect(hopsOf(cluster, from, to, mode).map(said)).toEqual([
        [`${from} sent address-dialed`],
        ['outside dropped nobody-answers'],
      ]);
  });

  test('nftables: node ports are on a node’s first address only', () => {
    const rules = (to: string) => rulesOf(cluster, to, 'nftables', 'node/node-1');
    const absent = [
      'node/node-1 no-rule node-port-not-on-this-address',
      'Service/default/web spec.ports[0].nodePort',
    ];
    expect(rules('172.30.0.111:30502')).toEqual([absent]);
    expect(rules('127.0.0.1:30502')).toEqual([absent]);
    expect(rules('10.244.1.1:30502')).toEqual([absent]);
    expect(rules('172.30.0.111:30503')).toEqual([]);
    expect(rules('172.30.0.111:30501')).toEqual([]);
  });
});

describe('a Service without endpoints', () => {
  const ghost = (name: string, spec: string): string =>
    service(name, `{ type: NodePort, externalIPs: [198.51.100.${name.length}], ${spec} }`);
  const cluster = accepted(
    clusterFrom(
      web +
        client +
        pod('sick', {
          labels: '{ app: sick }',
          status:
            '{ phase: Running, podIP: 10.244.1.40, podIPs: [{ ip: 10.244.1.40 }], conditions: [{ type: Ready, status: "False" }] }',
        }) +
        ghost('a', 'clusterIP: 10.96.7.1, selector: { app: wbe }, ports: [{ port: 81, nodePort: 30501 }]') +
        ghost('bb', 'clusterIP: 10.96.7.2, selector: { app: sick }, ports: [{ port: 81, nodePort: 30502 }]') +
        ghost(
          'ccc',
          'clusterIP: 10.96.7.3, selector: { app: web }, ports: [{ port: 81, targetPort: htpp, nodePort: 30503 }]',
        ) +
        ghost('dddd', 'clusterIP: 10.96.7.4, ports: [{ port: 81, nodePort: 30504 }]') +
        ghost('eeeee', 'clusterIP: 10.96.7.5, ports: [{ name: http, port: 81, nodePort: 30505 }]') +
        slice('eeeee', '{ name: "", port: 7001, protocol: TCP }', '{ addresses: [10.244.1.2] }') +
        ghost('ffffff', 'clusterIP: 10.96.7.6, ports: [{ port: 81, nodePort: 30506 }]') +
        slice('ffffff', '{ name: "", port: 7001, protocol: UDP }', '{ addresses: [10.244.1.2] }') +
        ghost('ggggggg', 'clusterIP: 10.96.7.7, ports: [{ port: 81, nodePort: 30507 }]') +
        slice('ggggggg', '{ name: "", port: null, protocol: TCP }', '{ addresses: [10.244.1.2] }') +
        ghost('hhhhhhhh', 'clusterIP: 10.96.7.8, ports: [{ port: 81, nodePort: 30508 }]') +
        slice('hhhhhhhh', '{ name: "", port: 7001, protocol: TCP }', ''),
    ),
  );
  const names = ['a', 'bb', 'ccc', 'dddd', 'eeeee', 'ffffff', 'ggggggg', 'hhhhhhhh'];

  test.each<[name: string, because: string, decided: string]>([
    ['a', 'no-pod-selected', 'Service/default/a spec.selector'],
    ['bb', 'no-ready-endpoint', '-'],
    ['ccc', 'named-port-missing', 'Service/default/ccc spec.ports[0].targetPort'],
    ['dddd', 'no-selector', '-'],
    ['eeeee', 'slice-port-differs', '-'],
    ['ffffff', 'slice-port-differs', '-'],
    ['ggggggg', 'slice-port-differs', '-'],
    ['hhhhhhhh', 'no-selector', '-'],
  ])('%s refuses: %s', (name, because, decided) => {
    const n = names.indexOf(name) + 1;
    const matched = (field: string): string => `Service/default/${name} spec.ports[0].${field}`;
    for (const mode of MODES) {
      expect(rulesOf(cluster, `10.96.7.${n}:81`, mode)).toEqual([
        [`node/node-1 refused ${because}`, decided, matched('port')],
      ]);
      expect(rulesOf(cluster, `172.30.0.12:3050${n}`, mode)).toEqual([
        [`node/node-2 refused ${because}`, decided, matched('nodePort')],
      ]);
      expect(rulesOf(cluster, `198.51.100.${n}:81`, mode)).toEqual([
        [`node/node-1 refused ${because}`, decided, matched('port')],
      ]);
    }
  });

  test('is not refused to a node’s own process at an external IP: iptables does not ask in OUTPUT', () => {
    expect(rulesOf(cluster, '198.51.100.1:81', 'iptables', 'node/node-1')).toEqual([
      [
        'node/node-1 no-rule no-pod-selected',
        'Service/default/a spec.selector',
        'Service/default/a spec.ports[0].port',
      ],
    ]);
    expect(answersOf(cluster, 'node/node-1', '198.51.100.1:81', 'iptables')).toEqual(['timed-out']);
    expect(answersOf(cluster, 'node/node-1', '198.51.100.1:81', 'nftables')).toEqual(['refused']);
    for (const mode of MODES)
      expect(answersOf(cluster, 'node/node-1', '10.96.7.1:81', mode)).toEqual(['refused']);
  });
});

describe('a traffic policy Local', () => {
  const local = service(
    'web',
    '{ type: LoadBalancer, clusterIP: 10.96.7.1, externalIPs: [198.51.100.7], externalTrafficPolicy: Local, internalTrafficPolicy: Local, healthCheckNodePort: 31900, selector: { app: web }, ports: [{ port: 81, targetPort: 7001, nodePort: 30501 }] }\nstatus: { loadBalancer: { ingress: [{ ip: 203.0.113.8 }] } }',
  );
  const cluster = accepted(clusterFrom(local + web + client + pod('far', { node: 'node-2' })));
  const dropped = (field: string, matched: string): string[] => [
    'node/node-2 dropped no-local-endpoint',
    `Service/default/web spec.${field}`,
    `Service/default/web spec.ports[0].${matched}`,
  ];

  test.each<[fact: string, who: string, to: string, expected: string[]]>([
    [
      'internal drops at a cluster IP',
      'pod/default/far',
      '10.96.7.1:81',
      dropped('internalTrafficPolicy', 'port'),
    ],
    [
      'external drops at a node port',
      outside,
      '172.30.0.12:30501',
      dropped('externalTrafficPolicy', 'nodePort'),
    ],
  ])('%s where no endpoint is local', (_, who, to, expected) => {
    for (const mode of MODES) {
      expect(rulesOf(cluster, to, mode, who)).toEqual([expected]);
      expect(answersOf(cluster, who, to, mode)).toEqual(['timed-out']);
    }
  });

  test.each<[fact: string, who: string, to: string, answers: string[]]>([
    ['a cluster IP where an endpoint is local', from, '10.96.7.1:81', ['pod/default/web-1:7001 sees client']],
    [
      'a node port where an endpoint is local',
      outside,
      '172.30.0.11:30501',
      ['pod/default/web-1:7001 sees client'],
    ],
    [
      'an external IP from a Pod of another node: all endpoints of the cluster',
      'pod/default/far',
      '198.51.100.7:81',
      ['pod/default/web-1:7001 sees client'],
    ],
    [
      'a load balancer’s address from a Pod of another node',
      'pod/default/far',
      '203.0.113.8:81',
      ['pod/default/web-1:7001 sees client'],
    ],
    [
      'an external IP from a node without endpoints: masqueraded',
      'node/node-2',
      '198.51.100.7:81',
      ['pod/default/web-1:7001 sees client'],
    ],
    [
      'its own node port from a node without endpoints',
      'node/node-2',
      '172.30.0.12:30501',
      ['pod/default/web-1:7001 sees client'],
    ],
  ])('%s', (_, who, to, answers) => {
    for (const mode of MODES) expect(answersOf(cluster, who, to, mode)).toEqual(answers);
  });

  test('the answer to a Pod that dialed another node’s port takes a shortcut', () => {
    const hops = hopsOf(cluster, from, '172.30.0.12:30501').map(said);
    expect(hops.at(-1)).toEqual([
      `${from} answer-lost answer-bypasses-node`,
      'Service/default/web spec.externalTrafficPolicy',
    ]);
  });

  describe('is watched by healthCheckNodePort', () => {
    const checked = (spec: string, pods: string, to = '172.30.0.11:31900', who = outside): string[] =>
      answersOf(accepted(clusterFrom(local.replace('selector: { app: web }, ', spec) + pods)), who, to);
    const selector = 'selector: { app: web }, ';
    test('a node with a ready endpoint says 200, one without 503', () => {
      expect(checked(selector, web)).toEqual(['kube-proxy 200']);
      expect(checked(selector, web, '172.30.0.12:31900')).toEqual(['kube-proxy 503']);
      expect(checked(selector, '')).toEqual(['kube-proxy 503']);
    });

    const ports = '{ name: "", port: 7001, protocol: TCP }';
    const otherProxy = ', service.kubernetes.io/service-proxy-name: other';
    test.each<[fact: string, answer: string, slice: string]>([
      [
        'an endpoint without conditions is ready',
        '200',
        slice('web', ports, '{ addresses: [10.244.1.9], nodeName: node-1 }'),
      ],
      [
        'an endpoint that says nothing of ready is',
        '200',
        slice('web', ports, '{ addresses: [10.244.1.9], conditions: {}, nodeName: node-1 }'),
      ],
      [
        'an endpoint that is not ready counts for nothing',
        '503',
        slice('web', ports, '{ addresses: [10.244.1.9], conditions: { ready: false }, nodeName: node-1 }'),
      ],
      [
        'nor does one that serves while it terminates',
        '503',
        slice(
          'web',
          ports,
          '{ addresses: [10.244.1.9], conditions: { ready: false, serving: true, terminating: true }, nodeName: node-1 }',
        ),
      ],
      [
        'nor one of another node',
        '503',
        slice('web', ports, '{ addresses: [10.244.1.9], nodeName: node-2 }'),
      ],
      ['nor one of no node', '503', slice('web', ports, '{ addresses: [10.244.1.9] }')],
      [
        'an endpoint of a port the Service does not have counts',
        '200',
        slice('web', '{ name: other, port: 7009 }', '{ addresses: [10.244.1.9], nodeName: node-1 }'),
      ],
      [
        'a slice of another proxy does not',
        '503',
        slice('web', ports, '{ addresses: [10.244.1.9], nodeName: node-1 }', 'web', otherProxy),
      ],
    ])('%s', (_, answer, endpoints) => {
      expect(checked('', endpoints)).toEqual([`kube-proxy ${answer}`]);
    });

    test('what is written decides it, what was drawn does not', () => {
      const last = (text: string, port = 31900) =>
        hopsOf(clusterFrom(text), outside, `172.30.0.11:${port}`).map(said).at(-1);
      expect(last(local)).toEqual([
        'node/node-1 accepted health-check',
        'Service/default/web spec.healthCheckNodePort',
      ]);
      const drawn = local.replace('healthCheckNodePort: 31900, ', '');
      expect(
        last(drawn, clusterFrom(drawn).services.get('default/web')?.object.spec.healthCheckNodePort),
      ).toEqual(['node/node-1 accepted health-check']);
    });
  });
});

describe('loadBalancerSourceRanges', () => {
  const guarded = (ranges: string, selector = 'selector: { app: web }, '): string =>
    service(
      'web',
      `{ type: LoadBalancer, clusterIP: 10.96.7.1, externalIPs: [198.51.100.7], loadBalancerSourceRanges: [${ranges}], ${selector}ports: [{ port: 81, targetPort: 7001, nodePort: 30501 }] }\nstatus: { loadBalancer: { ingress: [{ ip: 203.0.113.8 }] } }`,
    );
  const reached = ['pod/default/web-1:7001 sees node'];
  const dial = (
    ranges: string,
    to: string,
    mode: ProxyMode,
    who = 'outside/out-routed',
    selector?: string,
  ): string[] => answersOf(accepted(clusterFrom(guarded(ranges, selector) + web + client)), who, to, mode);

  test.each<[fact: string, ranges: string, to: string, answers: string[]]>([
    ['let in whom they name', '172.31.0.0/24', '203.0.113.8:81', reached],
    ['let in whom one of them names', '192.0.2.0/24, 172.31.0.20/32', '203.0.113.8:81', reached],
    ['keep out whom they do not name', '192.0.2.0/24, 172.31.0.10/32', '203.0.113.8:81', ['timed-out']],
    ['of IPv6 alone are none for IPv4', '"fd00::/8"', '203.0.113.8:81', reached],
    ['of IPv6 beside IPv4 count for nothing', '"fd00::/8", 192.0.2.0/24', '203.0.113.8:81', ['timed-out']],
    [
      'hold at a load balancer’s address only: not at an external IP',
      '192.0.2.0/24',
      '198.51.100.7:81',
      reached,
    ],
    ['… nor at a node port', '192.0.2.0/24', '172.30.0.11:30501', reached],
    ['… nor at a cluster IP', '192.0.2.0/24', '10.96.7.1:81', reached],
  ])('%s', (_, ranges, to, answers) => {
    for (const mode of MODES) expect(dial(ranges, to, mode)).toEqual(answers);
  });

  test('name what dropped a packet', () => {
    for (const mode of MODES)
      expect(rulesOf(clusterFrom(guarded('192.0.2.0/24') + web + client), '203.0.113.8:81', mode)).toEqual([
        [
          'node/node-1 dropped source-not-allowed',
          'Service/default/web spec.loadBalancerSourceRanges',
          'Service/default/web spec.ports[0].port',
        ],
      ]);
  });

  test('without endpoints: iptables rejects before it looks at them, nftables drops first', () => {
    expect(dial('192.0.2.0/24', '203.0.113.8:81', 'iptables', 'outside/out-routed', '')).toEqual(['refused']);
    expect(dial('192.0.2.0/24', '203.0.113.8:81', 'nftables', 'outside/out-routed', '')).toEqual([
      'timed-out',
    ]);
    expect(dial('172.31.0.0/24', '203.0.113.8:81', 'nftables', 'outside/out-routed', '')).toEqual([
      'refused',
    ]);
  });

  test('let in a node that has the load balancer’s address itself, if its first address may', () => {
    const nodes = {
      ...DEFAULT_ENVIRONMENT.nodes,
      'node-1': {
        addresses: ['172.30.0.11', '203.0.113.8'],
        podGateway: '10.244.1.1',
        podCIDR: '10.244.1.0/24',
      },
    };
    const own = (ranges: string, mode: ProxyMode): string[] =>
      answersOf(
        clusterFrom(guarded(ranges) + web, { ...DEFAULT_ENVIRONMENT, nodes }),
        'node/node-1',
        '203.0.113.8:81',
        mode,
      );
    for (const mode of MODES) {
      expect(own('172.30.0.11/32', mode)).toEqual(['pod/default/web-1:7001 sees client']);
      expect(own('203.0.113.8/32', mode)).toEqual(['pod/default/web-1:7001 sees client']);
      expect(own('192.0.2.0/24', mode)).toEqual(['timed-out']);
      expect(own('192.0.2.0/24, 172.30.0.0/24', mode)).toEqual(['pod/default/web-1:7001 sees client']);
    }
  });
});

describe('an endpoint that is itself a cluster IP', () => {
  const cluster = accepted(
    clusterFrom(
      client +
        web +
        service(
          'back',
          '{ clusterIP: 10.96.7.1, selector: { app: web }, ports: [{ port: 81, targetPort: 7001 }] }',
        ) +
        service('gone', '{ clusterIP: 10.96.7.2, ports: [{ port: 82 }] }') +
        service(
          'front',
          '{ type: NodePort, clusterIP: 10.96.7.3, ports: [{ name: a, port: 83, nodePort: 30501 }, { name: b, port: 84, nodePort: 30502 }] }',
        ) +
        slice('a', '{ name: a, port: 81, protocol: TCP }', '{ addresses: [10.96.7.1] }', 'front') +
        slice('b', '{ name: b, port: 82, protocol: TCP }', '{ addresses: [10.96.7.2] }', 'front'),
    ),
  );

  test('is not rewritten once more', () => {
    const [, ...rules] = rulesOf(cluster, '10.96.7.3:83', 'iptables');
    expect(rules).toEqual([['node/node-1 no-rule endpoint-is-cluster-ip']]);
    expect(answersOf(cluster, from, '10.96.7.3:83', 'iptables')).toEqual(['timed-out']);
    expect(answersOf(cluster, from, '10.96.7.3:83', 'nftables')).toEqual(['refused']);
  });

  test('without endpoints is refused, but what iptables marked for masquerading it accepts before that', () => {
    const last = (to: string, who: string, mode: ProxyMode) => rulesOf(cluster, to, mode, who).at(-1)?.[0];
    expect(last('10.96.7.3:84', from, 'iptables')).toBe('node/node-1 refused no-selector');
    expect(last('172.30.0.11:30502', outside, 'iptables')).toBe('node/node-1 no-rule endpoint-is-cluster-ip');
    expect(answersOf(cluster, outside, '172.30.0.11:30502', 'iptables')).toEqual(['timed-out']);
    expect(answersOf(cluster, outside, '172.30.0.11:30502', 'nftables')).toEqual(['refused']);
  });
});

describe('a host port', () => {
  test('goes to its containerPort', () => {
    const published = pod('hp', { listens: 'tcp/7001' }).replace(
      'image: example/app',
      'image: example/app, ports: [{ containerPort: 7009 }, { containerPort: 7001, hostPort: 9000 }]',
    );
    for (const mode of MODES)
      expect(rulesOf(clusterFrom(published), '172.30.0.11:9000', mode, outside)).toEqual([
        [
          'node/node-1 rewritten host-port',
          'Pod/default/hp spec.containers[0].ports[1].containerPort',
          'Pod/default/hp spec.containers[0].ports[1].hostPort',
        ],
      ]);
  });

  test('is passed over where a node port has the number', () => {
    const published = pod('hp', { listens: 'tcp/7001' }).replace(
      'image: example/app',
      'image: example/app, ports: [{ containerPort: 7001, hostPort: 30501 }]',
    );
    const cluster = clusterFrom(
      published +
        web +
        service(
          'web',
          '{ type: NodePort, selector: { app: web }, ports: [{ port: 81, targetPort: 7001, nodePort: 30501 }] }',
        ),
    );
    for (const mode of MODES)
      expect(answersOf(cluster, outside, '172.30.0.11:30501', mode)).toEqual([
        'pod/default/web-1:7001 sees node',
      ]);
  });
});

describe('a name', () => {
  const cluster = accepted(
    clusterFrom(
      client +
        web +
        service(
          'plain',
          '{ clusterIP: 10.96.7.1, selector: { app: web }, ports: [{ name: http, port: 81 }] }',
        ) +
        service('drawn', '{ selector: { app: web }, ports: [{ port: 81 }] }') +
        service('list', '{ clusterIP: None, selector: { app: web }, ports: [{ port: 7001 }] }') +
        service('nobody', '{ clusterIP: None, selector: { app: wbe }, ports: [{ port: 7001 }] }') +
        service('bare', '{ clusterIP: None, ports: [{ port: 7001 }] }') +
        service('alias', '{ type: ExternalName, externalName: plain.default.svc.cluster.local }') +
        service('broken', '{ type: ExternalName, externalName: www.example.com }') +
        service('digits', '{ type: ExternalName, externalName: 172.31.0.50 }'),
    ),
  );
  const by = (name: string, path: string): string => `Service/default/${name} spec.${path}`;
  const dial = (name: string, who = from) =>
    hopsOf(cluster, who, `${name}:7001`)
      .filter(({ place }) => place === 'name')
      .map(said);

  test.each<[fact: string, name: string, expected: string[]]>([
    ['a cluster IP that is written', 'plain', ['plain resolved cluster-ip-record', by('plain', 'clusterIP')]],
    ['a cluster IP that was drawn', 'drawn', ['drawn resolved cluster-ip-record']],
    [
      'the endpoints of a headless Service',
      'list',
      ['list resolved headless-record', by('list', 'clusterIP')],
    ],
    ['another name', 'alias', ['alias resolved external-name-record', by('alias', 'externalName')]],
    ['the machine itself', 'localhost', ['localhost resolved localhost-record']],
    [
      'nothing: a headless Service that selects nobody',
      'nobody',
      ['nobody not-found headless-without-endpoints', by('nobody', 'selector')],
    ],
    [
      'nothing: a headless Service without selector',
      'bare',
      ['bare not-found headless-without-endpoints', by('bare', 'clusterIP')],
    ],
    [
      'nothing: another name that nobody knows',
      'broken',
      ['broken not-found external-name-unknown', by('broken', 'externalName')],
    ],
    [
      'nothing: an address for a name',
      'digits',
      ['digits not-found external-name-is-address', by('digits', 'externalName')],
    ],
    ['nothing: no Service of that name', 'plian', ['plian not-found name-unknown']],
    [
      'nothing: no Service of that name in that namespace',
      'plain.kube-system',
      ['plain.kube-system not-found name-unknown'],
    ],
    ['nothing: no endpoint of that name', 'x.list', ['x.list not-found name-unknown']],
    [
      'nothing: a headless Service by its full name',
      'nobody.default.svc.cluster.local',
      ['nobody.default.svc.cluster.local not-found headless-without-endpoints', by('nobody', 'selector')],
    ],
  ])('leads to %s', (_, name, expected) => {
    expect(dial(name)).toEqual([expected]);
  });

  test('leads nowhere from a node and from outside: they do not ask cluster DNS', () => {
    for (const who of ['node/node-1', outside])
      expect(dial('plain', who)).toEqual([['plain not-found cluster-dns-not-asked']]);
  });
});

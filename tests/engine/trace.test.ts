import { describe, expect, test } from 'vitest';
import { resolveConnection } from '../../src/engine/index.ts';
import { clusterFrom, hopsOf, pod, service, storyOf } from './trace-of.ts';

const deployment = `---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  replicas: 1
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: c, image: example/web, ports: [{ name: http, containerPort: 7001 }] }] }
`;
const cluster = clusterFrom(
  deployment +
    pod('client') +
    pod('lonely', { labels: '{ app: lonely }', listens: 'tcp/127.0.0.1:7002' }) +
    service(
      'named',
      '{ type: NodePort, clusterIP: 10.96.7.1, selector: { app: web }, ports: [{ port: 81, targetPort: http, nodePort: 30501, protocol: TCP }] }',
    ) +
    service('plain', '{ selector: { app: web }, ports: [{ port: 7001 }] }') +
    service('typo', '{ selector: { app: web }, ports: [{ port: 82, targetPort: htpp }] }') +
    service('nobody', '{ selector: { app: wbe }, ports: [{ port: 83 }] }') +
    service('bare', '{ ports: [{ port: 84 }] }') +
    service('lonely', '{ selector: { app: lonely }, ports: [{ port: 85, targetPort: 7002 }] }'),
);
const from = 'pod/default/client';

describe('the way of a packet', () => {
  test.each([
    [
      'by name to a Service',
      'named:81',
      [
        'client sent name-dialed',
        'name resolved cluster-ip-record',
        'service matched cluster-ip',
        'node-rule rewritten service-port',
        'pod forwarded pod-address',
        'process accepted process-listens',
      ],
    ],
    [
      'to another port',
      'named:7001',
      [
        'client sent name-dialed',
        'name resolved cluster-ip-record',
        'service matched cluster-ip',
        'node-rule no-rule port-not-declared',
        'beyond dropped nobody-answers',
      ],
    ],
    [
      'by another protocol',
      '10.96.7.1:81/UDP',
      [
        'client sent address-dialed',
        'service matched cluster-ip',
        'node-rule no-rule protocol-not-declared',
        'beyond dropped nobody-answers',
      ],
    ],
    [
      'to a node',
      '172.30.0.12:30501',
      [
        'client sent address-dialed',
        'node forwarded node-address',
        'node-rule rewritten node-port',
        'pod forwarded pod-address',
        'process accepted process-listens',
      ],
    ],
    [
      'to a Service whose named port nobody declares',
      'typo:82',
      [
        'client sent name-dialed',
        'name resolved cluster-ip-record',
        'service matched cluster-ip',
        'node-rule refused named-port-missing',
      ],
    ],
    [
      'to a Service that selects nobody',
      'nobody:83',
      [
        'client sent name-dialed',
        'name resolved cluster-ip-record',
        'service matched cluster-ip',
        'node-rule refused no-pod-selected',
      ],
    ],
    [
      'to a Service without selector',
      'bare:84',
      [
        'client sent name-dialed',
        'name resolved cluster-ip-record',
        'service matched cluster-ip',
        'node-rule refused no-selector',
      ],
    ],
    [
      'to a process on another address',
      'lonely:85',
      [
        'client sent name-dialed',
        'name resolved cluster-ip-record',
        'service matched cluster-ip',
        'node-rule rewritten service-port',
        'pod refused listens-on-other-address',
      ],
    ],
    ['to a name that is not there', 'wbe:81', ['client sent name-dialed', 'name not-found name-unknown']],
    ['to itself', '127.0.0.1:9', ['client sent address-dialed', 'pod refused nothing-listens']],
  ])('%s', (_fact, to, story) => {
    expect(storyOf(cluster, from, to)).toEqual(story);
  });

  test('nftables rejects what still goes to a cluster IP', () => {
    expect(storyOf(cluster, from, '10.96.7.1:7001', 'nftables').slice(-2)).toEqual([
      'node-rule no-rule port-not-declared',
      'node-rule refused cluster-ip-rejected',
    ]);
  });
});

describe('what decided', () => {
  const decisions = (to: string, event: string) =>
    hopsOf(cluster, from, to).find((hop) => hop.event === event);

  test('a targetPort that is written; the port matched; the containerPort found under the name', () => {
    expect(decisions('named:81', 'rewritten')).toMatchObject({
      decidedBy: { object: 'Service/default/named', path: 'spec.ports[0].targetPort' },
      matchedBy: { object: 'Service/default/named', path: 'spec.ports[0].port' },
      foundAt: {
        object: 'Deployment/default/web',
        path: 'spec.template.spec.containers[0].ports[0].containerPort',
      },
    });
  });

  test('the port it was taken from, where targetPort was left out', () => {
    expect(decisions('plain:7001', 'rewritten')?.decidedBy).toEqual({
      object: 'Service/default/plain',
      path: 'spec.ports[0].port',
    });
  });

  test('the nodePort a node was dialed at', () => {
    expect(decisions('172.30.0.11:30501', 'rewritten')?.matchedBy?.path).toBe('spec.ports[0].nodePort');
  });

  test('for a Deployment’s Pod the template', () => {
    expect(decisions('plain:7001', 'accepted')?.decidedBy).toEqual({
      object: 'Deployment/default/web',
      path: 'spec.template.spec.containers[0].ports[0].containerPort',
    });
  });

  test('nothing, where the cluster IP was drawn', () => {
    expect(decisions('plain:7001', 'matched')).not.toHaveProperty('decidedBy');
  });
});

test('an endpoint that is the very address dialed is no rewrite', () => {
  const cluster = clusterFrom(
    service(
      'web',
      '{ clusterIP: 10.96.7.1, selector: { app: web }, externalIPs: [172.30.0.11], ports: [{ port: 81 }] }',
    ) + pod('web', { labels: '{ app: web }', listens: 'tcp/81', spec: 'hostNetwork: true' }),
  );
  expect(storyOf(cluster, 'outside/out-1', '172.30.0.11:81')).toEqual([
    'client sent address-dialed',
    'node forwarded node-address',
    'service matched external-ip',
    'process accepted process-listens',
  ]);
});

test('a masqueraded packet bears the address of its way out', () => {
  const sources = hopsOf(cluster, 'outside/out-1', '172.30.0.11:30501').map(
    ({ after }) => after?.source.address,
  );
  expect(sources).toEqual(['172.31.0.10', undefined, '10.244.1.1', undefined, undefined]);
  const across = hopsOf(cluster, 'outside/out-1', '172.30.0.12:30501').find(
    ({ event }) => event === 'rewritten',
  );
  expect(across?.after?.source.address).toBe('172.30.0.12');
});

test('resolveConnection throws on what parseConnection refuses, and on that only', () => {
  expect(() => resolveConnection(cluster, { from, to: 'nonsense' }, { proxyMode: 'iptables' })).toThrow(
    TypeError,
  );
});

/** Where a packet arrives, whose answer it gets, and where the answer is lost. A row is a fact. */
import { describe, expect, test } from 'vitest';
import { answersOf, clusterFrom, hopsOf, pod, service, storyOf } from './trace-of.ts';

const WEB = 'pod/default/web:7001 sees';

describe('a node port with externalTrafficPolicy Local, its only Pod on node-1', () => {
  const local =
    '{ type: NodePort, externalTrafficPolicy: Local, selector: { app: web }, ports: [{ port: 81, targetPort: 7001, nodePort: 30501 }] }';
  const cluster = clusterFrom(
    service('web', local) +
      pod('web', { labels: '{ app: web }', node: 'node-1', listens: 'tcp/7001' }) +
      pod('near', { node: 'node-1' }) +
      pod('far', { node: 'node-2' }),
  );
  const [NODE_1, NODE_2] = ['172.30.0.11:30501', '172.30.0.12:30501'];

  test.each([
    ['a Pod beside it, at its node', 'pod/default/near', NODE_1, `${WEB} client`],
    [
      'a Pod beside it, at the other node, whence the answer takes a short cut',
      'pod/default/near',
      NODE_2,
      'timed-out',
    ],
    ['a Pod of the other node, at that node', 'pod/default/far', NODE_2, `${WEB} client`],
    ['its node, at the other', 'node/node-1', NODE_2, 'timed-out'],
    ['the other node, at itself', 'node/node-2', NODE_2, `${WEB} client`],
    ['a machine outside, at its node', 'outside/out-1', NODE_1, `${WEB} client`],
    ['a machine outside, at the other node', 'outside/out-1', NODE_2, 'timed-out'],
    ['the Pod itself, at its node', 'pod/default/web', NODE_1, `${WEB} node`],
  ])('%s', (_, from, to, answer) => {
    for (const mode of ['iptables', 'nftables'] as const)
      expect(answersOf(cluster, from, to, mode)).toEqual([answer]);
  });

  test('the Pod itself, at the other node: iptables masquerades there, nftables does not', () => {
    expect(answersOf(cluster, 'pod/default/web', NODE_2, 'iptables')).toEqual([`${WEB} node`]);
    expect(answersOf(cluster, 'pod/default/web', NODE_2, 'nftables')).toEqual(['timed-out']);
  });

  test.each([
    ['a short cut past the node that rewrote', 'pod/default/near', 'answer-bypasses-node'],
    ["the Pod's own address as the source", 'pod/default/web', 'hairpin-answer-lost'],
  ])('the answer is lost by %s, decided by the policy', (_, from, because) => {
    const last = hopsOf(cluster, from, NODE_2, 'nftables').at(-1);
    expect(last).toMatchObject({
      place: 'client',
      event: 'answer-lost',
      because,
      decidedBy: { object: 'Service/default/web', path: 'spec.externalTrafficPolicy' },
    });
  });
});

describe('who takes a packet', () => {
  const cluster = clusterFrom(
    pod('here', { listens: 'tcp/127.0.0.1:7002, udp/7003' }) +
      pod('client', { node: 'node-2' }) +
      pod('host', { spec: 'hostNetwork: true', listens: 'tcp/127.0.0.1:7004' }),
  );
  const at = (port: string): string => `10.244.1.2:${port}`;

  test('a process on 127.0.0.1 of its Pod answers that Pod only', () => {
    expect(answersOf(cluster, 'pod/default/here', '127.0.0.1:7002')).toEqual([
      'pod/default/here:7002 sees client',
    ]);
    expect(answersOf(cluster, 'pod/default/client', at('7002'))).toEqual(['refused']);
  });

  test('the way to oneself is told as such, the way to another Pod as to its address', () => {
    expect(storyOf(cluster, 'pod/default/here', '127.0.0.1:7002')[1]).toBe('pod forwarded own-address');
    expect(storyOf(cluster, 'pod/default/client', at('7003/UDP'))).toContain('pod forwarded pod-address');
    expect(storyOf(cluster, 'pod/default/client', '172.31.0.50:7009')).not.toContain(
      'beyond forwarded pod-address',
    );
  });

  test.each([
    ['another address of the Pod', at('7002'), 'listens-on-other-address'],
    ['no port of another protocol', at('7003'), 'nothing-listens'],
    ['no other port', at('7005'), 'nothing-listens'],
    ['no port of the other protocol either', at('7002/UDP'), 'nothing-listens'],
  ])('why a Pod refuses: a process listens on %s', (_, to, because) => {
    expect(hopsOf(cluster, 'pod/default/client', to).at(-1)).toMatchObject({ event: 'refused', because });
  });

  test('who listens on another address is named, with where that is written', () => {
    expect(hopsOf(cluster, 'pod/default/client', at('7002')).at(-1)).toMatchObject({
      decidedBy: { object: 'Pod/default/here', path: 'metadata.annotations[port-of-call/listens]' },
    });
  });

  test('a Pod that is pending, or on a node that there is not, takes nothing', () => {
    const absent = clusterFrom(
      pod('client') +
        pod('pending', { spec: 'hostNetwork: true', listens: 'tcp/7006', status: '{ phase: Pending }' }) +
        pod('lost', {
          node: 'node-9',
          listens: 'tcp/7006',
          status: '{ phase: Running, podIP: 10.244.1.9, podIPs: [{ ip: 10.244.1.9 }] }',
        }),
    );
    expect(answersOf(absent, 'pod/default/client', '172.30.0.11:7006')).toEqual(['refused']);
    expect(answersOf(absent, 'pod/default/client', '10.244.1.9:7006')).toEqual(['timed-out']);
  });

  test('a process of a node on 127.0.0.1 answers that node only', () => {
    expect(answersOf(cluster, 'node/node-1', '127.0.0.1:7004')).toEqual([
      'pod/default/host:7004 sees client',
    ]);
    expect(answersOf(cluster, 'pod/default/client', '172.30.0.11:7004')).toEqual(['refused']);
  });
});

describe('the port for health checks', () => {
  const balanced =
    '{ type: LoadBalancer, externalTrafficPolicy: Local, healthCheckNodePort: 31777, selector: { app: web }, ports: [{ port: 81, targetPort: 7001 }] }';
  const cluster = clusterFrom(
    service('web', balanced) +
      pod('web', { labels: '{ app: web }', node: 'node-1', listens: 'tcp/7001' }) +
      pod('client', { node: 'node-2' }),
  );

  test.each([
    ['a node with a Pod of the Service says 200', '172.30.0.11:31777', 'kube-proxy 200'],
    ['one without says 503', '172.30.0.12:31777', 'kube-proxy 503'],
    ['over UDP there is nothing', '172.30.0.11:31777/UDP', 'refused'],
    ['at another number there is nothing', '172.30.0.11:31778', 'refused'],
  ])('%s', (_, to, answer) => {
    expect(answersOf(cluster, 'outside/out-1', to)).toEqual([answer]);
    expect(answersOf(cluster, 'pod/default/client', to)).toEqual([answer]);
  });

  test('an endpoint of IPv6 is none for it', () => {
    const text = `${service('web', balanced.replace('selector: { app: web }, ', ''))}---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata: { name: web-6, labels: { kubernetes.io/service-name: web } }
addressType: IPv6
ports: [{ name: "", port: 7001 }]
endpoints: [{ addresses: ["fd00::9"], nodeName: node-1 }]
`;
    expect(answersOf(clusterFrom(text), 'outside/out-1', '172.30.0.11:31777')).toEqual(['kube-proxy 503']);
  });

  test('of a Service that another proxy serves there is none', () => {
    const other = service('web', balanced, 'labels: { service.kubernetes.io/service-proxy-name: other }');
    expect(answersOf(clusterFrom(other), 'outside/out-1', '172.30.0.11:31777')).toEqual(['refused']);
  });
});

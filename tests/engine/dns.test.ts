import { describe, expect, test } from 'vitest';
import { searchList } from '../../src/engine/dns.ts';
import { lookUp } from '../../src/engine/index.ts';
import { clusterFrom, pod, service } from './trace-of.ts';

const cluster = clusterFrom(
  service(
    'web',
    '{ clusterIP: 10.96.7.1, ports: [{ name: http, port: 81, targetPort: 7001 }, { name: dns, port: 53, protocol: UDP }] }',
  ) +
    service('plain', '{ clusterIP: 10.96.7.2, ports: [{ port: 82 }] }') +
    service('web', '{ clusterIP: 10.96.7.3, ports: [{ port: 83 }] }', 'namespace: other') +
    service(
      'db',
      '{ clusterIP: None, selector: { app: db }, ports: [{ name: pg, port: 84, targetPort: 5432 }] }',
    ) +
    service('empty', '{ clusterIP: None, selector: { app: nobody }, ports: [{ port: 85 }] }') +
    service('away', '{ type: ExternalName, externalName: nowhere.example.com }') +
    service('alias', '{ type: ExternalName, externalName: web.other.svc.cluster.local. }') +
    service('twice', '{ type: ExternalName, externalName: alias.default.svc.cluster.local }') +
    service('loop', '{ type: ExternalName, externalName: loop.default.svc.cluster.local }') +
    service('gone', '{ type: ExternalName, externalName: gone2.default.svc.cluster.local }') +
    service('number', '{ type: ExternalName, externalName: 172.31.0.50 }') +
    pod('db-0', { labels: '{ app: db }', spec: 'hostname: db-0, subdomain: db' }) +
    pod('db-1', { labels: '{ app: db }', node: 'node-2' }) +
    pod('client') +
    pod('host', { spec: 'hostNetwork: true' }) +
    pod('host-first', { spec: 'hostNetwork: true, dnsPolicy: ClusterFirstWithHostNet' }) +
    pod('plain', { spec: 'dnsPolicy: Default' }) +
    service('portless', '{ clusterIP: None, selector: { app: db } }') +
    service('six', '{ clusterIP: None, ports: [{ name: pg, port: 84 }] }') +
    `---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata: { name: six-1, labels: { kubernetes.io/service-name: six } }
addressType: IPv6
ports: [{ name: pg, port: 5432 }]
endpoints: [{ addresses: ["fd00::a"] }]
` +
    pod('elsewhere', { namespace: 'other' }),
);
const Z = 'svc.cluster.local';

test('names with fewer than five dots are asked for within the search list first', () => {
  const searched = (name: string): string[] => [
    `${name}.default.${Z}`,
    `${name}.${Z}`,
    `${name}.cluster.local`,
  ];
  const [four, five] = ['a.b.c.d.e', 'a.b.c.d.e.f'];
  expect(searchList(cluster, 'pod/default/client', four)).toEqual([...searched(four), four]);
  expect(searchList(cluster, 'pod/default/client', five)).toEqual([five, ...searched(five)]);
});

test('cluster DNS itself has a name, and one for each of its ports', () => {
  const names = ['_dns._udp', '_dns-tcp._tcp'].map((port) => `${port}.kube-dns.kube-system.${Z}`);
  for (const name of names)
    expect(lookUp(cluster, 'pod/default/client', name, 'SRV').srv).toEqual([
      [`kube-dns.kube-system.${Z}`, 53],
    ]);
});

test.each([
  ['another name', 'away'],
  ['endpoints without a port', 'portless'],
])('a name that stands for %s has no SRV record', (_, name) => {
  expect(lookUp(cluster, 'pod/default/client', name, 'SRV')).toEqual({ status: 'NOERROR' });
});

test.each([
  ['of a Service that there is not', `nobody.default.${Z}`],
  ['of three labels before a Service', `_http._tcp.more.web.default.${Z}`],
])('there is no SRV name %s', (_, name) => {
  expect(lookUp(cluster, 'pod/default/client', name, 'SRV')).toEqual({ status: 'NXDOMAIN' });
});

describe('A', () => {
  test('what only begins like localhost is another name', () => {
    expect(lookUp(cluster, 'pod/default/client', 'localhost.example.com', 'A')).toEqual({
      status: 'NXDOMAIN',
    });
  });

  test.each([
    ['a short name means the own namespace', 'pod/default/client', 'web', ['10.96.7.1']],
    ['… whichever that is', 'pod/other/elsewhere', 'web', ['10.96.7.3']],
    ['name.namespace reaches another namespace', 'pod/default/client', 'web.other', ['10.96.7.3']],
    ['the full name', 'pod/default/client', `web.default.${Z}`, ['10.96.7.1']],
    ['a final dot makes it absolute', 'pod/default/client', `web.default.${Z}.`, ['10.96.7.1']],
    ['names know no case', 'pod/default/client', 'WEB.Other', ['10.96.7.3']],
    ['headless: the endpoints', 'pod/default/client', 'db', ['10.244.1.2', '10.244.2.2']],
    ['one endpoint by its hostname', 'pod/default/client', 'db-0.db', ['10.244.1.2']],
    ['one endpoint by its address', 'pod/default/client', '10-244-2-2.db', ['10.244.2.2']],
    ['localhost is known without DNS', 'node/node-1', 'localhost', ['127.0.0.1']],
    ['ClusterFirstWithHostNet asks cluster DNS', 'pod/default/host-first', 'web', ['10.96.7.1']],
  ])('%s', (_fact, from, name, addresses) => {
    const { status, addresses: found = [] } = lookUp(cluster, from, name, 'A');
    expect([status, found.sort()]).toEqual(['NOERROR', addresses]);
  });

  test.each([
    ['unknown names', 'pod/default/client', 'nobody'],
    ['unknown namespaces', 'pod/default/client', 'web.nowhere'],
    ['absolute short names', 'pod/default/client', 'web.'],
    ['Pods’ own names', 'pod/default/client', 'client'],
    ['headless without endpoints', 'pod/default/client', 'empty'],
    ['an address as an externalName', 'pod/default/client', 'number'],
    ['more labels than any name has', 'pod/default/client', `a.b.c.web.default.${Z}`],
    ['endpoints that are not there', 'pod/default/client', 'db-9.db'],
    ['names of the cluster, asked on a node', 'node/node-1', `web.default.${Z}`],
    ['… or outside', 'outside/out-1', `web.default.${Z}`],
    ['… or in a Pod with its node’s network', 'pod/default/host', 'web'],
    ['… or in a Pod with its node’s resolver', 'pod/default/plain', 'web'],
  ])('NXDOMAIN: %s', (_fact, from, name) => {
    expect(lookUp(cluster, from, name, 'A')).toEqual({ status: 'NXDOMAIN' });
  });

  test.each([
    ['an ExternalName is a CNAME, followed within the zone', 'alias', [`web.other.${Z}`], ['10.96.7.3']],
    ['… through another one', 'twice', [`alias.default.${Z}`, `web.other.${Z}`], ['10.96.7.3']],
    ['a name outside the zone stays a name', 'away', ['nowhere.example.com'], undefined],
    ['one that leads to itself has no records', 'loop', undefined, undefined],
    ['one that leads nowhere in the zone has none either', 'gone', undefined, undefined],
  ])('%s', (_fact, name, cname, addresses) => {
    expect(lookUp(cluster, 'pod/default/client', name, 'A')).toEqual({
      status: 'NOERROR',
      ...(cname && { cname }),
      ...(addresses && { addresses }),
    });
  });

  test('endpoints with IPv6 addresses are a name without A records', () => {
    expect(lookUp(cluster, 'pod/default/client', 'six', 'A')).toEqual({ status: 'NOERROR' });
  });

  test('a namespace alone is a name without records', () => {
    expect(lookUp(cluster, 'pod/default/client', `default.${Z}.`, 'A')).toEqual({ status: 'NOERROR' });
  });
});

describe('SRV', () => {
  test.each([
    [
      'a Service with a cluster IP: its own name and port',
      `_http._tcp.web.default.${Z}`,
      [[`web.default.${Z}`, 81]],
    ],
    ['UDP is another port', `_dns._udp.web.default.${Z}`, [[`web.default.${Z}`, 53]]],
    [
      'headless: the endpoints and the targetPort',
      `_pg._tcp.db.default.${Z}`,
      [
        [`db-0.db.default.${Z}`, 5432],
        [`10-244-2-2.db.default.${Z}`, 5432],
      ],
    ],
    ['an underscore alone asks for any port', `_._tcp.web.default.${Z}`, [[`web.default.${Z}`, 81]]],
    ['an IPv6 endpoint by its address', `_pg._tcp.six.default.${Z}`, [[`fd00--a.six.default.${Z}`, 5432]]],
    [
      'without port and protocol: all of them',
      'web',
      [
        [`web.default.${Z}`, 81],
        [`web.default.${Z}`, 53],
      ],
    ],
  ])('%s', (_fact, name, srv) => {
    expect(lookUp(cluster, 'pod/default/client', name, 'SRV')).toEqual({ status: 'NOERROR', srv });
  });

  test('a headless Service without ports has no SRV records', () => {
    expect(lookUp(cluster, 'pod/default/client', 'portless', 'SRV')).toEqual({ status: 'NOERROR' });
  });

  test.each([
    ['a port nobody has', `_https._tcp.web.default.${Z}`],
    ['the port by another protocol', `_http._udp.web.default.${Z}`],
    ['a port without a name', `_plain._tcp.plain.default.${Z}`],
    ['ports of an ExternalName', `_http._tcp.alias.default.${Z}`],
  ])('NXDOMAIN: %s', (_fact, name) => {
    expect(lookUp(cluster, 'pod/default/client', name, 'SRV')).toEqual({ status: 'NXDOMAIN' });
  });
});

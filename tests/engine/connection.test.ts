import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseConnection, resolveConnection } from '../../src/engine/index.ts';
import { clusterFrom, pod, service } from './trace-of.ts';

const cluster = clusterFrom(
  pod('client') +
    pod('pending', { status: '{ phase: Pending }' }) +
    pod('lost', { node: 'node-9', status: '{ podIP: 10.244.1.9, podIPs: [{ ip: 10.244.1.9 }] }' }) +
    service('web', '{ clusterIP: 10.96.7.1, ports: [{ port: 81 }] }'),
);
const from = 'pod/default/client';

test.each([
  ['10.96.7.1:81/TCP', { host: '10.96.7.1', port: 81, protocol: 'TCP' }],
  ['web.default:81/udp', { host: 'web.default', port: 81, protocol: 'UDP' }],
  ['no protocol means TCP: web:81', { host: 'web', port: 81, protocol: 'TCP' }],
  ['http://web', { host: 'web', port: 80, protocol: 'TCP' }],
  ['https://web', { host: 'web', port: 443, protocol: 'TCP' }],
  ['http://web:81/path?x#y', { host: 'web', port: 81, protocol: 'TCP' }],
  ['tcp://web:81', { host: 'web', port: 81, protocol: 'TCP' }],
  ['udp://web:81', { host: 'web', port: 81, protocol: 'UDP' }],
  ['SCTP: web:81/sctp', { host: 'web', port: 81, protocol: 'SCTP' }],
  ['labels of one letter: a.b.c:81', { host: 'a.b.c', port: 81, protocol: 'TCP' }],
  ['the lowest port: web:1', { host: 'web', port: 1, protocol: 'TCP' }],
  ['the highest port: web:65535', { host: 'web', port: 65535, protocol: 'TCP' }],
])('%s', (text, to) => {
  expect(parseConnection(cluster, { from, to: text.replace(/^.*: /, '') })).toEqual({ from, to });
});

describe('findings', () => {
  const codes = (one: { from: string; to: string }) => {
    const parsed = parseConnection(cluster, one);
    return Array.isArray(parsed) ? parsed.map(({ code, path }) => `${path} ${code}`) : parsed;
  };
  test.each([
    ['', 'to destination-host-malformed'],
    ['web', 'to destination-port-missing'],
    ['web:', 'to destination-port-missing'],
    ['web:0', 'to destination-port-out-of-range'],
    ['web:65536', 'to destination-port-out-of-range'],
    ['web:http', 'to destination-port-out-of-range'],
    ['web:81x', 'to destination-port-out-of-range'],
    ['web:81/ICMP', 'to destination-protocol-unknown'],
    ['10.96.7.300:81', 'to destination-host-malformed'],
    ['we b:81', 'to destination-host-malformed'],
    ['ftp://web', 'to destination-port-missing'],
    ['a:b:c', 'to destination-malformed'],
    ['http://user@web:81', 'to destination-malformed'],
  ])('to %j', (to, code) => {
    expect(codes({ from, to })).toContain(code);
  });
  test.each([
    ['', 'from vantage-malformed'],
    ['client', 'from vantage-malformed'],
    ['pod/client', 'from vantage-malformed'],
    ['pod/default/', 'from vantage-malformed'],
    ['service/default/web', 'from vantage-malformed'],
    ['service/web', 'from vantage-malformed'],
    ['pod/default/nobody', 'from vantage-unknown'],
    ['node/node-9', 'from vantage-unknown'],
    ['outside/out-9', 'from vantage-unknown'],
    ['pod/default/pending', 'from vantage-not-running'],
    ['pod/default/lost', 'from vantage-not-running'],
  ])('from %j', (vantage, code) => {
    expect(codes({ from: vantage, to: 'web:81' })).toEqual([code]);
  });
});

test('any text gives a connection or findings, and every connection a trace', () => {
  const host = fc.oneof(
    fc.string(),
    fc.constantFrom(
      'web',
      '10.96.7.1',
      '127.0.0.1',
      '172.30.0.11',
      '0.0.0.0',
      '255.255.255.255',
      'localhost',
    ),
    fc.ipV4(),
    fc.domain(),
  );
  const to = fc.oneof(
    fc.string(),
    fc
      .tuple(
        host,
        fc.oneof(fc.string(), fc.nat(70_000).map(String)),
        fc.constantFrom('', '/TCP', '/UDP', '/SCTP', '/x'),
      )
      .map(([name, port, protocol]) => `${name}:${port}${protocol}`),
    fc.webUrl(),
  );
  const vantage = fc.oneof(
    fc.string(),
    fc.constantFrom(
      from,
      'node/node-1',
      'outside/out-1',
      'outside/out-routed',
      'pod/default/pending',
      'pod/__proto__/x',
    ),
  );
  fc.assert(
    fc.property(
      vantage,
      to,
      fc.constantFrom('iptables' as const, 'nftables' as const),
      (someone, somewhere, proxyMode) => {
        const parsed = parseConnection(cluster, { from: someone, to: somewhere });
        if (!('from' in parsed)) {
          expect(parsed.length).toBeGreaterThan(0);
          return;
        }
        const { hops, answers } = resolveConnection(cluster, parsed, { proxyMode });
        expect(answers.length).toBeGreaterThan(0);
        expect(hops[0]?.answers).toHaveLength(answers.length);
      },
    ),
    { numRuns: 2000 },
  );
});

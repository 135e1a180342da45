/** What the engine may cost: a lesson's scenario, and a cluster far larger than any lesson's. Run with `npm run bench`. */
import { describe, expect, test } from 'vitest';
import type { KubeObject } from '../../src/engine/index.ts';
import { bundledEngine, readAndResolve } from './bundled-engine.ts';

const engine = await bundledEngine();
const { buildCluster, resolveConnection } = engine;

const SERVICES = 10_000;
const ENDPOINTS_EACH = 5;

const clusterIP = (n: number): string => `10.96.${2 + Math.floor(n / 250)}.${1 + (n % 250)}`;
const podIP = (n: number): string => `10.244.${Math.floor(n / 250)}.${2 + (n % 250)}`;

function serviceWithSlice(n: number): KubeObject[] {
  const name = `service-${n}`;
  const endpoints = Array.from({ length: ENDPOINTS_EACH }, (_, k) => ({
    addresses: [podIP(n * ENDPOINTS_EACH + k)],
    nodeName: 'node-1',
  }));
  return [
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name },
      spec: { clusterIP: clusterIP(n), ports: [{ port: 81 }] },
    },
    {
      apiVersion: 'discovery.k8s.io/v1',
      kind: 'EndpointSlice',
      metadata: { name: `${name}-1`, labels: { 'kubernetes.io/service-name': name } },
      addressType: 'IPv4',
      ports: [{ name: '', port: 7001, protocol: 'TCP' }],
      endpoints,
    },
  ];
}

const client: KubeObject = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'client' },
  spec: { containers: [{ name: 'c', image: 'example/client' }] },
};
const large = [client, ...Array.from({ length: SERVICES }, (_, n) => serviceWithSlice(n)).flat()];
const largeCluster = buildCluster(large);
const smallCluster = buildCluster(large.slice(0, 21));

test('a manifest of 200 lines', async ({ bench }) => {
  const run = bench('parse, admit, build and resolve one connection', () => void readAndResolve(engine));
  const { latency } = await run.run();
  expect(latency.p50).toBeLessThanOrEqual(4);
});

test('10,000 Services with 50,000 endpoints are built', async ({ bench }) => {
  const { latency } = await bench('admit and build', () => void buildCluster(large)).run({
    iterations: 3,
    time: 0,
    warmupIterations: 1,
  });
  expect(latency.p50).toBeLessThanOrEqual(2000);
});

describe.each([
  { name: '10,000 Services', cluster: largeCluster, count: SERVICES },
  { name: 'ten Services', cluster: smallCluster, count: 10 },
])('a connection among $name', ({ cluster, count }) => {
  test('both modes', async ({ bench }) => {
    let turn = 0;
    const { throughput } = await bench('resolve', () => {
      turn = (turn + 7) % count;
      resolveConnection(cluster, connectionTo(turn), { proxyMode: turn % 2 ? 'iptables' : 'nftables' });
    }).run({ warmupIterations: 2 * count });
    expect(throughput.mean).toBeGreaterThanOrEqual(100_000);
  });
});

function connectionTo(n: number): { from: string; to: string } {
  return { from: 'pod/default/client', to: `${clusterIP(n)}:81` };
}

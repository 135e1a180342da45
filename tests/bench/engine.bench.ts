/** What the engine may cost: a lesson's scenario, and a cluster far larger than any lesson's. Run with `npx vitest bench --project unit --run`. */
import { readFileSync } from 'node:fs';
import { bench, describe } from 'vitest';
import { buildCluster, type KubeObject, parseManifests, resolveConnection } from '../../src/engine/index.ts';

const SERVICES = 10_000;
const ENDPOINTS_EACH = 5;
const recorded = new URL('../truth/datapath/clusters/r73.yaml', import.meta.url);
const manifest = readFileSync(recorded, 'utf8')
  .split('\n')
  .slice(0, 200)
  .join('\n')
  .replace(/\n---\n(?![\s\S]*\n---\n)[\s\S]*$/, '\n');

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

describe('a manifest of 200 lines', () => {
  bench('parse, admit, build and resolve one connection (at most 4 ms)', () => {
    const cluster = buildCluster(parseManifests(manifest).objects);
    resolveConnection(cluster, { from: 'outside/out-1', to: '172.30.0.11:30001' }, { proxyMode: 'nftables' });
  });
});

describe('10,000 Services with 50,000 endpoints', () => {
  bench('admit and build (at most 2 s)', () => void buildCluster(large), {
    iterations: 3,
    warmupIterations: 1,
    time: 0,
  });

  let turn = 0;
  for (const [name, cluster, count] of [
    ['10,000 Services', largeCluster, SERVICES],
    ['ten Services', smallCluster, 10],
  ] as const) {
    for (const proxyMode of ['iptables', 'nftables'] as const) {
      bench(`a connection among ${name}, ${proxyMode} (at least 100,000 a second)`, () => {
        turn = (turn + 7) % count;
        resolveConnection(
          cluster,
          { from: 'pod/default/client', to: `${clusterIP(turn)}:81` },
          { proxyMode },
        );
      });
    }
  }
});

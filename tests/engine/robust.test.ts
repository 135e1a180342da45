/** Mutated recordings: whatever stands in a manifest, a cluster is built and every connection in it has a trace. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  buildCluster,
  type KubeObject,
  kubectlDescribe,
  kubectlGet,
  lookUp,
  parseConnection,
  resolveConnection,
} from '../../src/engine/index.ts';
import { environmentOf, isConnection, objectsOf, recordings } from '../truth/datapath-recordings.ts';

const VALUES = [
  null,
  undefined,
  0,
  -1,
  1.5,
  '',
  'x',
  true,
  [],
  {},
  [null],
  { a: 1 },
  '10.96.0.1',
  'None',
  65_536,
];

/** Puts a value where the n-th value of the object was. */
function spoil(object: KubeObject, n: number, value: unknown): void {
  const places: [container: Record<string, unknown>, key: string][] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, child] of Object.entries(node)) {
      places.push([node as Record<string, unknown>, key]);
      walk(child);
    }
  };
  walk(object);
  const [container, key] = places[n % places.length] ?? [];
  if (container !== undefined && key !== undefined) container[key] = structuredClone(value);
}

test('a spoiled manifest is rejected or read, and nothing throws', () => {
  const where = fc.tuple(fc.nat(), fc.nat(), fc.constantFrom(...VALUES));
  fc.assert(
    fc.property(
      fc.constantFrom(...recordings),
      fc.array(where, { minLength: 1, maxLength: 4 }),
      fc.nat(),
      (recording, spoils, pick) => {
        const objects = objectsOf(recording);
        for (const [object, place, value] of spoils)
          spoil(objects[object % objects.length] as KubeObject, place, value);
        const cluster = buildCluster(objects, environmentOf(recording));
        const probes = recording.probes.filter(isConnection);
        const { from, to } = probes[pick % probes.length] ?? { from: 'node/node-1', to: '10.96.0.1:443' };
        if (!('from' in parseConnection(cluster, { from, to }))) return;
        for (const proxyMode of ['iptables', 'nftables'] as const) {
          expect(resolveConnection(cluster, { from, to }, { proxyMode }).answers.length).toBeGreaterThan(0);
        }
        lookUp(cluster, from, '_web._tcp.svc0', 'SRV');
        for (const what of ['services', 'endpointslices', 'pods'] as const)
          kubectlGet(cluster, what, { wide: true });
        for (const what of ['services', 'endpointslices'] as const) kubectlDescribe(cluster, what);
      },
    ),
    { numRuns: 500 },
  );
});

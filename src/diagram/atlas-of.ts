/** A cluster, asked the questions of an Atlas. The API server's own Services (kubernetes, kube-dns) count only for who dials them. */
import type { Cluster } from '../engine/index.ts';
import type { Atlas, EntryPort, ServiceEntry } from './atlas.ts';

type Stored = Cluster['services'] extends ReadonlyMap<string, infer S> ? S : never;

export function atlasOf(cluster: Cluster): Atlas {
  const nodes = [...cluster.nodes.values()];
  const pods = [...cluster.pods.values()];
  const services = [...cluster.services].map(([key, service]) => entryOf(key, service));
  return {
    services: services.filter(({ at }) => !SYSTEM.has(at)),
    nodeOf: (at) => {
      const [kind, ...rest] = at.split('/');
      if (kind === 'node') return rest.join('/');
      return (kind === 'pod' && cluster.pods.get(rest.join('/'))?.node?.name) || null;
    },
    nodeAt: (address) =>
      nodes.find((node) => node.podGateway === address || node.addresses.includes(address))?.name ?? null,
    addressOf: (at) => {
      const [kind, ...rest] = at.split('/');
      const key = rest.join('/');
      if (kind === 'pod') return cluster.pods.get(key)?.address ?? null;
      if (kind === 'node') return cluster.nodes.get(key)?.addresses[0] ?? null;
      return cluster.outside.get(key)?.address ?? null;
    },
    declaredAt: (address) => {
      const pod = pods.find((candidate) => candidate.address === address && !candidate.hostNetwork);
      const containers = pod?.object.spec.containers ?? [];
      return containers.flatMap(({ ports = [] }) => ports.map(({ containerPort }) => containerPort));
    },
  };
}

const SYSTEM = new Set(['service/default/kubernetes', 'service/kube-system/kube-dns']);

function entryOf(key: string, { object, slices }: Stored): ServiceEntry {
  const { spec, status } = object;
  const balancers = (status?.loadBalancer?.ingress ?? []).flatMap(({ ip }) => ip ?? []);
  const own = (spec.clusterIPs ?? [spec.clusterIP ?? '']).filter((ip) => ip !== '' && ip !== 'None');
  const targets = (name: string): number[] =>
    slices.flatMap(({ ports }) =>
      ports.flatMap((port) => ((port.name ?? '') === name ? (port.port ?? []) : [])),
    );
  return {
    at: `service/${key}`,
    name: object.metadata.name ?? '',
    addresses: [...own, ...(spec.externalIPs ?? []), ...balancers],
    ports: (spec.ports ?? []).map(
      (port): EntryPort => ({
        ...(port.name ? { name: port.name } : {}),
        port: port.port,
        targets: [...new Set([...targets(port.name ?? ''), ...written(port.targetPort, port.port)])],
        nodePort: port.nodePort ?? null,
      }),
    ),
    endpoints: slices.flatMap(({ endpoints }) => endpoints.flatMap(({ addresses }) => addresses)),
  };
}

/** A numeric `targetPort` is known without endpoints; a name is not. */
const written = (targetPort: number | string | undefined, port: number): number[] => {
  if (typeof targetPort === 'string') return [];
  return [targetPort ?? port];
};

/**
 * What a scenario is once it has been read, and what is computed from its texts without files or words: placeholders, traces. Workers use
 * this; the build reads content/ with `scenarios.ts`.
 */
import {
  type AdmissionResponse,
  addressOf,
  type Cluster,
  type KubeObject,
  type ProxyMode,
  resolveConnection,
  type Trace,
} from './engine/index.ts';

export interface TracedConnection {
  id: string;
  /** `pod/default/checkout`. */
  from: string;
  /** The address with its placeholders filled: `http://10.96.1.10:8080`. */
  to: string;
  /** The address as the author wrote it. */
  written: string;
  traces: Readonly<Record<ProxyMode, Trace>>;
}

/** What the API server says to an object of the scenario. */
export interface AppliedObject {
  id: string;
  /** `Service/default/order-service`. */
  apply: string;
  response: AdmissionResponse;
}

export type ScenarioConnection = TracedConnection | AppliedObject;

export interface Scenario {
  id: string;
  /** The text of cluster.yaml. */
  text: string;
  objects: readonly KubeObject[];
  cluster: Cluster;
  connections: Readonly<Record<string, ScenarioConnection>>;
}

export const isTraced = (connection: ScenarioConnection): connection is TracedConnection =>
  'traces' in connection;

/** `Service/default/order-service`: the name by which authors, traces and components speak of an object. */
export const objectName = (object: KubeObject): string =>
  [object.kind, object.metadata.namespace ?? 'default', object.metadata.name].join('/');

/** An object by `Kind/name` or `Kind/namespace/name`. */
export function findObject(scenario: Pick<Scenario, 'objects'>, name: string): KubeObject | undefined {
  const full = name.split('/').length === 2 ? name.replace('/', '/default/') : name;
  return scenario.objects.find((object) => objectName(object) === full);
}

/** `{node-1}`, `{pod/default/order-b}`, `{service/default/order-service}` → the address the engine assigned. */
export function fillPlaceholders(cluster: Cluster, text: string): { filled: string; missing: string | null } {
  let missing: string | null = null;
  const filled = text.replace(/\{([^{}]*)\}/g, (whole, name: string) => {
    const address = addressOf(cluster, name);
    if (address === undefined) missing = name;
    return address ?? whole;
  });
  return { filled, missing };
}

/** For a connection that `parseConnection` takes. */
export function trace(
  cluster: Cluster,
  { id, from, to, written }: Omit<TracedConnection, 'traces'>,
): TracedConnection {
  const inMode = (proxyMode: ProxyMode): Trace => resolveConnection(cluster, { from, to }, { proxyMode });
  return { id, from, to, written, traces: { iptables: inMode('iptables'), nftables: inMode('nftables') } };
}

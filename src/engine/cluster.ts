/**
 * The snapshot a connection is resolved in: what the API server accepted, what the controllers made of it, who holds which address.
 *
 * Everything is indexed here once, so that resolving a connection costs the same in a cluster of ten Services and of ten thousand.
 */
import { admitObject, newAdmissionState } from './admission/index.ts';
import { indexPods, type PodIndex, SERVICE_NAME, type Slice, slicesOfService } from './endpoints.ts';
import { DEFAULT_ENVIRONMENT } from './environment.ts';
import { type Network, parseNetwork } from './ipv4.ts';
import {
  buildMachines,
  type Machine,
  type Machines,
  type NodeMachine,
  type OutsideMachine,
  type PodMachine,
} from './machines.ts';
import { addFronts, emptyFronts, type Fronts } from './proxy/fronts.ts';
import type { ProxySettings } from './proxy/rules.ts';
import { isProxied, type ServicePort, servicePorts } from './proxy/service-port.ts';
import {
  type EndpointSliceObject,
  type EndpointsObject,
  keyOf,
  type NodeObject,
  type PodObject,
  type ServiceObject,
} from './shapes.ts';
import { apiServer, coreDNS, SYSTEM_NAMESPACES, systemServices, systemSlices } from './system.ts';
import type { AdmissionResponse, Environment, KubeObject } from './types.ts';
import { isWorkload, type PlannedPod, podsOf } from './workloads.ts';
import { mirrorEndpoints, sliceAsWritten } from './written-slices.ts';

/** A Service as stored, beside what its author wrote. */
export interface StoredService {
  object: ServiceObject;
  written: ServiceObject;
  slices: Slice[];
  ports: readonly ServicePort[];
}

export interface Rejection {
  /** The very object that was handed in. */
  object: KubeObject;
  response: AdmissionResponse;
}

export interface Cluster {
  readonly rejected: readonly Rejection[];
  readonly environment: Environment;
  readonly services: ReadonlyMap<string, StoredService>;
  readonly pods: ReadonlyMap<string, PodMachine>;
  readonly nodes: ReadonlyMap<string, NodeMachine>;
  readonly outside: ReadonlyMap<string, OutsideMachine>;
  readonly namespaces: ReadonlySet<string>;
  readonly slices: readonly Slice[];
  readonly holders: ReadonlyMap<string, Machine>;
  readonly fronts: Fronts;
  /** healthCheckNodePort → the Service for which kube-proxy answers there. */
  readonly healthChecks: ReadonlyMap<number, StoredService>;
  /** What the router goes by: the networks of Pods and Services, and those that lead to a node. */
  readonly networks: {
    inside: readonly Network[];
    routes: readonly { network: Network; node: NodeMachine }[];
  };
  /** What kube-proxy goes by, whatever the node. */
  readonly proxy: ProxySettings;
}

interface Accepted {
  stored: KubeObject;
  written: KubeObject;
}

export function buildCluster(
  objects: readonly KubeObject[],
  environment: Environment = DEFAULT_ENVIRONMENT,
): Cluster {
  const { accepted, rejected } = admitAll(objects);
  const machines = buildMachines(environment, ofKind<NodeObject>(accepted, 'Node'), plannedPods(accepted));
  const services = storedServices(accepted, environment);
  const { outside, holders, dns } = withSystem(machines);
  const slices = [...systemSlices(dns), ...allSlices(accepted, services, indexPods(machines.pods.values()))];
  attach(slices, services);
  const fronts = frontsOf(services);
  return {
    rejected,
    environment,
    services,
    pods: machines.pods,
    nodes: machines.nodes,
    outside,
    namespaces: namespacesOf(accepted),
    slices,
    holders,
    fronts,
    healthChecks: healthChecksOf(services),
    networks: networksOf(environment, machines),
    proxy: {
      fronts,
      podNetwork: parseNetwork(environment.kubeProxy.clusterCIDR),
      serviceNetwork: parseNetwork(environment.serviceCIDR),
      nodePortAddresses: environment.kubeProxy.nodePortAddresses,
    },
  };
}

/** Each object meets those before it; `status`, which a create drops, is laid back on. */
function admitAll(objects: readonly KubeObject[]): { accepted: Accepted[]; rejected: Rejection[] } {
  const state = newAdmissionState();
  state.ledger.leaveTo(objects);
  const accepted: Accepted[] = [];
  const rejected: Rejection[] = [];
  for (const written of objects) {
    const response = admitObject(state, written);
    if (response.http !== 201) rejected.push({ object: written, response });
    else accepted.push({ written, stored: withStatus(response.object, written['status']) });
  }
  return { accepted, rejected };
}

function withStatus(object: KubeObject, status: unknown): KubeObject {
  const { status: _dropped, ...rest } = object;
  return (status ? { ...rest, status: withoutNulls(status) } : rest) as KubeObject;
}

/** A null field is an absent one. In a list decoding leaves an empty entry; nothing here has a use for one. */
function withoutNulls(value: unknown): unknown {
  const isSet = (entry: unknown): boolean => (entry ?? null) !== null;
  if (Array.isArray(value)) return value.filter(isSet).map(withoutNulls);
  if (typeof value !== 'object') return value;
  const entries = Object.entries(value as object).filter(([, entry]) => isSet(entry));
  return Object.fromEntries(entries.map(([key, entry]) => [key, withoutNulls(entry)]));
}

function ofKind<T extends KubeObject>(accepted: readonly Accepted[], kind: string): T[] {
  return accepted.filter(({ stored }) => stored.kind === kind).map(({ stored }) => stored as T);
}

function plannedPods(accepted: readonly Accepted[]): PlannedPod[] {
  return accepted.flatMap(({ stored, written }): PlannedPod[] => {
    if (isWorkload(stored)) return podsOf(stored);
    if (stored.kind !== 'Pod') return [];
    return [
      {
        object: stored as PodObject,
        origin: { object: `Pod/${keyOf(stored)}`, prefix: '', written: written as PodObject },
      },
    ];
  });
}

function storedServices(accepted: readonly Accepted[], environment: Environment): Map<string, StoredService> {
  const services = new Map<string, StoredService>();
  const add = (object: ServiceObject, written: ServiceObject) =>
    services.set(keyOf(object), { object, written, slices: [], ports: [] });
  const nothingWritten = { apiVersion: 'v1', kind: 'Service', metadata: {}, spec: {} };
  for (const object of systemServices(environment)) add(object, nothingWritten);
  for (const { stored, written } of accepted)
    if (stored.kind === 'Service') add(stored as ServiceObject, written as ServiceObject);
  return services;
}

function allSlices(
  accepted: readonly Accepted[],
  services: ReadonlyMap<string, StoredService>,
  pods: PodIndex,
): Slice[] {
  const slices: Slice[] = [];
  for (const { object } of services.values()) slices.push(...slicesOfService(object, pods));
  const serviceOf = (object: KubeObject, name: string | undefined) =>
    services.get(`${object.metadata.namespace}/${name}`)?.object;
  for (const object of ofKind<EndpointSliceObject>(accepted, 'EndpointSlice')) {
    const slice = sliceAsWritten(object, serviceOf(object, object.metadata.labels?.[SERVICE_NAME]));
    if (slice !== null) slices.push(slice);
  }
  for (const object of ofKind<EndpointsObject>(accepted, 'Endpoints'))
    slices.push(...mirrorEndpoints(object, serviceOf(object, object.metadata.name)));
  return slices;
}

function attach(slices: readonly Slice[], services: ReadonlyMap<string, StoredService>): void {
  for (const slice of slices) services.get(`${slice.namespace}/${slice.service}`)?.slices.push(slice);
  for (const service of services.values())
    service.ports = servicePorts(service.object, service.written, service.slices);
}

function frontsOf(services: ReadonlyMap<string, StoredService>): Fronts {
  const fronts = emptyFronts();
  for (const service of services.values()) addFronts(fronts, service);
  return fronts;
}

/** The API server gives the number to those that need a check and takes it from no other; kube-proxy answers for those it proxies. */
function healthChecksOf(services: ReadonlyMap<string, StoredService>): Map<number, StoredService> {
  const checks = new Map<number, StoredService>();
  for (const service of services.values()) {
    const { healthCheckNodePort } = service.object.spec;
    if (healthCheckNodePort && isProxied(service.object)) checks.set(healthCheckNodePort, service);
  }
  return checks;
}

function networksOf(
  { clusterCIDR, serviceCIDR, routes }: Environment,
  { nodes }: Machines,
): Cluster['networks'] {
  const inside = [clusterCIDR, serviceCIDR].map(parseNetwork).filter((network) => network !== null);
  const known = Object.entries(routes).flatMap(([cidr, name]) => {
    const network = parseNetwork(cidr);
    const node = nodes.get(name);
    return network && node ? [{ network, node }] : [];
  });
  return { inside, routes: known };
}

function withSystem(machines: Machines): {
  outside: ReadonlyMap<string, OutsideMachine>;
  holders: ReadonlyMap<string, Machine>;
  dns: PodMachine | null;
} {
  const holders = new Map(machines.holders);
  const server = apiServer();
  const dns = coreDNS([...machines.nodes.values()], (address) => holders.has(address));
  if (!holders.has(server.address)) holders.set(server.address, server);
  if (dns?.address !== undefined && !holders.has(dns.address)) holders.set(dns.address, dns);
  return { outside: machines.outside, holders, dns };
}

function namespacesOf(accepted: readonly Accepted[]): Set<string> {
  const namespaces = new Set(SYSTEM_NAMESPACES);
  for (const { stored } of accepted)
    namespaces.add(
      stored.kind === 'Namespace' ? (stored.metadata.name ?? '') : (stored.metadata.namespace ?? 'default'),
    );
  return namespaces;
}

/** The address that stands for a name in an author's connection: `node-1`, `pod/default/web-a`, `service/default/web`, `outside/out-1`. */
export function addressOf(cluster: Cluster, name: string): string | undefined {
  const [kind, ...rest] = name.split('/');
  const key = rest.join('/');
  switch (kind) {
    case 'pod':
      return cluster.pods.get(key)?.address;
    case 'service': {
      const address = cluster.services.get(key)?.object.spec.clusterIP;
      return address === 'None' ? undefined : address;
    }
    case 'outside':
      return cluster.outside.get(key)?.address;
    case 'node':
      return cluster.nodes.get(key)?.addresses[0];
    default:
      return cluster.nodes.get(name)?.addresses[0];
  }
}

/**
 * The EndpointSlices of a cluster: those the controllers make and those that people write.
 *
 * Source: k8s staging/src/k8s.io/endpointslice (reconciler.go, utils.go, trafficdist), pkg/controller/endpointslice,
 * pkg/controller/endpointslicemirroring, staging/src/k8s.io/endpointslice/util (ShouldPodBeInEndpoints); rules 4.1 – 4.12.
 */
import { isAddress } from './ipv4.ts';
import type { NodeMachine, PodMachine } from './machines.ts';
import { findPort } from './ports.ts';
import type { EndpointPort, Hints, ServiceObject, ServicePortSpec, SliceEndpoint } from './shapes.ts';
import type { Decision } from './types.ts';

export const SERVICE_NAME = 'kubernetes.io/service-name';
export const MANAGED_BY = 'endpointslice.kubernetes.io/managed-by';
export const HEADLESS = 'service.kubernetes.io/headless';
export const CONTROLLER = 'endpointslice-controller.k8s.io';
/** The controller's default --max-endpoints-per-slice. */
const MAX_ENDPOINTS = 100;

export interface PlacedPort extends EndpointPort {
  /** Where a written slice or Endpoints object has this number; absent for what the controller computed. */
  writtenAt?: Decision;
}

export interface PlacedEndpoint extends SliceEndpoint {
  pod?: PodMachine;
}

export interface Slice {
  /** Without the random suffix when a controller made it; kubectl.ts draws one. */
  name: string;
  generated: boolean;
  namespace: string;
  service: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
  addressType: string;
  ports: PlacedPort[];
  endpoints: PlacedEndpoint[];
}

/** Pods by the labels a selector asks for: `default` → `app=web` → Pods. */
export type PodIndex = ReadonlyMap<string, ReadonlyMap<string, readonly PodMachine[]>>;

export function indexPods(pods: Iterable<PodMachine>): PodIndex {
  const index = new Map<string, Map<string, PodMachine[]>>();
  for (const pod of pods) {
    const namespace = pod.object.metadata.namespace ?? 'default';
    const labels = index.get(namespace) ?? new Map<string, PodMachine[]>();
    index.set(namespace, labels);
    for (const [key, value] of Object.entries(pod.object.metadata.labels ?? {})) {
      const found = labels.get(`${key}=${value}`);
      if (found) found.push(pod);
      else labels.set(`${key}=${value}`, [pod]);
    }
  }
  return index;
}

/** A selector means all its labels, within its namespace; an empty one selects nothing here (rule 4.1). */
export function selectPods(service: ServiceObject, index: PodIndex): readonly PodMachine[] {
  const wanted = Object.entries(service.spec.selector ?? {});
  const [first, ...others] = wanted;
  if (first === undefined) return [];
  const candidates = index.get(service.metadata.namespace ?? 'default')?.get(`${first[0]}=${first[1]}`) ?? [];
  return candidates.filter(({ object }) =>
    others.every(([key, value]) => object.metadata.labels?.[key] === value),
  );
}

export function hasSelector(service: ServiceObject): boolean {
  return Object.keys(service.spec.selector ?? {}).length > 0;
}

export function isHeadless(service: ServiceObject): boolean {
  return service.spec.clusterIP === 'None';
}

/** What the EndpointSlice controller makes for one Service. */
export function slicesOfService(service: ServiceObject, index: PodIndex): Slice[] {
  if (!hasSelector(service) || service.spec.type === 'ExternalName') return [];
  const groups = new Map<string, { ports: EndpointPort[]; endpoints: PlacedEndpoint[] }>();
  for (const pod of selectPods(service, index)) {
    if (!belongsInEndpoints(pod, service)) continue;
    const addresses = addressesOfPod(pod);
    if (addresses.length === 0) continue;
    const ports = portsFor(service, pod);
    const key = portKey(ports);
    const group = groups.get(key) ?? { ports, endpoints: [] };
    groups.set(key, group);
    group.endpoints.push(endpointFor(service, pod, addresses));
  }
  if (groups.size === 0) return inSlices(service, [], []);
  return [...groups.values()].flatMap(({ ports, endpoints }) => inSlices(service, ports, endpoints));
}

export function portKey(ports: readonly EndpointPort[]): string {
  let key = '';
  for (const { name, protocol, port } of ports) key += `${name}/${protocol}/${port};`;
  return key;
}

/** Rule 4.2. */
function belongsInEndpoints({ object, node }: PodMachine, service: ServiceObject): boolean {
  const phase = object.status?.phase;
  if (phase === 'Succeeded' || phase === 'Failed') return false;
  return node !== null || service.spec.publishNotReadyAddresses === true;
}

/** `podIPs`, unless `podIP` says otherwise (k8s pkg/apis/core/v1/conversion.go Convert_v1_PodStatus_To_core_PodStatus). */
function addressesOfPod({ object: { status } }: PodMachine): string[] {
  const { podIP, podIPs = [] } = status ?? {};
  const all = podIP && podIP !== podIPs[0]?.ip ? [podIP] : podIPs.map(({ ip }) => ip);
  return all.filter(isAddress);
}

/** Ports for which the Pod has a number; a Pod that lacks a named one is left out of that port only (rule 4.6). */
function portsFor(service: ServiceObject, pod: PodMachine): EndpointPort[] {
  const ports: EndpointPort[] = [];
  for (const port of service.spec.ports ?? []) {
    const found = findPort(pod.object.spec, port);
    if (found !== null) ports.push(endpointPort(port, found.number));
  }
  return ports;
}

function endpointPort({ name, protocol, appProtocol }: ServicePortSpec, port: number): EndpointPort {
  return {
    name: name ?? '',
    protocol: protocol ?? 'TCP',
    port,
    ...(appProtocol === undefined ? {} : { appProtocol }),
  };
}

export function isPodReady({ object }: PodMachine): boolean {
  return (
    object.status?.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True') ?? false
  );
}

/** Rules 4.3 – 4.5. */
function endpointFor(service: ServiceObject, pod: PodMachine, addresses: string[]): PlacedEndpoint {
  const { spec, metadata } = pod.object;
  const serving = isPodReady(pod);
  const ready = service.spec.publishNotReadyAddresses === true || (serving && !pod.terminating);
  const named = spec.hostname && spec.subdomain === service.metadata.name;
  const hints = ready ? hintsFor(service.spec.trafficDistribution, pod.node, spec.nodeName) : null;
  return {
    addresses,
    conditions: { ready, serving, terminating: pod.terminating },
    ...(named ? { hostname: spec.hostname ?? null } : {}),
    ...(spec.nodeName === undefined ? {} : { nodeName: spec.nodeName }),
    ...(pod.node?.zone === undefined ? {} : { zone: pod.node.zone }),
    targetRef: { kind: 'Pod', namespace: metadata.namespace ?? 'default', name: metadata.name ?? '' },
    ...(hints === null ? {} : { hints }),
    pod,
  };
}

/** Rule 5.29. */
function hintsFor(
  distribution: string | undefined,
  node: NodeMachine | null,
  nodeName: string | undefined,
): Hints | null {
  const zones = node?.zone === undefined ? {} : { forZones: [{ name: node.zone }] };
  switch (distribution) {
    case 'PreferSameNode':
      return nodeName === undefined ? null : { ...zones, forNodes: [{ name: nodeName }] };
    case 'PreferClose':
    case 'PreferSameZone':
      return node?.zone === undefined ? null : zones;
    default:
      return null;
  }
}

/** A slice has its Service's labels, but those three are the controller's own (utils.go setEndpointSliceLabels). */
function labelsFor(service: ServiceObject): Record<string, string> {
  const { [HEADLESS]: _reserved, ...labels } = service.metadata.labels ?? {};
  return {
    ...labels,
    ...(isHeadless(service) ? { [HEADLESS]: '' } : {}),
    [MANAGED_BY]: CONTROLLER,
    [SERVICE_NAME]: service.metadata.name ?? '',
  };
}

function inSlices(service: ServiceObject, ports: EndpointPort[], endpoints: PlacedEndpoint[]): Slice[] {
  const count = Math.max(1, Math.ceil(endpoints.length / MAX_ENDPOINTS));
  const { name = '', namespace = 'default' } = service.metadata;
  return Array.from({ length: count }, (_, index) => ({
    name,
    generated: true,
    namespace,
    service: name,
    labels: labelsFor(service),
    annotations: {},
    addressType: 'IPv4',
    ports,
    endpoints: endpoints.slice(index * MAX_ENDPOINTS, (index + 1) * MAX_ENDPOINTS),
  }));
}

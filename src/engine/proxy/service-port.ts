/**
 * What kube-proxy knows of one port of one Service: its addresses, its policies, its endpoints.
 *
 * Source: k8s pkg/proxy/serviceport.go, pkg/proxy/endpointslicecache.go; rules 4.9 – 4.14.
 */
import { HEADLESS, type PlacedEndpoint, type Slice } from '../endpoints.ts';
import { isAddress, type Network, parseNetwork } from '../ipv4.ts';
import type { Place } from '../journey.ts';
import type { NodeMachine } from '../machines.ts';
import type { ServiceObject, ServicePortSpec } from '../shapes.ts';
import type { Decision, Endpoint, Protocol } from '../types.ts';
import type { Categories } from './categorize.ts';
import type { Reason } from './explain.ts';
import type { FrontKind } from './fronts.ts';

const PROXY_NAME = 'service.kubernetes.io/service-proxy-name';

/** One endpoint of one Service port: kube-proxy takes a slice's first address. */
export interface ProxyEndpoint {
  /** Where a packet goes once it is rewritten. */
  destination: Endpoint;
  nodeName: string | null;
  ready: boolean;
  serving: boolean;
  terminating: boolean;
  nodeHints: readonly string[];
  zoneHints: readonly string[];
  source: PlacedEndpoint;
  /** Where a written slice has the port. */
  writtenAt: Decision | undefined;
  /** What node.ts has found there before, and explain.ts has said of it. */
  place: Place | undefined;
  reasons: { [Kind in FrontKind]?: Reason };
}

export interface ServicePort {
  service: ServiceObject;
  /** The Service as its author wrote it. */
  written: ServiceObject;
  index: number;
  spec: ServicePortSpec;
  protocol: Protocol;
  slices: readonly Slice[];
  externalIPs: readonly string[];
  loadBalancerIPs: readonly string[];
  sourceRanges: readonly Network[];
  internalLocal: boolean;
  externalLocal: boolean;
  endpoints: readonly ProxyEndpoint[];
  /** What categorize.ts has found for a node before. */
  categories: Map<NodeMachine, Categories>;
}

/** Headless Services have none, ExternalName Services neither; kube-proxy skips both (serviceport.go, IsServiceIPSet). */
export function clusterIPOf({ spec: { clusterIP } }: ServiceObject): string | null {
  return clusterIP === undefined || clusterIP === 'None' ? null : clusterIP;
}

export function isProxied(service: ServiceObject): boolean {
  return clusterIPOf(service) !== null && !isLeftToOtherProxy(service);
}

export function isLeftToOtherProxy(service: ServiceObject): boolean {
  return service.metadata.labels?.[PROXY_NAME] !== undefined;
}

export function servicePorts(
  service: ServiceObject,
  written: ServiceObject,
  slices: readonly Slice[],
): ServicePort[] {
  const { spec } = service;
  const common = {
    service,
    written,
    slices,
    externalIPs: spec.externalIPs ?? [],
    loadBalancerIPs: interceptedAddresses(service),
    sourceRanges: (spec.loadBalancerSourceRanges ?? [])
      .map(parseNetwork)
      .filter((network) => network !== null),
    internalLocal: spec.internalTrafficPolicy === 'Local',
    externalLocal: spec.externalTrafficPolicy === 'Local',
  };
  return (spec.ports ?? []).map((port, index) =>
    lazily({ ...common, index, spec: port, protocol: (port.protocol ?? 'TCP') as Protocol }),
  );
}

/** Endpoints are gathered when the first packet asks for them: most of a big cluster's Services are never dialed. */
function lazily(port: Omit<ServicePort, 'endpoints' | 'categories'>): ServicePort {
  let endpoints: readonly ProxyEndpoint[] | undefined;
  return {
    ...port,
    categories: new Map(),
    get endpoints() {
      endpoints ??= gatherEndpoints(port.spec.name ?? '', port.protocol, port.slices);
      return endpoints;
    },
  };
}

/** With ipMode Proxy the load balancer wants to see the packet itself (rule 5.19). */
function interceptedAddresses({ status }: ServiceObject): string[] {
  return (status?.loadBalancer?.ingress ?? []).flatMap(({ ip, ipMode }) =>
    ip !== undefined && ipMode !== 'Proxy' ? [ip] : [],
  );
}

/** A slice's port belongs to the Service port of the same name and protocol; the Service's targetPort is not looked at (rules 4.10, 4.11). */
function gatherEndpoints(name: string, protocol: Protocol, slices: readonly Slice[]): ProxyEndpoint[] {
  const endpoints = new Map<string, ProxyEndpoint>();
  for (const slice of slices) {
    if (!isWatched(slice)) continue;
    for (const port of slice.ports) {
      if (port.name !== name || (port.protocol ?? 'TCP') !== protocol || !port.port) continue;
      for (const endpoint of slice.endpoints) addEndpoint(endpoints, endpoint, port.port, port.writtenAt);
    }
  }
  return [...endpoints.values()];
}

export function isWatched({ addressType, labels }: Slice): boolean {
  return addressType === 'IPv4' && labels[HEADLESS] === undefined && labels[PROXY_NAME] === undefined;
}

const NO_HINTS: readonly string[] = [];
const names = (hints: readonly { name: string }[] | undefined): readonly string[] =>
  hints?.map(({ name }) => name) ?? NO_HINTS;

/** The same address and port twice is one endpoint: that of a Pod that still lives, if another Pod had the address before it (endpointslicecache.go addEndpoints). */
function addEndpoint(
  endpoints: Map<string, ProxyEndpoint>,
  source: PlacedEndpoint,
  port: number,
  writtenAt: Decision | undefined,
): void {
  const [address] = source.addresses;
  if (address === undefined || !isAddress(address)) return;
  const { conditions, hints } = source;
  const key = `${address}:${port}`;
  if (conditions?.terminating && endpoints.has(key)) return;
  endpoints.set(key, {
    destination: { address, port },
    nodeName: source.nodeName ?? null,
    ready: conditions?.ready ?? true,
    serving: conditions?.serving ?? true,
    terminating: conditions?.terminating ?? false,
    nodeHints: names(hints?.forNodes),
    zoneHints: names(hints?.forZones),
    source,
    writtenAt,
    place: undefined,
    reasons: {},
  });
}

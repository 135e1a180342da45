/**
 * Which endpoints of a Service port a node's rules use, for cluster-wide and for node-local traffic policy.
 *
 * Source: k8s pkg/proxy/topology.go CategorizeEndpoints, pkg/proxy/endpoints.go LocalReadyEndpoints; rules 4.5, 5.16, 5.18, 5.21, 5.29.
 */
import type { Slice } from '../endpoints.ts';
import type { NodeMachine } from '../machines.ts';
import { isWatched, type ProxyEndpoint, type ServicePort } from './service-port.ts';

export interface Categories {
  /** For traffic policy Cluster, and for what starts inside the cluster where externalTrafficPolicy is Local. */
  cluster: readonly ProxyEndpoint[];
  /** For traffic policy Local. */
  local: readonly ProxyEndpoint[];
  /** Whether there is a usable endpoint anywhere. */
  any: boolean;
}

export function categorize(port: ServicePort, node: NodeMachine): Categories {
  const known = port.categories.get(node) ?? compute(port, node);
  port.categories.set(node, known);
  return known;
}

function compute({ endpoints }: ServicePort, node: NodeMachine): Categories {
  return {
    cluster: clusterEndpoints(endpoints, node),
    local: readyElseTerminating(endpoints.filter(({ nodeName }) => nodeName === node.name)),
    any: endpoints.some(isUsable),
  };
}

function isUsable({ ready, serving, terminating }: ProxyEndpoint): boolean {
  return ready || (serving && terminating);
}

/** Ready ones; if there is none, those that still serve while they terminate. */
function readyElseTerminating(endpoints: readonly ProxyEndpoint[]): readonly ProxyEndpoint[] {
  const ready = endpoints.filter((endpoint) => endpoint.ready);
  return ready.length > 0 ? ready : endpoints.filter(({ serving, terminating }) => serving && terminating);
}

function clusterEndpoints(endpoints: readonly ProxyEndpoint[], node: NodeMachine): readonly ProxyEndpoint[] {
  const ready = endpoints.filter((endpoint) => endpoint.ready);
  if (ready.length === 0) return readyElseTerminating(endpoints);
  return hinted(ready, 'nodeHints', node.name) ?? hinted(ready, 'zoneHints', node.zone) ?? ready;
}

/** Hints count only when every ready endpoint has one and at least one is for here. */
function hinted(
  ready: readonly ProxyEndpoint[],
  kind: 'nodeHints' | 'zoneHints',
  here: string | undefined,
): readonly ProxyEndpoint[] | null {
  if (here === undefined || ready.some((endpoint) => endpoint[kind].length === 0)) return null;
  const fitting = ready.filter((endpoint) => endpoint[kind].includes(here));
  return fitting.length > 0 ? fitting : null;
}

/** What the health check of externalTrafficPolicy Local counts, whether or not the Service has a port for it (EndpointsMap.LocalReadyEndpoints; rule 5.21). */
export function hasLocalReady(slices: readonly Slice[], node: NodeMachine): boolean {
  return slices
    .filter(isWatched)
    .some(
      ({ ports, endpoints }) =>
        ports.some(({ port }) => port) &&
        endpoints.some(({ conditions, nodeName }) => conditions?.ready !== false && nodeName === node.name),
    );
}

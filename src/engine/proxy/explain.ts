/** Why the rules did what they did, and which line of which manifest decided it. */
import type { Cluster, StoredService } from '../cluster.ts';
import { hasSelector } from '../endpoints.ts';
import { contains } from '../ipv4.ts';
import { isOwnAddress } from '../machines.ts';
import { findPort } from '../ports.ts';
import { keyOf } from '../shapes.ts';
import type { Decision, HopReason, Packet } from '../types.ts';
import { type Front, type FrontKind, frontAt, nodePortAt, type Owner } from './fronts.ts';
import type { Block, Context } from './rules.ts';
import type { ProxyEndpoint, ServicePort } from './service-port.ts';

export interface Reason {
  because: HopReason;
  decidedBy?: Decision;
  matchedBy?: Decision;
  foundAt?: Decision;
}

const REWRITTEN: Readonly<Record<FrontKind, HopReason>> = {
  'cluster-ip': 'service-port',
  'node-port': 'node-port',
  'external-ip': 'external-ip-port',
  'load-balancer-ip': 'load-balancer-port',
};

function inService({ service }: ServicePort, path: string): Decision {
  return { object: `Service/${keyOf(service)}`, path };
}

function writtenPort({ written, index }: ServicePort) {
  return written.spec?.ports?.[index];
}

/** The rules send to the endpoint's port: the targetPort, or `port` where that was left out; in a written slice the slice's own (rule 4.10). */
export function whyRewritten(front: Front, endpoint: ProxyEndpoint): Reason {
  endpoint.reasons[front.kind] ??= explainRewrite(front, endpoint);
  return endpoint.reasons[front.kind] as Reason;
}

function explainRewrite(front: Front, endpoint: ProxyEndpoint): Reason {
  const target = endpoint.writtenAt ?? targetDecision(front.port);
  const found = foundAt(front.port, endpoint);
  return {
    because: REWRITTEN[front.kind],
    ...(target ? { decidedBy: target } : {}),
    ...matchedBy(front),
    ...(found ? { foundAt: found } : {}),
  };
}

function targetDecision(port: ServicePort): Decision | undefined {
  const written = writtenPort(port);
  if (written === undefined) return undefined;
  return inService(port, `spec.ports[${port.index}].${written.targetPort ? 'targetPort' : 'port'}`);
}

function foundAt({ spec }: ServicePort, { source: { pod } }: ProxyEndpoint): Decision | undefined {
  const path =
    pod && typeof spec.targetPort === 'string' ? findPort(pod.object.spec, spec)?.foundAt : undefined;
  return pod && path !== undefined
    ? { object: pod.origin.object, path: `${pod.origin.prefix}${path}` }
    : undefined;
}

function matchedBy({ kind, port }: Front): { matchedBy?: Decision } {
  const field = kind === 'node-port' ? 'nodePort' : 'port';
  return writtenPort(port)?.[field]
    ? { matchedBy: inService(port, `spec.ports[${port.index}].${field}`) }
    : {};
}

/** The policy that keeps the client's address on a packet, and thereby lets the answer go astray. */
export function keptBy({ kind, port }: Front): Decision | undefined {
  return kind !== 'cluster-ip' && port.externalLocal
    ? inService(port, 'spec.externalTrafficPolicy')
    : undefined;
}

export function whyMatched({ kind, service, written, path }: Owner): Reason {
  const isWritten = kind !== 'cluster-ip' || written.spec?.clusterIP;
  return {
    because: kind,
    ...(isWritten ? { decidedBy: { object: `Service/${keyOf(service)}`, path } } : {}),
  };
}

export function whyHealthCheck({ object, written }: StoredService): Reason {
  const decidedBy = { object: `Service/${keyOf(object)}`, path: 'spec.healthCheckNodePort' };
  return { because: 'health-check', ...(written.spec?.healthCheckNodePort ? { decidedBy } : {}) };
}

export function whyBlocked({ because, front }: Block): Reason {
  if (front === undefined) return { because };
  if (because === 'no-endpoint') return { ...whyNoEndpoint(front.port), ...matchedBy(front) };
  return { because, decidedBy: inService(front.port, blockingField(because, front)), ...matchedBy(front) };
}

function blockingField(because: 'no-local-endpoint' | 'source-not-allowed', { kind }: Front): string {
  if (because === 'source-not-allowed') return 'spec.loadBalancerSourceRanges';
  return kind === 'cluster-ip' ? 'spec.internalTrafficPolicy' : 'spec.externalTrafficPolicy';
}

/** An endpoint-less port, from the first condition that fails. */
function whyNoEndpoint(port: ServicePort): Reason {
  const some = port.slices.some(({ endpoints }) => endpoints.length > 0);
  if (port.endpoints.length > 0) return { because: 'no-ready-endpoint' };
  if (!hasSelector(port.service)) return { because: some ? 'slice-port-differs' : 'no-selector' };
  if (!some) return { because: 'no-pod-selected', decidedBy: inService(port, 'spec.selector') };
  const target = targetDecision(port);
  return { because: 'named-port-missing', ...(target ? { decidedBy: target } : {}) };
}

/** A packet for which there is no rule although one might expect it; null where nobody would. */
export function whyNoRule(
  cluster: Cluster,
  context: Context,
  packet: Packet,
  rewritten: boolean,
): Reason | null {
  const { address } = packet.destination;
  const { serviceNetwork } = context.settings;
  const owners = context.at?.owners;
  if (rewritten)
    return owners?.some(({ kind }) => kind === 'cluster-ip') ? { because: 'endpoint-is-cluster-ip' } : null;
  if (owners !== undefined) return whyOwnerHasNone(cluster, owners, packet);
  if (serviceNetwork !== null && contains(serviceNetwork, address))
    return { because: 'cluster-ip-unassigned' };
  const elsewhere = isOwnAddress(context.node, address) ? nodePortAt(cluster.fronts, packet) : undefined;
  return elsewhere ? { because: 'node-port-not-on-this-address', ...asDecided(matchedBy(elsewhere)) } : null;
}

function asDecided({ matchedBy: decision }: { matchedBy?: Decision }): { decidedBy?: Decision } {
  return decision ? { decidedBy: decision } : {};
}

function whyOwnerHasNone(cluster: Cluster, owners: readonly Owner[], packet: Packet): Reason {
  const front = frontAt(cluster.fronts.addresses.get(packet.destination.address), packet);
  if (front !== undefined) return { ...whyNoEndpoint(front.port), ...matchedBy(front) };
  const owner = owners[0];
  if (owner?.proxied === 'ip-mode-proxy') {
    return {
      because: 'load-balancer-not-intercepted',
      decidedBy: {
        object: `Service/${keyOf(owner.service)}`,
        path: `${owner.path.slice(0, -'ip'.length)}ipMode`,
      },
    };
  }
  if (owner?.proxied === 'other-proxy') {
    const path = 'metadata.labels[service.kubernetes.io/service-proxy-name]';
    return { because: 'other-proxy', decidedBy: { object: `Service/${keyOf(owner.service)}`, path } };
  }
  return whyPortNotDeclared(owners, packet);
}

function whyPortNotDeclared(owners: readonly Owner[], { destination }: Packet): Reason {
  for (const { service, written } of owners) {
    const index = (service.spec.ports ?? []).findIndex(({ port }) => port === destination.port);
    if (index < 0) continue;
    const isWritten = written.spec?.ports?.[index]?.protocol;
    const decidedBy = { object: `Service/${keyOf(service)}`, path: `spec.ports[${index}].protocol` };
    return { because: 'protocol-not-declared', ...(isWritten ? { decidedBy } : {}) };
  }
  return { because: 'port-not-declared' };
}

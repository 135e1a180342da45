/**
 * The addresses and ports for which kube-proxy has rules: cluster IPs, external IPs, load balancers' addresses, nodePorts.
 *
 * Source: k8s pkg/proxy/iptables/proxier.go and pkg/proxy/nftables/proxier.go syncProxyRules; one Map entry stands for one match there.
 */
import { isAddress } from '../ipv4.ts';
import type { ServiceObject } from '../shapes.ts';
import { isLeftToOtherProxy, isProxied, type ServicePort } from './service-port.ts';

export type FrontKind = 'cluster-ip' | 'external-ip' | 'load-balancer-ip' | 'node-port';

/** One match of the rules: an address and port (for a nodePort the port alone) and the Service port behind it. */
export interface Front {
  kind: FrontKind;
  port: ServicePort;
}

/** A Service that owns an address, whatever the port. */
export interface Owner {
  service: ServiceObject;
  written: ServiceObject;
  kind: Exclude<FrontKind, 'node-port'>;
  /** Where the manifest may have it: `spec.clusterIP`, `spec.externalIPs[0]`, `status.loadBalancer.ingress[0].ip`. */
  path: string;
  proxied: 'yes' | 'other-proxy' | 'ip-mode-proxy';
}

export interface Fronts {
  /** `10.96.1.10:8080/TCP` */
  addresses: Map<string, Front>;
  /** `32222/TCP` */
  nodePorts: Map<string, Front>;
  owners: Map<string, Owner[]>;
  clusterIPs: Set<string>;
}

export function emptyFronts(): Fronts {
  return { addresses: new Map(), nodePorts: new Map(), owners: new Map(), clusterIPs: new Set() };
}

export function addFronts(
  fronts: Fronts,
  service: ServiceObject,
  written: ServiceObject,
  ports: readonly ServicePort[],
): void {
  for (const owner of ownersOf(service, written))
    fronts.owners.set(owner.address, [...(fronts.owners.get(owner.address) ?? []), owner]);
  if (!isProxied(service)) return;
  fronts.clusterIPs.add(service.spec.clusterIP ?? '');
  for (const port of ports) addPort(fronts, port);
}

function addPort(fronts: Fronts, port: ServicePort): void {
  const add = (address: string, kind: FrontKind) => {
    const key = `${address}:${port.spec.port}/${port.protocol}`;
    if (!fronts.addresses.has(key)) fronts.addresses.set(key, { kind, port });
  };
  add(port.clusterIP, 'cluster-ip');
  for (const address of port.externalIPs) add(address, 'external-ip');
  for (const address of port.loadBalancerIPs) add(address, 'load-balancer-ip');
  const nodePort = `${port.spec.nodePort}/${port.protocol}`;
  if (port.spec.nodePort && !fronts.nodePorts.has(nodePort))
    fronts.nodePorts.set(nodePort, { kind: 'node-port', port });
}

function ownersOf(service: ServiceObject, written: ServiceObject): (Owner & { address: string })[] {
  const { spec, status } = service;
  if (spec.type === 'ExternalName') return [];
  const proxied = isLeftToOtherProxy(service) ? 'other-proxy' : 'yes';
  const owners: (Owner & { address: string })[] = [];
  if (spec.clusterIP !== undefined && isAddress(spec.clusterIP)) {
    const path = written.spec?.clusterIP ? 'spec.clusterIP' : 'spec.clusterIPs[0]';
    owners.push({ address: spec.clusterIP, service, written, kind: 'cluster-ip', path, proxied });
  }
  if (spec.clusterIP === 'None') return owners;
  (spec.externalIPs ?? []).forEach((address, index) => {
    owners.push({
      address,
      service,
      written,
      kind: 'external-ip',
      path: `spec.externalIPs[${index}]`,
      proxied,
    });
  });
  (status?.loadBalancer?.ingress ?? []).forEach(({ ip, ipMode }, index) => {
    if (ip === undefined) return;
    const path = `status.loadBalancer.ingress[${index}].ip`;
    owners.push({
      address: ip,
      service,
      written,
      kind: 'load-balancer-ip',
      path,
      proxied: ipMode === 'Proxy' ? 'ip-mode-proxy' : proxied,
    });
  });
  return owners;
}

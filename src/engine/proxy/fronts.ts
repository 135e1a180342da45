/**
 * The addresses and ports for which kube-proxy has rules: cluster IPs, external IPs, load balancers' addresses, nodePorts.
 *
 * Source: k8s pkg/proxy/iptables/proxier.go and pkg/proxy/nftables/proxier.go syncProxyRules; one Map entry stands for one match there.
 */
import type { StoredService } from '../cluster.ts';
import type { ServiceObject } from '../shapes.ts';
import type { Packet, Protocol } from '../types.ts';
import { clusterIPOf, isLeftToOtherProxy, type ServicePort } from './service-port.ts';

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

/** All that is known of one address. */
export interface ServiceAddress {
  owners: Owner[];
  ports: Map<number, Front>;
  /** In nftables' set of cluster IPs. */
  isClusterIP: boolean;
}

export interface Fronts {
  addresses: Map<string, ServiceAddress>;
  nodePorts: Map<number, Front>;
}

const PROTOCOLS: readonly Protocol[] = ['TCP', 'UDP', 'SCTP'];

/** A port and its protocol as one number: rules are asked many times for each packet. */
export function portKey(port: number, protocol: Protocol): number {
  return port * PROTOCOLS.length + PROTOCOLS.indexOf(protocol);
}

/** `at`: what is known of the packet's destination. */
export function frontAt(
  at: ServiceAddress | undefined,
  { destination, protocol }: Packet,
): Front | undefined {
  return at?.ports.get(portKey(destination.port, protocol));
}

export function nodePortAt({ nodePorts }: Fronts, { destination, protocol }: Packet): Front | undefined {
  return nodePorts.get(portKey(destination.port, protocol));
}

export function emptyFronts(): Fronts {
  return { addresses: new Map(), nodePorts: new Map() };
}

export function addFronts(fronts: Fronts, { object, written, ports }: StoredService): void {
  for (const { address, owner } of ownersOf(object, written)) addressIn(fronts, address).owners.push(owner);
  const clusterIP = clusterIPOf(object);
  if (clusterIP === null || isLeftToOtherProxy(object)) return;
  addressIn(fronts, clusterIP).isClusterIP = true;
  for (const port of ports) addPort(fronts, port, clusterIP);
}

function addressIn({ addresses }: Fronts, address: string): ServiceAddress {
  const known = addresses.get(address) ?? { owners: [], ports: new Map(), isClusterIP: false };
  addresses.set(address, known);
  return known;
}

/** Where two Services claim the same address and port, the first has it. */
function addPort(fronts: Fronts, port: ServicePort, clusterIP: string): void {
  const add = (ports: Map<number, Front>, number: number, kind: FrontKind) => {
    const key = portKey(number, port.protocol);
    if (!ports.has(key)) ports.set(key, { kind, port });
  };
  add(addressIn(fronts, clusterIP).ports, port.spec.port, 'cluster-ip');
  for (const address of port.externalIPs)
    add(addressIn(fronts, address).ports, port.spec.port, 'external-ip');
  for (const address of port.loadBalancerIPs)
    add(addressIn(fronts, address).ports, port.spec.port, 'load-balancer-ip');
  if (port.spec.nodePort) add(fronts.nodePorts, port.spec.nodePort, 'node-port');
}

interface Owned {
  address: string;
  owner: Owner;
}

function ownersOf(service: ServiceObject, written: ServiceObject): Owned[] {
  const { spec, status } = service;
  const clusterIP = clusterIPOf(service);
  if (clusterIP === null) return [];
  const proxied = isLeftToOtherProxy(service) ? 'other-proxy' : 'yes';
  const owned = (address: string, kind: Owner['kind'], path: string): Owned => ({
    address,
    owner: { service, written, kind, path, proxied },
  });
  const ingress = (status?.loadBalancer?.ingress ?? []).flatMap(({ ip, ipMode }, index): Owned[] => {
    if (ip === undefined) return [];
    const { address, owner } = owned(ip, 'load-balancer-ip', `status.loadBalancer.ingress[${index}].ip`);
    return [{ address, owner: ipMode === 'Proxy' ? { ...owner, proxied: 'ip-mode-proxy' } : owner }];
  });
  return [
    owned(clusterIP, 'cluster-ip', 'spec.clusterIP'),
    ...(spec.externalIPs ?? []).map((address, index) =>
      owned(address, 'external-ip', `spec.externalIPs[${index}]`),
    ),
    ...ingress,
  ];
}

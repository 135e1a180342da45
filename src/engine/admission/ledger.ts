/**
 * What a cluster has already given away: names, cluster IPs, node ports. What the API server draws at random is drawn here in
 * order, so that the same manifests always give the same numbers.
 *
 * Upstream: pkg/registry/core/service/ipallocator (range 10.96.0.0/16), pkg/registry/core/service/portallocator (30000–32767;
 * the first 86 are kept for explicit requests and drawn last).
 */
import type { ServiceSpec } from '../kube.ts';
import type { KubeObject } from '../types.ts';
import { parseIP } from './ip.ts';

export const NODE_PORTS = { first: 30000, last: 32767, firstDrawn: 30086 } as const;

const NETWORK = 0x0a60;
const LAST_HOST = 0xffff;
/** 10.96.1.10: the lowest 256 addresses are kept for explicit requests. */
const FIRST_DRAWN = 0x010a;

export class Ledger {
  private readonly names = new Set<string>(['Service/default/kubernetes']);
  /** The last 16 bits of an address; 0 is none's. */
  private readonly hosts = new Set<number>([1]);
  private readonly ports = new Set<number>();
  /** What a manifest asks for that comes later: a draw leaves it alone. */
  private readonly wantedHosts = new Set<number>();
  private readonly wantedPorts = new Set<number>();
  private nextHost = FIRST_DRAWN;

  constructor(existing: readonly KubeObject[]) {
    for (const object of existing) this.add(object);
  }

  addName({ kind, metadata }: KubeObject): void {
    this.names.add(nameOf(kind, metadata.namespace, metadata.name));
  }

  add(object: KubeObject): void {
    this.addName(object);
    if (object.kind !== 'Service') return;
    const spec = (object['spec'] ?? {}) as ServiceSpec;
    for (const ip of spec.clusterIPs ?? [spec.clusterIP ?? '']) this.hosts.add(hostOf(ip) ?? 0);
    for (const { nodePort = 0 } of spec.ports ?? []) this.ports.add(nodePort);
    this.ports.add(spec.healthCheckNodePort ?? 0);
  }

  /** On a real cluster a draw that meets a later wish is one in thousands; drawn in order it would be common. */
  leaveTo(manifests: readonly KubeObject[]): void {
    for (const { kind, spec } of manifests) {
      if (kind !== 'Service' || typeof spec !== 'object' || spec === null) continue;
      const { clusterIP, clusterIPs, ports } = spec as Record<string, unknown>;
      for (const ip of [clusterIP, ...listed(clusterIPs)])
        if (typeof ip === 'string') this.wantedHosts.add(hostOf(ip) ?? 0);
      for (const port of listed(ports))
        this.wantedPorts.add(Number((port as { nodePort?: unknown } | null)?.nodePort));
    }
  }

  has(kind: string, namespace: string | undefined, name: string | undefined): boolean {
    return this.names.has(nameOf(kind, namespace, name));
  }

  isTaken(ip: string): boolean {
    return this.hosts.has(hostOf(ip) ?? 0);
  }

  /** The next free address from 10.96.1.10 up, then the reserved ones; null when none is left. */
  drawAddress(): string | null {
    while (this.hosts.has(this.nextHost) || this.wantedHosts.has(this.nextHost)) this.nextHost++;
    const host = this.nextHost < LAST_HOST ? this.nextHost : firstFree(this.hosts, 1, FIRST_DRAWN - 1);
    return host === null ? null : `10.96.${host >> 8}.${host & 255}`;
  }

  isPortTaken(port: number): boolean {
    return this.ports.has(port);
  }

  /** The next free node port that the same Service does not ask for; null when none is left. */
  drawPort(wanted: ReadonlySet<number | null | undefined>): number | null {
    const taken = {
      has: (port: number): boolean => this.ports.has(port) || wanted.has(port) || this.wantedPorts.has(port),
    };
    return (
      firstFree(taken, NODE_PORTS.firstDrawn, NODE_PORTS.last) ??
      firstFree(taken, NODE_PORTS.first, NODE_PORTS.firstDrawn - 1)
    );
  }
}

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function firstFree(taken: { has(n: number): boolean }, first: number, last: number): number | null {
  for (let n = first; n <= last; n++) if (!taken.has(n)) return n;
  return null;
}

/** What was not admitted yet may lack its namespace; what has none is alike everywhere. */
const nameOf = (kind: string, namespace: string | undefined, name: string | undefined): string =>
  `${kind}/${namespace || 'default'}/${name}`;

/** The last 16 bits of an address of the range that a Service may have; null for any other. */
export function hostOf(ip: string): number | null {
  const groups = parseIP(ip)?.groups;
  if (!groups || groups[6] !== NETWORK || groups[5] !== 0xffff) return null;
  const host = groups[7] ?? 0;
  return host > 0 && host < LAST_HOST ? host : null;
}

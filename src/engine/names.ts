/** A name as dialed → the addresses a connection may go to, each with the reason and the line that decided it; or why there is none. */
import type { Cluster, StoredService } from './cluster.ts';
import { asksClusterDNS, type DnsRecord, follow, isLocalhost, searchList, type Zone, zoneOf } from './dns.ts';
import { hasSelector, isHeadless } from './endpoints.ts';
import { isAddress } from './ipv4.ts';
import { keyOf } from './shapes.ts';
import type { Decision, HopReason } from './types.ts';

export interface NamedAddress {
  address: string;
  because: HopReason;
  decidedBy?: Decision;
}

export interface Resolution {
  addresses: readonly NamedAddress[];
  /** Why there is none, if there is none. */
  nothing: Omit<NamedAddress, 'address'>;
}

export function resolveName(cluster: Cluster, from: string, name: string): Resolution {
  const local: NamedAddress = { address: '127.0.0.1', because: 'localhost-record' };
  let nothing: Resolution['nothing'] = { because: 'name-unknown' };
  if (isLocalhost(name)) return { addresses: [local], nothing };
  if (!asksClusterDNS(cluster, from)) return { addresses: [], nothing: { because: 'cluster-dns-not-asked' } };
  for (const candidate of searchList(cluster, from, name)) {
    const zone = zoneOf(cluster, candidate);
    const addresses = addressesIn(cluster, candidate, zone);
    if (addresses.length > 0) return { addresses, nothing };
    if (nothing.because === 'name-unknown') nothing = explain(zone);
  }
  return { addresses: [], nothing };
}

function addressesIn(cluster: Cluster, name: string, zone: Zone): NamedAddress[] {
  const found = new Map<string, NamedAddress>();
  for (const record of zone.records) {
    for (const address of follow(cluster, name, [record], []).addresses)
      found.set(address, { address, ...reasonFor(record, zone) });
  }
  return [...found.values()];
}

function reasonFor(record: DnsRecord, { byEndpoint }: Zone): Omit<NamedAddress, 'address'> {
  const { service, endpoint } = record;
  switch (record.kind) {
    case 'external-name':
      return { because: 'external-name-record', ...decided(service, 'externalName') };
    case 'cluster-ip':
      return { because: 'cluster-ip-record', ...decided(service, 'clusterIP') };
    case 'endpoint': {
      const origin = endpoint?.pod?.origin;
      if (!byEndpoint) return { because: 'headless-record', ...decided(service, 'clusterIP') };
      if (!endpoint?.hostname || origin?.written.spec?.hostname === undefined)
        return { because: 'endpoint-record' };
      return {
        because: 'endpoint-record',
        decidedBy: { object: origin.object, path: `${origin.prefix}spec.hostname` },
      };
    }
    default:
      return record.kind satisfies never;
  }
}

function decided(
  { object, written }: StoredService,
  field: 'externalName' | 'clusterIP' | 'selector',
): { decidedBy?: Decision } {
  return written.spec?.[field]
    ? { decidedBy: { object: `Service/${keyOf(object)}`, path: `spec.${field}` } }
    : {};
}

function explain({ service, byEndpoint }: Zone): Resolution['nothing'] {
  if (service === undefined || byEndpoint) return { because: 'name-unknown' };
  const { spec } = service.object;
  if (spec.type === 'ExternalName') {
    const because = isAddress(spec.externalName ?? '') ? 'external-name-is-address' : 'external-name-unknown';
    return { because, ...decided(service, 'externalName') };
  }
  if (!isHeadless(service.object)) return { because: 'name-unknown' };
  return {
    because: 'headless-without-endpoints',
    ...decided(service, hasSelector(service.object) ? 'selector' : 'clusterIP'),
  };
}

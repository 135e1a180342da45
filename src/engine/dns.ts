/**
 * What cluster DNS answers, and how a Pod's resolver asks it.
 *
 * Source: github.com/coredns/coredns plugin/kubernetes (kubernetes.go findServices, parse.go), plugin/backend_lookup.go;
 * github.com/kubernetes/dns docs/specification.md; resolv.conf(5) for the search list; rules 5.22 – 5.26.
 */
import type { Cluster, StoredService } from './cluster.ts';
import { isHeadless, type PlacedEndpoint } from './endpoints.ts';
import { isAddress } from './ipv4.ts';
import type { EndpointPort } from './shapes.ts';

export interface LookUp {
  status: 'NOERROR' | 'NXDOMAIN';
  addresses?: string[];
  cname?: string[];
  srv?: [string, number][];
}

/** One record behind a name: an address, or another name. */
export interface DnsRecord {
  kind: 'cluster-ip' | 'endpoint' | 'external-name';
  /** An address; for `external-name` the other name. */
  host: string;
  port: number;
  /** Under which name an SRV record gives it. */
  target: string;
  service: StoredService;
  endpoint?: PlacedEndpoint;
}

/** What a name's records are, or why there are none. */
export interface Zone {
  /** `no-data`: the name exists without such a record. */
  found: 'records' | 'no-data' | 'no-name';
  records: readonly DnsRecord[];
  /** A Service of that name, whether or not it has records. */
  service?: StoredService;
  /** Asked for one endpoint by its own label. */
  byEndpoint: boolean;
}

/** The longest chain of names that cluster DNS follows. */
const MAX_CHAIN = 8;

const NO_NAME: Zone = { found: 'no-name', records: [], byEndpoint: false };
const NO_DATA: Zone = { found: 'no-data', records: [], byEndpoint: false };

export function lookUp(cluster: Cluster, from: string, name: string, type: 'A' | 'SRV'): LookUp {
  if (isLocalhost(name))
    return type === 'A' ? { status: 'NOERROR', addresses: ['127.0.0.1'] } : { status: 'NXDOMAIN' };
  if (!asksClusterDNS(cluster, from)) return { status: 'NXDOMAIN' };
  let status: LookUp['status'] = 'NXDOMAIN';
  for (const candidate of searchList(cluster, from, name)) {
    const answer = type === 'A' ? answerA(cluster, candidate) : answerSRV(cluster, candidate);
    if (answer.addresses || answer.cname || answer.srv) return answer;
    if (answer.status === 'NOERROR') status = 'NOERROR';
  }
  return { status };
}

export function isLocalhost(name: string): boolean {
  return /^localhost\.?$/i.test(name);
}

/** Nodes, Pods with dnsPolicy Default, hostNetwork Pods (ClusterFirst falls back to the node's resolver there) and outside machines do not. */
export function asksClusterDNS(cluster: Cluster, from: string): boolean {
  const pod = from.startsWith('pod/') ? cluster.pods.get(from.slice('pod/'.length)) : undefined;
  const policy = pod?.object.spec.dnsPolicy;
  if (pod === undefined || policy === 'Default') return false;
  return !pod.hostNetwork || policy === 'ClusterFirstWithHostNet';
}

/** The names that are asked for in turn: with fewer than five dots the search list comes first (ndots 5). */
export function searchList(cluster: Cluster, from: string, name: string): string[] {
  const absolute = name.toLowerCase().replace(/\.$/, '');
  if (name.endsWith('.')) return [absolute];
  const zone = cluster.environment.clusterDomain;
  const namespace = from.split('/')[1] ?? 'default';
  const searched = [`${namespace}.svc.${zone}`, `svc.${zone}`, zone].map((suffix) => `${absolute}.${suffix}`);
  const dots = absolute.split('.').length - 1;
  return dots >= 5 ? [absolute, ...searched] : [...searched, absolute];
}

function answerA(cluster: Cluster, name: string): LookUp {
  const { found, records } = zoneOf(cluster, name);
  if (found === 'no-name') return { status: 'NXDOMAIN' };
  const { names, addresses } = follow(cluster, name, records, []);
  return {
    status: 'NOERROR',
    ...(addresses.length > 0 ? { addresses: [...new Set(addresses)] } : {}),
    ...(names.length > 0 ? { cname: names } : {}),
  };
}

/** A name of the zone that leads nowhere, or back to itself, is left out with all that led to it. */
export function follow(
  cluster: Cluster,
  name: string,
  records: readonly DnsRecord[],
  seen: readonly string[],
): { names: string[]; addresses: string[] } {
  const names: string[] = [];
  const addresses: string[] = [];
  for (const { kind, host } of records) {
    if (kind !== 'external-name') {
      if (isAddress(host)) addresses.push(host);
      continue;
    }
    const next = host.toLowerCase().replace(/\.$/, '');
    if (isWithin(next, name) || seen.length >= MAX_CHAIN || seen.includes(next)) continue;
    if (!isWithin(next, cluster.environment.clusterDomain)) {
      names.push(next);
      continue;
    }
    const behind = follow(cluster, next, zoneOf(cluster, next).records, [...seen, next]);
    if (behind.names.length + behind.addresses.length === 0) continue;
    names.push(next, ...behind.names);
    addresses.push(...behind.addresses);
  }
  return { names, addresses };
}

function isWithin(name: string, domain: string): boolean {
  return name === domain || name.endsWith(`.${domain}`);
}

function answerSRV(cluster: Cluster, name: string): LookUp {
  const { found, records } = zoneOf(cluster, name);
  if (found === 'no-name') return { status: 'NXDOMAIN' };
  const srv = records
    .filter(({ kind, port }) => kind !== 'external-name' && port !== NO_PORT.port)
    .map(({ target, port }): [string, number] => [target, port]);
  const unique = [...new Map(srv.map((record) => [record.join(' '), record])).values()];
  return { status: 'NOERROR', ...(unique.length > 0 ? { srv: unique } : {}) };
}

/** One question to cluster DNS. Everything outside its zone goes to a resolver that knows no name. */
export function zoneOf(cluster: Cluster, name: string): Zone {
  const zone = cluster.environment.clusterDomain;
  if (name === zone) return NO_DATA;
  if (!name.endsWith(`.${zone}`)) return NO_NAME;
  const labels = name.slice(0, -zone.length - 1).split('.');
  const kind = labels.pop();
  if (kind !== 'svc') return kind === 'pod' && labels.length === 0 ? NO_DATA : NO_NAME;
  return labels.length === 0 ? NO_DATA : serviceZone(cluster, labels);
}

function serviceZone(cluster: Cluster, labels: string[]): Zone {
  const namespace = labels.pop() ?? '';
  if (!cluster.namespaces.has(namespace)) return NO_NAME;
  const name = labels.pop();
  if (name === undefined) return NO_DATA;
  const service = cluster.services.get(`${namespace}/${name}`);
  if (service === undefined || labels.length > 2) return NO_NAME;
  const question = labels.length === 1 ? { endpoint: labels[0] ?? '' } : portQuestion(labels);
  const records = recordsOf(cluster, service, question);
  return {
    found: records.length > 0 ? 'records' : 'no-name',
    records,
    service,
    byEndpoint: question.endpoint !== undefined,
  };
}

interface Question {
  endpoint?: string;
  port?: string;
  protocol?: string;
}

function portQuestion([port, protocol]: string[]): Question {
  if (port === undefined || protocol === undefined) return {};
  return { port: port.replace(/^_/, ''), protocol: protocol.replace(/^_/, '') };
}

/** An empty question fits every port (matchPortAndProtocol). */

function asks({ port, protocol }: Question, name: string, itsProtocol: string): boolean {
  return (!port || port === name.toLowerCase()) && (!protocol || protocol === itsProtocol.toLowerCase());
}

function recordsOf(cluster: Cluster, service: StoredService, question: Question): DnsRecord[] {
  const { spec, metadata } = service.object;
  const base = `${metadata.name}.${metadata.namespace ?? 'default'}.svc.${cluster.environment.clusterDomain}`;
  if (spec.type === 'ExternalName') return externalRecord(service, question, base);
  if (isHeadless(service.object) || question.endpoint !== undefined)
    return endpointRecords(service, question, base);
  return (spec.ports ?? [])
    .filter(({ name, protocol }) => asks(question, name ?? '', protocol ?? 'TCP'))
    .map(
      ({ port }): DnsRecord => ({
        kind: 'cluster-ip',
        host: spec.clusterIP ?? '',
        port,
        target: base,
        service,
      }),
    );
}

/** It has no ports and no endpoints to ask for, and an IP address is no name (rule 5.26). */
function externalRecord(
  service: StoredService,
  { endpoint, port, protocol }: Question,
  target: string,
): DnsRecord[] {
  const host = service.object.spec.externalName ?? '';
  if (endpoint || port || protocol || isAddress(host)) return [];
  return [{ kind: 'external-name', host, port: 0, target, service }];
}

/** One record for each ready endpoint and port; a Pod without the port asked for by nobody is still there (rule 5.23). */
function endpointRecords(service: StoredService, question: Question, base: string): DnsRecord[] {
  const records: DnsRecord[] = [];
  for (const { ports, endpoints } of service.slices) {
    const asked = (ports.length > 0 ? ports : [NO_PORT]).filter(({ name, protocol }) =>
      asks(question, name ?? '', protocol ?? ''),
    );
    for (const endpoint of endpoints) {
      if (endpoint.conditions?.ready === false) continue;
      for (const host of endpoint.addresses) {
        const label = endpoint.hostname || dashed(host);
        if (question.endpoint !== undefined && question.endpoint !== label.toLowerCase()) continue;
        for (const { port } of asked)
          records.push({
            kind: 'endpoint',
            host,
            port: port ?? NO_PORT.port,
            target: `${label}.${base}`,
            service,
            endpoint,
          });
      }
    }
  }
  return records;
}

/** The name of an endpoint without a hostname (endpointHostname). */
function dashed(address: string): string {
  const label = address.replace(/[.:]/g, '-');
  return label.endsWith('-') ? `${label}0` : label;
}

/** Stands for "no port"; no SRV record tells it. */
const NO_PORT = { name: '', protocol: '', port: -1 } satisfies EndpointPort;

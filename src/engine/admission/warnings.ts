/**
 * What the API server warns about when it accepts a Service or a Pod.
 *
 * Upstream: pkg/api/service/warnings.go, pkg/api/pod/warnings.go, apimachinery/pkg/util/validation/ip.go `GetWarningsForIP`.
 */
import { quote } from '../go.ts';
import type { Container, ContainerPort, PodSpec, Service, ServiceSpec } from '../kube.ts';
import type { FindingCode } from './codes.ts';
import type { Params } from './field.ts';
import { formatIP, parseCIDR, parseIP } from './ip.ts';
import { isHeadless } from './service-defaults.ts';

export interface Warning {
  code: FindingCode;
  field: string;
  message: string;
  params: Params;
}

const warn = (code: FindingCode, field: string, message: string, params: Params = {}): Warning => ({
  code,
  field,
  message,
  params,
});

const ignored = (field: string, message: string, where: string): Warning =>
  warn('field-ignored', field, message, { where });

const HINTS = 'service.kubernetes.io/topology-aware-hints';

export function serviceWarnings(service: Service): Warning[] {
  const { spec } = service;
  return [
    ...(service.metadata.annotations?.[HINTS] === undefined
      ? []
      : [
          warn(
            'value-deprecated',
            `metadata.annotations[${HINTS}]`,
            `annotation ${HINTS} is deprecated, please use service.kubernetes.io/topology-mode instead`,
            { value: HINTS, instead: 'service.kubernetes.io/topology-mode' },
          ),
        ]),
    ...headlessWarnings(spec),
    ...addressWarnings(spec),
    ...externalWarnings(spec),
    ...distributionWarnings(spec),
  ];
}

function headlessWarnings(spec: ServiceSpec): Warning[] {
  if (!isHeadless(spec)) return [];
  const set: [string, boolean][] = [
    ['loadBalancerIP', Boolean(spec.loadBalancerIP)],
    ['externalIPs', Boolean(spec.externalIPs?.length)],
    ['SessionAffinity', spec.sessionAffinity !== 'None'],
  ];
  return set
    .filter(([, isSet]) => isSet)
    .map(([name]) =>
      ignored(
        `spec.${name.charAt(0).toLowerCase()}${name.slice(1)}`,
        `spec.${name} is ignored for headless services`,
        'clusterIP: None',
      ),
    );
}

/**
 * Canonical forms of IPv6; other unusual forms are refused, except in loadBalancerIP, which may be any string. A cluster IP here is IPv4
 * and has one form.
 */
function addressWarnings(spec: ServiceSpec): Warning[] {
  const external = (spec.externalIPs ?? []).flatMap((ip, i) => ipWarnings(`spec.externalIPs[${i}]`, ip));
  const balancer = spec.loadBalancerIP ? ipWarnings('spec.loadBalancerIP', spec.loadBalancerIP) : [];
  const ranges = (spec.loadBalancerSourceRanges ?? []).flatMap((range, i) =>
    cidrWarnings(`spec.loadBalancerSourceRanges[${i}]`, range),
  );
  return [...external, ...balancer, ...ranges];
}

function ipWarnings(field: string, value: string): Warning[] {
  const ip = parseIP(value);
  if (!ip) return [];
  const canonical = formatIP(ip);
  const params = { value, suggestion: canonical };
  if (ip.leadingZeros || ip.mapped) {
    const message = `${field}: non-standard IP address ${quote(value)} will be considered invalid in a future Kubernetes release: use ${quote(canonical)}`;
    return [warn('ip-not-canonical', field, message, params)];
  }
  if (canonical === value) return [];
  const message = `${field}: IPv6 address ${quote(value)} should be in RFC 5952 canonical format (${quote(canonical)})`;
  return [warn('ip-not-canonical', field, message, params)];
}

function cidrWarnings(field: string, value: string): Warning[] {
  const cidr = parseCIDR(value);
  if (cidr?.ip.family !== 'IPv6') return [];
  const canonical = `${formatIP(cidr.ip)}/${cidr.bits}`;
  if (canonical === value) return [];
  const message = `${field}: IPv6 CIDR value ${quote(value)} should be in RFC 5952 canonical format (${quote(canonical)})`;
  return [warn('ip-not-canonical', field, message, { value, suggestion: canonical })];
}

function externalWarnings(spec: ServiceSpec): Warning[] {
  const warnings: Warning[] = [];
  const named = spec.type === 'ExternalName';
  if (spec.externalIPs?.length && !isHeadless(spec) && !named) {
    const message = 'spec.externalIPs is deprecated and may no longer be implemented in some clusters';
    warnings.push(warn('external-ips-deprecated', 'spec.externalIPs', message));
  }
  if (spec.externalIPs?.length && named)
    warnings.push(
      ignored(
        'spec.externalIPs',
        'spec.externalIPs is ignored when spec.type is "ExternalName"',
        'type: ExternalName',
      ),
    );
  if (spec.externalName && !named)
    warnings.push(
      ignored(
        'spec.externalName',
        'spec.externalName is ignored when spec.type is not "ExternalName"',
        `type: ${spec.type}`,
      ),
    );
  return warnings;
}

function distributionWarnings(spec: ServiceSpec): Warning[] {
  if (spec.trafficDistribution !== 'PreferClose') return [];
  const message = 'spec.trafficDistribution: "PreferClose" is deprecated; use "PreferSameZone"';
  return [
    warn('value-deprecated', 'spec.trafficDistribution', message, {
      value: 'PreferClose',
      instead: 'PreferSameZone',
    }),
  ];
}

const FIELD = 'addressType';

/** Upstream: pkg/registry/discovery/endpointslice/strategy.go; the path has a `spec` that the kind has not. */
export function endpointSliceWarnings(slice: {
  addressType?: string;
  endpoints?: readonly { addresses?: readonly string[] }[];
}): Warning[] {
  const message = 'spec.addressType: FQDN endpoints are deprecated';
  const params = { value: 'FQDN', instead: 'ExternalName' };
  if (slice.addressType === 'FQDN') return [warn('value-deprecated', FIELD, message, params)];
  return (slice.endpoints ?? []).flatMap(({ addresses = [] }, i) =>
    addresses.flatMap((address, j) => ipWarnings(`endpoints[${i}].addresses[${j}]`, address)),
  );
}

/** Upstream: pkg/apis/core/v1 `Endpoints` lifecycle; the kind is deprecated as a whole. */
export const endpointsWarnings = (): Warning[] => [
  warn(
    'value-deprecated',
    'kind',
    'v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice',
    { value: 'Endpoints', instead: 'EndpointSlice' },
  ),
];

interface Located {
  port: ContainerPort;
  field: string;
}

/** `prefix` is the path of the PodSpec: `spec`, `spec.template.spec`. */
export function podWarnings(spec: PodSpec, prefix: string): Warning[] {
  const ports = containers(spec, prefix).flatMap(([container, path]) =>
    (container.ports ?? []).map((port, i) => ({ port, field: `${path}.ports[${i}]` })),
  );
  return [...repeatedPorts(ports), ...repeatedNames(ports)];
}

const containers = (spec: PodSpec, prefix: string): [Container, string][] => [
  ...(spec.initContainers ?? []).map((c, i): [Container, string] => [c, `${prefix}.initContainers[${i}]`]),
  ...(spec.containers ?? []).map((c, i): [Container, string] => [c, `${prefix}.containers[${i}]`]),
];

/** More than these no answer holds: what follows is cut off. */
const MAX_WARNINGS = 200;

function repeatedPorts(ports: readonly Located[]): Warning[] {
  const seen = new Map<string, Located[]>();
  const warnings: Warning[] = [];
  for (const located of ports) {
    const key = `${located.port.containerPort ?? 0}/${located.port.protocol}`;
    const others = seen.get(key) ?? [];
    for (const other of others) {
      if (warnings.length >= MAX_WARNINGS) return warnings;
      warnings.push(...overlap(located.port, located.field, other));
    }
    seen.set(key, [...others, located]);
  }
  return warnings;
}

function overlap(port: ContainerPort, field: string, other: Located): Warning[] {
  const kind = overlapKind(port, other.port);
  if (!kind) return [];
  const message = `${field}: ${kind} port definition with ${other.field}`;
  return [warn('port-defined-twice', field, message, { value: port.containerPort ?? 0, other: other.field })];
}

function overlapKind(a: ContainerPort, b: ContainerPort): string | null {
  if (a.hostPort === b.hostPort && a.hostIP === b.hostIP) return 'duplicate';
  if (!a.hostPort || !b.hostPort) return 'overlapping';
  return a.hostPort === b.hostPort && (!a.hostIP || !b.hostIP) ? 'dangerously ambiguous' : null;
}

/** One name for ports of several containers (in one it is refused): which of them a Service means, nobody sees. */
function repeatedNames(ports: readonly Located[]): Warning[] {
  const first = new Map<string, Located>();
  return ports.flatMap(({ port, field }) => {
    if (!port.name) return [];
    const other = first.get(port.name);
    if (!other) {
      first.set(port.name, { port, field });
      return [];
    }
    const message = `${field}: duplicate port name ${quote(port.name)} with ${other.field}, services and probes that select ports by name will use ${other.field}`;
    return [warn('port-name-ambiguous', field, message, { value: port.name, other: other.field })];
  });
}

const TOTAL_LENGTH = 4096;
const ITEM_LENGTH = 256;

/**
 * What fits into the headers of one answer: beyond 4096 characters each warning is cut, and then no more are added.
 *
 * Upstream: apiserver/pkg/endpoints/filters/warning.go `AddWarning`.
 */
export function fitWarnings(messages: readonly string[]): string[] {
  const unique = [...new Set(messages)];
  const total = unique.reduce((sum, message) => sum + message.length, 0);
  if (total <= TOTAL_LENGTH) return unique;
  const fitting: string[] = [];
  let written = 0;
  for (const message of unique) {
    if (written >= TOTAL_LENGTH) break;
    const short = Array.from(message).slice(0, ITEM_LENGTH).join('');
    fitting.push(short);
    written += short.length;
  }
  return fitting;
}

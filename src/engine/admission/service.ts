/**
 * ValidateService: every rule about a Service but those of its ports, its cluster IPs and its traffic policies, in upstream's order.
 *
 * Upstream: pkg/apis/core/validation/validation.go `ValidateService`.
 */
import type { Service, ServiceSpec } from '../kube.ts';
import { type FieldError, forbidden, invalid, invalidEach, required, unsupported } from './field.ts';
import { validateCIDR, validateEndpointIP, validateIP } from './ip.ts';
import { validateLabels, validateObjectMeta } from './meta.ts';
import { isDNS1123Label, isDNS1123Subdomain, isLabelKey } from './names.ts';
import { isHeadless } from './service-defaults.ts';
import { validateClusterIPs } from './service-families.ts';
import { validateNoNodePorts, validatePorts, validateUniquePorts } from './service-ports.ts';
import {
  validateExternalTraffic,
  validateInternalTraffic,
  validateTrafficDistribution,
} from './service-traffic.ts';

const TYPES = ['ClusterIP', 'ExternalName', 'LoadBalancer', 'NodePort'];
const AFFINITIES = ['ClientIP', 'None'];
const SOURCE_RANGES = 'service.beta.kubernetes.io/load-balancer-source-ranges';
const LOAD_BALANCER_ONLY = "may only be used when `type` is 'LoadBalancer'";

export function validateService(service: Service): FieldError[] {
  const { spec } = service;
  return [
    ...validateObjectMeta(service.metadata, true, isDNS1123Label),
    ...validateTopologyHints(service),
    ...validatePresence(spec),
    ...validateForType(spec),
    ...validatePorts(spec),
    ...validateLabels('spec.selector', spec.selector),
    ...validateAffinity(spec),
    ...validateClusterIPs(spec),
    ...validateExternalIPs(spec),
    ...validateType(spec),
    ...validateNoNodePorts(spec),
    ...validateUniquePorts(spec),
    ...validateSourceRanges(service),
    ...validateLoadBalancer(spec),
    ...validateExternalTraffic(spec),
    ...validateInternalTraffic(spec),
    ...validateTrafficDistribution(spec),
  ];
}

const HINTS = 'service.kubernetes.io/topology-aware-hints';
const MODE = 'service.kubernetes.io/topology-mode';

function validateTopologyHints(service: Service): FieldError[] {
  const { [HINTS]: hints, [MODE]: mode } = service.metadata.annotations ?? {};
  if (hints === undefined || mode === undefined || hints === mode) return [];
  const message = `must match annotations[${HINTS}] when both are specified`;
  return [invalid('value-invalid', `metadata.annotations[${MODE}]`, mode, message)];
}

function validatePresence(spec: ServiceSpec): FieldError[] {
  const optional = isHeadless(spec) || spec.type === 'ExternalName';
  return optional || spec.ports?.length ? [] : [required('ports-required', 'spec.ports')];
}

function validateForType(spec: ServiceSpec): FieldError[] {
  if (spec.type === 'ExternalName') return [...validateExcluded(spec), ...validateExternalName(spec)];
  if (!isHeadless(spec) || (spec.type !== 'NodePort' && spec.type !== 'LoadBalancer')) return [];
  const message = `may not be set to 'None' for ${spec.type} services`;
  return [invalid('headless-not-allowed', 'spec.clusterIPs[0]', 'None', message, { type: spec.type })];
}

function validateExcluded(spec: ServiceSpec): FieldError[] {
  const set: [string, boolean][] = [
    ['clusterIPs', Boolean(spec.clusterIPs?.length)],
    ['ipFamilies', Boolean(spec.ipFamilies?.length)],
    ['ipFamilyPolicy', spec.ipFamilyPolicy !== undefined],
  ];
  return set.flatMap(([field, isSet]) =>
    isSet
      ? [forbidden('external-name-excludes', `spec.${field}`, 'may not be set for ExternalName services')]
      : [],
  );
}

/** One trailing dot is fine. */
function validateExternalName(spec: ServiceSpec): FieldError[] {
  const name = (spec.externalName ?? '').replace(/\.$/, '');
  if (!name) return [required('external-name-required', 'spec.externalName')];
  return invalidEach('external-name-invalid', 'spec.externalName', name, isDNS1123Subdomain(name));
}

const MAX_TIMEOUT = 86400;

function validateAffinity(spec: ServiceSpec): FieldError[] {
  const affinity = spec.sessionAffinity ?? '';
  const field = 'spec.sessionAffinityConfig.clientIP.timeoutSeconds';
  if (!AFFINITIES.includes(affinity))
    return [unsupported('value-unsupported', 'spec.sessionAffinity', affinity, AFFINITIES)];
  const timeout = spec.sessionAffinityConfig?.clientIP?.timeoutSeconds;
  if (timeout === undefined || (timeout > 0 && timeout <= MAX_TIMEOUT)) return [];
  const message = `must be greater than 0 and less than ${MAX_TIMEOUT}`;
  return [invalid('affinity-timeout-out-of-range', field, timeout, message)];
}

function validateExternalIPs(spec: ServiceSpec): FieldError[] {
  return (spec.externalIPs ?? []).flatMap((ip, i) => {
    const field = `spec.externalIPs[${i}]`;
    const errors = validateIP(field, ip);
    return errors.length > 0 ? errors : validateEndpointIP(field, ip);
  });
}

function validateType(spec: ServiceSpec): FieldError[] {
  const type = spec.type ?? '';
  return TYPES.includes(type) ? [] : [unsupported('service-type-unsupported', 'spec.type', type, TYPES)];
}

/** The path is printed with a capital L, and outer spaces are allowed. */
function validateSourceRanges(service: Service): FieldError[] {
  const { spec } = service;
  const annotation = service.metadata.annotations?.[SOURCE_RANGES];
  const own = spec.loadBalancerSourceRanges ?? [];
  const field = own.length ? 'spec.LoadBalancerSourceRanges' : `metadata.annotations[${SOURCE_RANGES}]`;
  if (!own.length && annotation === undefined) return [];
  const errors =
    spec.type === 'LoadBalancer' ? [] : [forbidden('load-balancer-only', field, LOAD_BALANCER_ONLY)];
  const ranges = own.length ? own : annotation?.trim() ? annotation.split(',') : [];
  const paths = ranges.map((_, i) => (own.length ? `${field}[${i}]` : field));
  return [...errors, ...ranges.flatMap((range, i) => validateCIDR(paths[i] ?? field, range.trim()))];
}

function validateLoadBalancer(spec: ServiceSpec): FieldError[] {
  const balanced = spec.type === 'LoadBalancer';
  const errors: FieldError[] = [];
  const only = (name: string): FieldError =>
    forbidden('load-balancer-only', `spec.${name}`, LOAD_BALANCER_ONLY);
  if (spec.allocateLoadBalancerNodePorts !== undefined && !balanced)
    errors.push(only('allocateLoadBalancerNodePorts'));
  const name = spec.loadBalancerClass;
  if (name === undefined) return errors;
  if (!balanced) return [...errors, only('loadBalancerClass')];
  return [
    ...errors,
    ...invalidEach('load-balancer-class-invalid', 'spec.loadBalancerClass', name, isLabelKey(name)),
  ];
}

/**
 * externalTrafficPolicy, healthCheckNodePort, internalTrafficPolicy, trafficDistribution.
 *
 * Upstream: pkg/apis/core/validation/validation.go `validateServiceExternalTrafficPolicy`,
 * `validateServiceInternalTrafficFieldsValue`, `validateServiceTrafficDistribution`.
 */
import type { ServiceSpec } from '../kube.ts';
import { type FieldError, invalid, unsupported } from './field.ts';
import { isExternallyAccessible, needsHealthCheck } from './service-defaults.ts';

const POLICIES = ['Cluster', 'Local'];
const DISTRIBUTIONS = ['PreferClose', 'PreferSameZone', 'PreferSameNode'];

export function validateExternalTraffic(spec: ServiceSpec): FieldError[] {
  const policy = spec.externalTrafficPolicy;
  const field = 'spec.externalTrafficPolicy';
  const errors: FieldError[] = [];
  if (!isExternallyAccessible(spec)) {
    const message = 'may only be set for externally-accessible services';
    if (policy) errors.push(invalid('external-traffic-policy-not-allowed', field, policy, message));
  } else if (policy && !POLICIES.includes(policy))
    errors.push(unsupported('value-unsupported', field, policy, POLICIES));
  return [...errors, ...validateHealthCheck(spec)];
}

function validateHealthCheck(spec: ServiceSpec): FieldError[] {
  if (needsHealthCheck(spec) || !spec.healthCheckNodePort) return [];
  const message = "may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'";
  const field = 'spec.healthCheckNodePort';
  return [invalid('health-check-node-port-not-allowed', field, spec.healthCheckNodePort, message)];
}

/** A pointer: "" is a value. The defaults have given one. */
export function validateInternalTraffic(spec: ServiceSpec): FieldError[] {
  const policy = String(spec.internalTrafficPolicy);
  return POLICIES.includes(policy)
    ? []
    : [unsupported('value-unsupported', 'spec.internalTrafficPolicy', policy, POLICIES)];
}

/** In the order in which upstream lists them, which is not that of the alphabet. */
export function validateTrafficDistribution(spec: ServiceSpec): FieldError[] {
  const distribution = spec.trafficDistribution;
  return distribution === undefined || DISTRIBUTIONS.includes(distribution)
    ? []
    : [unsupported('value-unsupported', 'spec.trafficDistribution', distribution, DISTRIBUTIONS)];
}

/**
 * spec.clusterIPs, ipFamilies and ipFamilyPolicy, before any address is allocated; on a cluster that has IPv4 only.
 *
 * Upstream: pkg/registry/core/service/storage/alloc.go `initIPFamilyFields`, pkg/apis/core/validation/validation.go
 * `ValidateServiceClusterIPsRelatedFields`.
 */
import type { ServiceSpec } from '../kube.ts';
import { duplicate, type FieldError, invalid, unsupported } from './field.ts';
import { parseIP, validateIP } from './ip.ts';
import { isHeadless } from './service-defaults.ts';

const FAMILIES = ['IPv4', 'IPv6'];
const POLICIES = ['PreferDualStack', 'RequireDualStack', 'SingleStack'];
const FIELD = 'spec.clusterIPs';
const POLICY = 'spec.ipFamilyPolicy';

/** Fills policy and families; what is wrong is returned alone, before any other check. */
export function initIPFamilies(spec: ServiceSpec): FieldError[] {
  if (spec.type === 'ExternalName') return [];
  const selectorless = spec.clusterIP === 'None' && Object.keys(spec.selector ?? {}).length === 0;
  spec.ipFamilyPolicy ??= selectorless ? 'RequireDualStack' : 'SingleStack';
  const malformed = validateClusterIPs(spec);
  if (malformed.length > 0) return malformed;
  const inferred = [...validateSingleStack(spec), ...inferFamilies(spec)];
  if (inferred.length > 0) return inferred;
  if (selectorless) return fillSelectorless(spec);
  const unavailable = [...requireDualStack(spec), ...requireFamilies(spec)];
  if (unavailable.length > 0) return unavailable;
  spec.ipFamilies = ['IPv4'];
  return [];
}

/** The fields by themselves; run again with the other validation. */
export function validateClusterIPs(spec: ServiceSpec): FieldError[] {
  if (spec.type === 'ExternalName') return [];
  const errors = [...validateAgreement(spec), ...validateFamilies(spec), ...validatePolicy(spec)];
  const addresses = validateAddresses(spec.clusterIPs ?? []);
  const all = [...errors, ...addresses.errors];
  return addresses.broken ? all : [...all, ...validateAddressFamilies(spec)];
}

function validateAgreement(spec: ServiceSpec): FieldError[] {
  const ips = spec.clusterIPs ?? [];
  if (!spec.clusterIP)
    return ips.length > 0
      ? [invalid('cluster-ips-inconsistent', FIELD, ips, 'must be empty when `clusterIP` is not specified')]
      : [];
  return ips[0] === spec.clusterIP
    ? []
    : [invalid('cluster-ips-inconsistent', FIELD, ips, 'first value must match `clusterIP`')];
}

function validateFamilies(spec: ServiceSpec): FieldError[] {
  const families = spec.ipFamilies ?? [];
  return families.flatMap((family, i) => {
    const field = `spec.ipFamilies[${i}]`;
    const errors = FAMILIES.includes(family)
      ? []
      : [unsupported('value-unsupported', field, family, FAMILIES)];
    return families.indexOf(family) < i
      ? [...errors, duplicate('ip-family-duplicate', field, family)]
      : errors;
  });
}

function validatePolicy(spec: ServiceSpec): FieldError[] {
  const policy = String(spec.ipFamilyPolicy);
  return POLICIES.includes(policy) ? [] : [unsupported('value-unsupported', POLICY, policy, POLICIES)];
}

function validateAddresses(ips: readonly string[]): { errors: FieldError[]; broken: boolean } {
  const errors: FieldError[] = [];
  for (const [i, ip] of ips.entries()) {
    if (i > 0 || ip !== 'None') errors.push(...validateIP(`${FIELD}[${i}]`, ip));
    else if (ips.length > 1)
      errors.push(invalid('cluster-ips-inconsistent', FIELD, ips, "'None' must be the first and only value"));
  }
  const broken = errors.length > 0;
  if (ips.length > 2)
    errors.push(invalid('cluster-ips-too-many', FIELD, ips, 'may only hold up to 2 values'));
  return { errors, broken };
}

function validateAddressFamilies(spec: ServiceSpec): FieldError[] {
  const ips = spec.clusterIPs ?? [];
  const families = ips.map((ip) => parseIP(ip)?.family);
  const errors: FieldError[] = [];
  const perFamily = 'may specify no more than one IP for each IP family';
  if (ips.length > 1 && new Set(families).size === 1)
    errors.push(invalid('cluster-ips-too-many', FIELD, ips, perFamily));
  if (isHeadless(spec)) return errors;
  for (const [i, wanted] of (spec.ipFamilies ?? []).slice(0, ips.length).entries())
    if (FAMILIES.includes(wanted) && families[i] !== wanted) errors.push(mismatch(ips[i] ?? '', i, wanted));
  return errors;
}

function mismatch(ip: string, i: number, wanted: string): FieldError {
  const message = `expected an ${wanted} value as indicated by \`ipFamilies[${i}]\``;
  return invalid('cluster-ip-family-mismatch', `${FIELD}[${i}]`, ip, message);
}

function validateSingleStack(spec: ServiceSpec): FieldError[] {
  if (spec.ipFamilyPolicy !== 'SingleStack') return [];
  const message = (what: string): string =>
    `must be 'RequireDualStack' or 'PreferDualStack' when multiple ${what} are specified`;
  const error = (what: string): FieldError =>
    invalid('ip-family-policy-too-narrow', POLICY, spec.ipFamilyPolicy, message(what));
  return [
    ...(spec.clusterIPs?.length === 2 ? [error('cluster IPs')] : []),
    ...(spec.ipFamilies?.length === 2 ? [error('IP families')] : []),
  ];
}

/** Where no family is written the address says it; IPv6 is none of this cluster's. */
function inferFamilies(spec: ServiceSpec): FieldError[] {
  const { clusterIPs = [], ipFamilies = [] } = spec;
  const message = 'IPv6 is not configured on this cluster';
  return clusterIPs.flatMap((ip, i) =>
    i >= ipFamilies.length && parseIP(ip)?.family === 'IPv6'
      ? [invalid('ip-family-not-configured', `${FIELD}[${i}]`, clusterIPs, message)]
      : [],
  );
}

/** Headless without a selector may ask for any family, for nothing is allocated. */
function fillSelectorless(spec: ServiceSpec): FieldError[] {
  const families = spec.ipFamilies?.length ? [...spec.ipFamilies] : ['IPv4'];
  if (families.length < 2 && spec.ipFamilyPolicy !== 'SingleStack')
    families.push(families[0] === 'IPv4' ? 'IPv6' : 'IPv4');
  spec.ipFamilies = families;
  return [];
}

function requireDualStack(spec: ServiceSpec): FieldError[] {
  if (spec.ipFamilyPolicy !== 'RequireDualStack') return [];
  const message = 'this cluster is not configured for dual-stack services';
  return [invalid('dual-stack-not-configured', POLICY, spec.ipFamilyPolicy, message)];
}

const requireFamilies = (spec: ServiceSpec): FieldError[] =>
  (spec.ipFamilies ?? []).flatMap((family, i) =>
    family === 'IPv4'
      ? []
      : [
          invalid(
            'ip-family-not-configured',
            `spec.ipFamilies[${i}]`,
            family,
            'not configured on this cluster',
          ),
        ],
  );

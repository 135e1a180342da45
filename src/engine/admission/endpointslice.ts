/**
 * EndpointSlices, and the Endpoints objects that came before them.
 *
 * Upstream: pkg/apis/discovery/validation/validation.go, pkg/apis/discovery/v1/defaults.go,
 * pkg/apis/core/validation/validation.go `ValidateEndpointsCreate`.
 */
import type { EndpointSliceEndpoint, EndpointSlicePort } from '../kube.ts';
import type { KubeObject } from '../types.ts';
import { duplicate, type FieldError, invalid, invalidEach, required, tooMany, unsupported } from './field.ts';
import { parseIP, validateEndpointIP, validateIP } from './ip.ts';
import { validateObjectMeta } from './meta.ts';
import { isDNS1123Label, isDNS1123Subdomain, isLabelKey } from './names.ts';
import { PROTOCOLS } from './service-ports.ts';

const ADDRESS_TYPES = ['FQDN', 'IPv4', 'IPv6'];
const MAX_ADDRESSES = 100;
const MAX_PORTS = 20000;
const MAX_ENDPOINTS = 1000;

export interface EndpointSlice extends KubeObject {
  addressType?: string;
  endpoints?: EndpointSliceEndpoint[];
  ports?: EndpointSlicePort[];
}

export function setEndpointSliceDefaults(slice: EndpointSlice): void {
  for (const port of slice.ports ?? []) {
    port.name ??= '';
    port.protocol ??= 'TCP';
  }
  for (const endpoint of slice.endpoints ?? []) {
    endpoint.conditions ??= {};
    delete endpoint.deprecatedTopology;
  }
}

export function validateEndpointSlice(slice: EndpointSlice): FieldError[] {
  const type = slice.addressType ?? '';
  return [
    ...validateObjectMeta(slice.metadata, true, isDNS1123Subdomain),
    ...validateAddressType(type),
    ...validateEndpoints(slice.endpoints ?? [], type),
    ...validateSlicePorts(slice.ports ?? []),
  ];
}

function validateAddressType(type: string): FieldError[] {
  if (!type) return [required('value-required', 'addressType')];
  return ADDRESS_TYPES.includes(type)
    ? []
    : [unsupported('value-unsupported', 'addressType', type, ADDRESS_TYPES)];
}

function validateEndpoints(endpoints: readonly EndpointSliceEndpoint[], type: string): FieldError[] {
  if (endpoints.length > MAX_ENDPOINTS) return [tooMany('endpoints', endpoints.length, MAX_ENDPOINTS)];
  return endpoints.flatMap((endpoint, i) => [
    ...validateAddresses(endpoint.addresses ?? [], `endpoints[${i}].addresses`, type),
    ...validateName(endpoint.nodeName, `endpoints[${i}].nodeName`, isDNS1123Subdomain),
    ...validateName(endpoint.hostname, `endpoints[${i}].hostname`, isDNS1123Label),
  ]);
}

const validateName = (
  name: string | undefined,
  field: string,
  check: (name: string) => string[],
): FieldError[] => (name === undefined ? [] : invalidEach('value-invalid', field, name, check(name)));

function validateAddresses(addresses: readonly string[], path: string, type: string): FieldError[] {
  if (addresses.length === 0) return [required('value-required', path, 'must contain at least 1 address')];
  const errors = addresses.length > MAX_ADDRESSES ? [tooMany(path, addresses.length, MAX_ADDRESSES)] : [];
  return [...errors, ...addresses.flatMap((address, i) => validateAddress(address, path, i, type))];
}

/** That an address is of the wrong family is told of the list, not of its item. */
function validateAddress(address: string, path: string, i: number, type: string): FieldError[] {
  const field = `${path}[${i}]`;
  if (type === 'FQDN') return validateFQDN(address, field);
  if (type !== 'IPv4' && type !== 'IPv6') return [];
  const syntax = validateIP(field, address);
  if (syntax.length > 0) return syntax;
  const wrong =
    parseIP(address)?.family === type
      ? []
      : [invalid('ip-invalid', path, address, `must be an ${type} address`)];
  return [...wrong, ...validateEndpointIP(field, address)];
}

function validateFQDN(address: string, field: string): FieldError[] {
  if (!address) return [required('value-required', field)];
  const name = address.replace(/\.$/, '');
  const problems = isDNS1123Subdomain(name);
  if (problems.length > 0) return [invalid('value-invalid', field, name, problems.join(','))];
  const message = 'should be a domain with at least two segments separated by dots';
  return name.includes('.') ? [] : [invalid('value-invalid', field, name, message)];
}

/** The number of a port is not checked at all. */
function validateSlicePorts(ports: readonly EndpointSlicePort[]): FieldError[] {
  if (ports.length > MAX_PORTS) return [tooMany('ports', ports.length, MAX_PORTS)];
  const names = new Set<string>();
  return ports.flatMap((port, i) => validateSlicePort(port, `ports[${i}]`, names));
}

function validateSlicePort(port: EndpointSlicePort, path: string, names: Set<string>): FieldError[] {
  const { name = '', protocol = '', appProtocol } = port;
  const field = `${path}.name`;
  const errors = name ? invalidEach('port-name-invalid', field, name, isDNS1123Label(name)) : [];
  if (names.has(name)) errors.push(duplicate('port-name-duplicate', field, name));
  names.add(name);
  if (!PROTOCOLS.includes(protocol))
    errors.push(unsupported('protocol-unsupported', `${path}.protocol`, protocol, PROTOCOLS));
  if (appProtocol === undefined) return errors;
  return [
    ...errors,
    ...invalidEach('app-protocol-invalid', `${path}.appProtocol`, appProtocol, isLabelKey(appProtocol)),
  ];
}

interface Subset {
  addresses?: { ip?: string }[];
  notReadyAddresses?: { ip?: string }[];
  ports?: { name?: string; port?: number; protocol?: string }[];
}

export interface Endpoints extends KubeObject {
  subsets?: Subset[];
}

export function setEndpointsDefaults(endpoints: Endpoints): void {
  for (const subset of endpoints.subsets ?? [])
    for (const port of subset.ports ?? []) port.protocol ||= 'TCP';
}

export function validateEndpointsObject(endpoints: Endpoints): FieldError[] {
  const meta = validateObjectMeta(endpoints.metadata, true, isDNS1123Subdomain);
  return [
    ...meta,
    ...(endpoints.subsets ?? []).flatMap((subset, i) => validateSubset(subset, `subsets[${i}]`)),
  ];
}

function validateSubset(subset: Subset, path: string): FieldError[] {
  const { addresses = [], notReadyAddresses = [], ports = [] } = subset;
  const none = addresses.length + notReadyAddresses.length === 0;
  const check = (list: readonly { ip?: string }[], field: string): FieldError[] =>
    list.flatMap(({ ip = '' }, i) => {
      const syntax = validateIP(`${path}.${field}[${i}].ip`, ip);
      return syntax.length > 0 ? syntax : validateEndpointIP(`${path}.${field}[${i}].ip`, ip);
    });
  return [
    ...(none ? [required('value-required', path, 'must specify `addresses` or `notReadyAddresses`')] : []),
    ...check(addresses, 'addresses'),
    ...check(notReadyAddresses, 'notReadyAddresses'),
    ...ports.flatMap((port, i) => validateEndpointPort(port, `${path}.ports[${i}]`, ports.length > 1)),
  ];
}

function validateEndpointPort(
  port: { name?: string; port?: number; protocol?: string },
  path: string,
  requireName: boolean,
): FieldError[] {
  const { name = '', port: number = 0, protocol = '' } = port;
  const errors: FieldError[] = [];
  if (name) errors.push(...invalidEach('port-name-invalid', `${path}.name`, name, isDNS1123Label(name)));
  else if (requireName) errors.push(required('port-name-required', `${path}.name`));
  if (number < 1 || number > 65535)
    errors.push(
      invalid('port-out-of-range', `${path}.port`, number, 'must be between 1 and 65535, inclusive'),
    );
  if (!PROTOCOLS.includes(protocol))
    errors.push(unsupported('protocol-unsupported', `${path}.protocol`, protocol, PROTOCOLS));
  return errors;
}

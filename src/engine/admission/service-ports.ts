/**
 * spec.ports of a Service.
 *
 * Upstream: pkg/apis/core/validation/validation.go `validateServicePort`, `ValidatePortNumOrName` and the checks for
 * duplicates in `ValidateService`.
 */
import type { ServicePort, ServiceSpec } from '../kube.ts';
import {
  duplicate,
  type FieldError,
  forbidden,
  invalid,
  invalidEach,
  required,
  unsupported,
} from './field.ts';
import { isDNS1123Label, isLabelKey, isPortName, isPortNumber } from './names.ts';

export const PROTOCOLS = ['SCTP', 'TCP', 'UDP'];

export function validatePorts(spec: ServiceSpec): FieldError[] {
  const ports = spec.ports ?? [];
  const names = new Set<string>();
  return ports.flatMap((port, i) => [
    ...validateName(port, `spec.ports[${i}].name`, ports.length > 1, names),
    ...validatePort(port, `spec.ports[${i}]`),
  ]);
}

function validateName(port: ServicePort, field: string, needed: boolean, names: Set<string>): FieldError[] {
  if (!port.name) return needed ? [required('port-name-required', field)] : [];
  const errors = invalidEach('port-name-invalid', field, port.name, isDNS1123Label(port.name));
  if (names.has(port.name)) errors.push(duplicate('port-name-duplicate', field, port.name));
  names.add(port.name);
  return errors;
}

function validatePort(port: ServicePort, path: string): FieldError[] {
  const number = port.port ?? 0;
  const protocol = port.protocol ?? '';
  return [
    ...isPortNumber(number).map((message) => invalid('port-out-of-range', `${path}.port`, number, message)),
    ...(PROTOCOLS.includes(protocol)
      ? []
      : [unsupported('protocol-unsupported', `${path}.protocol`, protocol, PROTOCOLS)]),
    ...validateTargetPort(port.targetPort ?? 0, `${path}.targetPort`),
    ...(port.appProtocol === undefined
      ? []
      : invalidEach(
          'app-protocol-invalid',
          `${path}.appProtocol`,
          port.appProtocol,
          isLabelKey(port.appProtocol),
        )),
  ];
}

function validateTargetPort(target: number | string, field: string): FieldError[] {
  if (typeof target === 'number')
    return isPortNumber(target).map((message) => invalid('target-port-out-of-range', field, target, message));
  const code = /^[0-9]+$/.test(target) ? 'target-port-name-is-number' : 'target-port-name-invalid';
  return invalidEach(code, field, target, isPortName(target));
}

/** Any number is one too many where the type has no node ports. */
export function validateNoNodePorts(spec: ServiceSpec): FieldError[] {
  if (spec.type !== 'ClusterIP') return [];
  const message = "may not be used when `type` is 'ClusterIP'";
  return (spec.ports ?? []).flatMap((port, i) =>
    port.nodePort
      ? [forbidden('node-port-not-allowed', `spec.ports[${i}].nodePort`, message, { value: port.nodePort })]
      : [],
  );
}

export function validateUniquePorts(spec: ServiceSpec): FieldError[] {
  const ports = spec.ports ?? [];
  const nodePorts = repeated(ports, (port) => (port.nodePort ? `${port.protocol}/${port.nodePort}` : null));
  const numbers = repeated(ports, (port) => `${port.protocol}/${port.port ?? 0}`);
  return [
    ...nodePorts.map((i) =>
      duplicate('node-port-duplicate', `spec.ports[${i}].nodePort`, ports[i]?.nodePort),
    ),
    ...numbers.map((i) => duplicatePort(ports[i] ?? {}, i)),
  ];
}

/** The indices of what has come before. */
function repeated(ports: readonly ServicePort[], key: (port: ServicePort) => string | null): number[] {
  const seen = new Set<string | null>();
  return ports.flatMap((port, i) => {
    const id = key(port);
    const again = seen.has(id);
    if (id !== null) seen.add(id);
    return again ? [i] : [];
  });
}

/** The value is the internal struct that served as the key. */
function duplicatePort(port: ServicePort, i: number): FieldError {
  const number = port.port ?? 0;
  const key = {
    Name: '',
    Protocol: port.protocol,
    AppProtocol: null,
    Port: number,
    TargetPort: 0,
    NodePort: 0,
  };
  return duplicate('port-duplicate', `spec.ports[${i}]`, key, {
    value: number,
    protocol: port.protocol ?? '',
  });
}

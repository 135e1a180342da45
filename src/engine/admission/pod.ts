/**
 * Pods and Pod templates: defaults, and the rules about containers and their ports.
 *
 * Upstream: pkg/apis/core/v1/defaults.go `SetDefaults_Pod…`; pkg/apis/core/validation/validation.go `ValidatePodSpec`,
 * `validateContainers`, `validateContainerPorts`; plugin/pkg/admission/defaulttolerationseconds and priority.
 */
import type { Container, ContainerPort, PodSpec } from '../kube.ts';
import { duplicate, type FieldError, invalid, invalidEach, required, unsupported } from './field.ts';
import { isDNS1123Label, isPortName, isPortNumber } from './names.ts';
import { PROTOCOLS } from './service-ports.ts';

const RESTART = ['Always', 'Never', 'OnFailure'];
const DNS = ['ClusterFirst', 'ClusterFirstWithHostNet', 'Default', 'None'];
const PULL = ['Always', 'IfNotPresent', 'Never'];

/** What a template gets too. */
export function setPodSpecDefaults(spec: PodSpec): void {
  for (const container of allContainers(spec)) setContainerDefaults(container);
  spec.dnsPolicy ||= 'ClusterFirst';
  spec.restartPolicy ||= 'Always';
  spec['securityContext'] ??= {};
  spec['terminationGracePeriodSeconds'] ??= 30;
  spec['schedulerName'] ||= 'default-scheduler';
  const account = spec['serviceAccountName'] || spec['serviceAccount'];
  if (account) Object.assign(spec, { serviceAccountName: account, serviceAccount: account });
}

/** What only a Pod gets, by defaulting and by the admission plugins that are on by default. */
export function setPodDefaults(spec: PodSpec): void {
  spec['enableServiceLinks'] ??= true;
  if (spec.hostNetwork)
    for (const { ports } of allContainers(spec))
      for (const port of ports ?? []) if (port.containerPort) port.hostPort ||= port.containerPort;
  spec['priority'] ??= 0;
  spec['preemptionPolicy'] ??= 'PreemptLowerPriority';
  const tolerations = (spec['tolerations'] as Toleration[] | undefined) ?? [];
  for (const key of ['node.kubernetes.io/not-ready', 'node.kubernetes.io/unreachable'])
    if (!tolerations.some((toleration) => tolerates(toleration, key)))
      tolerations.push({ key, operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 300 });
  spec['tolerations'] = tolerations;
}

interface Toleration {
  key?: string;
  operator?: string;
  effect?: string;
  tolerationSeconds?: number;
}

const tolerates = ({ key, effect }: Toleration, taint: string): boolean =>
  (key === taint || !key) && (effect === 'NoExecute' || !effect);

function allContainers(spec: PodSpec): Container[] {
  return [...(spec.initContainers ?? []), ...(spec.containers ?? [])];
}

function setContainerDefaults(container: Container): void {
  container['imagePullPolicy'] ||= /(^|\/)[^/:@]*(:latest)?$/.test(container.image ?? '')
    ? 'Always'
    : 'IfNotPresent';
  container['terminationMessagePath'] ||= '/dev/termination-log';
  container['terminationMessagePolicy'] ||= 'File';
  container['resources'] ??= {};
  for (const port of container.ports ?? []) port.protocol ||= 'TCP';
  for (const probe of ['livenessProbe', 'readinessProbe', 'startupProbe'])
    setProbeDefaults(container[probe] as Probe | undefined);
}

interface Probe {
  [field: string]: unknown;
  httpGet?: { path?: string; scheme?: string };
}

function setProbeDefaults(probe: Probe | undefined): void {
  if (!probe) return;
  probe['timeoutSeconds'] ||= 1;
  probe['periodSeconds'] ||= 10;
  probe['successThreshold'] ||= 1;
  probe['failureThreshold'] ||= 3;
  if (!probe.httpGet) return;
  probe.httpGet.path ||= '/';
  probe.httpGet.scheme ||= 'HTTP';
}

/** `path` is that of the PodSpec: `spec`, `spec.template.spec`. */
export function validatePodSpec(spec: PodSpec, path: string): FieldError[] {
  const names = new Set<string>();
  const validate = (list: readonly Container[] | undefined, field: string): FieldError[] =>
    (list ?? []).flatMap((container, i) => validateContainer(container, `${path}.${field}[${i}]`, names));
  return [
    ...(spec.containers?.length ? [] : [required('value-required', `${path}.containers`)]),
    ...validate(spec.containers, 'containers'),
    ...validateHostPorts(spec.containers ?? [], `${path}.containers`),
    ...validate(spec.initContainers, 'initContainers'),
    ...oneOf(`${path}.restartPolicy`, spec.restartPolicy, RESTART),
    ...oneOf(`${path}.dnsPolicy`, spec.dnsPolicy, DNS),
    ...validateHostnames(spec, path),
    ...validateHostNetworkPorts(spec, path),
  ];
}

function validateHostnames(spec: PodSpec, path: string): FieldError[] {
  return (['hostname', 'subdomain'] as const).flatMap((field) => {
    const value = spec[field];
    return value ? invalidEach('value-invalid', `${path}.${field}`, value, isDNS1123Label(value)) : [];
  });
}

/** Checked after the defaults: there is a value. */
const oneOf = (field: string, value: unknown, values: readonly string[]): FieldError[] =>
  values.includes(String(value)) ? [] : [unsupported('value-unsupported', field, value, values)];

function validateContainer(container: Container, path: string, names: Set<string>): FieldError[] {
  const image = container.image ?? '';
  const padded = 'must not have leading or trailing whitespace';
  return [
    ...validateContainerName(container.name ?? '', `${path}.name`, names),
    ...(image ? [] : [required('value-required', `${path}.image`)]),
    ...(image === image.trim() ? [] : [invalid('value-invalid', `${path}.image`, image, padded)]),
    ...oneOf(`${path}.imagePullPolicy`, container['imagePullPolicy'], PULL),
    ...validateContainerPorts(container.ports ?? [], `${path}.ports`),
  ];
}

function validateContainerName(name: string, field: string, names: Set<string>): FieldError[] {
  if (!name) return [required('value-required', field)];
  const errors = invalidEach('value-invalid', field, name, isDNS1123Label(name));
  if (names.has(name)) errors.push(duplicate('value-duplicate', field, name));
  names.add(name);
  return errors;
}

function validateContainerPorts(ports: readonly ContainerPort[], path: string): FieldError[] {
  const names = new Set<string>();
  return ports.flatMap((port, i) => validateContainerPort(port, `${path}[${i}]`, names));
}

/** AccumulateUniqueHostPorts: checked across all containers, after everything else about them. */
function validateHostPorts(containers: readonly Container[], path: string): FieldError[] {
  const seen = new Set<string>();
  return containers.flatMap(({ ports = [] }, i) =>
    ports.flatMap(({ hostPort, hostIP = '', protocol }, j) => {
      if (!hostPort) return [];
      const key = `${protocol}/${hostIP}/${hostPort}`;
      const again = seen.has(key);
      seen.add(key);
      const field = `${path}[${i}].ports[${j}].hostPort`;
      return again ? [duplicate('host-port-conflict', field, key)] : [];
    }),
  );
}

function validateContainerPort(port: ContainerPort, path: string, names: Set<string>): FieldError[] {
  const { name = '', containerPort = 0, hostPort = 0, protocol = '' } = port;
  const field = `${path}.name`;
  const syntax = name ? invalidEach('container-port-name-invalid', field, name, isPortName(name)) : [];
  const again = name !== '' && syntax.length === 0 && names.has(name);
  names.add(name);
  return [
    ...syntax,
    ...(again ? [duplicate('container-port-name-duplicate', field, name)] : []),
    ...validateNumber(containerPort, `${path}.containerPort`),
    ...(hostPort
      ? isPortNumber(hostPort).map((message) =>
          invalid('host-port-out-of-range', `${path}.hostPort`, hostPort, message),
        )
      : []),
    ...(PROTOCOLS.includes(protocol)
      ? []
      : [unsupported('protocol-unsupported', `${path}.protocol`, protocol, PROTOCOLS)]),
  ];
}

/** Unlike a Service's port, 0 is "not given" here. */
const validateNumber = (port: number, field: string): FieldError[] =>
  port === 0
    ? [required('container-port-required', field)]
    : isPortNumber(port).map((message) => invalid('container-port-out-of-range', field, port, message));

/** In a template a host port may be missing: the Pod will get it. */
function validateHostNetworkPorts(spec: PodSpec, path: string): FieldError[] {
  if (!spec.hostNetwork) return [];
  const message = 'must match `containerPort` when `hostNetwork` is true';
  return (spec.containers ?? []).flatMap((container, i) =>
    (container.ports ?? []).flatMap(({ hostPort = 0, containerPort = 0 }, j) => {
      const field = `${path}.containers[${i}].ports[${j}].hostPort`;
      return hostPort === 0 || hostPort === containerPort
        ? []
        : [invalid('host-port-mismatch', field, hostPort, message, { containerPort })];
    }),
  );
}

/**
 * EndpointSlices that people write, and legacy Endpoints, which a controller mirrors into slices.
 *
 * Source: k8s pkg/controller/endpointslicemirroring, pkg/controller/endpointslice; rules 4.10 – 4.12.
 */
import {
  CONTROLLER,
  hasSelector,
  MANAGED_BY,
  type PlacedEndpoint,
  type PlacedPort,
  portKey,
  SERVICE_NAME,
  type Slice,
} from './endpoints.ts';
import { isAddress } from './ipv4.ts';
import {
  type EndpointAddress,
  type EndpointSliceObject,
  type EndpointSubset,
  type EndpointsObject,
  keyOf,
  type ServiceObject,
} from './shapes.ts';

/** Annotations that are not mirrored. */
const TRIGGER_TIME = 'endpoints.kubernetes.io/last-change-trigger-time';
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';
const MIRRORING = 'endpointslicemirroring-controller.k8s.io';

/** A slice somebody wrote; what its labels give to a controller, that controller takes back (rule 4.10). */
export function sliceAsWritten(object: EndpointSliceObject, owner: ServiceObject | undefined): Slice | null {
  const { labels = {}, annotations = {}, namespace = 'default', name = '' } = object.metadata;
  const service = labels[SERVICE_NAME] ?? '';
  if (labels[MANAGED_BY] === CONTROLLER && owner !== undefined && hasSelector(owner)) return null;
  const ports = (object.ports ?? []).map((port, index) => ({
    ...port,
    writtenAt: { object: `EndpointSlice/${namespace}/${name}`, path: `ports[${index}].port` },
  }));
  return {
    name,
    generated: false,
    namespace,
    service,
    labels,
    annotations,
    addressType: object.addressType,
    ports,
    endpoints: object.endpoints ?? [],
  };
}

/** Legacy Endpoints of a Service without selector are mirrored (rule 4.12). */
export function mirrorEndpoints(object: EndpointsObject, service: ServiceObject | undefined): Slice[] {
  const { labels = {}, annotations = {}, name = '' } = object.metadata;
  if (service === undefined || hasSelector(service)) return [];
  if (
    labels['endpointslice.kubernetes.io/skip-mirror'] === 'true' ||
    annotations['control-plane.alpha.kubernetes.io/leader'] !== undefined
  )
    return [];
  const groups = new Map<string, Slice>();
  (object.subsets ?? []).forEach((subset, index) => {
    const ports = mirroredPorts(subset, keyOf(object), index);
    const key = portKey(ports);
    const slice =
      groups.get(key) ??
      mirroredSlice(object, { ...labels, [MANAGED_BY]: MIRRORING, [SERVICE_NAME]: name }, ports);
    groups.set(key, slice);
    slice.endpoints.push(...mirroredEndpoints(subset));
  });
  return [...groups.values()];
}

function mirroredSlice(
  { metadata }: EndpointsObject,
  labels: Record<string, string>,
  ports: PlacedPort[],
): Slice {
  const { name = '', namespace = 'default' } = metadata;
  const { [TRIGGER_TIME]: _time, [LAST_APPLIED]: _applied, ...annotations } = metadata.annotations ?? {};
  return {
    name,
    generated: true,
    namespace,
    service: name,
    labels,
    annotations,
    addressType: 'IPv4',
    ports,
    endpoints: [],
  };
}

function mirroredPorts(subset: EndpointSubset, key: string, index: number): PlacedPort[] {
  return (subset.ports ?? []).map(({ name, port, protocol, appProtocol }, place) => ({
    name: name ?? '',
    protocol: protocol ?? 'TCP',
    port,
    ...(appProtocol === undefined ? {} : { appProtocol }),
    writtenAt: { object: `Endpoints/${key}`, path: `subsets[${index}].ports[${place}].port` },
  }));
}

function mirroredEndpoints(subset: EndpointSubset): PlacedEndpoint[] {
  const withCondition =
    (ready: boolean) =>
    ({ ip, hostname, nodeName, targetRef }: EndpointAddress): PlacedEndpoint => ({
      addresses: [ip],
      conditions: { ready },
      ...(hostname ? { hostname } : {}),
      ...(nodeName ? { nodeName } : {}),
      ...(targetRef ? { targetRef } : {}),
    });
  const all = [
    ...(subset.addresses ?? []).map(withCondition(true)),
    ...(subset.notReadyAddresses ?? []).map(withCondition(false)),
  ];
  return all.filter(({ addresses }) => isAddress(addresses[0] ?? ''));
}

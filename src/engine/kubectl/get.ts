/**
 * `kubectl get`: one line for each object.
 *
 * Source: k8s pkg/printers/internalversion/printers.go printService, printEndpointSlice, printPod.
 */
import type { Cluster } from '../cluster.ts';
import type { Slice } from '../endpoints.ts';
import type { PodMachine } from '../machines.ts';
import type { ServiceObject } from '../shapes.ts';
import { summarize } from './pod-status.ts';
import { listSlices } from './slices.ts';
import { align } from './tabwriter.ts';
import { byName, formatLabels, listSome, type Named } from './words.ts';

/** Wider lists of load balancers' addresses are cut off unless `-o wide` asks for them. */
const LOAD_BALANCER_WIDTH = 16;

export interface TableOptions {
  namespace: string;
  wide: boolean;
  /** What stands under AGE. */
  age: string;
}

export function serviceTable(cluster: Cluster, { namespace, wide, age }: TableOptions): string {
  const services = [...cluster.services.values()]
    .map(({ object }) => object)
    .filter((object) => isIn(object, namespace));
  const rows = services
    .sort(byName)
    .map((service) => [
      ...serviceCells(service, wide),
      age,
      ...(wide ? [formatLabels(service.spec.selector)] : []),
    ]);
  return table(
    ['NAME', 'TYPE', 'CLUSTER-IP', 'EXTERNAL-IP', 'PORT(S)', 'AGE', ...(wide ? ['SELECTOR'] : [])],
    rows,
  );
}

export function sliceTable(cluster: Cluster, { namespace, age }: TableOptions): string {
  const rows = listSlices(cluster, namespace).map((slice) => [
    slice.name,
    slice.addressType,
    slicePorts(slice),
    sliceAddresses(slice),
    age,
  ]);
  return table(['NAME', 'ADDRESSTYPE', 'PORTS', 'ENDPOINTS', 'AGE'], rows);
}

export function podTable(cluster: Cluster, { namespace, wide, age }: TableOptions): string {
  const pods = [...cluster.pods.values()].filter(({ object }) => isIn(object, namespace));
  const rows = pods
    .sort((one, other) => byName(one.object, other.object))
    .map((pod) => [...podCells(pod), age, ...(wide ? widePodCells(pod) : [])]);
  return table(
    [
      'NAME',
      'READY',
      'STATUS',
      'RESTARTS',
      'AGE',
      ...(wide ? ['IP', 'NODE', 'NOMINATED NODE', 'READINESS GATES'] : []),
    ],
    rows,
  );
}

/** Without rows kubectl prints nothing here, and "No resources found" on the other stream. */
function table(head: string[], rows: string[][]): string {
  return rows.length === 0
    ? ''
    : align(
        [head, ...rows].map((cells) => cells.join('\t')),
        { minWidth: 6, padding: 3 },
      );
}

function isIn({ metadata }: Named, namespace: string): boolean {
  return (metadata.namespace ?? 'default') === namespace;
}

function serviceCells(service: ServiceObject, wide: boolean): string[] {
  const { type = 'ClusterIP', clusterIP, ports = [] } = service.spec;
  const listed = ports.map(
    ({ port, nodePort, protocol }) => `${port}${nodePort ? `:${nodePort}` : ''}/${protocol ?? 'TCP'}`,
  );
  return [
    service.metadata.name ?? '',
    type,
    clusterIP || '<none>',
    externalIP(service, wide),
    listed.join(',') || '<none>',
  ];
}

function externalIP({ spec, status }: ServiceObject, wide: boolean): string {
  const external = spec.externalIPs ?? [];
  if (spec.type === 'ExternalName') return spec.externalName ?? '';
  if (spec.type !== 'LoadBalancer') return external.join(',') || '<none>';
  const ingress = (status?.loadBalancer?.ingress ?? []).map(({ ip, hostname }) => ip || hostname || '');
  const addresses = [...new Set(ingress)]
    .filter((address) => address !== '')
    .sort()
    .join(',');
  const shown =
    !wide && addresses.length > LOAD_BALANCER_WIDTH
      ? `${addresses.slice(0, LOAD_BALANCER_WIDTH - 3)}...`
      : addresses;
  return [shown, ...external].filter((text) => text !== '').join(',') || '<pending>';
}

function slicePorts({ ports }: Slice): string {
  return listSome(ports.map(({ port, name }) => String(port ?? name ?? '*'))) || '<unset>';
}

function sliceAddresses({ endpoints }: Slice): string {
  return listSome(endpoints.flatMap(({ addresses }) => addresses)) || '<unset>';
}

function podCells(pod: PodMachine): string[] {
  const { ready, total, reason, restarts } = summarize(pod);
  return [pod.object.metadata.name ?? '', `${ready}/${total}`, reason, String(restarts)];
}

function widePodCells({ object, address }: PodMachine): string[] {
  const { nodeName } = object.spec;
  const readinessGates = Array.isArray(object.spec.readinessGates) ? object.spec.readinessGates : [];
  const conditions = object.status?.conditions ?? [];
  const passed = readinessGates.filter((gate) =>
    conditions.some(({ type, status }) => type === gate?.conditionType && status === 'True'),
  );
  const gates = readinessGates.length === 0 ? '<none>' : `${passed.length}/${readinessGates.length}`;
  return [address ?? '<none>', nodeName ?? '<none>', '<none>', gates];
}

/**
 * `kubectl describe`: everything about each object, in the order of names.
 *
 * Source: k8s staging/src/k8s.io/kubectl/pkg/describe/describe.go describeService, describeEndpointSliceV1; cmd/describe: events only for a single object.
 */
import type { Cluster, StoredService } from '../cluster.ts';
import type { PlacedEndpoint, Slice } from '../endpoints.ts';
import type { ServicePortSpec } from '../shapes.ts';
import { listSlices } from './slices.ts';
import { align } from './tabwriter.ts';
import { byName, formatEndpoints, formatLabels } from './words.ts';

/** The controller writes when it made a slice that no Pod has changed since; any moment will do. */
const TRIGGERED = { 'endpoints.kubernetes.io/last-change-trigger-time': '2026-01-01T00:00:00Z' };

export function describeServices(cluster: Cluster, namespace: string): string {
  const services = [...cluster.services.values()].filter(
    ({ object }) => (object.metadata.namespace ?? 'default') === namespace,
  );
  services.sort((one, other) => byName(one.object, other.object));
  const slices = listSlices(cluster, namespace);
  return join(services.map((service) => serviceLines(service, slices)));
}

export function describeSlices(cluster: Cluster, namespace: string): string {
  return join(listSlices(cluster, namespace).map(sliceLines));
}

function join(objects: readonly string[][]): string {
  const events = objects.length === 1 ? ['Events:\t<none>'] : [];
  return objects.map((lines) => align([...lines, ...events], { minWidth: 0, padding: 2 })).join('\n\n');
}

/** A line for each pair, the title before the first. */
function pairs(
  title: string,
  values: Readonly<Record<string, string>> | undefined,
  separator: '=' | ': ',
): string[] {
  const lines = Object.entries(values ?? {}).map(([key, value]) => `${key}${separator}${value}`);
  if (lines.length === 0) return [`${title}:\t<none>`];
  return lines.sort().map((line, index) => `${index === 0 ? `${title}:` : ''}\t${line}`);
}

/** Those that have something to say. */
function some(lines: readonly [title: string, value: string | number | undefined][]): string[] {
  return lines
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([title, value]) => `${title}:\t${value}`);
}

function serviceLines({ object }: StoredService, all: readonly Slice[]): string[] {
  const { metadata, spec } = object;
  const slices = all.filter(({ service }) => service === metadata.name);
  return [
    `Name:\t${metadata.name}`,
    `Namespace:\t${metadata.namespace ?? 'default'}`,
    ...pairs('Labels', metadata.labels, '='),
    ...pairs('Annotations', metadata.annotations, ': '),
    `Selector:\t${formatLabels(spec.selector)}`,
    `Type:\t${spec.type}`,
    ...addressLines(object),
    ...(spec.ports ?? []).flatMap((port) => portLines(port, slices)),
    `Session Affinity:\t${spec.sessionAffinity}`,
    ...some([
      ['External Traffic Policy', spec.externalTrafficPolicy],
      ['Internal Traffic Policy', spec.internalTrafficPolicy],
      ['Traffic Distribution', spec.trafficDistribution],
      ['HealthCheck NodePort', spec.healthCheckNodePort],
      ['LoadBalancer Source Ranges', spec.loadBalancerSourceRanges?.join(',')],
    ]),
  ];
}

function addressLines({ spec, status }: StoredService['object']): string[] {
  const ingress = (status?.loadBalancer?.ingress ?? []).map(({ ip, ipMode, hostname }) =>
    ip ? `${ip} (${ipMode ?? 'VIP'})` : hostname,
  );
  return [
    ...some([['IP Family Policy', spec.ipFamilyPolicy]]),
    `IP Families:\t${spec.ipFamilies?.join(',') || '<none>'}`,
    `IP:\t${spec.clusterIP ?? ''}`,
    `IPs:\t${spec.clusterIPs?.join(',') || '<none>'}`,
    ...some([
      ['External IPs', spec.externalIPs?.join(',')],
      ['Desired LoadBalancer IP', spec.loadBalancerIP],
      ['External Name', spec.externalName],
      ['LoadBalancer Ingress', ingress.join(', ')],
    ]),
  ];
}

function portLines(
  { name, port, targetPort, nodePort, protocol }: ServicePortSpec,
  slices: readonly Slice[],
): string[] {
  const shown = name || '<unset>';
  return [
    `Port:\t${shown}\t${port}/${protocol}`,
    `TargetPort:\t${targetPort}/${protocol}`,
    ...(nodePort ? [`NodePort:\t${shown}\t${nodePort}/${protocol}`] : []),
    `Endpoints:\t${formatEndpoints(slices, name ?? '')}`,
  ];
}

function sliceLines(slice: Slice): string[] {
  const { name, namespace, labels, addressType, generated, endpoints } = slice;
  const annotations =
    generated && endpoints.length === 0 ? { ...slice.annotations, ...TRIGGERED } : slice.annotations;
  return [
    `Name:\t${name}`,
    `Namespace:\t${namespace}`,
    ...pairs('Labels', labels, '='),
    ...pairs('Annotations', annotations, ': '),
    `AddressType:\t${addressType}`,
    ...slicePortLines(slice),
    ...(endpoints.length === 0 ? ['Endpoints: <none>'] : ['Endpoints:', ...endpoints.flatMap(endpointLines)]),
  ];
}

function slicePortLines({ ports }: Slice): string[] {
  if (ports.length === 0) return ['Ports: <unset>'];
  const rows = ports.map(
    ({ name, port, protocol }) => `  ${name || '<unset>'}\t${port ?? '<unset>'}\t${protocol ?? 'TCP'}`,
  );
  return ['Ports:', '  Name\tPort\tProtocol', '  ----\t----\t--------', ...rows];
}

function endpointLines({
  addresses,
  conditions,
  hostname,
  targetRef,
  nodeName,
  zone,
}: PlacedEndpoint): string[] {
  return [
    `  - Addresses:\t${addresses.join(',') || '<none>'}`,
    '    Conditions:',
    `      Ready:\t${conditions?.ready ?? '<unset>'}`,
    `    Hostname:\t${hostname ?? '<unset>'}`,
    ...(targetRef ? [`    TargetRef:\t${targetRef.kind}/${targetRef.name}`] : []),
    `    NodeName:\t${nodeName ?? '<unset>'}`,
    `    Zone:\t${zone ?? '<unset>'}`,
  ];
}

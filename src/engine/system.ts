/**
 * What every cluster holds before the first manifest: the Services default/kubernetes and kube-system/kube-dns and what stands behind them.
 *
 * Source: k8s pkg/controlplane/controller/kubernetesservice; the addresses are those of the recordings (tests/truth/README.md).
 */
import { MANAGED_BY, SERVICE_NAME, type Slice } from './endpoints.ts';
import { parseNetwork, toAddress } from './ipv4.ts';
import type { NodeMachine, OutsideMachine, PodMachine } from './machines.ts';
import type { PodObject, ServiceObject } from './shapes.ts';
import type { Environment } from './types.ts';

const API_SERVER = { address: '172.31.0.99', port: 6443 };

export const SYSTEM_NAMESPACES = ['default', 'kube-system', 'kube-public', 'kube-node-lease'];

export function systemServices(environment: Environment): ServiceObject[] {
  const network = parseNetwork(environment.serviceCIDR);
  const first = toAddress((network?.first ?? 0) + 1);
  return [
    service('default', 'kubernetes', { component: 'apiserver', provider: 'kubernetes' }, first, [
      { name: 'https', protocol: 'TCP', port: 443, targetPort: API_SERVER.port },
    ]),
    service('kube-system', 'kube-dns', { 'k8s-app': 'kube-dns' }, environment.clusterDNS, [
      { name: 'dns', protocol: 'UDP', port: 53, targetPort: 53 },
      { name: 'dns-tcp', protocol: 'TCP', port: 53, targetPort: 53 },
    ]),
  ];
}

function service(
  namespace: string,
  name: string,
  labels: Record<string, string>,
  clusterIP: string,
  ports: ServiceObject['spec']['ports'],
): ServiceObject {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace, labels },
    spec: {
      clusterIP,
      clusterIPs: [clusterIP],
      type: 'ClusterIP',
      ipFamilies: ['IPv4'],
      ipFamilyPolicy: 'SingleStack',
      internalTrafficPolicy: 'Cluster',
      sessionAffinity: 'None',
      ports: ports ?? [],
    },
    status: { loadBalancer: {} },
  };
}

export function apiServer(): OutsideMachine {
  const id = 'outside/kube-apiserver';
  const listeners = [{ protocol: 'TCP' as const, port: API_SERVER.port, address: null, owner: id }];
  return {
    kind: 'outside',
    id,
    name: 'kube-apiserver',
    address: API_SERVER.address,
    routedToCluster: false,
    listeners,
  };
}

/** One CoreDNS Pod, the third address of the last node; where a manifest's Pod has that, the last one. */
export function coreDNS(
  nodes: readonly NodeMachine[],
  isTaken: (address: string) => boolean,
): PodMachine | null {
  const node = nodes.at(-1);
  const network = node?.podNetwork;
  if (!node || !network) return null;
  const id = 'pod/kube-system/coredns';
  const third = toAddress(network.first + 3);
  const address = isTaken(third) ? toAddress(network.last - 1) : third;
  const object: PodObject = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'coredns', namespace: 'kube-system' },
    spec: { nodeName: node.name },
  };
  const listeners = (['TCP', 'UDP'] as const).map((protocol) => ({
    protocol,
    port: 53,
    address: null,
    owner: id,
  }));
  return {
    kind: 'pod',
    id,
    object,
    origin: { object: '', prefix: '', written: object },
    address,
    node,
    hostNetwork: false,
    terminating: false,
    listeners,
  };
}

export function systemSlices(dns: PodMachine | null): Slice[] {
  const ready = { ready: true };
  const api = slice('default', 'kubernetes', [{ name: 'https', protocol: 'TCP', port: API_SERVER.port }]);
  api.endpoints.push({ addresses: [API_SERVER.address], conditions: ready });
  if (dns?.address === undefined) return [api];
  const names = slice('kube-system', 'kube-dns', [
    { name: 'dns', protocol: 'UDP', port: 53 },
    { name: 'dns-tcp', protocol: 'TCP', port: 53 },
  ]);
  names.labels[MANAGED_BY] = 'endpointslice-controller.k8s.io';
  names.endpoints.push({
    addresses: [dns.address],
    conditions: { ready: true, serving: true, terminating: false },
    nodeName: dns.node?.name ?? '',
    pod: dns,
  });
  return [api, names];
}

function slice(namespace: string, name: string, ports: Slice['ports']): Slice {
  return {
    name,
    generated: false,
    namespace,
    service: name,
    labels: { [SERVICE_NAME]: name },
    annotations: {},
    addressType: 'IPv4',
    ports,
    endpoints: [],
  };
}

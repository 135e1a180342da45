/**
 * The machines of a cluster and the processes on them: nodes, Pods with a network of their own, outside machines; who holds which address.
 *
 * What no manifest says comes from the environment. A Pod without status is scheduled round robin, Running, Ready and gets its node's next free
 * address; a hostNetwork Pod is a process of its node (rule 5.27); a Pod whose Node does not exist runs nothing.
 */
import { isLoopback, type Network, parseNetwork, toAddress } from './ipv4.ts';
import { type Listener, listenersOf, parseListens } from './listeners.ts';
import { declaredPorts } from './ports.ts';
import { portKey } from './proxy/fronts.ts';
import { scheduler } from './schedule.ts';
import type { NodeObject, PodObject } from './shapes.ts';
import { keyOf } from './shapes.ts';
import type { Environment, Protocol } from './types.ts';
import type { Origin, PlannedPod } from './workloads.ts';

export interface NodeMachine {
  kind: 'node';
  id: string;
  name: string;
  /** The first is its primary address. */
  addresses: readonly string[];
  podGateway: string;
  podNetwork: Network | null;
  zone: string | undefined;
  listeners: Listener[];
  /** By port and protocol: what the CNI portmap plugin rewrites it to. */
  hostPorts: Map<number, HostPort[]>;
}

export interface HostPort {
  /** Null: every address of the node. */
  hostIP: string | null;
  pod: PodMachine;
  containerPort: number;
  path: string;
}

export interface PodMachine {
  kind: 'pod';
  id: string;
  object: PodObject;
  origin: Origin;
  /** Undefined while it is pending. */
  address: string | undefined;
  /** Null when its Node does not exist. */
  node: NodeMachine | null;
  hostNetwork: boolean;
  terminating: boolean;
  listeners: Listener[];
}

export interface OutsideMachine {
  kind: 'outside';
  id: string;
  name: string;
  address: string;
  routedToCluster: boolean;
  listeners: Listener[];
}

export type Machine = NodeMachine | PodMachine | OutsideMachine;

export interface Machines {
  nodes: ReadonlyMap<string, NodeMachine>;
  pods: ReadonlyMap<string, PodMachine>;
  outside: ReadonlyMap<string, OutsideMachine>;
  /** Who holds an address; a hostNetwork Pod's is its node's. */
  holders: ReadonlyMap<string, Machine>;
}

export function buildMachines(
  environment: Environment,
  nodeObjects: readonly NodeObject[],
  planned: readonly PlannedPod[],
): Machines {
  const nodes = buildNodes(environment, nodeObjects);
  const outside = buildOutside(environment);
  const holders = new Map<string, Machine>();
  for (const node of nodes.values())
    for (const address of [...node.addresses, node.podGateway]) holders.set(address, node);
  for (const machine of outside.values()) holders.set(machine.address, machine);
  const pods = new Map<string, PodMachine>();
  const schedule = scheduler([...nodes.values()], planned);
  const terminating = new Set(environment.terminate?.pods ?? []);
  for (const plan of planned) {
    const pod = buildPod(schedule(plan.object), plan.origin, nodes, terminating);
    pods.set(keyOf(pod.object), pod);
    run(pod, holders);
  }
  return { nodes, pods, outside, holders };
}

function buildNodes(environment: Environment, objects: readonly NodeObject[]): Map<string, NodeMachine> {
  const known = objects.length > 0 ? objects : Object.keys(environment.nodes).map(asNode);
  return new Map(
    known.map((object, index) => [object.metadata.name ?? '', buildNode(environment, object, index)]),
  );
}

function asNode(name: string): NodeObject {
  return { apiVersion: 'v1', kind: 'Node', metadata: { name } };
}

function buildNode(environment: Environment, object: NodeObject, index: number): NodeMachine {
  const name = object.metadata.name ?? '';
  const given = ownEntry(environment.nodes, name);
  const podNetwork = parseNetwork(given?.podCIDR ?? object.spec?.podCIDR ?? `10.244.${100 + index}.0/24`);
  const internal = (object.status?.addresses ?? [])
    .filter(({ type }) => type === 'InternalIP')
    .map(({ address }) => address);
  return {
    kind: 'node',
    id: `node/${name}`,
    name,
    addresses: given?.addresses ?? internal,
    podGateway: given?.podGateway ?? toAddress((podNetwork?.first ?? 0) + 1),
    podNetwork,
    zone: object.metadata.labels?.['topology.kubernetes.io/zone'] || undefined,
    listeners: parseListens(ownEntry(environment.nodeListen, name) ?? '', `node/${name}`),
    hostPorts: new Map(),
  };
}

/** A Node may be called `constructor`. */
function ownEntry<T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}

function buildOutside(environment: Environment): Map<string, OutsideMachine> {
  const machines = Object.entries(environment.outside).map(
    ([name, { address, routedToCluster }]): [string, OutsideMachine] => {
      const id = `outside/${name}`;
      return [
        name,
        {
          kind: 'outside',
          id,
          name,
          address,
          routedToCluster,
          listeners: parseListens(ownEntry(environment.outsideListen, name) ?? '', id),
        },
      ];
    },
  );
  return new Map(machines);
}

function buildPod(
  object: PodObject,
  origin: Origin,
  nodes: ReadonlyMap<string, NodeMachine>,
  terminating: ReadonlySet<string>,
): PodMachine {
  const id = `pod/${keyOf(object)}`;
  return {
    kind: 'pod',
    id,
    object,
    origin,
    address: object.status?.podIP || object.status?.podIPs?.[0]?.ip || undefined,
    node: nodes.get(object.spec.nodeName ?? '') ?? null,
    hostNetwork: object.spec.hostNetwork === true,
    terminating: terminating.has(keyOf(object)),
    listeners: listenersOf(object, origin, id),
  };
}

/** Puts a Pod's processes where they run, its address on the network, and its host ports on its node. */
function run(pod: PodMachine, holders: Map<string, Machine>): void {
  const { node, address } = pod;
  if (node === null || address === undefined) return;
  if (pod.hostNetwork) {
    node.listeners.push(...pod.listeners);
    return;
  }
  if (!holders.has(address)) holders.set(address, pod);
  publishHostPorts(pod, node);
}

/** Rule 5.27: the CNI portmap plugin rewrites the node's hostPort to the Pod's containerPort (github.com/containernetworking/plugins, portmap). */
function publishHostPorts(pod: PodMachine, node: NodeMachine): void {
  for (const { port, path } of declaredPorts(pod.object.spec)) {
    if (!port.hostPort) continue;
    const key = portKey(port.hostPort, (port.protocol ?? 'TCP') as Protocol);
    const hostIP = port.hostIP && port.hostIP !== '0.0.0.0' ? port.hostIP : null;
    const hostPort = { hostIP, pod, containerPort: port.containerPort, path };
    node.hostPorts.set(key, [...(node.hostPorts.get(key) ?? []), hostPort]);
  }
}

export function isOwnAddress(machine: Machine, address: string): boolean {
  if (isLoopback(address)) return true;
  if (machine.kind === 'node') return machine.podGateway === address || machine.addresses.includes(address);
  return machine.address === address;
}

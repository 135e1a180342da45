/**
 * Where Pods without status run: round robin over the nodes, each with its node's next free address, Running and Ready.
 *
 * The real scheduler scores nodes; lessons need the same answer every time.
 */
import { type Network, toAddress } from './ipv4.ts';
import type { NodeMachine } from './machines.ts';
import type { PodObject, PodSpec } from './shapes.ts';
import type { PlannedPod } from './workloads.ts';

const RUNNING = { ready: true, started: true, restartCount: 0, state: { running: {} } };

/** Gives a Pod without status a node and the node's next free address; any status is taken exactly as it stands. */
export function scheduler(
  nodes: readonly NodeMachine[],
  planned: readonly PlannedPod[],
): (pod: PodObject) => PodObject {
  const taken = new Set(planned.map(({ object }) => object.status?.podIP));
  for (const node of nodes) taken.add(node.podGateway);
  const free = new Map(nodes.map((node) => [node.name, freeAddresses(node.podNetwork, taken)]));
  let turn = 0;
  return (pod) => {
    if (pod.status !== undefined || nodes.length === 0) return pod;
    const name = pod.spec.nodeName ?? nodes[turn++ % nodes.length]?.name ?? '';
    const node = nodes.find((candidate) => candidate.name === name);
    const address = pod.spec.hostNetwork === true ? node?.addresses[0] : free.get(name)?.next().value;
    return {
      ...pod,
      spec: { ...pod.spec, nodeName: name },
      status: runningStatus(address, pod.spec),
    };
  };
}

function runningStatus(address: string | undefined, spec: PodSpec): NonNullable<PodObject['status']> {
  if (address === undefined) return { phase: 'Pending', conditions: [{ type: 'Ready', status: 'False' }] };
  return {
    phase: 'Running',
    podIP: address,
    podIPs: [{ ip: address }],
    conditions: [{ type: 'Ready', status: 'True' }],
    containerStatuses: (spec.containers ?? []).map(({ name = '' }) => ({ ...RUNNING, name })),
    initContainerStatuses: (spec.initContainers ?? [])
      .filter(({ restartPolicy }) => restartPolicy === 'Always')
      .map(({ name = '' }) => ({ ...RUNNING, name })),
  };
}

function* freeAddresses(
  network: Network | null,
  taken: ReadonlySet<string | undefined>,
): Generator<string, undefined> {
  for (let number = (network?.first ?? 0) + 1; number < (network?.last ?? 0); number++) {
    const address = toAddress(number);
    if (!taken.has(address)) yield address;
  }
  return undefined;
}

/** Which value of a manifest decides how a connection ends, for the feedback to point at. */
import type { Decision } from '../engine/index.ts';
import { hasNoAddress, hasReason, isRejected, type Situation, type Workload } from './situation.ts';

/** What the deciding hop or one before it names; else the line that a connection to this address would need. */
export function decisionOf(situation: Situation, decides: number): Decision | null {
  const unready = unreadyLine(situation);
  if (unready) return unready;
  const { hops } = situation.trace;
  for (let index: number | null = decides; index !== null; index = hops[index]?.parent ?? null) {
    const hop = hops[index];
    if (hop?.decidedBy && (hop.because === 'headless-record' || !isClusterIp(hop.decidedBy)))
      return hop.decidedBy;
  }
  return hasNoAddress(situation) ? nameLine(situation) : neededLine(situation);
}

/** Of a Pod whose status is written. */
function unreadyLine(situation: Situation): Decision | null {
  const [workload] = situation.workloads;
  const isUnready = hasReason(situation, 'no-ready-endpoint', 'headless-without-endpoints');
  if (!isUnready || workload?.kind !== 'Pod') return null;
  return { object: nameOf(workload), path: 'status.conditions[0].status' };
}

/** The cluster IP is how a packet comes to the rules; it does not tell one port from another, unless there is none. */
const isClusterIp = ({ path }: Decision): boolean => /clusterIPs?(\[0\])?$/.test(path);

/** Why cluster DNS does not know the name: what the API server rejects, else where the Service is. Other resolvers ask no manifest. */
function nameLine(situation: Situation): Decision | null {
  const { service, scenario, client } = situation;
  if (!service || client !== 'pod') return null;
  const object = `Service/${service.namespace}/${service.name}`;
  if (!isRejected(situation)) return { object, path: 'metadata.namespace' };
  const rejected = scenario.cluster.rejected.find(({ object }) => object.metadata.name === service.name);
  const path = rejected?.response.findings[0]?.path;
  return path ? { object, path: writtenPath(path) } : null;
}

/** A field that is missing has no line; what it is missing from has. */
const writtenPath = (path: string): string => path.replace(/\.name$/, '.port');

/** The line in which the dialed number would have to stand, or the node on which it would. */
function neededLine(situation: Situation): Decision | null {
  const { dialed, client, service, port, workloads } = situation;
  const [workload] = workloads;
  if (client === 'outside' && dialed.what !== 'node' && dialed.what !== 'balancer') return null;
  if (dialed.what === 'pod' && workload) return listensLine(workload);
  if (dialed.what === 'node' && workload?.hostNetwork)
    return { object: nameOf(workload), path: 'spec.nodeName' };
  if (!service || !port) return null;
  const field = dialed.what === 'node' && port.nodePort ? 'nodePort' : 'port';
  return {
    object: `Service/${service.namespace}/${service.name}`,
    path: `spec.ports[${service.ports.indexOf(port)}].${field}`,
  };
}

const nameOf = ({ kind, namespace, name }: Workload): string => `${kind}/${namespace}/${name}`;

const listensLine = (workload: Workload): Decision => ({
  object: nameOf(workload),
  path: `${workload.kind === 'Pod' ? '' : 'spec.template.'}metadata.annotations[port-of-call/listens]`,
});

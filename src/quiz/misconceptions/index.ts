/** All misconceptions, in the order in which feedback names them when several lead to one answer. */
import { addressNeedsAName } from './address-needs-a-name.ts';
import { clusterIpFromAnywhere } from './cluster-ip-from-anywhere.ts';
import { clusterIpIsAMachine } from './cluster-ip-is-a-machine.ts';
import { containerPortIsReached } from './container-port-is-reached.ts';
import { containerPortOpens } from './container-port-opens.ts';
import { nameFromAnywhere } from './name-from-anywhere.ts';
import { nameHoldsThePort } from './name-holds-the-port.ts';
import { noEndpointsNoName } from './no-endpoints-no-name.ts';
import { noEndpointsTimesOut } from './no-endpoints-times-out.ts';
import { nobodyListensTimesOut } from './nobody-listens-times-out.ts';
import { nodePortInPod } from './node-port-in-pod.ts';
import { nodePortOnClusterIp } from './node-port-on-cluster-ip.ts';
import { nodePortOnLocalhost } from './node-port-on-localhost.ts';
import { podsFoundByName } from './pods-found-by-name.ts';
import { portIsInThePod } from './port-is-in-the-pod.ts';
import { portIsOnTheNode } from './port-is-on-the-node.ts';
import { portIsReached } from './port-is-reached.ts';
import { portsSwapped } from './ports-swapped.ts';
import { processIsFound } from './process-is-found.ts';
import { targetPortIsClosed } from './target-port-is-closed.ts';
import { targetPortMakesListen } from './target-port-makes-listen.ts';
import { targetPortOnClusterIp } from './target-port-on-cluster-ip.ts';
import { targetPortOnTheNode } from './target-port-on-the-node.ts';
import { undeclaredIsRefused } from './undeclared-is-refused.ts';

export const MISCONCEPTIONS = [
  portIsReached,
  nodePortInPod,
  containerPortIsReached,
  containerPortOpens,
  targetPortMakesListen,
  processIsFound,
  portsSwapped,
  portIsInThePod,
  targetPortOnClusterIp,
  nodePortOnClusterIp,
  targetPortIsClosed,
  portIsOnTheNode,
  targetPortOnTheNode,
  clusterIpFromAnywhere,
  clusterIpIsAMachine,
  undeclaredIsRefused,
  nameFromAnywhere,
  noEndpointsTimesOut,
  noEndpointsNoName,
  podsFoundByName,
  nobodyListensTimesOut,
  addressNeedsAName,
  nameHoldsThePort,
  nodePortOnLocalhost,
] as const;

export type MisconceptionId = (typeof MISCONCEPTIONS)[number]['id'];

/** A misconception may need other words at another place: `id` or `id/place`. */
export type Wording = MisconceptionId | 'port-is-reached/node' | 'port-is-reached/pod';

export const MISCONCEPTION_IDS: readonly MisconceptionId[] = MISCONCEPTIONS.map(({ id }) => id);
export type { Imagined, Misconception } from './misconception.ts';

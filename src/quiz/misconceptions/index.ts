/** All misconceptions, in the order in which feedback names them when several lead to one answer. */
import { addressNeedsAName } from './address-needs-a-name.ts';
import { clusterIpFromAnywhere } from './cluster-ip-from-anywhere.ts';
import { clusterIpIsAMachine } from './cluster-ip-is-a-machine.ts';
import { containerPortIsReached } from './container-port-is-reached.ts';
import { containerPortOpens } from './container-port-opens.ts';
import { externalNameMapsPorts } from './external-name-maps-ports.ts';
import { externalNameTakesAnAddress } from './external-name-takes-an-address.ts';
import { firstPortWins } from './first-port-wins.ts';
import { headlessHasRules } from './headless-has-rules.ts';
import { headlessTranslates } from './headless-translates.ts';
import { hostNetworkEverywhere } from './host-network-everywhere.ts';
import { localForEverybody } from './local-for-everybody.ts';
import { localIsAPreference } from './local-is-a-preference.ts';
import { loopbackIsEnough } from './loopback-is-enough.ts';
import { nameFromAnywhere } from './name-from-anywhere.ts';
import { nameHoldsThePort } from './name-holds-the-port.ts';
import { namespacesAreWalls } from './namespaces-are-walls.ts';
import { noEndpointsNoName } from './no-endpoints-no-name.ts';
import { noEndpointsTimesOut } from './no-endpoints-times-out.ts';
import { noSelectorMeansAll } from './no-selector-means-all.ts';
import { nobodyListensTimesOut } from './nobody-listens-times-out.ts';
import { nodePortInPod } from './node-port-in-pod.ts';
import { nodePortOnBalancer } from './node-port-on-balancer.ts';
import { nodePortOnClusterIp } from './node-port-on-cluster-ip.ts';
import { nodePortOnLocalhost } from './node-port-on-localhost.ts';
import { oneLabelIsEnough } from './one-label-is-enough.ts';
import { onlyTargetPortIsOpen } from './only-target-port-is-open.ts';
import { pendingIsDead } from './pending-is-dead.ts';
import { podFromAnywhere } from './pod-from-anywhere.ts';
import { podsAreAlike } from './pods-are-alike.ts';
import { podsFoundByName } from './pods-found-by-name.ts';
import { portIsInThePod } from './port-is-in-the-pod.ts';
import { portIsOnTheNode } from './port-is-on-the-node.ts';
import { portIsReached } from './port-is-reached.ts';
import { portsSwapped } from './ports-swapped.ts';
import { processIsFound } from './process-is-found.ts';
import { protocolIsIgnored } from './protocol-is-ignored.ts';
import { rangesAreForTheCloud } from './ranges-are-for-the-cloud.ts';
import { runningIsEnough } from './running-is-enough.ts';
import { selectorCrossesNamespaces } from './selector-crosses-namespaces.ts';
import { shortNameEverywhere } from './short-name-everywhere.ts';
import { sourceRangesEverywhere } from './source-ranges-everywhere.ts';
import { targetPortAlways } from './target-port-always.ts';
import { targetPortBeatsSlice } from './target-port-beats-slice.ts';
import { targetPortIsClosed } from './target-port-is-closed.ts';
import { targetPortMakesListen } from './target-port-makes-listen.ts';
import { targetPortOnClusterIp } from './target-port-on-cluster-ip.ts';
import { targetPortOnTheNode } from './target-port-on-the-node.ts';
import { undeclaredIsRefused } from './undeclared-is-refused.ts';
import { unknownNameIsRefused } from './unknown-name-is-refused.ts';
import { unknownNameVanishes } from './unknown-name-vanishes.ts';
import { unreachableIsRefused } from './unreachable-is-refused.ts';
import { wrongFieldIsDropped } from './wrong-field-is-dropped.ts';

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
  targetPortAlways,
  firstPortWins,
  protocolIsIgnored,
  headlessTranslates,
  headlessHasRules,
  localIsAPreference,
  localForEverybody,
  runningIsEnough,
  targetPortBeatsSlice,
  noSelectorMeansAll,
  selectorCrossesNamespaces,
  oneLabelIsEnough,
  shortNameEverywhere,
  namespacesAreWalls,
  wrongFieldIsDropped,
  unknownNameIsRefused,
  unknownNameVanishes,
  unreachableIsRefused,
  podFromAnywhere,
  externalNameMapsPorts,
  externalNameTakesAnAddress,
  sourceRangesEverywhere,
  pendingIsDead,
  nodePortOnBalancer,
  hostNetworkEverywhere,
  loopbackIsEnough,
  onlyTargetPortIsOpen,
  podsAreAlike,
  rangesAreForTheCloud,
] as const;

export type MisconceptionId = (typeof MISCONCEPTIONS)[number]['id'];

/** A misconception may need other words at another place: `id` or `id/place`. */
export type Wording = MisconceptionId | 'port-is-reached/node' | 'port-is-reached/pod';

export const MISCONCEPTION_IDS: readonly MisconceptionId[] = MISCONCEPTIONS.map(({ id }) => id);
export type { Imagined, Misconception } from './misconception.ts';

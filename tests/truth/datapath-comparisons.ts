/** What was recorded in a cluster beside what the engine says of it, each in a form in which equal means that they agree. */
import {
  endpointSlices,
  kubectlDescribe,
  kubectlGet,
  lookUp,
  type ProxyMode,
  resolveConnection,
} from '../../src/engine/index.ts';
import {
  answersAgree,
  comparableDescription,
  comparableLookUp,
  comparableSlice,
  comparableTable,
} from './datapath-agreement.ts';
import {
  type ConnectionProbe,
  clusterOf,
  isConnection,
  type LookUpProbe,
  objectsOf,
  type RecordedCluster,
} from './datapath-recordings.ts';

export const MODES = ['iptables', 'nftables'] as const satisfies readonly ProxyMode[];
const COMMAND = /^kubectl -n (\S+) (get|describe) (services|endpointslices|pods)( -o wide)?$/;

export interface Comparison {
  mine: unknown;
  recorded: unknown;
}

export const agrees = ({ mine, recorded }: Comparison): boolean =>
  JSON.stringify(mine) === JSON.stringify(recorded);

export const connectionsOf = ({ probes }: RecordedCluster): (ConnectionProbe & { proxyMode: ProxyMode })[] =>
  probes.filter(isConnection).flatMap((probe) => MODES.map((proxyMode) => ({ ...probe, proxyMode })));

export const lookUpsOf = ({ probes }: RecordedCluster): LookUpProbe[] =>
  probes.filter((probe): probe is LookUpProbe => !isConnection(probe));

export const commandsOf = ({ kubectl }: RecordedCluster): string[] => Object.keys(kubectl);

/** Two sets of answers agree or not; when they do, the recorded one stands for both. */
export function compareConnection(
  recording: RecordedCluster,
  { from, to, proxyMode, ...probe }: ConnectionProbe & { proxyMode: ProxyMode },
): Comparison {
  const { answers } = resolveConnection(clusterOf(recording), { from, to }, { proxyMode });
  const recorded = probe[proxyMode];
  return { mine: answersAgree(answers, recorded, from) ? recorded : answers, recorded };
}

export function compareLookUp(recording: RecordedCluster, probe: LookUpProbe): Comparison {
  const mine = lookUp(clusterOf(recording), probe.from, probe.lookUp, probe.type);
  return { mine: comparableLookUp(mine), recorded: comparableLookUp(probe.iptables) };
}

export function compareSlices(recording: RecordedCluster): Comparison {
  const namespaces = [...new Set(recording.endpointSlices.map(({ ns }) => ns))];
  const mine = namespaces
    .flatMap((namespace) => endpointSlices(clusterOf(recording), namespace))
    .filter(({ name }) => name !== 'kubernetes')
    .map(({ namespace, service, ports, endpoints }) =>
      comparableSlice({
        ns: namespace,
        service: service || null,
        ports: ports.map(({ name, protocol, port }) => ({
          name: name ?? '',
          protocol: protocol ?? 'TCP',
          port: port ?? 0,
        })),
        endpoints: endpoints.map(({ addresses, conditions = {}, hostname, nodeName, hints, targetRef }) => ({
          addresses,
          conditions,
          ...(hostname ? { hostname } : {}),
          ...(nodeName ? { nodeName } : {}),
          ...(hints ? { hints } : {}),
          target: targetRef?.name ?? null,
        })),
      }),
    );
  return { mine: mine.sort(), recorded: recording.endpointSlices.map(comparableSlice).sort() };
}

export function compareTerminal(recording: RecordedCluster, command: string): Comparison {
  const cluster = clusterOf(recording);
  const pinned = pinnedPorts(recording);
  const [, namespace = '', verb, what = '', wide] = COMMAND.exec(command) ?? [];
  const [mine, comparable] =
    verb === 'get'
      ? [kubectlGet(cluster, what as 'services', { namespace, wide: wide !== undefined }), comparableTable]
      : [kubectlDescribe(cluster, what as 'services', { namespace }), comparableDescription];
  return { mine: comparable(mine, pinned), recorded: comparable(recording.kubectl[command] ?? '', pinned) };
}

/** Node ports that a manifest wrote were not drawn. */
function pinnedPorts(recording: RecordedCluster): Set<string> {
  return new Set(JSON.stringify(objectsOf(recording)).match(/(?<="(?:healthCheckN|n)odePort":)\d+/g) ?? []);
}

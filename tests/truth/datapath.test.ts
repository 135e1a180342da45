/** Replays every recorded connection, look-up, EndpointSlice and kubectl table against the engine, and prints how they agree. */
import { afterAll, describe, expect, test } from 'vitest';
import {
  endpointSlices,
  kubectlDescribe,
  kubectlGet,
  lookUp,
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
  clusterOf,
  environment,
  isConnection,
  objectsOf,
  type RecordedCluster,
  recordings,
} from './datapath-recordings.ts';

const MODES = ['iptables', 'nftables'] as const;
const COMMAND = /^kubectl -n (\S+) (get|describe) (services|endpointslices|pods)( -o wide)?$/;

const tally = new Map<string, { agree: number; differ: number }>();

function count(rows: readonly string[], agrees: boolean): void {
  for (const row of rows) {
    const { agree, differ } = tally.get(row) ?? { agree: 0, differ: 0 };
    tally.set(row, agrees ? { agree: agree + 1, differ } : { agree, differ: differ + 1 });
  }
}

function pinnedPorts(recording: RecordedCluster): Set<string> {
  return new Set(JSON.stringify(objectsOf(recording)).match(/(?<="(?:healthCheckN|n)odePort":)\d+/g) ?? []);
}

afterAll(() => {
  const byRule = [...tally].sort(([one], [other]) => one.localeCompare(other, 'en', { numeric: true }));
  console.table(Object.fromEntries(byRule));
});

describe.each(recordings.map((recording) => ({ recording, id: recording.id })))('$id', ({ recording }) => {
  const cluster = clusterOf(recording);

  test('no manifest of a recorded cluster is rejected', () => {
    expect(cluster.rejected).toEqual([]);
  });

  test.each(
    recording.probes
      .filter(isConnection)
      .flatMap((probe) => MODES.map((proxyMode) => ({ ...probe, proxyMode }))),
  )('$id $from dials $to with $proxyMode', ({ from, to, rules, proxyMode, ...recorded }) => {
    const { answers } = resolveConnection(cluster, { from, to }, { proxyMode });
    const agrees = answersAgree(answers, recorded[proxyMode], from);
    count([...(rules ?? ['random']), `all connections, ${proxyMode}`], agrees);
    expect(agrees, JSON.stringify({ mine: answers, recorded: recorded[proxyMode] })).toBe(true);
  });

  test.each(recording.probes.filter((probe) => !isConnection(probe)))(
    '$id $from looks up $type $lookUp',
    (probe) => {
      const mine = comparableLookUp(lookUp(cluster, probe.from, probe.lookUp, probe.type));
      const expected = comparableLookUp(probe.iptables);
      count(
        [...(probe.rules ?? ['random']), 'all look-ups'],
        JSON.stringify(mine) === JSON.stringify(expected),
      );
      expect(mine).toEqual(expected);
    },
  );

  test('the EndpointSlices are those the controllers made', () => {
    const namespaces = [...new Set(recording.endpointSlices.map(({ ns }) => ns))];
    const mine = namespaces
      .flatMap((namespace) => endpointSlices(cluster, namespace))
      .filter(({ name }) => name !== 'kubernetes');
    const asRecorded = mine.map(({ namespace, service, ports, endpoints }) =>
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
    const expected = recording.endpointSlices.map(comparableSlice).sort();
    count(
      ['all EndpointSlices of a cluster'],
      JSON.stringify(asRecorded.sort()) === JSON.stringify(expected),
    );
    expect(asRecorded.sort()).toEqual(expected);
  });

  const pinned = pinnedPorts(recording);
  const commands = Object.entries(recording.kubectl).map(([command, printed]) => ({ command, printed }));
  test.each(commands)('$command', ({ command, printed }) => {
    const [, namespace = '', verb, what = '', wide] = COMMAND.exec(command) ?? [];
    const [mine, expected] =
      verb === 'get'
        ? [kubectlGet(cluster, what as 'services', { namespace, wide: wide !== undefined }), printed].map(
            (text) => comparableTable(text, pinned),
          )
        : [kubectlDescribe(cluster, what as 'services', { namespace }), printed].map((text) =>
            comparableDescription(text, pinned),
          );
    count([`kubectl ${verb} ${what}${wide ?? ''}`], JSON.stringify(mine) === JSON.stringify(expected));
    expect(mine).toEqual(expected);
  });
});

test('the environment of the recordings is the one a cluster stands in unless told otherwise', async () => {
  const { DEFAULT_ENVIRONMENT } = await import('../../src/engine/index.ts');
  const { about: _words, ...fields } = environment;
  expect(DEFAULT_ENVIRONMENT).toEqual(fields);
});

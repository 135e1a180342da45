/** Beliefs about more than one Service and one port, run over scenarios of the bank: what they lead to, and what Kubernetes does instead. */
import { expect, test } from 'vitest';
import {
  MISCONCEPTIONS,
  type Misconception,
  type MisconceptionId,
} from '../../src/quiz/misconceptions/index.ts';
import { type Situation, situationOf } from '../../src/quiz/situation.ts';
import { isTraced, loadScenario } from '../../src/scenarios.ts';

function situation(scenario: string, connection: string): Situation {
  const loaded = loadScenario(scenario);
  const traced = loaded.connections[connection];
  if (!traced || !isTraced(traced)) throw new Error(`${scenario}: no connection ${connection}`);
  return situationOf(loaded, traced, 'iptables');
}

const imagined = (id: MisconceptionId, met: Situation): string[] => {
  const belief: Misconception | undefined = MISCONCEPTIONS.find((one) => one.id === id);
  return (belief?.run(met) ?? []).map((end) => (end.outcome === 'reached' ? String(end.port) : end.outcome));
};

const truth = ({ trace }: Situation): string[] => [
  ...new Set(trace.answers.map((answer) => ('port' in answer ? String(answer.port) : answer.outcome))),
];

type Row = [
  fact: string,
  id: MisconceptionId,
  scenario: string,
  connection: string,
  believed: string,
  real: string,
];

test.each<Row>([
  [
    'a Pod keeps the number dialed on it',
    'target-port-always',
    'tower',
    'node-port-on-pod',
    '6580',
    'refused',
  ],
  [
    'each port of a Service has a targetPort of its own',
    'first-port-wins',
    'several-ports',
    'second',
    '9120',
    '7120',
  ],
  ['TCP and UDP are two ports', 'protocol-is-ignored', 'udp-only', 'tcp-by-address', '4620', 'timed-out'],
  ['a headless Service translates nothing', 'headless-translates', 'headless', 'on-port', '7720', 'refused'],
  [
    'a headless Service closes nothing',
    'headless-has-rules',
    'headless',
    'on-target-port',
    'timed-out',
    '7720',
  ],
  [
    'Local never uses a Pod of another node',
    'local-is-a-preference',
    'local-node-port',
    'outside-to-node-2',
    '6130',
    'timed-out',
  ],
  [
    'externalTrafficPolicy does not bind Pods',
    'local-for-everybody',
    'local-node-port',
    'pod-to-node-2',
    'timed-out',
    '6130',
  ],
  ['a Pod that is not ready gets nothing', 'running-is-enough', 'not-ready', 'by-name', '5620', 'refused'],
  [
    'the port of a written EndpointSlice counts',
    'target-port-beats-slice',
    'written-slice',
    'by-name',
    '6440',
    '5350',
  ],
  ['no selector finds no Pod', 'no-selector-means-all', 'no-selector', 'by-name', '6610', 'refused'],
  [
    'a selector stays in its namespace',
    'selector-crosses-namespaces',
    'selector-namespace',
    'by-name',
    '6910',
    'refused',
  ],
  [
    'every label of the selector is needed',
    'one-label-is-enough',
    'two-labels',
    'by-name',
    '7940',
    'refused',
  ],
  [
    'a short name means the own namespace',
    'short-name-everywhere',
    'two-namespaces',
    'short-name',
    '6770',
    'no-such-name',
  ],
  [
    'packets cross namespaces',
    'namespaces-are-walls',
    'two-namespaces',
    'with-namespace',
    'timed-out',
    '6770',
  ],
  [
    'a rejected Service does not exist',
    'wrong-field-is-dropped',
    'node-port-without-type',
    'by-name',
    '8280',
    'no-such-name',
  ],
  [
    'a quoted number is no port number',
    'wrong-field-is-dropped',
    'quoted-target-port',
    'by-name',
    '7350',
    'no-such-name',
  ],
  [
    'an unknown name sends no packet',
    'unknown-name-is-refused',
    'two-namespaces',
    'short-name',
    'refused',
    'no-such-name',
  ],
  [
    'an unknown name is answered',
    'unknown-name-vanishes',
    'two-namespaces',
    'short-name',
    'timed-out',
    'no-such-name',
  ],
  [
    'a dropped packet is not answered',
    'unreachable-is-refused',
    'local-inside',
    'far-to-service',
    'refused',
    'timed-out',
  ],
  [
    'nothing outside has a route to Pods',
    'pod-from-anywhere',
    'tower',
    'outside-to-pod',
    '6580',
    'timed-out',
  ],
  [
    'the ports of an ExternalName do nothing',
    'external-name-maps-ports',
    'external-name',
    'own-port',
    '8910',
    'timed-out',
  ],
  [
    'an address is no externalName',
    'external-name-takes-an-address',
    'external-address',
    'by-name',
    '8710',
    'no-such-name',
  ],
  [
    'source ranges do not guard node ports',
    'source-ranges-everywhere',
    'source-ranges',
    'outside-to-node',
    'timed-out',
    '6370',
  ],
  [
    'kube-proxy checks the source ranges',
    'ranges-are-for-the-cloud',
    'source-ranges',
    'outside-to-balancer',
    '6370',
    'timed-out',
  ],
  [
    'a pending load balancer has a node port',
    'pending-is-dead',
    'load-balancer-pending',
    'outside-to-node',
    'timed-out',
    '5190',
  ],
  [
    'a load balancer has no node port',
    'node-port-on-balancer',
    'load-balancer',
    'outside-to-balancer-node-port',
    '4560',
    'timed-out',
  ],
  [
    'hostNetwork is the network of one node',
    'host-network-everywhere',
    'host-network',
    'outside-to-node-2',
    '6460',
    'refused',
  ],
  [
    '127.0.0.1 in a Pod is for that Pod',
    'loopback-is-enough',
    'localhost-listener',
    'by-address',
    '5740',
    'refused',
  ],
  [
    'Pods of one Service may listen on different ports',
    'pods-are-alike',
    'gallery',
    'new-on-old-number',
    '5210',
    'refused',
  ],
  [
    'a process is reached where it listens',
    'only-target-port-is-open',
    'listens-elsewhere',
    'pod-on-listening',
    'refused',
    '5660',
  ],
])('%s (%s)', (_, id, scenario, connection, believed, real) => {
  const met = situation(scenario, connection);
  expect(imagined(id, met)).toEqual([believed]);
  expect(truth(met)).toEqual([real]);
});

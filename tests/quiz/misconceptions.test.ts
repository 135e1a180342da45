/** Each misconception, run: what it leads to, and what Kubernetes does instead. Every role has a number of its own. */
import { describe, expect, test } from 'vitest';
import {
  MISCONCEPTION_IDS,
  MISCONCEPTIONS,
  type Misconception,
  type MisconceptionId,
} from '../../src/quiz/misconceptions/index.ts';
import { situationOf } from '../../src/quiz/situation.ts';
import { isTraced, parseScenario } from '../../src/scenarios.ts';
import { ASKED, LESSONS } from './lessons.ts';

interface Numbers {
  listens?: number;
  label?: string;
  targetPort?: string;
}

/** port 8080, targetPort 8170, nodePort 32222, containerPort 9090. */
const cluster = ({
  listens = 8170,
  label = 'web',
  targetPort = '      targetPort: 8170\n',
}: Numbers): string => `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  type: NodePort
  selector:
    app: web
  ports:
    - port: 8080
${targetPort}      nodePort: 32222
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector: { matchLabels: { app: ${label} } }
  template:
    metadata:
      labels: { app: ${label} }
      annotations: { port-of-call/listens: "tcp/${listens}" }
    spec:
      containers: [{ name: web, image: example/web:1, ports: [{ name: admin, containerPort: 9090 }] }]
---
apiVersion: v1
kind: Pod
metadata:
  name: client
spec:
  containers: [{ name: client, image: example/client:1 }]
`;

const from = { pod: 'pod/default/client', node: 'node/node-1', outside: 'outside/out-1' } as const;
type Vantage = keyof typeof from;
const addresses = {
  name: 'web',
  service: '{service/default/web}',
  node: '{node-1}',
  pod: '{pod/default/web-a}',
  localhost: '127.0.0.1',
} as const;

const situation = (vantage: Vantage, to: keyof typeof addresses, port: number, numbers: Numbers = {}) => {
  const text = `it: { from: ${from[vantage]}, to: "${addresses[to]}:${port}" }\n`;
  const scenario = parseScenario('test', cluster(numbers), text);
  const connection = scenario.connections['it'];
  if (!connection || !isTraced(connection)) throw new Error('not traced');
  return situationOf(scenario, connection, 'iptables');
};

const imagined = (id: MisconceptionId, ...where: Parameters<typeof situation>): string[] => {
  const belief: Misconception | undefined = MISCONCEPTIONS.find((one) => one.id === id);
  return (belief?.run(situation(...where)) ?? []).map((end) =>
    end.outcome === 'reached' ? String(end.port) : end.outcome,
  );
};

const truth = (...where: Parameters<typeof situation>): string[] =>
  situation(...where).trace.answers.map((answer) =>
    'port' in answer ? String(answer.port) : answer.outcome,
  );

type Row = [
  fact: string,
  id: MisconceptionId,
  where: Parameters<typeof situation>,
  believed: string,
  true_: string,
];

test.each<Row>([
  ['the number dialed is not the number reached', 'port-is-reached', ['pod', 'name', 8080], '8080', '8170'],
  ['a node port does not lead to `port`', 'port-is-reached', ['outside', 'node', 32222], '8080', '8170'],
  ['no rule brings `port` to the address of a Pod', 'port-is-reached', ['pod', 'pod', 8170], '8080', '8170'],
  ['a node port is no port of the Pod', 'node-port-in-pod', ['outside', 'node', 32222], '32222', '8170'],
  [
    'containerPort does not decide where a process is reached',
    'container-port-is-reached',
    ['pod', 'name', 8080],
    '9090',
    '8170',
  ],
  [
    'a port that no containerPort declares can be reached',
    'container-port-opens',
    ['pod', 'pod', 8170],
    'refused',
    '8170',
  ],
  ['a declared containerPort opens nothing', 'container-port-opens', ['pod', 'pod', 9090], '9090', 'refused'],
  [
    'targetPort does not make a process listen',
    'target-port-makes-listen',
    ['pod', 'name', 8080, { listens: 7000 }],
    '8170',
    'refused',
  ],
  [
    'the rules do not look for the process',
    'process-is-found',
    ['pod', 'name', 8080, { listens: 7000 }],
    '7000',
    'refused',
  ],
  [
    'without targetPort the rules use `port`, not what listens',
    'process-is-found',
    ['pod', 'name', 8080, { targetPort: '' }],
    '8170',
    'refused',
  ],
  [
    '`port` is dialed, targetPort is written, not the other way round',
    'ports-swapped',
    ['pod', 'name', 8080],
    'refused',
    '8170',
  ],
  [
    'targetPort dialed at the Service does not lead to `port`',
    'ports-swapped',
    ['pod', 'name', 8170],
    '8080',
    'timed-out',
  ],
  ['`port` is no port of the Pod', 'port-is-in-the-pod', ['pod', 'pod', 8080], '8080', 'refused'],
  [
    'targetPort cannot be dialed at the cluster IP',
    'target-port-on-cluster-ip',
    ['pod', 'service', 8170],
    '8170',
    'timed-out',
  ],
  [
    'a node port cannot be dialed at the cluster IP',
    'node-port-on-cluster-ip',
    ['pod', 'service', 32222],
    '8170',
    'timed-out',
  ],
  [
    'the address of a Pod can be dialed inside the cluster',
    'target-port-is-closed',
    ['pod', 'pod', 8170],
    'timed-out',
    '8170',
  ],
  ['`port` is not on the node', 'port-is-on-the-node', ['outside', 'node', 8080], '8170', 'refused'],
  ['targetPort is not on the node', 'target-port-on-the-node', ['outside', 'node', 8170], '8170', 'refused'],
  [
    'from outside no route leads to the cluster IP',
    'cluster-ip-from-anywhere',
    ['outside', 'service', 8080],
    '8170',
    'timed-out',
  ],
  [
    'no machine at the cluster IP refuses what comes from outside',
    'cluster-ip-is-a-machine',
    ['outside', 'service', 8080],
    'refused',
    'timed-out',
  ],
  [
    'no machine at the cluster IP refuses other ports',
    'cluster-ip-is-a-machine',
    ['pod', 'service', 8170],
    'refused',
    'timed-out',
  ],
  [
    'in iptables mode nobody refuses what no Service declares',
    'undeclared-is-refused',
    ['pod', 'name', 8170],
    'refused',
    'timed-out',
  ],
  [
    'a node does not resolve the names of the cluster',
    'name-from-anywhere',
    ['node', 'name', 8080],
    '8170',
    'no-such-name',
  ],
  [
    'a machine outside does not resolve the names of the cluster',
    'name-from-anywhere',
    ['outside', 'name', 8080],
    '8170',
    'no-such-name',
  ],
  [
    'a Service without endpoints refuses',
    'no-endpoints-times-out',
    ['pod', 'name', 8080, { label: 'other' }],
    'timed-out',
    'refused',
  ],
  [
    'a Service without endpoints keeps its name',
    'no-endpoints-no-name',
    ['pod', 'name', 8080, { label: 'other' }],
    'no-such-name',
    'refused',
  ],
  [
    'a Service does not find its Pods by name',
    'pods-found-by-name',
    ['pod', 'name', 8080, { label: 'other' }],
    '8170',
    'refused',
  ],
  [
    'a port on which no process listens refuses',
    'nobody-listens-times-out',
    ['pod', 'pod', 9090],
    'timed-out',
    'refused',
  ],
  ['an address needs no name', 'address-needs-a-name', ['pod', 'pod', 8170], 'no-such-name', '8170'],
  [
    'cluster DNS knows a name whatever the port',
    'name-holds-the-port',
    ['pod', 'name', 8170],
    'no-such-name',
    'timed-out',
  ],
])('%s (%s)', (_, id, where, believed, real) => {
  expect(imagined(id, ...where)).toEqual([believed]);
  expect(truth(...where)).toEqual([real]);
});

test('a node port on 127.0.0.1 works in iptables mode only', () => {
  const where = ['node', 'localhost', 32222] as const;
  expect(imagined('node-port-on-localhost', ...where)).toEqual(['8170']);
  expect(situation(...where).connection.traces.iptables.answers.map(({ outcome }) => outcome)).toEqual([
    'reached',
  ]);
  expect(situation(...where).connection.traces.nftables.answers.map(({ outcome }) => outcome)).toEqual([
    'refused',
  ]);
});

describe('a belief says nothing where it has nothing to say', () => {
  test.each<[string, MisconceptionId, Parameters<typeof situation>]>([
    ['endpoints, when there are some', 'no-endpoints-times-out', ['pod', 'name', 8080]],
    [
      'the cluster IP from anywhere, when it is dialed inside',
      'cluster-ip-from-anywhere',
      ['pod', 'service', 8080],
    ],
    [
      'targetPort on the node, when the node port is dialed',
      'target-port-on-the-node',
      ['outside', 'node', 32222],
    ],
    ['a closed Pod, when another number is dialed there', 'target-port-is-closed', ['pod', 'pod', 9090]],
    ['names from anywhere, when an address is dialed', 'name-from-anywhere', ['outside', 'node', 32222]],
  ])('%s (%s)', (_, id, where) => {
    expect(imagined(id, ...where)).toEqual([]);
  });
});

test('every misconception has an id of its own and names where it was seen and what refutes it', () => {
  expect(new Set(MISCONCEPTION_IDS).size).toBe(MISCONCEPTIONS.length);
  for (const { id, source } of MISCONCEPTIONS) expect(source, id).toMatch(/^seen: .+; refuted by .+/);
});

test('no misconception throws on any connection of the lessons', () => {
  for (const { scenario } of ASKED) {
    for (const connection of Object.values(scenario.connections).filter(isTraced)) {
      for (const mode of ['iptables', 'nftables'] as const) {
        const met = situationOf(scenario, connection, mode);
        for (const belief of MISCONCEPTIONS)
          expect(() => belief.run(met), `${belief.id} ${connection.id}`).not.toThrow();
      }
    }
  }
});

test('two beliefs with one answer are one distractor that names both, and a belief that is right here is none', () => {
  const dial = ASKED.find(({ question }) => question.id === 'dial-the-port');
  expect(dial?.distractors.find(({ value }) => value === 'nothing')?.beliefs.map(({ id }) => id)).toEqual([
    'container-port-opens',
    'ports-swapped',
  ]);
  expect(dial?.distractors.some(({ beliefs }) => beliefs.some(({ id }) => id === 'process-is-found'))).toBe(
    false,
  );
  for (const { distractors, key } of ASKED) {
    const values = distractors.map(({ value }) => value);
    expect(new Set(values).size).toBe(values.length);
    expect(values.filter((value) => key.includes(value))).toEqual([]);
  }
});

test('the questions of the lessons are meant to catch at least ten beliefs', () => {
  expect(
    new Set(LESSONS.flatMap(({ questions }) => questions.flatMap(({ targets }) => targets))).size,
  ).toBeGreaterThanOrEqual(10);
});

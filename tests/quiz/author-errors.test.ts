/** quiz.yaml: what an author may get wrong, where it is reported, and what is offered instead. */
import { describe, expect, test } from 'vitest';
import { checkQuiz, type Scenarios } from '../../src/quiz/check-quiz.ts';
import { parseScenario, type Scenario } from '../../src/scenarios.ts';

const FILE = 'content/lessons/09-test/quiz.yaml';

const CLUSTER = `apiVersion: v1
kind: Service
metadata: { name: web }
spec:
  type: NodePort
  selector: { app: web }
  ports:
    - { port: 8080, targetPort: 8170, nodePort: 32222 }
---
apiVersion: v1
kind: Pod
metadata: { name: web-0, labels: { app: web }, annotations: { port-of-call/listens: "tcp/8170" } }
spec: { containers: [{ name: web, image: example/web:1, ports: [{ containerPort: 9090 }] }] }
---
apiVersion: v1
kind: Pod
metadata: { name: client }
spec: { containers: [{ name: client, image: example/client:1 }] }
`;
const CONNECTIONS = `by-name: { from: pod/default/client, to: "http://web:8080" }
from-outside: { from: outside/out-1, to: "http://{node-1}:32222" }
target-port: { from: pod/default/client, to: "http://web:8170" }
pod-directly: { from: pod/default/client, to: "http://{pod/default/web-0}:8170" }
nobody: { from: pod/default/client, to: "http://nobody" }
apply-it: { apply: Service/default/web }
`;
/** One of the two Pods listens elsewhere, so some tries arrive and some are refused. */
const HALF = CLUSTER.replace(
  '---\napiVersion: v1\nkind: Pod\nmetadata: { name: client }',
  `---
apiVersion: v1
kind: Pod
metadata: { name: web-1, labels: { app: web }, annotations: { port-of-call/listens: "tcp/7000" } }
spec: { containers: [{ name: web, image: example/web:1 }] }
---
apiVersion: v1
kind: Pod
metadata: { name: client }`,
);
/** All roles but the node port have one number. */
const SAME = CLUSTER.replaceAll('8170', '8080')
  .replace('9090', '8080')
  .replace(', nodePort: 32222', '')
  .replace('  type: NodePort\n', '');
const HEALTH = CLUSTER.replace(
  'type: NodePort',
  'type: LoadBalancer\n  externalTrafficPolicy: Local\n  healthCheckNodePort: 31000',
);

const TEXTS: Readonly<Record<string, [string, string]>> = {
  web: [CLUSTER, CONNECTIONS],
  half: [HALF, CONNECTIONS],
  same: [SAME, CONNECTIONS.replace(/^from-outside.*\n/m, '')],
  health: [HEALTH, 'health: { from: outside/out-1, to: "http://{node-1}:31000" }\n'],
  broken: [CLUSTER, 'by-name: { from: pod/default/clinet, to: "http://web:8080" }\n'],
};
const parsed = new Map<string, Scenario>();
const scenarios: Scenarios = {
  ids: () => Object.keys(TEXTS),
  load(id) {
    const [cluster, connections] = TEXTS[id] ?? ['', ''];
    const scenario = parsed.get(id) ?? parseScenario(id, cluster, connections);
    parsed.set(id, scenario);
    return scenario;
  },
};

const GOOD = `- id: from-outside
  kind: which-port
  scenario: web
  connection: from-outside
  at: process
  targets: [port-is-reached, node-port-in-pod]
`;
const check = (text: string) => checkQuiz(FILE, text, scenarios);

test('a question in order is taken', () => {
  const { questions, mistakes } = check(GOOD);
  expect(mistakes).toEqual([]);
  expect(questions.map(({ id }) => id)).toEqual(['from-outside']);
});

const edit = (from: string, to: string): string => {
  if (!GOOD.includes(from)) throw new Error(`nothing to replace: ${from}`);
  return GOOD.replace(from, to);
};

describe('an author is told', () => {
  test.each<[string, string, number, number, string[]]>([
    ['that it is no YAML', edit('  kind:', ' kind:'), 2, 1, ['This is no YAML', 'Correct it']],
    ['that a quiz is a list', 'id: from-outside\n', 1, 1, ['a quiz is a list of questions', '- id:']],
    ['that a question is a map', '- from-outside\n', 1, 3, ['a question is a map with id, kind']],
    [
      'of a field that does not exist',
      edit('targets:', 'target:'),
      6,
      3,
      ['no field "target"', 'Did you mean "targets"?'],
    ],
    ['of a missing field', edit('  scenario: web\n', ''), 1, 3, ['no "scenario"', 'Add "scenario: …"']],
    [
      'of an id that is not in kebab-case',
      edit('id: from-outside', 'id: FromOutside'),
      1,
      7,
      ['"FromOutside" is no question id', 'kebab-case'],
    ],
    ['of an id used twice', GOOD + GOOD, 7, 7, ['"from-outside" is already used in line 1']],
    [
      'of an unknown kind',
      edit('kind: which-port', 'kind: wich-port'),
      2,
      9,
      ['cannot be "wich-port"', 'Did you mean "which-port"?'],
    ],
    [
      'of an unknown viewpoint',
      edit('at: process', 'at: proces'),
      5,
      7,
      ['cannot be "proces"', 'Did you mean "process"?'],
    ],
    [
      'of a viewpoint where there is none',
      edit('kind: which-port', 'kind: outcome'),
      5,
      7,
      ['belongs to the kind "which-port"'],
    ],
    [
      'of an unknown proxy mode',
      edit('  at:', '  proxyMode: ipvs\n  at:'),
      5,
      14,
      ['cannot be "ipvs"', 'iptables, nftables'],
    ],
    [
      'of an unknown scenario',
      edit('scenario: web', 'scenario: wbe'),
      3,
      13,
      ['no scenario "wbe"', 'Did you mean "web"?'],
    ],
    [
      'of a scenario that is itself wrong',
      edit('scenario: web', 'scenario: broken'),
      3,
      13,
      ['"broken" is itself wrong'],
    ],
    [
      'of an unknown connection',
      edit('connection: from-outside', 'connection: from-outsid'),
      4,
      15,
      ['has no connection "from-outsid"', 'Did you mean "from-outside"?'],
    ],
    [
      'of a connection that is applied, not dialed',
      edit('connection: from-outside', 'connection: apply-it'),
      4,
      15,
      ['"apply-it" of scenario web is applied, not dialed'],
    ],
    [
      'of an unknown misconception',
      edit('port-is-reached', 'port-is-reachd'),
      6,
      13,
      ['no misconception "port-is-reachd"', 'Did you mean "port-is-reached"?'],
    ],
    [
      'of a misconception listed twice',
      edit('node-port-in-pod', 'port-is-reached'),
      6,
      30,
      ['"port-is-reached" is listed twice'],
    ],
    [
      'of missing targets',
      edit('  targets: [port-is-reached, node-port-in-pod]\n', ''),
      1,
      3,
      ['at least one misconception'],
    ],
    [
      'of empty targets',
      edit('[port-is-reached, node-port-in-pod]', '[]'),
      6,
      12,
      ['at least one misconception'],
    ],
    [
      'that some tries arrive and some do not',
      edit('scenario: web', 'scenario: half'),
      4,
      15,
      ['some tries', 'no single answer is right'],
    ],
    [
      'that the outcome is not one',
      edit('kind: which-port', 'kind: outcome')
        .replace('  at: process\n', '')
        .replace('scenario: web', 'scenario: half'),
      4,
      15,
      ['ends in several ways'],
    ],
    [
      'that the answer depends on a proxy mode not named',
      edit('kind: which-port', 'kind: outcome')
        .replace('  at: process\n', '')
        .replace('connection: from-outside', 'connection: target-port'),
      4,
      15,
      ['differs between iptables and nftables', 'proxyMode: iptables'],
    ],
    [
      'that kube-proxy answers',
      edit('scenario: web', 'scenario: health').replace('connection: from-outside', 'connection: health'),
      4,
      15,
      ['kube-proxy itself answers'],
    ],
    [
      'that nothing is on the packet of a connection that arrives nowhere',
      edit('at: process', 'at: packet-after-rules').replace('connection: from-outside', 'connection: nobody'),
      4,
      15,
      ['"at: process"', '"outcome"'],
    ],
    [
      'that a target leads to the right answer',
      edit('node-port-in-pod', 'process-is-found'),
      6,
      30,
      ['"process-is-found" leads to 8170, which is right here'],
    ],
    [
      'that two targets lead to one answer',
      edit('connection: from-outside', 'connection: pod-directly').replace(
        '[port-is-reached, node-port-in-pod]',
        '[target-port-is-closed, container-port-opens]',
      ),
      6,
      36,
      [
        '"target-port-is-closed" and "container-port-opens" both lead to nothing',
        'no answer tells them apart',
      ],
    ],
    [
      'that a target says nothing about this connection',
      edit('node-port-in-pod', 'no-endpoints-times-out'),
      6,
      30,
      ['"no-endpoints-times-out" says nothing about this connection'],
    ],
    [
      'that a number is the same in every role',
      edit('scenario: web', 'scenario: same')
        .replace('connection: from-outside', 'connection: by-name')
        .replace('[port-is-reached, node-port-in-pod]', '[port-is-reached]'),
      6,
      13,
      ['leads to 8080, which is right here'],
    ],
  ])('%s', (_, text, line, column, says) => {
    const { mistakes } = check(text);
    expect(mistakes[0]).toMatchObject({ file: FILE, line, column });
    for (const words of says) expect(mistakes[0]?.message).toContain(words);
  });

  test('of all mistakes at once', () => {
    const text = `${edit('scenario: web', 'scenario: wbe')}${edit('kind: which-port', 'kind: wich-port').replace('id: from-outside', 'id: again')}`;
    expect(
      check(text)
        .mistakes.map(({ line }) => line)
        .sort((a, b) => a - b),
    ).toEqual([3, 8]);
  });
});

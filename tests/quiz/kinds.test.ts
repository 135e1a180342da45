/** The kinds of questions: their keys, from traces alone. */
import { expect, test } from 'vitest';
import type { Answer, Hop, Trace } from '../../src/engine/index.ts';
import { kindOf } from '../../src/quiz/kinds/index.ts';
import type { OutcomeQuestion, WhichPortQuestion } from '../../src/quiz/question.ts';
import type { Scenario, TracedConnection } from '../../src/scenario.ts';

const reached = (port: number): Answer => ({ outcome: 'reached', by: 'pod/default/a', port, sees: 'client' });
const refused: Answer = { outcome: 'refused' };
const timedOut: Answer = { outcome: 'timed-out' };

/** Each port is a process reached by way of a rewriting from 8080 to that port. */
const trace = (...answers: Answer[]): Trace => ({
  answers,
  hops: answers.flatMap((answer, index): Hop[] => {
    if (!('port' in answer)) return [];
    const packet = (port: number) => ({
      source: { address: '10.244.1.2' },
      destination: { address: '10.244.1.3', port },
      protocol: 'TCP' as const,
    });
    const at = index * 2;
    return [
      {
        parent: null,
        place: 'node-rule',
        at: 'node/node-1',
        event: 'rewritten',
        before: packet(8080),
        after: packet(answer.port),
        because: 'service-port',
        answers: [index],
      },
      {
        parent: at,
        place: 'process',
        at: answer.by,
        event: 'accepted',
        before: packet(answer.port),
        because: 'process-listens',
        answers: [index],
      },
    ];
  }),
});
const connection = (iptables: Trace, nftables: Trace = iptables): TracedConnection => ({
  id: 'it',
  from: 'pod/default/client',
  to: 'http://web:8080',
  written: 'http://web:8080',
  traces: { iptables, nftables },
});
/** Ports and endings are read off traces alone. */
const SCENARIO = {} as Scenario;

const common = { id: 'q', scenario: 's', connection: 'it', targets: [] };
const whichPort: WhichPortQuestion = { ...common, kind: 'which-port', at: 'process' };
const afterRules: WhichPortQuestion = { ...whichPort, at: 'packet-after-rules' };
const outcome: OutcomeQuestion = { ...common, kind: 'outcome' };

test('which-port: any port in the set of answers is right', () => {
  expect(kindOf(whichPort).key(whichPort, connection(trace(reached(9000), reached(8170))), SCENARIO)).toEqual(
    ['8170', '9000'],
  );
});
test('which-port: where no process is reached, "nothing" is right', () => {
  expect(kindOf(whichPort).key(whichPort, connection(trace(refused, timedOut)), SCENARIO)).toEqual([
    'nothing',
  ]);
});
test('which-port after the rules: the port on the packet', () => {
  expect(kindOf(afterRules).key(afterRules, connection(trace(reached(8170))), SCENARIO)).toEqual(['8170']);
});
test('which-port: refused where some tries arrive and some do not', () => {
  expect(
    kindOf(whichPort).key(whichPort, connection(trace(reached(8170), refused)), SCENARIO),
  ).toHaveProperty('refused');
});
test('which-port: refused where the modes differ, fair where the question names one', () => {
  const forked = connection(trace(reached(8170)), trace(refused));
  expect(kindOf(whichPort).key(whichPort, forked, SCENARIO)).toHaveProperty('refused');
  const named = { ...whichPort, proxyMode: 'nftables' } as const;
  expect(kindOf(named).key(named, forked, SCENARIO)).toEqual(['nothing']);
});
test('which-port: refused where kube-proxy answers', () => {
  const health: Trace = { answers: [{ outcome: 'reached', by: 'kube-proxy', http: 503 }], hops: [] };
  expect(kindOf(whichPort).key(whichPort, connection(health), SCENARIO)).toHaveProperty('refused');
});
test('which-port after the rules: refused where no packet arrives', () => {
  expect(kindOf(afterRules).key(afterRules, connection(trace(refused)), SCENARIO)).toHaveProperty('refused');
});
test('outcome: several Pods reached are one outcome', () => {
  expect(kindOf(outcome).key(outcome, connection(trace(reached(8170), reached(9000))), SCENARIO)).toEqual([
    'reached',
  ]);
});
test('outcome: refused where it ends in several ways', () => {
  expect(kindOf(outcome).key(outcome, connection(trace(refused, timedOut)), SCENARIO)).toHaveProperty(
    'refused',
  );
});
test('outcome: refused where the modes differ, fair where the question names one', () => {
  const forked = connection(trace(timedOut), trace(refused));
  expect(kindOf(outcome).key(outcome, forked, SCENARIO)).toHaveProperty('refused');
  const named = { ...outcome, proxyMode: 'iptables' } as const;
  expect(kindOf(named).key(named, forked, SCENARIO)).toEqual(['timed-out']);
});
test('a grade is whole: right or wrong', () => {
  expect(kindOf(whichPort).grade(['8170', '9000'], '9000')).toBe(1);
  expect(kindOf(outcome).grade(['refused'], 'timed-out')).toBe(0);
});

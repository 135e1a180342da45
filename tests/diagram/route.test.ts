/** What a route shows, as facts about the lessons' connections. */
import { describe, expect, test } from 'vitest';
import type { RouteModel } from '../../src/diagram/model.ts';
import { verdictOf } from '../../src/diagram/verdict.ts';
import { lessonRoute, lessonRoutes, routeThrough, shop } from './scenarios.ts';

const kinds = ({ trunk }: RouteModel) => trunk.map(({ kind }) => kind);
const rows = (model: RouteModel) =>
  model.rows.map(({ station, end, mode }) => [station?.name ?? null, end.outcome, mode]);
const mark = (value: number, role: string, hollow = false) => ({ value, role, hollow });

describe('from a Pod to a Service', () => {
  const model = lessonRoute('order-service', 'pod-to-service');

  test('client, name, Service, rules, in this order', () => {
    expect(kinds(model)).toEqual(['client', 'name', 'cluster-ip', 'rules']);
    expect(model.items.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
  });

  test('the fork leads to both Pods, that of the client’s node first', () => {
    expect(rows(model)).toEqual([
      ['order-a', 'reached', null],
      ['order-b', 'reached', null],
    ]);
    expect(model.rows.map(({ node }) => node)).toEqual(['node-1', 'node-2']);
  });

  test('the rules write targetPort in place of port and leave the source', () => {
    expect(model.rewriting).toEqual({ before: mark(8080, 'port'), after: mark(8170, 'targetPort') });
    expect(model.strip?.fromAfter).toBeNull();
    expect(verdictOf(model).rewritten).toBe('destination');
  });

  test('the name has an address and no port', () => {
    const name = model.trunk[1];
    expect([name?.address, name?.port]).toEqual(['10.96.1.10', null]);
  });

  test('the Service’s entry: port is dialed, targetPort is written, nodePort plays no part', () => {
    expect(model.entry?.rows.map(({ mark: { value }, state }) => [value, state])).toEqual([
      [8080, 'dialed'],
      [8170, 'written'],
      [32222, 'idle'],
    ]);
  });
});

describe('from outside to a node', () => {
  const model = lessonRoute('order-service', 'outside-to-node');

  test('no name and no cluster IP: the node, its rules', () => {
    expect(kinds(model)).toEqual(['client', 'node', 'rules']);
    expect(model.trunk.map(({ node }) => node)).toEqual([null, 'node-1', 'node-1']);
  });

  test('nodePort becomes targetPort, and the source becomes the node', () => {
    expect(model.rewriting).toEqual({ before: mark(32222, 'nodePort'), after: mark(8170, 'targetPort') });
    expect(model.strip?.fromAfter).toBe('node-1');
    expect(verdictOf(model).rewritten).toBe('both');
  });
});

describe('where the proxy modes differ, the route forks', () => {
  test('targetPort at the cluster IP: timed out with iptables, refused with nftables', () => {
    const model = lessonRoute('order-service', 'pod-to-target-port');
    expect(rows(model)).toEqual([
      [null, 'timed-out', 'iptables'],
      [null, 'refused', 'nftables'],
    ]);
    expect(model.trunk.at(-1)?.port).toBeNull();
    expect(model.trunk[2]?.port).toEqual(mark(8170, 'targetPort', true));
    expect(model.rewriting?.after).toBeNull();
    expect(model.strip?.toAfter).toEqual([]);
  });

  test('nodePort at 127.0.0.1: both Pods with iptables, refused by the node with nftables', () => {
    const model = lessonRoute('order-service', 'node-to-localhost');
    expect(rows(model)).toEqual([
      ['order-a', 'reached', 'iptables'],
      ['order-b', 'reached', 'iptables'],
      ['node-1', 'refused', 'nftables'],
    ]);
    expect(model.rows.map(({ line }) => line)).toEqual([
      mark(8170, 'targetPort'),
      mark(8170, 'targetPort'),
      mark(32222, 'nodePort', true),
    ]);
  });

  test('nowhere else in the lessons', () => {
    const forking = lessonRoutes().filter(({ model }) => model.rows.some(({ mode }) => mode !== null));
    expect(forking.map(({ id }) => id)).toEqual([
      'catalog/target-port',
      'mysql/usual-number',
      'order-service/node-to-localhost',
      'order-service/pod-to-target-port',
      'order-service/pod-to-node-number',
      'test-service/pod-to-target-port',
    ]);
  });
});

describe('ends', () => {
  test('a Pod refuses what no process listens on', () => {
    const model = lessonRoute('catalog-no-target-port', 'by-name');
    expect(rows(model)).toEqual([
      ['catalog-a', 'refused', null],
      ['catalog-b', 'refused', null],
    ]);
    expect(model.rows.every(({ listens }) => listens === null)).toBe(true);
  });

  test('a rule refuses for a Service without endpoints: the line ends at the rules', () => {
    const model = lessonRoute('catalog-no-endpoints', 'by-name');
    expect(kinds(model)).toEqual(['client', 'name', 'cluster-ip', 'rules']);
    expect(model.rows).toHaveLength(1);
    expect(model.rows[0]).toMatchObject({
      station: null,
      end: { outcome: 'refused', item: 4, leaves: false },
    });
  });

  test('an unknown name: no address, no packet, no land', () => {
    const model = lessonRoute('catalog', 'outside-by-name');
    expect(kinds(model)).toEqual(['client', 'name']);
    expect(model.strip).toBeNull();
    expect(model.lines).toEqual([null, null]);
    expect(verdictOf(model)).toMatchObject({
      rewritten: 'sent-none',
      endings: [{ outcome: 'no-such-name' }],
    });
  });

  test('a node refuses what neither a rule nor a process takes: one station, not two', () => {
    const model = lessonRoute('order-service', 'outside-to-node-port');
    expect(kinds(model)).toEqual(['client']);
    expect(model.rows[0]?.station).toMatchObject({ kind: 'node', port: mark(8080, 'port', true) });
  });

  test('the cluster IP from outside leads nowhere', () => {
    const model = lessonRoute('order-service', 'outside-to-service');
    expect(model.rows[0]?.end).toMatchObject({ outcome: 'timed-out', leaves: true });
    expect(model.nodes).toEqual({});
  });
});

describe('nothing is rewritten', () => {
  test('a Pod dialed directly: no rules on the way, one number from end to end', () => {
    const model = lessonRoute('catalog', 'pod-directly');
    expect(kinds(model)).toEqual(['client']);
    expect(model.rewriting).toBeNull();
    expect(model.rows[0]).toMatchObject({ line: mark(5000, 'targetPort'), listens: { role: 'listening' } });
  });

  test('a headless Service: the name has the addresses of its Pods, and there are no rules', () => {
    const headless = shop('web', 2)
      .replace('type: NodePort', 'clusterIP: None')
      .replace(', nodePort: 32222', '');
    const { model } = routeThrough(headless, 'pod/default/client', 'web:8170');
    expect(kinds(model)).toEqual(['client', 'name']);
    expect(model.trunk[1]).toMatchObject({ address: '10.244.1.2', others: ['10.244.2.2'] });
    expect(model.strip?.to.map(({ address }) => address)).toEqual(['10.244.1.2', '10.244.2.2']);
  });
});

test.each([1, 2, 3, 4])('%i ready Pods are as many rows', (count) => {
  const { model } = routeThrough(shop('web', count), 'pod/default/client', 'web:8080');
  expect(model.rows.map(({ more }) => more)).toEqual(Array(count).fill(0));
});

test('of nine Pods three are drawn and six are counted; they share no land', () => {
  const { model } = routeThrough(shop('web', 9), 'pod/default/client', 'web:8080');
  expect(model.rows.map(({ more }) => more)).toEqual([0, 0, 0, 6]);
  expect(model.rows[3]?.node).toBeNull();
});

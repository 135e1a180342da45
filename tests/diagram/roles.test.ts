/** What a number is at an address. Every role has a number of its own, so that none passes by coincidence. */
import { describe, expect, test } from 'vitest';
import { roleAt } from '../../src/diagram/roles.ts';
import { routeThrough } from './scenarios.ts';

const { atlas } = routeThrough(
  `
apiVersion: v1
kind: Service
metadata: { name: web }
spec: { type: NodePort, clusterIP: 10.96.1.10, selector: { app: web }, ports: [{ port: 8080, targetPort: 8170, nodePort: 32222 }] }
---
apiVersion: v1
kind: Pod
metadata: { name: web, labels: { app: web }, annotations: { port-of-call/listens: "tcp/8170" } }
spec: { nodeName: node-1, containers: [{ name: web, image: web, ports: [{ containerPort: 9090 }] }] }
`,
  'outside/out-1',
  '172.30.0.11:32222',
);
const [service, node, pod] = ['10.96.1.10', '172.30.0.12', '10.244.1.2'];

describe('at the address where it is taken, a number has its role', () => {
  test.each([
    ['port at the cluster IP', service, 8080, 'port'],
    ['nodePort at any node, also one without a Pod', node, 32222, 'nodePort'],
    ['targetPort at a Pod that a Service selects', pod, 8170, 'targetPort'],
    ['containerPort at the Pod that declares it', pod, 9090, 'containerPort'],
  ])('%s', (_, address, value, role) => {
    expect(roleAt(atlas, address, value)).toEqual({ value, role, hollow: false });
  });
});

describe('dialed elsewhere, it is hollow', () => {
  test.each([
    ['targetPort at the cluster IP', service, 8170, 'targetPort'],
    ['nodePort at the cluster IP', service, 32222, 'nodePort'],
    ['port at a node', node, 8080, 'port'],
    ['targetPort at a node', node, 8170, 'targetPort'],
    ['port at a Pod', pod, 8080, 'port'],
    ['nodePort at a Pod', pod, 32222, 'nodePort'],
  ])('%s', (_, address, value, role) => {
    expect(roleAt(atlas, address, value)).toEqual({ value, role, hollow: true });
  });
});

test('a number that no manifest holds has no role', () => {
  expect(roleAt(atlas, service, 6543)).toEqual({ value: 6543, role: null, hollow: false });
});

test('what a rule wrote is a targetPort, whatever the manifests say', () => {
  expect(roleAt(atlas, '10.244.9.9', 6543, true)).toEqual({ value: 6543, role: 'targetPort', hollow: false });
});

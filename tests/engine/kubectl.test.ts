import { describe, expect, test } from 'vitest';
import { kubectlDescribe, kubectlGet } from '../../src/engine/index.ts';
import { clusterFrom, pod, service } from './trace-of.ts';

const cluster = clusterFrom(
  service(
    'a-rather-long-name',
    '{ type: NodePort, clusterIP: 10.96.7.1, selector: { tier: front, app: web }, ports: [{ name: x, port: 81, targetPort: 7001, nodePort: 30501 }] }',
  ) +
    service('none', '{ clusterIP: None, selector: { app: nobody }, ports: [{ port: 82 }] }') +
    pod('web', { labels: '{ app: web, tier: front }' }) +
    pod('client', { namespace: 'lonely' }),
);

test('columns are as wide as their widest cell and three more', () => {
  expect(kubectlGet(cluster, 'services', { age: '3m12s' })).toBe(
    [
      'NAME                 TYPE        CLUSTER-IP   EXTERNAL-IP   PORT(S)        AGE',
      'a-rather-long-name   NodePort    10.96.7.1    <none>        81:30501/TCP   3m12s',
      'kubernetes           ClusterIP   10.96.0.1    <none>        443/TCP        3m12s',
      'none                 ClusterIP   None         <none>        82/TCP         3m12s',
      '',
    ].join('\n'),
  );
});

test('an age widens its column', () => {
  const [head = ''] = kubectlGet(cluster, 'services', { wide: true, age: '365d' }).split('\n');
  expect(head).toMatch(/ {3}AGE {4}SELECTOR$/);
  expect(kubectlGet(cluster, 'services', { wide: true, age: '5s' }).split('\n')[0]).toMatch(
    / {3}AGE {3}SELECTOR$/,
  );
});

test('a selector is listed by key', () => {
  expect(kubectlGet(cluster, 'services', { wide: true })).toContain('app=web,tier=front');
});

test('a Pod the engine scheduled runs', () => {
  expect(kubectlGet(cluster, 'pods', { wide: true, age: '9s' })).toBe(
    [
      'NAME   READY   STATUS    RESTARTS   AGE   IP           NODE     NOMINATED NODE   READINESS GATES',
      'web    1/1     Running   0          9s    10.244.1.2   node-1   <none>           <none>',
      '',
    ].join('\n'),
  );
});

describe('what a Pod’s containers say', () => {
  const row = (status: string, initContainers = '[]') =>
    kubectlGet(
      clusterFrom(
        pod('web', { spec: `initContainers: ${initContainers}`, status: `{ phase: Running, ${status} }` }),
      ),
      'pods',
    )
      .split('\n')[1]
      ?.split(/ {2,}/)
      .slice(1, 4);
  const crashing = '{ name: c, restartCount: 4, state: { waiting: { reason: CrashLoopBackOff } } }';
  const sidecar = '[{ name: side, image: example/side, restartPolicy: Always }]';
  test.each([
    [
      'one that runs',
      'containerStatuses: [{ name: c, ready: true, state: { running: {} } }]',
      '[]',
      '1/1 Running 0',
    ],
    ['one that waits', `containerStatuses: [${crashing}]`, '[]', '0/1 CrashLoopBackOff 4'],
    [
      'one that failed',
      'containerStatuses: [{ name: c, state: { terminated: { exitCode: 3 } } }]',
      '[]',
      '0/1 ExitCode:3 0',
    ],
    ['a reason of the Pod itself', 'reason: Evicted', '[]', '0/1 Evicted 0'],
    [
      'an init container that waits',
      'initContainerStatuses: [{ name: i, restartCount: 2, state: { waiting: { reason: ErrImagePull } } }]',
      '[{ name: i, image: example/i }]',
      '0/1 Init:ErrImagePull 2',
    ],
    [
      'an init container that runs',
      'initContainerStatuses: [{ name: i, state: { running: {} } }]',
      '[{ name: i, image: example/i }]',
      '0/1 Init:0/1 0',
    ],
    [
      'a sidecar that has started',
      `initContainerStatuses: [{ name: side, ready: true, started: true, restartCount: 1, state: { running: {} } }], containerStatuses: [${crashing}]`,
      sidecar,
      '1/2 CrashLoopBackOff 5',
    ],
    ['nothing that can be read', 'containerStatuses: {}, initContainerStatuses: [1]', '[]', '0/1 Running 0'],
  ])('%s', (_fact, status, initContainers, expected) => {
    expect(row(status, initContainers)?.join(' ')).toBe(expected);
  });
});

test('addresses of a load balancer are a sorted set', () => {
  const ingress =
    '{ hostname: lb.example.com }, { ip: 203.0.113.9 }, { ip: 203.0.113.10 }, { ip: 203.0.113.9 }';
  const balanced = clusterFrom(
    `${service('web', '{ type: LoadBalancer, ports: [{ port: 81 }] }')}status: { loadBalancer: { ingress: [${ingress}] } }\n`,
  );
  expect(kubectlGet(balanced, 'services', { wide: true })).toContain(
    ' 203.0.113.10,203.0.113.9,lb.example.com ',
  );
});

test('nothing in a namespace is no table', () => {
  expect(kubectlGet(cluster, 'services', { namespace: 'lonely' })).toBe('');
});

describe('describe', () => {
  test('values stand two spaces after the longest title', () => {
    expect(kubectlDescribe(cluster, 'services')).toContain('Name:                     a-rather-long-name\n');
    expect(kubectlDescribe(cluster, 'services')).toContain('NodePort:                 x  30501/TCP\n');
  });

  test('events are told of a single object only', () => {
    const single = clusterFrom(service('web', '{ ports: [{ port: 81 }] }', 'namespace: alone'));
    expect(kubectlDescribe(single, 'services', { namespace: 'alone' })).toMatch(/Events: +<none>\n$/);
    expect(kubectlDescribe(cluster, 'services')).not.toContain('Events');
  });

  test('a slice’s lines align from one to the next that has no tab', () => {
    expect(kubectlDescribe(cluster, 'endpointslices')).toContain(
      '  - Addresses:  10.244.1.2\n    Conditions:\n      Ready:    true\n    Hostname:   <unset>\n    TargetRef:  Pod/web\n',
    );
  });
});

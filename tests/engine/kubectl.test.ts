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

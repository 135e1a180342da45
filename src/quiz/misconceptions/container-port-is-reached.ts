/** `containerPort` decides on which port the process is reached. */
import { misconception, reached } from './misconception.ts';

export const containerPortIsReached = misconception({
  id: 'container-port-is-reached',
  source:
    'seen: kubernetes#73049, website#26681; refuted by pkg/proxy/endpointslicecache.go: a numeric targetPort is used as it is',
  kinds: ['which-port'],
  run: ({ workloads }) => reached([...new Set(workloads.flatMap((w) => w.containerPorts))]),
});

/** A Service finds the Pods that are called like it. */

import { entersService, hasReason, sharesLabels, targetNumbers } from '../situation.ts';
import { misconception, reached } from './misconception.ts';

export const podsFoundByName = misconception({
  id: 'pods-found-by-name',
  source:
    'seen: kubeflow#1525 (a selector that misses the label); refuted by pkg/controller/endpointslice: labels decide',
  kinds: ['which-port', 'outcome'],
  run(s) {
    const { service, workloads } = s.everyone;
    const namesakes = workloads.some(
      (w) =>
        w.name === service?.name &&
        w.namespace === service.namespace &&
        sharesLabels(service.selector, w.labels) === 'none',
    );
    return reached(namesakes && hasReason(s, 'no-pod-selected') && entersService(s) ? targetNumbers(s) : []);
  },
});

/** A Service finds the Pods that are called like it. */

import { entersService, targetNumbers } from '../situation.ts';
import { misconception, reached } from './misconception.ts';

export const podsFoundByName = misconception({
  id: 'pods-found-by-name',
  source:
    'seen: kubeflow#1525 (a selector that misses the label); refuted by pkg/controller/endpointslice: labels decide',
  kinds: ['which-port', 'outcome'],
  run(s) {
    const namesakes = s.scenario.objects.filter(
      (o) => o.kind !== 'Service' && o.metadata.name === s.service?.name,
    );
    return reached(
      entersService(s) && s.workloads.length === 0 && namesakes.length > 0 ? targetNumbers(s) : [],
    );
  },
});

/** `targetPort` makes the process listen there. */

import { entersService, targetNumbers } from '../situation.ts';
import { misconception, reached } from './misconception.ts';

export const targetPortMakesListen = misconception({
  id: 'target-port-makes-listen',
  source:
    'seen: minikube#18087, website#23549; refuted by core/v1 ServicePort: the number is used, nobody tells the process',
  kinds: ['which-port', 'outcome'],
  run: (s) => reached(entersService(s) ? targetNumbers(s).filter((port) => s.podPorts.includes(port)) : []),
});

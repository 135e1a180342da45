/** Whatever number is dialed on a Pod, the packet ends on `targetPort`. */
import { targetNumbers } from '../situation.ts';
import { misconception, reached } from './misconception.ts';

export const targetPortAlways = misconception({
  id: 'target-port-always',
  source:
    'seen: widespread (“traffic always goes to targetPort”); refuted by pkg/proxy: a rule matches one address and one port, everything else stays as it is',
  kinds: ['which-port'],
  run: (s) => reached(s.dialed.what === 'pod' ? targetNumbers(s) : []),
});

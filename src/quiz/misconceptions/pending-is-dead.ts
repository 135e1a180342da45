/** A LoadBalancer Service works only once it has its address. */
import { entersService } from '../situation.ts';
import { ends, misconception } from './misconception.ts';

export const pendingIsDead = misconception({
  id: 'pending-is-dead',
  source:
    'seen: common (EXTERNAL-IP pending); refuted by pkg/proxy: cluster IP and node port have rules from the start',
  kinds: ['which-port', 'outcome'],
  run: (s) => ends('timed-out', s.service?.pending === true && entersService(s)),
});

/** On a Pod only `targetPort` is open. */
import { targetNumbers } from '../situation.ts';
import { ends, misconception } from './misconception.ts';

export const onlyTargetPortIsOpen = misconception({
  id: 'only-target-port-is-open',
  source: 'seen: common; refuted by the network: no Service stands between a client and the address of a Pod',
  kinds: ['which-port', 'outcome'],
  run: (s) =>
    ends(
      'refused',
      s.dialed.what === 'pod' &&
        !targetNumbers(s).includes(s.dialed.port) &&
        s.workloads.some((w) => w.listening.includes(s.dialed.port)),
    ),
});

/** The address of a Pod cannot be dialed: only the Service lets connections in. */
import { targetNumbers } from '../situation.ts';
import { ends, misconception } from './misconception.ts';

export const targetPortIsClosed = misconception({
  id: 'target-port-is-closed',
  source:
    'seen: the notes that these lessons correct (“podIP:targetPort cannot be reached directly”); refuted by the Kubernetes network model: Pods reach Pods without NAT',
  kinds: ['which-port', 'outcome'],
  run: (s) =>
    ends(
      'timed-out',
      s.client !== 'outside' &&
        s.dialed.what === 'pod' &&
        (targetNumbers(s).includes(s.dialed.port) ||
          s.workloads.some((w) => w.listening.includes(s.dialed.port))),
    ),
});

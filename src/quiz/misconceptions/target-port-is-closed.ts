/** The address of a Pod cannot be dialed: only the Service lets connections in. */
import { hasReason } from '../situation.ts';
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
        !hasReason(s, 'nothing-listens', 'listens-on-other-address'),
    ),
});

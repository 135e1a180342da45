/** A cluster IP can never be reached from outside. */
import { hasReason } from '../situation.ts';
import { ends, misconception } from './misconception.ts';

export const clusterIpIsSealed = misconception({
  id: 'cluster-ip-is-sealed',
  source: 'seen: common; refuted by pkg/proxy: rules do not ask where a packet comes from',
  kinds: ['which-port', 'outcome'],
  run: (s) =>
    ends(
      'timed-out',
      s.client === 'outside' && s.dialed.what === 'service' && hasReason(s, 'routed-to-node'),
    ),
});

/** Traffic policy `Local` prefers Pods of the node and takes others where there are none. */
import { hasReason, targetNumbers } from '../situation.ts';
import { misconception, reached } from './misconception.ts';

export const localIsAPreference = misconception({
  id: 'local-is-a-preference',
  source:
    'seen: kube-proxy in ipvs mode did so once (kubernetes#97081); refuted by pkg/proxy/iptables: no local endpoint, no way on',
  kinds: ['which-port', 'outcome'],
  run: (s) => reached(hasReason(s, 'no-local-endpoint') ? targetNumbers(s) : []),
});

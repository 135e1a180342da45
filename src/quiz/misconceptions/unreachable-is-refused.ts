/** Whatever does not arrive is turned away by somebody. */
import { declared, hasReason } from '../situation.ts';
import { ends, misconception } from './misconception.ts';

export const unreachableIsRefused = misconception({
  id: 'unreachable-is-refused',
  source:
    'seen: common (“externalTrafficPolicy Local refuses on empty nodes”); refuted by pkg/proxy/iptables: DROP sends no answer',
  kinds: ['which-port', 'outcome'],
  run: (s) =>
    ends(
      'refused',
      hasReason(s, 'no-local-endpoint', 'source-not-allowed') ||
        (s.client === 'outside' && s.dialed.what === 'pod') ||
        (s.dialed.what === 'balancer' && !declared(s)),
    ),
});

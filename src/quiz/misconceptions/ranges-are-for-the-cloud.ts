/** Only the load balancer itself reads `loadBalancerSourceRanges`. */
import { hasReason, targetNumbers } from '../situation.ts';
import { misconception, reached } from './misconception.ts';

export const rangesAreForTheCloud = misconception({
  id: 'ranges-are-for-the-cloud',
  source:
    'seen: common (the field names cloud providers); refuted by pkg/proxy: the ranges are checked on every node',
  kinds: ['which-port', 'outcome'],
  run: (s) => reached(hasReason(s, 'source-not-allowed') ? targetNumbers(s) : []),
});

/** `loadBalancerSourceRanges` guards node ports too. */
import { nodePortDialed } from '../situation.ts';
import { ends, misconception } from './misconception.ts';

export const sourceRangesEverywhere = misconception({
  id: 'source-ranges-everywhere',
  source: 'seen: common; refuted by pkg/proxy: the ranges are checked at the addresses of the load balancer',
  kinds: ['which-port', 'outcome'],
  run: (s) => ends('timed-out', s.service?.sourceRanges === true && nodePortDialed(s)),
});

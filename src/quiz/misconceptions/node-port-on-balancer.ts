/** `nodePort` can be dialed at the load balancer. */
import { targetNumbers } from '../situation.ts';
import { misconception, reached } from './misconception.ts';

export const nodePortOnBalancer = misconception({
  id: 'node-port-on-balancer',
  source: 'seen: common; refuted by pkg/proxy: at that address rules match `port`',
  kinds: ['which-port', 'outcome'],
  run: (s) =>
    reached(s.dialed.what === 'balancer' && s.dialed.port === s.port?.nodePort ? targetNumbers(s) : []),
});

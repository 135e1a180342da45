/** A Pod that runs gets traffic. */
import { hasReason, targetNumbers } from '../situation.ts';
import { misconception, reached } from './misconception.ts';

export const runningIsEnough = misconception({
  id: 'running-is-enough',
  source:
    'seen: common (“the Pod is Running”); refuted by pkg/controller/endpointslice: an endpoint must be ready',
  kinds: ['which-port', 'outcome'],
  run: (s) =>
    reached(hasReason(s, 'no-ready-endpoint', 'headless-without-endpoints') ? targetNumbers(s) : []),
});

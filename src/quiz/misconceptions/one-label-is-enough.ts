/** A Pod needs one label of the selector. */
import { hasReason, sharesLabels, targetNumbers } from '../situation.ts';
import { misconception, reached } from './misconception.ts';

export const oneLabelIsEnough = misconception({
  id: 'one-label-is-enough',
  source: 'seen: common; refuted by apimachinery labels.Selector: every requirement must match',
  kinds: ['which-port', 'outcome'],
  run(s) {
    const { service, workloads } = s.everyone;
    const some = workloads.some(
      (w) =>
        service && w.namespace === service.namespace && sharesLabels(service.selector, w.labels) === 'some',
    );
    return reached(hasReason(s, 'no-pod-selected') && some ? targetNumbers(s) : []);
  },
});

/** A selector finds Pods in every namespace. */
import { hasReason, sharesLabels, targetNumbers } from '../situation.ts';
import { misconception, reached } from './misconception.ts';

export const selectorCrossesNamespaces = misconception({
  id: 'selector-crosses-namespaces',
  source:
    'seen: common; refuted by pkg/controller/endpointslice: Pods of the namespace of the Service are listed',
  kinds: ['which-port', 'outcome'],
  run(s) {
    const { service, workloads } = s.everyone;
    const elsewhere = workloads.some(
      (w) =>
        service && w.namespace !== service.namespace && sharesLabels(service.selector, w.labels) === 'all',
    );
    return reached(hasReason(s, 'no-pod-selected') && elsewhere ? targetNumbers(s) : []);
  },
});

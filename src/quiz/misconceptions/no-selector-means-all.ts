/** A Service without a selector leads to all Pods. */
import { hasReason, targetNumbers } from '../situation.ts';
import { misconception, reached } from './misconception.ts';

export const noSelectorMeansAll = misconception({
  id: 'no-selector-means-all',
  source:
    'seen: common (as an empty podSelector does); refuted by pkg/controller/endpointslice: without a selector nothing is done',
  kinds: ['which-port', 'outcome'],
  run: (s) => reached(hasReason(s, 'no-selector') ? targetNumbers(s) : []),
});

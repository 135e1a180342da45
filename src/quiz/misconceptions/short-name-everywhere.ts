/** The short name of a Service works in every namespace. */
import { hasReason, isRejected, targetNumbers } from '../situation.ts';
import { misconception, reached } from './misconception.ts';

export const shortNameEverywhere = misconception({
  id: 'short-name-everywhere',
  source: 'seen: widespread; refuted by the search list of a Pod: its own namespace comes first',
  kinds: ['which-port', 'outcome'],
  run: (s) => reached(hasReason(s, 'name-unknown') && !isRejected(s) ? targetNumbers(s) : []),
});

/** The name of a Service can be resolved from everywhere. */

import { declared, targetNumbers } from '../situation.ts';
import { misconception, reached } from './misconception.ts';

export const nameFromAnywhere = misconception({
  id: 'name-from-anywhere',
  source: 'seen: widespread; refuted by CoreDNS: only Pods ask cluster DNS',
  kinds: ['which-port', 'outcome'],
  run: (s) => reached(s.client !== 'pod' && s.dialed.byName && declared(s) ? targetNumbers(s) : []),
});

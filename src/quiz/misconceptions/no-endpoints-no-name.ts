/** A Service without endpoints has no name. */

import { hasReason } from '../situation.ts';
import { ends, misconception } from './misconception.ts';

export const noEndpointsNoName = misconception({
  id: 'no-endpoints-no-name',
  source:
    'seen: carried over from headless Services; refuted by the DNS specification 2.3: a Service with a cluster IP always has its record',
  kinds: ['which-port', 'outcome'],
  run: (s) =>
    ends(
      'no-such-name',
      s.dialed.byName &&
        hasReason(s, 'no-selector', 'no-pod-selected', 'no-ready-endpoint', 'named-port-missing'),
    ),
});

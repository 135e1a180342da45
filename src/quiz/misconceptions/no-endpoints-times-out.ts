/** A connection to a Service without endpoints vanishes. */

import { hasReason } from '../situation.ts';
import { ends, misconception } from './misconception.ts';

export const noEndpointsTimesOut = misconception({
  id: 'no-endpoints-times-out',
  source: 'seen: widespread; refuted by pkg/proxy: such a Service has a rule that rejects',
  kinds: ['which-port', 'outcome'],
  run: (s) =>
    ends(
      'timed-out',
      hasReason(s, 'no-selector', 'no-pod-selected', 'no-ready-endpoint', 'named-port-missing'),
    ),
});

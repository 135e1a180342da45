/** A port on which no process listens stays silent. */

import { hasReason } from '../situation.ts';
import { ends, misconception } from './misconception.ts';

export const nobodyListensTimesOut = misconception({
  id: 'nobody-listens-times-out',
  source:
    'seen: common (a timeout is taken for any closed port); refuted by RFC 9293 3.5.2: a closed port answers with a reset',
  kinds: ['which-port', 'outcome'],
  run: (s) => ends('timed-out', hasReason(s, 'nothing-listens', 'listens-on-other-address')),
});

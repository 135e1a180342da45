/** Cluster DNS answers only for numbers that somebody declares or listens on. */

import { declared, hasReason } from '../situation.ts';
import { ends, misconception } from './misconception.ts';

export const nameHoldsThePort = misconception({
  id: 'name-holds-the-port',
  source: 'seen: common; refuted by the DNS specification 2.3: an A record holds no port',
  kinds: ['outcome'],
  run: (s) =>
    ends(
      'no-such-name',
      s.dialed.byName && s.dialed.what === 'service' && (!declared(s) || hasReason(s, 'nothing-listens')),
    ),
});

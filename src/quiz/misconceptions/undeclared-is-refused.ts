/** A number that the Service does not declare is refused, as on any machine. */

import { declared, hasNoAddress } from '../situation.ts';
import { ends, misconception } from './misconception.ts';

export const undeclaredIsRefused = misconception({
  id: 'undeclared-is-refused',
  source:
    'seen: common (“refused means the Pod is down”); refuted by pkg/proxy/iptables: no rule matches, the packet leaves by the default route',
  kinds: ['which-port', 'outcome'],
  run: (s) =>
    ends(
      'refused',
      s.dialed.what === 'service' &&
        s.dialed.byName &&
        s.client === 'pod' &&
        !s.service?.headless &&
        !hasNoAddress(s) &&
        !declared(s),
    ),
});

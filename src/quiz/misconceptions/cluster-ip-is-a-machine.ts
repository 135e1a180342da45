/** Some machine has the cluster IP and refuses what is not for it. */

import { declared } from '../situation.ts';
import { ends, misconception } from './misconception.ts';

export const clusterIpIsAMachine = misconception({
  id: 'cluster-ip-is-a-machine',
  source:
    'seen: “you can ping a Service” (danielepolencic); refuted by pkg/proxy: the address exists in rules only',
  kinds: ['which-port', 'outcome'],
  run: (s) =>
    ends(
      'refused',
      s.dialed.what === 'service' && !s.dialed.byName && (s.client === 'outside' || !declared(s)),
    ),
});

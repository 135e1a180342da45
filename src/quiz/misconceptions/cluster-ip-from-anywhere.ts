/** The cluster IP can be dialed from everywhere. */

import { declared, targetNumbers } from '../situation.ts';
import { misconception, reached } from './misconception.ts';

export const clusterIpFromAnywhere = misconception({
  id: 'cluster-ip-from-anywhere',
  source:
    'seen: website#18802; refuted by the network: nothing outside has a route to the service range by default',
  kinds: ['which-port', 'outcome'],
  run: (s) =>
    reached(
      s.client === 'outside' && s.dialed.what === 'service' && !s.dialed.byName && declared(s)
        ? targetNumbers(s)
        : [],
    ),
});

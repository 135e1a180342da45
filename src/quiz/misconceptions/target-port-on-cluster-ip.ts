/** `targetPort` can be dialed on the cluster IP. */

import { declared, targetNumbers } from '../situation.ts';
import { misconception, reached } from './misconception.ts';

export const targetPortOnClusterIp = misconception({
  id: 'target-port-on-cluster-ip',
  source: 'seen: widespread; refuted by pkg/proxy: a rule matches cluster IP and port',
  kinds: ['which-port', 'outcome'],
  run: (s) =>
    reached(
      s.dialed.what === 'service' && s.service?.headless === false && !s.service.externalName && !declared(s)
        ? targetNumbers(s).filter((port) => port === s.dialed.port)
        : [],
    ),
});

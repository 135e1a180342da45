/** `nodePort` can be dialed on the cluster IP. */

import { declared, targetNumbers } from '../situation.ts';
import { misconception, reached } from './misconception.ts';

export const nodePortOnClusterIp = misconception({
  id: 'node-port-on-cluster-ip',
  source: 'seen: kubeflow#1525; refuted by pkg/proxy: node ports are matched at the addresses of nodes',
  kinds: ['which-port', 'outcome'],
  run: (s) =>
    reached(
      s.dialed.what === 'service' && !declared(s) && s.dialed.port === s.port?.nodePort
        ? targetNumbers(s)
        : [],
    ),
});

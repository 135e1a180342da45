/** `targetPort` can be dialed at a node. */

import { nodePortDialed, targetNumbers } from '../situation.ts';
import { misconception, reached } from './misconception.ts';

export const targetPortOnTheNode = misconception({
  id: 'target-port-on-the-node',
  source: 'seen: website#18802; refuted by pkg/proxy: at a node only nodePort is matched',
  kinds: ['which-port', 'outcome'],
  run: (s) =>
    reached(
      s.dialed.what === 'node' && !nodePortDialed(s) && !s.workloads.some((w) => w.hostNetwork)
        ? targetNumbers(s).filter((port) => port === s.dialed.port)
        : [],
    ),
});

/** `port` can be dialed at a node. */

import { targetNumbers } from '../situation.ts';
import { misconception, reached } from './misconception.ts';

export const portIsOnTheNode = misconception({
  id: 'port-is-on-the-node',
  source:
    'seen: df.tips, newsfrontier.cc, website#18802; refuted by pkg/proxy: at a node only nodePort is matched',
  kinds: ['which-port', 'outcome'],
  run: (s) =>
    reached(
      s.dialed.what === 'node' && s.dialed.port === s.port?.port && s.dialed.port !== s.port.nodePort
        ? targetNumbers(s)
        : [],
    ),
});

/** 127.0.0.1 is an address of the node like any other. */

import { nodePortDialed, targetNumbers } from '../situation.ts';
import { misconception, reached } from './misconception.ts';

export const nodePortOnLocalhost = misconception({
  id: 'node-port-on-localhost',
  source:
    'seen: nigelpoulton/ckad#34; refuted by pkg/proxy/nftables: node ports on the primary addresses only',
  kinds: ['which-port', 'outcome'],
  run: (s) => reached(s.dialed.host.startsWith('127.') && nodePortDialed(s) ? targetNumbers(s) : []),
});

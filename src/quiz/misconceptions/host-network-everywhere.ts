/** A Pod with `hostNetwork` answers at every node. */
import { misconception, reached } from './misconception.ts';

export const hostNetworkEverywhere = misconception({
  id: 'host-network-everywhere',
  source: 'seen: common; refuted by the kernel: a process listens on its own machine',
  kinds: ['which-port', 'outcome'],
  run: ({ dialed, everyone }) =>
    reached(
      dialed.what === 'node' &&
        everyone.workloads.some((w) => w.hostNetwork && w.listening.includes(dialed.port))
        ? [dialed.port]
        : [],
    ),
});

/** A process on 127.0.0.1 is reached from outside its Pod. */
import { hasReason } from '../situation.ts';
import { misconception, reached } from './misconception.ts';

export const loopbackIsEnough = misconception({
  id: 'loopback-is-enough',
  source:
    'seen: sourcegraph docs, istio IST0143 (port-forward works, so the Service must); refuted by the kernel: that address is the Pod’s own',
  kinds: ['which-port', 'outcome'],
  run: (s) => reached(hasReason(s, 'listens-on-other-address') ? s.podPorts : []),
});

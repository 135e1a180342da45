/** `port` can be dialed on the address of a Pod. */
import { misconception, reached } from './misconception.ts';

export const portIsInThePod = misconception({
  id: 'port-is-in-the-pod',
  source:
    'seen: “port is inside the container” (CSDN 140271978); refuted by the Pod’s own kernel: no process listens there, and no rule matches a Pod address',
  kinds: ['which-port', 'outcome'],
  run: ({ dialed, port }) =>
    reached(dialed.what === 'pod' && dialed.port === port?.port ? [dialed.port] : []),
});

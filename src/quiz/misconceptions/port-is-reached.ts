/** Whatever is dialed, the process is reached on `port`. */
import { misconception, reached } from './misconception.ts';

export const portIsReached = misconception({
  id: 'port-is-reached',
  source:
    'seen: “port is inside the container” (CSDN 140271978), nodePort → port → Pod (matthewpalmer.net); refuted by pkg/proxy: the destination becomes podIP:targetPort',
  kinds: ['which-port'],
  // Whoever dials `targetPort` at a Service has swapped the two.
  run: ({ dialed, port }) =>
    reached(
      port && (dialed.what !== 'service' || dialed.port === port.port || dialed.port !== port.targetPort)
        ? [port.port]
        : [],
    ),
  wording: ({ dialed }) =>
    dialed.what === 'node'
      ? 'port-is-reached/node'
      : dialed.what === 'pod'
        ? 'port-is-reached/pod'
        : 'port-is-reached',
});

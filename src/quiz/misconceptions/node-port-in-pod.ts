/** `nodePort` is a port of the Pod. */
import { misconception, reached } from './misconception.ts';

export const nodePortInPod = misconception({
  id: 'node-port-in-pod',
  source: 'seen: kubernetes#36490; refuted by pkg/proxy: nodePort is matched on the node and replaced there',
  kinds: ['which-port'],
  run: ({ port }) => reached(port?.nodePort ? [port.nodePort] : []),
});

/** Only a port declared as `containerPort` can be reached, and every declared one can. */
import { ends, misconception, reached } from './misconception.ts';

export const containerPortOpens = misconception({
  id: 'container-port-opens',
  source:
    'seen: kumahq/kuma#605, tinytechtuts; refuted by core/v1 ContainerPort: not specifying a port does not prevent it from being exposed',
  kinds: ['which-port', 'outcome'],
  run({ workloads, podPorts }) {
    const opened = workloads.flatMap((w) => w.containerPorts);
    const through = podPorts.filter((port) => opened.includes(port));
    return through.length > 0 ? reached(through) : ends('refused', podPorts.length > 0);
  },
});

/** `targetPort` decides even where an EndpointSlice is written by hand. */
import { entersService } from '../situation.ts';
import { misconception, reached } from './misconception.ts';

export const targetPortBeatsSlice = misconception({
  id: 'target-port-beats-slice',
  source:
    'seen: common with Services without a selector; refuted by pkg/proxy/endpointslicecache.go: the port of the slice is used',
  kinds: ['which-port', 'outcome'],
  run: (s) =>
    reached(
      entersService(s) &&
        s.workloads.length === 0 &&
        s.podPorts.length > 0 &&
        typeof s.port?.targetPort === 'number'
        ? [s.port.targetPort]
        : [],
    ),
});

/** All Pods of a Service listen on the same number. */
import { sharesLabels } from '../situation.ts';
import { misconception, reached } from './misconception.ts';

export const podsAreAlike = misconception({
  id: 'pods-are-alike',
  source:
    'seen: common with named ports; refuted by pkg/controller/endpointslice: a named port is looked up in each Pod',
  kinds: ['which-port', 'outcome'],
  run: ({ dialed, service, workloads, everyone }) =>
    reached(
      dialed.what === 'pod' &&
        !workloads.some((w) => w.listening.includes(dialed.port)) &&
        everyone.workloads.some(
          (w) =>
            service &&
            sharesLabels(service.selector, w.labels) === 'all' &&
            w.listening.includes(dialed.port),
        )
        ? [dialed.port]
        : [],
    ),
});

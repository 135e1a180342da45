/** The address of a Pod can be dialed from everywhere. */
import { misconception, reached } from './misconception.ts';

export const podFromAnywhere = misconception({
  id: 'pod-from-anywhere',
  source: 'seen: common; refuted by the network: nothing outside has a route to the Pod range by default',
  kinds: ['which-port', 'outcome'],
  run: ({ client, dialed, workloads }) =>
    reached(
      client === 'outside' &&
        dialed.what === 'pod' &&
        workloads.some((w) => w.listening.includes(dialed.port))
        ? [dialed.port]
        : [],
    ),
});

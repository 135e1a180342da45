/** The rules find the port on which the process listens, whatever `targetPort` says. */

import { entersService, hasReason, type Situation } from '../situation.ts';
import { misconception, reached } from './misconception.ts';

/** Rules bring the packet to Pods, or would if they found a number. */
const rulesLead = (s: Situation): boolean =>
  entersService(s) && !s.service?.headless && (s.podPorts.length > 0 || hasReason(s, 'named-port-missing'));

export const processIsFound = misconception({
  id: 'process-is-found',
  source:
    'seen: website#23549 (8080 against 80); refuted by pkg/apis/core/v1/defaults.go: targetPort defaults to port, not to what listens',
  kinds: ['which-port', 'outcome'],
  run: (s) => reached(rulesLead(s) ? [...new Set(s.workloads.flatMap((w) => w.listening))] : []),
});

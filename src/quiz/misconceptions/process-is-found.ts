/** The rules find the port on which the process listens, whatever `targetPort` says. */

import { entersService } from '../situation.ts';
import { misconception, reached } from './misconception.ts';

export const processIsFound = misconception({
  id: 'process-is-found',
  source:
    'seen: website#23549 (8080 against 80); refuted by pkg/apis/core/v1/defaults.go: targetPort defaults to port, not to what listens',
  kinds: ['which-port', 'outcome'],
  run: (s) => reached(entersService(s) ? [...new Set(s.workloads.flatMap((w) => w.listening))] : []),
});

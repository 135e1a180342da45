/** `externalTrafficPolicy: Local` binds clients inside the cluster too. */
import { entersService } from '../situation.ts';
import { ends, misconception } from './misconception.ts';

export const localForEverybody = misconception({
  id: 'local-for-everybody',
  source:
    'seen: kubernetes#126065; refuted by pkg/proxy: the cluster IP follows internalTrafficPolicy, and Pods are exempt at node ports',
  kinds: ['which-port', 'outcome'],
  run: (s) =>
    ends('timed-out', s.client !== 'outside' && s.service?.externalLocal === true && entersService(s)),
});

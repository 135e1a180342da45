/** At a headless Service only declared numbers lead anywhere. */
import { declared, hasNoAddress } from '../situation.ts';
import { ends, misconception } from './misconception.ts';

export const headlessHasRules = misconception({
  id: 'headless-has-rules',
  source:
    'seen: common (“the port must be in the Service”); refuted by the DNS specification 2.4: the name gives addresses of Pods',
  kinds: ['which-port', 'outcome'],
  run: (s) =>
    ends('timed-out', Boolean(s.service?.headless) && s.dialed.byName && !hasNoAddress(s) && !declared(s)),
});

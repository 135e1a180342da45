/** A headless Service leads from `port` to `targetPort`. */
import { declared, hasNoAddress, targetNumbers } from '../situation.ts';
import { misconception, reached } from './misconception.ts';

export const headlessTranslates = misconception({
  id: 'headless-translates',
  source:
    'seen: common; refuted by pkg/proxy: a headless Service has no cluster IP, so there is nothing a rule could match',
  kinds: ['which-port', 'outcome'],
  run: (s) => reached(s.service?.headless && !hasNoAddress(s) && declared(s) ? targetNumbers(s) : []),
});

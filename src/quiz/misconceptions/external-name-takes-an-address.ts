/** `externalName` may be an address. */
import { hasReason } from '../situation.ts';
import { misconception, reached } from './misconception.ts';

export const externalNameTakesAnAddress = misconception({
  id: 'external-name-takes-an-address',
  source: 'seen: common; refuted by core/v1 ServiceSpec: such a text is taken for a name made of digits',
  kinds: ['which-port', 'outcome'],
  run: (s) => reached(hasReason(s, 'external-name-is-address') ? [s.dialed.port] : []),
});

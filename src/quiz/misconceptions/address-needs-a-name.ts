/** An address has to have a name. */
import { ends, misconception } from './misconception.ts';

export const addressNeedsAName = misconception({
  id: 'address-needs-a-name',
  source: 'seen: common; refuted by RFC 1123 2.1: an address is used as it is',
  kinds: ['outcome'],
  run: ({ dialed }) => ends('no-such-name', !dialed.byName),
});

/** A question about an unknown name gets no answer. */
import { hasNoAddress } from '../situation.ts';
import { ends, misconception } from './misconception.ts';

export const unknownNameVanishes = misconception({
  id: 'unknown-name-vanishes',
  source: 'seen: common; refuted by RFC 2308: NXDOMAIN is an answer',
  kinds: ['which-port', 'outcome'],
  run: (s) => ends('timed-out', hasNoAddress(s)),
});

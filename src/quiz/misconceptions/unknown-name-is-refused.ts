/** Somebody turns a connection to an unknown name away. */
import { hasNoAddress } from '../situation.ts';
import { ends, misconception } from './misconception.ts';

export const unknownNameIsRefused = misconception({
  id: 'unknown-name-is-refused',
  source: 'seen: common; refuted by RFC 1034: without an address there is no packet',
  kinds: ['which-port', 'outcome'],
  run: (s) => ends('refused', hasNoAddress(s)),
});

/** The API server leaves out what is wrong and creates the rest. */
import { isRejected } from '../situation.ts';
import { misconception, reached } from './misconception.ts';

export const wrongFieldIsDropped = misconception({
  id: 'wrong-field-is-dropped',
  source:
    'seen: common (a nodePort without type, a quoted number); refuted by apiserver: validation takes an object or rejects it',
  kinds: ['outcome'],
  run: (s) => reached(isRejected(s) ? [s.dialed.port] : []),
});

/** An ExternalName Service maps `port` to `targetPort`. */
import { declared } from '../situation.ts';
import { misconception, reached } from './misconception.ts';

export const externalNameMapsPorts = misconception({
  id: 'external-name-maps-ports',
  source: 'seen: common; refuted by the DNS specification 2.5: it is an alias and nothing else',
  kinds: ['which-port', 'outcome'],
  run: (s) =>
    reached(
      s.service?.externalName && declared(s) && typeof s.port?.targetPort === 'number'
        ? [s.port.targetPort]
        : [],
    ),
});

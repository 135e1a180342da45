/** `targetPort` is dialed at the Service, `port` belongs to the Pod. */
import { hasNoAddress } from '../situation.ts';
import { ends, misconception, reached } from './misconception.ts';

export const portsSwapped = misconception({
  id: 'ports-swapped',
  source: 'seen: website#35701, website#24846, interuss/dss#758; refuted by core/v1 ServicePort',
  kinds: ['which-port', 'outcome'],
  run(met) {
    const { client, dialed, port, podPorts } = met;
    if (client === 'outside' || dialed.what !== 'service' || hasNoAddress(met)) return [];
    if (!port || port.port === port.targetPort) return [];
    return dialed.port === port.targetPort
      ? reached([port.port])
      : ends('refused', dialed.port === port.port && podPorts.length > 0);
  },
});

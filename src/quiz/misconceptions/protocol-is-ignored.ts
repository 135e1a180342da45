/** A port number is open for every protocol. */
import { misconception, reached } from './misconception.ts';

export const protocolIsIgnored = misconception({
  id: 'protocol-is-ignored',
  source:
    'seen: kubernetes#39188, #118920 (TCP and UDP taken for one port); refuted by pkg/proxy: a rule matches address, protocol and port',
  kinds: ['which-port', 'outcome'],
  run({ service, dialed }) {
    const other = service?.ports.find((p) => p.port === dialed.port && p.protocol !== dialed.protocol);
    return reached(other && typeof other.targetPort === 'number' ? [other.targetPort] : []);
  },
});

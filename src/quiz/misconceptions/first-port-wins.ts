/** A Service with several ports uses the first. */
import { misconception, reached } from './misconception.ts';

export const firstPortWins = misconception({
  id: 'first-port-wins',
  source:
    'seen: common (“the port of the Service”); refuted by pkg/proxy: each entry of ports has rules of its own',
  kinds: ['which-port'],
  run({ service, port }) {
    const [first] = service?.ports ?? [];
    return reached(
      first && first.port !== port?.port && typeof first.targetPort === 'number' ? [first.targetPort] : [],
    );
  },
});

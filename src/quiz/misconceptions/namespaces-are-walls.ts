/** Namespaces keep connections apart. */
import { ends, misconception } from './misconception.ts';

export const namespacesAreWalls = misconception({
  id: 'namespaces-are-walls',
  source:
    'seen: widespread; refuted by the Kubernetes network model: all Pods reach each other, NetworkPolicies aside',
  kinds: ['which-port', 'outcome'],
  run: ({ client, connection, service }) =>
    ends(
      'timed-out',
      client === 'pod' && service !== null && connection.from.split('/')[1] !== service.namespace,
    ),
});

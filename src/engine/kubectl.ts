/** What `kubectl get` and `kubectl describe` print about a cluster, as a terminal shows it. */
import type { Cluster } from './cluster.ts';
import { describeServices, describeSlices } from './kubectl/describe.ts';
import { podTable, serviceTable, sliceTable } from './kubectl/get.ts';

export interface GetOptions {
  namespace?: string;
  wide?: boolean;
  /** What stands under AGE for every object: the engine has no clock. */
  age?: string;
}

export function kubectlGet(
  cluster: Cluster,
  what: 'services' | 'endpointslices' | 'pods',
  options: GetOptions = {},
): string {
  const { namespace = 'default', wide = false, age = '1m' } = options;
  switch (what) {
    case 'services':
      return serviceTable(cluster, { namespace, wide, age });
    case 'endpointslices':
      return sliceTable(cluster, { namespace, wide, age });
    case 'pods':
      return podTable(cluster, { namespace, wide, age });
    default:
      return what satisfies never;
  }
}

export function kubectlDescribe(
  cluster: Cluster,
  what: 'services' | 'endpointslices',
  options: { namespace?: string } = {},
): string {
  const { namespace = 'default' } = options;
  return what === 'services' ? describeServices(cluster, namespace) : describeSlices(cluster, namespace);
}

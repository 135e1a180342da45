/**
 * The environment a cluster stands in unless told otherwise: two nodes and three outside machines joined by a router.
 *
 * The same values as tests/truth/datapath/environment.json, where they are also said in words; a test compares the two.
 */
import type { Environment } from './types.ts';

export const DEFAULT_ENVIRONMENT: Environment = {
  clusterCIDR: '10.244.0.0/16',
  serviceCIDR: '10.96.0.0/16',
  clusterDNS: '10.96.0.10',
  clusterDomain: 'cluster.local',
  nodes: {
    'node-1': {
      addresses: ['172.30.0.11', '172.30.0.111'],
      podGateway: '10.244.1.1',
      podCIDR: '10.244.1.0/24',
    },
    'node-2': { addresses: ['172.30.0.12'], podGateway: '10.244.2.1', podCIDR: '10.244.2.0/24' },
  },
  outside: {
    'out-1': { address: '172.31.0.10', routedToCluster: false },
    'out-routed': { address: '172.31.0.20', routedToCluster: true },
    'out-server': { address: '172.31.0.50', routedToCluster: false },
  },
  routes: { '10.96.0.0/16': 'node-1', '198.51.100.0/24': 'node-1', '203.0.113.0/24': 'node-1' },
  kubeProxy: { clusterCIDR: '10.244.0.0/16', nodePortAddresses: 'default' },
};

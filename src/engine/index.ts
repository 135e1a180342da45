/** The door of the engine: Kubernetes, and nothing else. */
export { admit } from './admission/index.ts';
export { addressOf, buildCluster, type Cluster, type Rejection } from './cluster.ts';
export { parseConnection } from './connection.ts';
export { type LookUp, lookUp } from './dns.ts';
export { DEFAULT_ENVIRONMENT } from './environment.ts';
export { KUBERNETES_VERSION } from './kube.ts';
export { type GetOptions, kubectlDescribe, kubectlGet } from './kubectl.ts';
export { parseManifests, spanOf } from './parse.ts';
export { resolveConnection } from './trace.ts';
export * from './types.ts';

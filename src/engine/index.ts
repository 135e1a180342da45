/** The door of the engine: Kubernetes, and nothing else. */
export { FINDING_CODES } from './admission/codes.ts';
export { type AdmissionState, admit, admitObject, newAdmissionState } from './admission/index.ts';
export { addressOf, buildCluster, type Cluster, type Rejection } from './cluster.ts';
export { parseConnection } from './connection.ts';
export { type LookUp, lookUp } from './dns.ts';
export { DEFAULT_ENVIRONMENT } from './environment.ts';
export { KUBERNETES_VERSION } from './kube.ts';
export { listSlices as endpointSlices } from './kubectl/slices.ts';
export { type GetOptions, kubectlDescribe, kubectlGet } from './kubectl.ts';
export { type ApplyOptions, kubectlApply, type Terminal } from './kubectl-apply.ts';
export { type Manifests, parseManifests, spanOf } from './parse.ts';
export { resolveConnection } from './trace.ts';
export * from './types.ts';

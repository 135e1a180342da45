/**
 * Which defaults, allocators, rules and warnings belong to which kind.
 */
import type { PodSpec, Service } from '../kube.ts';
import type { KubeObject } from '../types.ts';
import {
  type EndpointSlice,
  type Endpoints,
  setEndpointSliceDefaults,
  setEndpointsDefaults,
  validateEndpointSlice,
  validateEndpointsObject,
} from './endpointslice.ts';
import type { FieldError } from './field.ts';
import type { Ledger } from './ledger.ts';
import { validateObjectMeta } from './meta.ts';
import { isDNS1123Label, isDNS1123Subdomain } from './names.ts';
import { setPodDefaults, setPodSpecDefaults, validatePodSpec } from './pod.ts';
import { validateService } from './service.ts';
import { type AllocationError, allocate } from './service-allocation.ts';
import { setServiceDefaults } from './service-defaults.ts';
import { initIPFamilies } from './service-families.ts';
import {
  endpointSliceWarnings,
  endpointsWarnings,
  podWarnings,
  serviceWarnings,
  type Warning,
} from './warnings.ts';
import { setWorkloadDefaults, validateWorkload, type Workload } from './workload.ts';

export type Verdict =
  | { errors: readonly FieldError[]; warnings: readonly Warning[] }
  | Extract<AllocationError, { internal: string }>;

/** Fills in the object and says what is wrong with it. */
export function applyRules(object: KubeObject, ledger: Ledger): Verdict {
  switch (object.kind) {
    case 'Service':
      return admitService(object as Service, ledger);
    case 'Pod':
      return admitPod(object);
    case 'EndpointSlice':
      setEndpointSliceDefaults(object as EndpointSlice);
      return verdict(
        validateEndpointSlice(object as EndpointSlice),
        endpointSliceWarnings(object as EndpointSlice),
      );
    case 'Endpoints':
      setEndpointsDefaults(object as Endpoints);
      return verdict(validateEndpointsObject(object as Endpoints), endpointsWarnings());
    case 'Namespace':
      return admitNamespace(object);
    case 'Node':
      return verdict(validateObjectMeta(object.metadata, false, isDNS1123Subdomain));
    case 'Deployment':
    case 'ReplicaSet':
    case 'StatefulSet':
      return admitWorkload(object as Workload);
    default:
      return verdict(validateObjectMeta(object.metadata, true, isDNS1123Subdomain));
  }
}

/** What is refused is not warned of. */
const verdict = (errors: readonly FieldError[], warnings: readonly Warning[] = []): Verdict => ({
  errors,
  warnings,
});

function admitService(service: Service, ledger: Ledger): Verdict {
  const { spec } = service;
  service['status'] = { loadBalancer: {} };
  setServiceDefaults(spec);
  if (spec.clusterIP && !spec.clusterIPs?.length) spec.clusterIPs = [spec.clusterIP];
  const families = initIPFamilies(spec);
  if (families.length > 0) return verdict(families);
  const refused = allocate(service.metadata.name ?? '', spec, ledger);
  if (refused) return 'internal' in refused ? refused : verdict(refused.errors);
  const result = verdict(validateService(service), serviceWarnings(service));
  // Dropped on read.
  if (spec.type === 'ExternalName') delete spec.internalTrafficPolicy;
  return result;
}

function admitPod(pod: KubeObject): Verdict {
  const spec = pod['spec'] as PodSpec;
  setPodSpecDefaults(spec);
  setPodDefaults(spec);
  pod['status'] = { phase: 'Pending', qosClass: qosClass(spec) };
  const meta = validateObjectMeta(pod.metadata, true, isDNS1123Subdomain);
  return verdict([...meta, ...validatePodSpec(spec, 'spec')], podWarnings(spec, 'spec'));
}

interface Resources {
  limits?: Record<string, string>;
  requests?: Record<string, string>;
}

/** Upstream: pkg/apis/core/v1/helper/qos. */
function qosClass(spec: PodSpec): string {
  const all = [...(spec.initContainers ?? []), ...(spec.containers ?? [])];
  const resources = all.map((container) => (container['resources'] ?? {}) as Resources);
  if (resources.every(({ limits, requests }) => !limits && !requests)) return 'BestEffort';
  const guaranteed = resources.every(
    ({ limits = {}, requests = limits }) =>
      limits['cpu'] &&
      limits['memory'] &&
      requests['cpu'] === limits['cpu'] &&
      requests['memory'] === limits['memory'],
  );
  return guaranteed ? 'Guaranteed' : 'Burstable';
}

const NAME_LABEL = 'kubernetes.io/metadata.name';

function admitNamespace(namespace: KubeObject): Verdict {
  const { name } = namespace.metadata;
  namespace['spec'] = { finalizers: ['kubernetes'] };
  namespace['status'] = { phase: 'Active' };
  if (name) namespace.metadata.labels = { ...namespace.metadata.labels, [NAME_LABEL]: name };
  return verdict(validateObjectMeta(namespace.metadata, false, isDNS1123Label));
}

function admitWorkload(workload: Workload): Verdict {
  setWorkloadDefaults(workload);
  workload['status'] = {};
  const template = workload.spec.template?.spec ?? {};
  return verdict(validateWorkload(workload), podWarnings(template, 'spec.template.spec'));
}

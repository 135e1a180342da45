/**
 * Deployments, ReplicaSets and StatefulSets, as far as their Pod templates need.
 *
 * Upstream: pkg/apis/apps/v1/defaults.go, pkg/apis/apps/validation/validation.go.
 */
import type { LabelSelector, PodTemplateSpec } from '../kube.ts';
import type { KubeObject } from '../types.ts';
import { type FieldError, invalid, required } from './field.ts';
import { validateAnnotations, validateLabels, validateObjectMeta } from './meta.ts';
import { isDNS1123Subdomain } from './names.ts';
import { setPodSpecDefaults, validatePodSpec } from './pod.ts';

interface WorkloadSpec {
  replicas?: number;
  selector?: LabelSelector;
  template?: PodTemplateSpec;
  [field: string]: unknown;
}

export interface Workload extends KubeObject {
  spec: WorkloadSpec;
}

export function setWorkloadDefaults(workload: Workload): void {
  const { spec } = workload;
  spec.replicas ??= 1;
  spec.template ??= {};
  spec.template.spec ??= {};
  setPodSpecDefaults(spec.template.spec);
  if (workload.kind === 'ReplicaSet') return;
  spec['revisionHistoryLimit'] ??= 10;
  if (workload.kind === 'Deployment') setDeploymentDefaults(spec);
  else {
    spec['podManagementPolicy'] ||= 'OrderedReady';
    spec['updateStrategy'] ??= { type: 'RollingUpdate', rollingUpdate: { partition: 0 } };
  }
}

function setDeploymentDefaults(spec: WorkloadSpec): void {
  const strategy = (spec['strategy'] ?? {}) as { type?: string; rollingUpdate?: Record<string, unknown> };
  strategy.type ||= 'RollingUpdate';
  if (strategy.type === 'RollingUpdate')
    strategy.rollingUpdate = { maxSurge: '25%', maxUnavailable: '25%', ...strategy.rollingUpdate };
  spec['strategy'] = strategy;
  spec['progressDeadlineSeconds'] ??= 600;
}

export function validateWorkload(workload: Workload): FieldError[] {
  const { spec } = workload;
  const meta = validateObjectMeta(workload.metadata, true, isDNS1123Subdomain);
  return [...meta, ...validateReplicas(spec), ...validateSelector(spec), ...validateTemplate(spec)];
}

function validateReplicas(spec: WorkloadSpec): FieldError[] {
  const message = 'must be greater than or equal to 0';
  return (spec.replicas ?? 0) < 0 ? [invalid('value-invalid', 'spec.replicas', spec.replicas, message)] : [];
}

function validateSelector(spec: WorkloadSpec): FieldError[] {
  if (!spec.selector) return [required('value-required', 'spec.selector')];
  const { matchLabels = {}, matchExpressions = [] } = spec.selector;
  if (Object.keys(matchLabels).length + matchExpressions.length === 0)
    return [
      invalid('value-required', 'spec.selector', spec.selector, 'empty selector is invalid for deployment'),
    ];
  return [...validateLabels('spec.selector.matchLabels', matchLabels), ...validateMatch(spec)];
}

/** The Pods must be those that the selector picks. */
function validateMatch(spec: WorkloadSpec): FieldError[] {
  const labels = spec.template?.metadata?.labels;
  const wanted = Object.entries(spec.selector?.matchLabels ?? {});
  const matches = wanted.every(([key, value]) => labels?.[key] === value);
  const message = '`selector` does not match template `labels`';
  return matches ? [] : [invalid('selector-mismatch', 'spec.template.metadata.labels', labels, message)];
}

function validateTemplate(spec: WorkloadSpec): FieldError[] {
  const { metadata, spec: pod = {} } = spec.template ?? {};
  return [
    ...validateLabels('spec.template.labels', metadata?.labels),
    ...validateAnnotations('spec.template.annotations', metadata?.annotations),
    ...validatePodSpec(pod, 'spec.template.spec'),
  ];
}

/**
 * Which Pods a workload makes: a Deployment or ReplicaSet NAME-a, NAME-b, …, a StatefulSet NAME-0, NAME-1, …, as its template says.
 *
 * The real suffixes are random; these are drawn in order, so that a lesson can name them. The status is left to the scheduler (machines.ts).
 */
import type { PodObject } from './shapes.ts';
import { keyOf } from './shapes.ts';
import type { KubeObject } from './types.ts';

/** Where a Pod's values are written: the object, and what its paths begin with there. */
export interface Origin {
  object: string;
  prefix: '' | 'spec.template.';
  /** The manifest as its author wrote it, without defaults: the Pod itself or the template. */
  written: PodObject;
}

export interface PlannedPod {
  object: PodObject;
  origin: Origin;
}

interface Workload extends KubeObject {
  spec: { replicas?: number; template: PodObject; serviceName?: string };
}

/** A kubelet takes 110 Pods; what a workload asks for beyond any cluster's size would run nowhere. */
const MAX_REPLICAS = 1000;

const WORKLOADS = ['Deployment', 'ReplicaSet', 'StatefulSet'];

export function isWorkload(object: KubeObject): boolean {
  return WORKLOADS.includes(object.kind);
}

export function podsOf(workload: KubeObject): PlannedPod[] {
  const { spec, kind, metadata } = workload as Workload;
  const origin: Origin = {
    object: `${kind}/${keyOf(workload)}`,
    prefix: 'spec.template.',
    written: spec.template,
  };
  return Array.from({ length: Math.min(spec.replicas ?? 1, MAX_REPLICAS) }, (_, index) => {
    const name = `${metadata.name}-${kind === 'StatefulSet' ? index : letters(index)}`;
    return { origin, object: podFrom(workload as Workload, name) };
  });
}

/** A StatefulSet's Pods are named in DNS under its `serviceName` (k8s pkg/controller/statefulset/stateful_set_utils.go initIdentity). */
function podFrom({ kind, metadata, spec }: Workload, name: string): PodObject {
  const identity =
    kind === 'StatefulSet'
      ? { hostname: name, ...(spec.serviceName ? { subdomain: spec.serviceName } : {}) }
      : {};
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { ...spec.template.metadata, name, namespace: metadata.namespace ?? 'default' },
    spec: { ...spec.template.spec, ...identity },
  };
}

/** a, b, …, z, aa, ab, … */
function letters(index: number): string {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}

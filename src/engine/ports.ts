/**
 * The one place where a number is chosen: which port of a Pod does a Service port lead to?
 *
 * Source: k8s pkg/api/v1/pod/util.go FindPort, as the EndpointSlice controller calls it (rules 3.2, 4.6 – 4.8).
 */
import type { ContainerPort, PodSpec, ServicePortSpec } from './shapes.ts';

export interface FoundPort {
  number: number;
  /** For a named port: where its `containerPort` stands in the Pod's spec. */
  foundAt?: string;
}

/** Null when no container of the Pod declares a port with that name and protocol. */
export function findPort(pod: PodSpec, servicePort: ServicePortSpec): FoundPort | null {
  const { targetPort } = servicePort;
  if (typeof targetPort === 'number' && targetPort !== 0) return { number: targetPort };
  if (typeof targetPort !== 'string' || targetPort === '') return { number: servicePort.port };
  return findNamed(pod, targetPort, servicePort.protocol ?? 'TCP');
}

function findNamed(pod: PodSpec, name: string, protocol: string): FoundPort | null {
  for (const { port, path } of declaredPorts(pod)) {
    if (port.name === name && (port.protocol ?? 'TCP') === protocol) {
      return { number: port.containerPort, foundAt: `${path}.containerPort` };
    }
  }
  return null;
}

/** Container ports in the order in which names are looked up: containers, then init containers that keep running (sidecars). */
export function declaredPorts(pod: PodSpec): { port: ContainerPort; path: string }[] {
  const sidecars = (pod.initContainers ?? []).map((container, index) => ({
    container,
    path: `initContainers[${index}]`,
  }));
  const containers = (pod.containers ?? []).map((container, index) => ({
    container,
    path: `containers[${index}]`,
  }));
  const running = [
    ...containers,
    ...sidecars.filter(({ container }) => container.restartPolicy === 'Always'),
  ];
  return running.flatMap(({ container, path }) =>
    (container.ports ?? []).map((port, index) => ({ port, path: `spec.${path}.ports[${index}]` })),
  );
}

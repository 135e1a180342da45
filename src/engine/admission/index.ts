/** POST of one manifest → what the API server stores, or its rejection. (First version: the ordinary paths only.) */
import { parseManifests } from '../parse.ts';
import type { AdmissionRequest, AdmissionResponse, KubeObject } from '../types.ts';

type Fields = Record<string, any>;

const invalid = (object: Fields, field: string, reason: string, message: string): AdmissionResponse => ({
  http: 422,
  reason: 'Invalid',
  message: `${object['kind']} "${object['metadata']?.name}" is invalid: ${field}: ${message}`,
  causes: [{ reason, message, field }],
  warnings: [],
  findings: [],
});

function admitService(object: Fields, existing: readonly KubeObject[]): AdmissionResponse | null {
  const spec: Fields = (object['spec'] ??= {});
  const services = existing.filter((o) => o.kind === 'Service').map((o) => (o as Fields)['spec'] ?? {});
  spec['type'] ||= 'ClusterIP';
  spec['sessionAffinity'] ||= 'None';
  const external = spec['type'] === 'NodePort' || spec['type'] === 'LoadBalancer';
  if (spec['type'] !== 'ExternalName') spec['internalTrafficPolicy'] ??= 'Cluster';
  if (spec['type'] === 'LoadBalancer') spec['allocateLoadBalancerNodePorts'] ??= true;
  if (external || (spec['externalIPs'] ?? []).length) spec['externalTrafficPolicy'] ||= 'Cluster';
  const takenPorts = new Set(services.flatMap((s) => (s['ports'] ?? []).map((p: Fields) => p['nodePort'])));
  for (const [i, port] of (spec['ports'] ?? []).entries()) {
    port.protocol ||= 'TCP';
    port.targetPort ||= port.port;
    if (!port.nodePort) continue;
    if (!external && spec['type'] === 'ClusterIP')
      return invalid(object, `spec.ports[${i}].nodePort`, 'FieldValueForbidden', "Forbidden: may not be used when `type` is 'ClusterIP'");
    if (external && (port.nodePort < 30000 || port.nodePort > 32767))
      return invalid(object, `spec.ports[${i}].nodePort`, 'FieldValueInvalid', `Invalid value: ${port.nodePort}: provided port is not in the valid range. The range of valid ports is 30000-32767`);
    takenPorts.add(port.nodePort);
  }
  let next = 30086;
  if (external && spec['allocateLoadBalancerNodePorts'] !== false)
    for (const port of spec['ports'] ?? []) {
      while (takenPorts.has(next)) next++;
      if (!port.nodePort) takenPorts.add((port.nodePort = next));
    }
  if (spec['type'] === 'LoadBalancer' && spec['externalTrafficPolicy'] === 'Local') {
    while (takenPorts.has(next)) next++;
    spec['healthCheckNodePort'] ||= next;
  }
  if (spec['type'] === 'ExternalName') return null;
  const taken = new Set(['10.96.0.1', ...services.map((s) => s['clusterIP'])]);
  let host = 10;
  while (taken.has(`10.96.1.${host}`)) host++;
  spec['clusterIP'] ||= `10.96.1.${host}`;
  spec['clusterIPs'] = [spec['clusterIP']];
  spec['ipFamilies'] ??= ['IPv4'];
  spec['ipFamilyPolicy'] ??= 'SingleStack';
  object['status'] = { loadBalancer: {} };
  return null;
}

export function admit(request: AdmissionRequest, existing: readonly KubeObject[] = []): AdmissionResponse {
  const body = typeof request.body === 'string' ? request.body : new TextDecoder().decode(request.body);
  const object = structuredClone(parseManifests(body).objects[0] ?? {}) as Fields;
  const namespace = /\/namespaces\/([^/]+)\/./.exec(request.path)?.[1];
  object['metadata'] ??= {};
  if (namespace) object['metadata'].namespace ??= namespace;
  const rejection = object['kind'] === 'Service' ? admitService(object, existing) : null;
  return rejection ?? { http: 201, object: object as KubeObject, warnings: [], findings: [] };
}

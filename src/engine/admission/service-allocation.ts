/**
 * Cluster IP, node ports and health check node port of a new Service, in this order; an allocator's error is the only one
 * reported.
 *
 * Upstream: pkg/registry/core/service/storage/alloc.go `allocIPs`, `initNodePorts`, `allocHealthCheckNodePort`;
 * ipallocator/cidrallocator.go; pkg/apis/networking/validation `ValidateIPAddress`.
 */
import { quote } from '../go.ts';
import type { ServicePort, ServiceSpec } from '../kube.ts';
import type { FindingCode } from './codes.ts';
import { type FieldError, invalid } from './field.ts';
import { formatIP, parseIP } from './ip.ts';
import { hostOf, type Ledger, NODE_PORTS } from './ledger.ts';
import { isPathSegment } from './names.ts';
import { needsHealthCheck } from './service-defaults.ts';

/** Field errors are a 422, an internal error is a 500. */
export type AllocationError =
  | { errors: readonly FieldError[] }
  | { internal: string; code: FindingCode; field: string; params: Readonly<Record<string, string | number>> };

const RANGE = `${NODE_PORTS.first}-${NODE_PORTS.last}`;
const NOT_IN_RANGE = `provided port is not in the valid range. The range of valid ports is ${RANGE}`;
const TAKEN = 'provided port is already allocated';

export function allocate(name: string, spec: ServiceSpec, ledger: Ledger): AllocationError | null {
  const address = allocateAddress(name, spec, ledger);
  if (address) return address;
  const ports = new NodePorts(spec, ledger);
  const usesNodePorts = spec.type === 'NodePort' || spec.type === 'LoadBalancer';
  return (usesNodePorts ? ports.allocate() : null) ?? (needsHealthCheck(spec) ? ports.healthCheck() : null);
}

function allocateAddress(name: string, spec: ServiceSpec, ledger: Ledger): AllocationError | null {
  if (spec.type === 'ExternalName' || spec.clusterIPs?.[0] === 'None') return null;
  const ips = spec.clusterIPs ?? [''];
  const asked = ips[0] ?? '';
  const address = asked || ledger.drawAddress();
  if (address === null)
    return internal(
      'failed to allocate a serviceIP: range is full',
      'cluster-ips-exhausted',
      'spec.clusterIP',
    );
  const refused = refuseAddress(name, asked, address, ips, ledger);
  if (refused) return { errors: [refused] };
  spec.clusterIP = address;
  spec.clusterIPs = [address, ...ips.slice(1)];
  return null;
}

/** The server stores an IPAddress object that names the Service: a Service without a name fails here first. */
function refuseAddress(
  name: string,
  asked: string,
  address: string,
  ips: readonly string[],
  ledger: Ledger,
): FieldError | null {
  const prefix = asked ? `failed to allocate IP ${asked}: ` : 'failed to allocate IP: ';
  const error = (code: FindingCode, problem: string): FieldError =>
    invalid(code, 'spec.clusterIPs', ips, prefix + problem, { address });
  if (hostOf(address) === null)
    return error('cluster-ip-out-of-range', 'the provided network does not match the current range');
  const problem = parentNameProblem(name);
  const ip = parseIP(address);
  if (problem)
    return error(
      'cluster-ip-needs-name',
      `IPAddress.networking.k8s.io ${quote(ip ? formatIP(ip) : address)} is invalid: ${problem}`,
    );
  return ledger.isTaken(address) ? error('cluster-ip-taken', 'provided IP is already allocated') : null;
}

function parentNameProblem(name: string): string | null {
  const field = 'spec.parentRef.name: ';
  if (name === '') return `${field}Required value`;
  const problems = isPathSegment(name).map((message) => `${field}Invalid value: ${quote(name)}: ${message}`);
  return problems.length > 1 ? `[${problems.join(', ')}]` : (problems[0] ?? null);
}

function internal(
  message: string,
  code: FindingCode,
  field: string,
  params: Readonly<Record<string, string | number>> = {},
): AllocationError {
  return { internal: message, code, field, params };
}

/** Node ports know numbers, not protocols; ports of one Service with the same `port` share one. */
class NodePorts {
  private readonly spec: ServiceSpec;
  private readonly ledger: Ledger;
  private readonly taken = new Set<number>();
  /** What this Service asks for, or was drawn for it, must not be drawn for another of its ports. */
  private readonly wanted: Set<number | null | undefined>;

  constructor(spec: ServiceSpec, ledger: Ledger) {
    this.spec = spec;
    this.ledger = ledger;
    this.wanted = new Set([...(spec.ports ?? []).map((port) => port.nodePort), spec.healthCheckNodePort]);
  }

  allocate(): AllocationError | null {
    const shared = new Map<number, number>();
    for (const [i, port] of (this.spec.ports ?? []).entries()) {
      if (!port.nodePort && this.spec.allocateLoadBalancerNodePorts === false) continue;
      const error = this.allocatePort(port, i, shared);
      if (error) return error;
    }
    return null;
  }

  private allocatePort(port: ServicePort, i: number, shared: Map<number, number>): AllocationError | null {
    const number = port.port ?? 0;
    const same = shared.get(number);
    if (same !== undefined) {
      if (port.nodePort && port.nodePort !== same) return this.reserve(port.nodePort, i);
      port.nodePort = same;
      return null;
    }
    const asked = (this.spec.ports ?? []).find(
      (other) => (other.port ?? 0) === number && other.nodePort,
    )?.nodePort;
    const nodePort = asked ?? this.draw();
    if (nodePort === null)
      return internal(
        'failed to allocate a nodePort: range is full',
        'node-ports-exhausted',
        `spec.ports[${i}]`,
      );
    const error = asked ? this.reserve(asked, i) : null;
    if (error) return error;
    port.nodePort = nodePort;
    shared.set(number, nodePort);
    return null;
  }

  private draw(): number | null {
    const port = this.ledger.drawPort(this.wanted);
    this.wanted.add(port);
    return port;
  }

  /** Why a number can't be had; null when it is reserved now. */
  private problem(port: number): string | null {
    if (port < NODE_PORTS.first || port > NODE_PORTS.last) return NOT_IN_RANGE;
    if (this.taken.has(port) || this.ledger.isPortTaken(port)) return TAKEN;
    this.taken.add(port);
    return null;
  }

  private reserve(port: number, i: number): AllocationError | null {
    const problem = this.problem(port);
    if (!problem) return null;
    const code = problem === TAKEN ? 'node-port-taken' : 'node-port-out-of-range';
    return { errors: [invalid(code, `spec.ports[${i}].nodePort`, port, problem, { range: RANGE })] };
  }

  healthCheck(): AllocationError | null {
    const asked = this.spec.healthCheckNodePort;
    const field = 'spec.healthCheckNodePort';
    if (asked) {
      const problem = this.problem(asked);
      if (!problem) return null;
      const code = problem === TAKEN ? 'health-check-node-port-taken' : 'health-check-node-port-out-of-range';
      const message = `failed to allocate requested HealthCheck NodePort ${asked}: ${problem}`;
      return internal(message, code, field, { value: asked, range: RANGE });
    }
    const port = this.draw();
    if (port === null)
      return internal(
        'failed to allocate a HealthCheck NodePort 0: range is full',
        'node-ports-exhausted',
        field,
      );
    this.spec.healthCheckNodePort = port;
    return null;
  }
}

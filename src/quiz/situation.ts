/**
 * A connection as a learner sees it: who dials, what stands at the address, which Service is meant, which Pods, which numbers the
 * manifests hold. Misconceptions are run over this; it is read from the manifests and from the true trace.
 */
import type { Hop, KubeObject, Protocol, ProxyMode, Trace } from '../engine/index.ts';
import { addressOf, parseConnection } from '../engine/index.ts';
import type { Scenario, TracedConnection } from '../scenario.ts';

export interface Situation {
  scenario: Scenario;
  connection: TracedConnection;
  trace: Trace;
  client: 'pod' | 'node' | 'outside';
  dialed: {
    what: 'service' | 'balancer' | 'node' | 'pod' | 'other';
    host: string;
    port: number;
    protocol: Protocol;
    byName: boolean;
  };
  /** The Service dialed, or the one whose Pod or node port is dialed. */
  service: ServiceFacts | null;
  /** Its port that is meant: the one the dialed number belongs to in any role, else the first. */
  port: PortFacts | null;
  /** What runs in the Pods that are meant. */
  workloads: readonly Workload[];
  /** On which ports the connection really arrives at Pods, accepted or not. */
  podPorts: readonly number[];
  /** The Service that is meant and all that runs anywhere. */
  everyone: { service: ServiceFacts | null; workloads: readonly Workload[] };
}

export interface ServiceFacts {
  name: string;
  namespace: string;
  selector: Readonly<Record<string, string>>;
  headless: boolean;
  externalName: boolean;
  externalLocal: boolean;
  sourceRanges: boolean;
  /** Of type LoadBalancer and still without an address of one. */
  pending: boolean;
  /** Addresses of its load balancer. */
  balancers: readonly string[];
  ports: readonly PortFacts[];
}

export interface PortFacts {
  protocol: Protocol;
  port: number;
  /** As defaulted: `port` where it is absent; a name stays a name. */
  targetPort: number | string;
  nodePort: number | null;
}

export interface Workload {
  kind: string;
  name: string;
  namespace: string;
  labels: Readonly<Record<string, string>>;
  containerPorts: readonly number[];
  listening: readonly number[];
  hostNetwork: boolean;
}

export function situationOf(scenario: Scenario, connection: TracedConnection, mode: ProxyMode): Situation {
  const trace = connection.traces[mode];
  const services = scenario.objects.filter((o) => o.kind === 'Service').map(serviceFacts);
  const workloads = scenario.objects.flatMap(workloadOf);
  const dialed = whatIsDialed(scenario, connection, services);
  const pod = dialed.pod ? workloads.filter((w) => runs(w, dialed.pod ?? '')) : [];
  const service =
    dialed.service ??
    services.find((s) => pod.some((w) => selects(s, w))) ??
    byNodePort(services, dialed.port);
  return {
    scenario,
    connection,
    trace,
    client: connection.from.split('/')[0] as Situation['client'],
    dialed: {
      what: dialed.what,
      host: dialed.host,
      port: dialed.port,
      protocol: dialed.protocol,
      byName: dialed.byName,
    },
    service,
    port: service ? portMeant(service, dialed) : null,
    workloads: pod.length > 0 ? pod : workloads.filter((w) => service && selects(service, w)),
    podPorts: arrivals(trace),
    everyone: { service, workloads },
  };
}

/** The Service port with that number and protocol at the cluster IP. */
export const declared = (s: Situation): boolean =>
  s.service?.ports.some((p) => p.port === s.dialed.port && p.protocol === s.dialed.protocol) ?? false;

/** The API server did not take the Service that is meant. */
export const isRejected = (s: Situation): boolean =>
  s.scenario.cluster.rejected.some(
    ({ object }) =>
      object.kind === 'Service' &&
      object.metadata.name === s.service?.name &&
      (object.metadata.namespace ?? 'default') === s.service?.namespace,
  );

/** The name that is dialed gives no address. */
export const hasNoAddress = (s: Situation): boolean => s.trace.hops.some((hop) => hop.event === 'not-found');

/** How many labels of a selector a Pod has. */
export function sharesLabels(
  selector: Readonly<Record<string, string>>,
  labels: Readonly<Record<string, string>>,
): 'all' | 'some' | 'none' {
  const wanted = Object.entries(selector);
  const shared = wanted.filter(([key, value]) => labels[key] === value).length;
  if (shared === 0) return 'none';
  return shared === wanted.length ? 'all' : 'some';
}

/** The number dialed is a node port, at a node. */
export const nodePortDialed = (s: Situation): boolean =>
  s.dialed.what === 'node' && s.port?.nodePort === s.dialed.port;

/** The connection is one that rules would rewrite: a declared port of a Service, dialed inside, or a node port. */
export const entersService = (s: Situation): boolean =>
  (s.dialed.what === 'service' && declared(s) && s.client !== 'outside') ||
  (s.dialed.what === 'balancer' && declared(s)) ||
  nodePortDialed(s);

/** The Pods' port by `targetPort`: a number as it is, a name as the Pods declare it. */
export const targetNumbers = (s: Situation): readonly number[] =>
  typeof s.port?.targetPort === 'number' ? [s.port.targetPort] : s.podPorts;

export const hasReason = (s: Situation, ...reasons: readonly Hop['because'][]): boolean =>
  s.trace.hops.some((hop) => reasons.includes(hop.because));

interface Dialed {
  what: Situation['dialed']['what'];
  host: string;
  port: number;
  protocol: Protocol;
  byName: boolean;
  service: ServiceFacts | null;
  pod: string | null;
}

function whatIsDialed(
  scenario: Scenario,
  connection: TracedConnection,
  services: readonly ServiceFacts[],
): Dialed {
  const parsed = parseConnection(scenario.cluster, { from: connection.from, to: connection.to });
  if (!('to' in parsed))
    throw new Error(`${scenario.id}: connection ${connection.id} was traced but cannot be parsed`);
  const { host, port, protocol } = parsed.to;
  const placeholder = /\{([^{}]+)\}/.exec(connection.written)?.[1] ?? '';
  const byName = !/^[\d.]+$/.test(host);
  const service =
    services.find((s) => isNameOf(host, s) && byName && s.namespace === connection.from.split('/')[1]) ??
    services.find((s) =>
      byName ? isNameOf(host, s) : addressOf(scenario.cluster, `service/${s.namespace}/${s.name}`) === host,
    ) ??
    null;
  const pod = placeholder.startsWith('pod/') ? placeholder.slice('pod/'.length) : null;
  const node = pod === null && service === null && (placeholder !== '' || host.startsWith('127.'));
  const balancer = services.find((s) => s.balancers.includes(host)) ?? null;
  const what = balancer ? 'balancer' : service ? 'service' : pod ? 'pod' : node ? 'node' : 'other';
  return { what, host, port, protocol, byName, service: service ?? balancer, pod };
}

const isNameOf = (host: string, { name, namespace }: ServiceFacts): boolean =>
  host === name || host === `${name}.${namespace}` || host.startsWith(`${name}.${namespace}.svc`);

const byNodePort = (services: readonly ServiceFacts[], port: number): ServiceFacts | null =>
  services.find((s) => s.ports.some((p) => p.nodePort === port)) ?? services[0] ?? null;

const portMeant = ({ ports }: ServiceFacts, { port, protocol }: Dialed): PortFacts | null =>
  ports.find((p) => p.port === port && p.protocol === protocol) ??
  ports.find((p) => p.port === port) ??
  ports.find((p) => p.nodePort === port || p.targetPort === port) ??
  ports[0] ??
  null;

const selects = (service: ServiceFacts, workload: Workload): boolean =>
  service.namespace === workload.namespace &&
  Object.keys(service.selector).length > 0 &&
  Object.entries(service.selector).every(([key, value]) => workload.labels[key] === value);

/** `default/test-b` runs what Deployment test says, `default/shop` what Pod shop says. */
const runs = ({ kind, name, namespace }: Workload, pod: string): boolean =>
  kind === 'Pod' ? pod === `${namespace}/${name}` : pod.startsWith(`${namespace}/${name}-`);

const arrivals = (trace: Trace): number[] => [
  ...new Set(
    trace.hops.flatMap((hop) => (hop.place === 'pod' && hop.before ? [hop.before.destination.port] : [])),
  ),
];

function serviceFacts(object: KubeObject): ServiceFacts {
  const spec = (object.spec ?? {}) as ServiceShape;
  const { loadBalancer } = (object.status ?? {}) as BalancerShape;
  const balancers = (loadBalancer?.ingress ?? []).flatMap(({ ip }) => ip ?? []);
  return {
    name: object.metadata.name ?? '',
    namespace: object.metadata.namespace ?? 'default',
    selector: spec.selector ?? {},
    headless: spec.clusterIP === 'None',
    externalName: spec.type === 'ExternalName',
    externalLocal: spec.externalTrafficPolicy === 'Local',
    sourceRanges: Boolean(spec.loadBalancerSourceRanges),
    pending: spec.type === 'LoadBalancer' && balancers.length === 0,
    balancers,
    ports: (spec.ports ?? []).map(({ port = 0, protocol = 'TCP', targetPort, nodePort }) => ({
      protocol,
      port,
      targetPort: targetPort || port,
      nodePort: nodePort || null,
    })),
  };
}

interface ServiceShape {
  type?: string;
  clusterIP?: string;
  selector?: Record<string, string>;
  externalTrafficPolicy?: string;
  loadBalancerSourceRanges?: readonly string[];
  ports?: readonly Partial<PortFacts>[];
}

interface BalancerShape {
  loadBalancer?: { ingress?: readonly { ip?: string }[] };
}

interface PodShape {
  metadata?: { labels?: Record<string, string>; annotations?: Record<string, string> };
  spec?: { hostNetwork?: boolean; containers?: readonly { ports?: readonly { containerPort?: number }[] }[] };
}

const MAKES_PODS: readonly string[] = ['Deployment', 'ReplicaSet', 'StatefulSet'];

/** The Pods that an object is or makes. */
export function workloadOf(object: KubeObject): Workload[] {
  const makes = MAKES_PODS.includes(object.kind);
  if (!makes && object.kind !== 'Pod') return [];
  const pod = (makes ? (object.spec as { template?: PodShape } | undefined)?.template : object) as
    | PodShape
    | undefined;
  const containerPorts = (pod?.spec?.containers ?? []).flatMap((c) =>
    (c.ports ?? []).flatMap((p) => p.containerPort ?? []),
  );
  const listens = pod?.metadata?.annotations?.['port-of-call/listens'];
  return [
    {
      kind: object.kind,
      name: object.metadata.name ?? '',
      namespace: object.metadata.namespace ?? 'default',
      labels: pod?.metadata?.labels ?? {},
      containerPorts,
      listening: listens === undefined ? containerPorts : listeningPorts(listens),
      hostNetwork: pod?.spec?.hostNetwork ?? false,
    },
  ];
}

/** `tcp/8170,tcp/127.0.0.1:9000` → 8170, 9000. */
export const listeningPorts = (text: string): number[] =>
  text.split(',').flatMap((item) => {
    const port = Number(/(\d+)\s*$/.exec(item)?.[1] ?? 0);
    return port > 0 ? [port] : [];
  });

/** Small clusters written as text, and what a connection in them comes to. */
import {
  type Answer,
  buildCluster,
  type Cluster,
  type Environment,
  type Hop,
  type ProxyMode,
  parseManifests,
  resolveConnection,
} from '../../src/engine/index.ts';

export function clusterFrom(text: string, environment?: Environment): Cluster {
  return buildCluster(parseManifests(text).objects, environment);
}

/** A Pod with labels, a node and what it listens on; a number of its own for every role. */
export function pod(
  name: string,
  fields: {
    labels?: string;
    node?: string;
    listens?: string;
    spec?: string;
    status?: string;
    namespace?: string;
  } = {},
): string {
  const { labels = '{}', node = 'node-1', listens = '', spec = '', status, namespace = 'default' } = fields;
  return `---
apiVersion: v1
kind: Pod
metadata: { name: ${name}, namespace: ${namespace}, labels: ${labels}, annotations: { port-of-call/listens: "${listens}" } }
spec: { nodeName: ${node}, containers: [{ name: c, image: example/app }]${spec && `, ${spec}`} }
${status === undefined ? '' : `status: ${status}`}
`;
}

export function service(name: string, spec: string, metadata = ''): string {
  return `---
apiVersion: v1
kind: Service
metadata: { name: ${name}${metadata && `, ${metadata}`} }
spec: ${spec}
`;
}

export function show(answer: Answer): string {
  if (answer.outcome !== 'reached') return answer.outcome;
  return 'http' in answer ? `${answer.by} ${answer.http}` : `${answer.by}:${answer.port} sees ${answer.sees}`;
}

export function answersOf(
  cluster: Cluster,
  from: string,
  to: string,
  proxyMode: ProxyMode = 'iptables',
): string[] {
  return resolveConnection(cluster, { from, to }, { proxyMode }).answers.map(show).sort();
}

export function hopsOf(
  cluster: Cluster,
  from: string,
  to: string,
  proxyMode: ProxyMode = 'iptables',
): readonly Hop[] {
  return resolveConnection(cluster, { from, to }, { proxyMode }).hops;
}

export function storyOf(
  cluster: Cluster,
  from: string,
  to: string,
  proxyMode: ProxyMode = 'iptables',
): string[] {
  return hopsOf(cluster, from, to, proxyMode).map(
    ({ place, event, because }) => `${place} ${event} ${because}`,
  );
}

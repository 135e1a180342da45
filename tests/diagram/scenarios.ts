/** Routes to test with: those of the lessons, and clusters made to measure. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Atlas } from '../../src/diagram/atlas.ts';
import { atlasOf } from '../../src/diagram/atlas-of.ts';
import type { RouteModel } from '../../src/diagram/model.ts';
import { routeOf } from '../../src/diagram/route.ts';
import { buildCluster, parseManifests, resolveConnection } from '../../src/engine/index.ts';
import { isTraced, loadScenario } from '../../src/scenarios.ts';

export interface Drawn {
  id: string;
  model: RouteModel;
  atlas: Atlas;
}

/** Scenarios that lessons draw; those of the question bank are only told. */
const drawnIds = (): string[] =>
  [
    ...new Set(
      readdirSync('content/lessons').flatMap((lesson) => {
        const facts = readFileSync(`content/lessons/${lesson}/lesson.yaml`, 'utf8');
        return [...(/^scenarios: \[(.*)\]$/m.exec(facts)?.[1] ?? '').matchAll(/[\w-]+/g)].map(([id]) => id);
      }),
    ),
  ].sort();

export const lessonRoutes = (): Drawn[] =>
  drawnIds().flatMap((id) => {
    const { cluster, connections } = loadScenario(id);
    const atlas = atlasOf(cluster);
    return Object.values(connections)
      .filter(isTraced)
      .map((connection) => ({ id: `${id}/${connection.id}`, atlas, model: routeOf(connection, atlas) }));
  });

export function lessonRoute(scenario: string, connection: string): RouteModel {
  const found = lessonRoutes().find(({ id }) => id === `${scenario}/${connection}`);
  if (!found) throw new Error(`no connection ${connection} in ${scenario}`);
  return found.model;
}

/** The route of one connection through a cluster written down on the spot. */
export function routeThrough(manifests: string, from: string, to: string): Drawn {
  const { objects, findings } = parseManifests(manifests);
  if (findings.length > 0) throw new Error(JSON.stringify(findings));
  const cluster = buildCluster(objects);
  const trace = (proxyMode: 'iptables' | 'nftables') =>
    resolveConnection(cluster, { from, to }, { proxyMode });
  const atlas = atlasOf(cluster);
  const traces = { iptables: trace('iptables'), nftables: trace('nftables') };
  return { id: `${from} ${to}`, atlas, model: routeOf({ from, to, traces }, atlas) };
}

/** A Service `name` with so many Pods, on both nodes by turns, and a client. */
export const shop = (name: string, replicas: number, spec = ''): string => `
apiVersion: v1
kind: Service
metadata: { name: ${name} }
spec: { type: NodePort, selector: { app: it }, ports: [{ port: 8080, targetPort: 8170, nodePort: 32222 }]${spec} }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name} }
spec:
  replicas: ${replicas}
  selector: { matchLabels: { app: it } }
  template:
    metadata: { labels: { app: it }, annotations: { port-of-call/listens: "tcp/8170" } }
    spec: { containers: [{ name: it, image: it }] }
---
apiVersion: v1
kind: Pod
metadata: { name: client }
spec: { nodeName: node-1, containers: [{ name: c, image: c }] }
`;

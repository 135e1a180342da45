/** The texts of a scenario → the scenario with the one connection that is asked about. Pure, for the build has checked the texts. */
import { buildCluster, type Cluster, parseManifests } from '../engine/index.ts';
import { fillPlaceholders, type Scenario, trace } from '../scenario.ts';

/** The two files of a scenario, read. */
export interface ScenarioTexts {
  id: string;
  /** The text of cluster.yaml. */
  text: string;
  connections: Readonly<Record<string, { from: string; to: string }>>;
}

export const clusterOf = ({ text }: Pick<ScenarioTexts, 'text'>): Cluster =>
  buildCluster(parseManifests(text).objects);

export function scenarioOf({ id, text, connections }: ScenarioTexts, only: string): Scenario {
  const { objects } = parseManifests(text);
  const cluster = buildCluster(objects);
  const written = connections[only];
  if (!written) throw new Error(`${id}: no connection ${only}`);
  const { filled } = fillPlaceholders(cluster, written.to);
  const connection = trace(cluster, { id: only, from: written.from, to: filled, written: written.to });
  return { id, text, objects, cluster, connections: { [only]: connection } };
}

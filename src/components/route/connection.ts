/** A connection of a scenario, drawn: ids in, what a route shows out. */
import { authorMistake, didYouMean } from '../../author-error.ts';
import type { Atlas } from '../../diagram/atlas.ts';
import { atlasOf } from '../../diagram/atlas-of.ts';
import type { RouteModel } from '../../diagram/model.ts';
import { routeOf, withLoopback } from '../../diagram/route.ts';
import { isTraced, loadScenario } from '../../scenarios.ts';

export interface DrawnConnection {
  model: RouteModel;
  atlas: Atlas;
}

/** Throws an AuthorError when the scenario has no such connection, or when it is one that applies a manifest. */
export function drawnConnection(scenarioId: string, id: string): DrawnConnection {
  const scenario = loadScenario(scenarioId);
  const connection = scenario.connections[id];
  if (!connection || !isTraced(connection)) {
    const known = Object.values(scenario.connections)
      .filter(isTraced)
      .map((one) => one.id);
    throw authorMistake(
      `content/scenarios/${scenarioId}/connections.yaml`,
      `there is no connection "${id}" to draw. ${didYouMean(id, known)}`,
    );
  }
  const atlas = withLoopback(atlasOf(scenario.cluster), connection.from);
  return { atlas, model: routeOf(connection, atlas) };
}

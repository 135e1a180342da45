/** The list of hops: steps of the same depth are one item, those of one place, event and mode are told in one go. */
import type { ProxyMode } from '../../engine/index.ts';
import type { Item } from '../model.ts';
import { keyOf, type Path, type Step } from '../path.ts';

export const distinctSteps = (steps: readonly Step[]): Step[] => [
  ...new Map(steps.map((step) => [keyOf([step]), step] as const)).values(),
];

/** At each depth, the steps of one place, event and mode are told together. */
export function itemsOf(paths: readonly Path[]): Item[] {
  const depth = Math.max(...paths.map(({ steps }) => steps.length));
  return Array.from({ length: depth }, (_, index) => ({
    number: index + 1,
    cases: casesAt(paths, index),
  }));
}

function casesAt(paths: readonly Path[], index: number): Item['cases'] {
  const found = new Map<string, { modes: Set<ProxyMode | null>; steps: Step[] }>();
  for (const { steps, mode } of paths) {
    const step = steps[index];
    if (!step) continue;
    const key = [step.place, step.event, step.hop.because, step.process?.because].join();
    const group = found.get(key) ?? { modes: new Set(), steps: [] };
    found.set(key, group);
    group.modes.add(mode);
    group.steps.push(step);
  }
  const groups = [...found.values()];
  return groups.map(({ modes, steps }) => ({
    mode: groups.length > 1 && modes.size === 1 ? ([...modes][0] ?? null) : onlyMode(modes, paths, index),
    steps: distinctSteps(steps),
  }));
}

/** A step that exists in one mode only, although nothing stands beside it in the other. */
function onlyMode(
  modes: ReadonlySet<ProxyMode | null>,
  paths: readonly Path[],
  index: number,
): ProxyMode | null {
  const everywhere = paths.every(({ steps }) => steps.length > index);
  return !everywhere && modes.size === 1 ? ([...modes][0] ?? null) : null;
}

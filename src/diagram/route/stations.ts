/** A place on the way becomes a station: its kind, its land, the address and the port that are true there. */
import type { Atlas } from '../atlas.ts';
import type { Station, StationKind } from '../model.ts';
import type { Path, Step } from '../path.ts';
import { distinctSteps } from './items.ts';
import { markOf } from './marks.ts';

export function trunkStation(paths: readonly Path[], index: number, atlas: Atlas): Station {
  const steps = distinctSteps(paths.flatMap((path) => path.steps[index] ?? []));
  const [step] = steps;
  if (!step) throw new Error('a trunk station without a step');
  const client = paths[0]?.steps[0]?.at ?? '';
  return stationOf(step, steps, index + 1, nodeOfStep(step, client, atlas), atlas, false);
}

/** Names and virtual addresses are drawn where they take effect: on the client's own node. */
export function nodeOfStep({ place, at }: Step, client: string, atlas: Atlas): string | null {
  return place === 'name' || place === 'service' ? atlas.nodeOf(client) : atlas.nodeOf(at);
}

export function stationOf(
  step: Step,
  steps: readonly Step[],
  item: number,
  node: string | null,
  atlas: Atlas,
  written: boolean,
): Station {
  const kind = kindOf(step);
  const packet = step.before;
  const shows = kind !== 'client' && kind !== 'name' && kind !== 'rules' && packet !== null;
  return {
    kind,
    at: step.at,
    name: nameOf(step, kind),
    node,
    item,
    address: addressAt(step, kind, atlas),
    others: kind === 'name' ? otherAddresses(steps) : [],
    port: shows ? markOf(packet, atlas, written) : null,
    steps,
  };
}

function kindOf({ place, hop }: Step): StationKind {
  switch (place) {
    case 'client':
    case 'name':
    case 'pod':
    case 'node':
      return place;
    case 'node-rule':
      return 'rules';
    case 'service':
      if (hop.because === 'external-ip') return 'external-ip';
      return hop.because === 'load-balancer-ip' ? 'load-balancer' : 'cluster-ip';
    case 'process':
    case 'beyond':
      return 'outside';
    default:
      return place satisfies never;
  }
}

const lastPart = (at: string): string => at.split('/').at(-1) ?? at;

function nameOf({ at }: Step, kind: StationKind): string | null {
  return kind === 'rules' ? null : lastPart(at);
}

/** A headless Service's name has an address for each ready Pod. */
function otherAddresses(steps: readonly Step[]): string[] {
  const all = steps.flatMap(({ carried }) => carried?.destination.address ?? []);
  return [...new Set(all)].slice(1);
}

function addressAt(step: Step, kind: StationKind, atlas: Atlas): string | null {
  switch (kind) {
    case 'client':
      return step.carried?.source.address ?? atlas.addressOf(step.at);
    case 'name':
      return step.carried?.destination.address ?? null;
    case 'rules':
      return null;
    default:
      return step.before?.destination.address ?? null;
  }
}

/**
 * The traces of a connection in both proxy modes → what its route shows (model.ts).
 *
 * The trunk is what all ways have in common, the rows are where they part: at the choice of a Pod, or where the modes differ.
 */
import type { ProxyMode, Trace } from '../engine/index.ts';
import type { Atlas } from './atlas.ts';
import type { RouteModel } from './model.ts';
import { mergedPaths, type Path } from './path.ts';
import { entryOf } from './route/entry.ts';
import { itemsOf } from './route/items.ts';
import { lineBehind, markOf } from './route/marks.ts';
import { rewritingOf, stripOf } from './route/packet.ts';
import { distinct, fold, ordered, rowOf } from './route/rows.ts';
import { trunkStation } from './route/stations.ts';

export { markOf } from './route/marks.ts';

export interface RouteInput {
  from: string;
  to: string;
  traces: Readonly<Record<ProxyMode, Trace>>;
}

export function routeOf(input: RouteInput, world: Atlas): RouteModel {
  const atlas = withLoopback(world, input.from);
  const paths = mergedPaths(input.traces);
  const depth = trunkLength(paths);
  const trunk = Array.from({ length: depth }, (_, index) => trunkStation(paths, index, atlas));
  const home = trunk.at(-1)?.node ?? null;
  const rows = fold(ordered(distinct(paths.map((path) => rowOf(path, depth, home, atlas))), home));
  const nodes = [...trunk, ...rows].flatMap(({ node }) => node ?? []);
  return {
    from: input.from,
    dialed: dialedOf(input.to, paths, atlas),
    trunk,
    rewriting: rewritingOf(paths, atlas),
    rows,
    lines: trunk.map((_, index) => lineBehind(paths, index, atlas)),
    items: itemsOf(paths),
    strip: stripOf(paths, atlas),
    entry: entryOf(paths, atlas),
    nodes: Object.fromEntries(nodes.map((name) => [name, atlas.addressOf(`node/${name}`) ?? ''])),
  };
}

/** 127.0.0.1 is the client's own machine: on a node, one of the node's addresses. */
export function withLoopback(atlas: Atlas, from: string): Atlas {
  const node = from.startsWith('node/') ? atlas.nodeOf(from) : null;
  return {
    ...atlas,
    nodeAt: (address) => atlas.nodeAt(address) ?? (address.startsWith('127.') ? node : null),
  };
}

/** How many steps of a path may stand on the trunk: an end is drawn at the end of a row, not as a station. */
function bodyLength({ steps }: Path): number {
  const [last, before] = [steps.at(-1), steps.at(-2)];
  const staysThere = last?.place === 'name' || (last?.place === 'node-rule' && before?.place !== 'node-rule');
  const pod = steps.findIndex(({ place }) => place === 'pod');
  return Math.min(staysThere ? steps.length : steps.length - 1, pod < 0 ? steps.length : pod);
}

function trunkLength(paths: readonly Path[]): number {
  const first = paths[0]?.steps ?? [];
  const limit = Math.min(...paths.map(bodyLength));
  const parts = first.findIndex(({ place, at }, index) =>
    paths.some(({ steps }) => steps[index]?.place !== place || steps[index]?.at !== at),
  );
  return parts === -1 ? limit : Math.min(limit, parts);
}

function dialedOf(to: string, paths: readonly Path[], atlas: Atlas): RouteModel['dialed'] {
  const packet = paths.flatMap(({ steps }) => steps.flatMap(({ carried }) => carried ?? []))[0];
  const [, scheme = '', host = '', port] = /^(\w+:\/\/)?([^/:]+)(?::(\d+))?/.exec(to) ?? [];
  const value = Number(port ?? (scheme === 'https://' ? 443 : 80));
  const mark = packet ? markOf(packet, atlas, false) : { value, role: null, hollow: false };
  return { text: `${scheme}${host}:`, port: mark };
}

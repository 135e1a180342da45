/**
 * The traces of a connection in both proxy modes → what its route shows (model.ts).
 *
 * The trunk is what all ways have in common, the rows are where they part: at the choice of a Pod, or where the modes differ.
 * A number gets its role at the address it is sent to (roles.ts).
 */
import type { Packet, ProxyMode, Trace } from '../engine/index.ts';
import type { Atlas, EntryPort, ServiceEntry } from './atlas.ts';
import type {
  Destination,
  Entry,
  EntryRow,
  Item,
  Rewriting,
  RouteModel,
  Row,
  Station,
  StationKind,
  Strip,
} from './model.ts';
import { keyOf, mergedPaths, type Path, type Step } from './path.ts';
import { listening, type PortMark, roleAt } from './roles.ts';

export interface RouteInput {
  from: string;
  to: string;
  traces: Readonly<Record<ProxyMode, Trace>>;
}

/** Rows that are drawn; more Pods than that share the last one. */
const MAX_ROWS = 4;

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

/** The role of the port on a packet; what a rule wrote is told from what the client wrote. */
export function markOf(packet: Packet, atlas: Atlas, written: boolean): PortMark {
  return roleAt(atlas, packet.destination.address, packet.destination.port, written);
}

const isEndOnly = ({ place, event }: Step): boolean =>
  place === 'client' ||
  place === 'node-rule' ||
  place === 'name' ||
  (place === 'beyond' && event === 'dropped');

/** How many steps of a path may stand on the trunk: an end is drawn at the end of a row, not as a station. */
function bodyLength({ steps }: Path): number {
  const [last, before] = [steps.at(-1), steps.at(-2)];
  const staysThere = last?.place === 'name' || (last?.place === 'node-rule' && before?.place !== 'node-rule');
  return staysThere ? steps.length : steps.length - 1;
}

function trunkLength(paths: readonly Path[]): number {
  const first = paths[0]?.steps ?? [];
  const limit = Math.min(...paths.map(bodyLength));
  const parts = first.findIndex(({ place, at }, index) =>
    paths.some(({ steps }) => steps[index]?.place !== place || steps[index]?.at !== at),
  );
  return parts === -1 ? limit : Math.min(limit, parts);
}

function trunkStation(paths: readonly Path[], index: number, atlas: Atlas): Station {
  const steps = distinctSteps(paths.flatMap((path) => path.steps[index] ?? []));
  const [step] = steps;
  if (!step) throw new Error('a trunk station without a step');
  const client = paths[0]?.steps[0]?.at ?? '';
  return stationOf(step, steps, index + 1, nodeOfStep(step, client, atlas), atlas, false);
}

/** Names and virtual addresses are drawn where they take effect: on the client's own node. */
function nodeOfStep({ place, at }: Step, client: string, atlas: Atlas): string | null {
  return place === 'name' || place === 'service' ? atlas.nodeOf(client) : atlas.nodeOf(at);
}

function stationOf(
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
  return kind === 'rules' ? null : kind === 'cluster-ip' ? lastPart(at) : lastPart(at);
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

function rowOf(path: Path, depth: number, home: string | null, atlas: Atlas): Row {
  const last = path.steps.at(-1);
  if (!last) throw new Error('a path without steps');
  const behind = path.steps.slice(depth);
  const placed = behind.findLast((step) => !isEndOnly(step));
  const written = path.steps.some(({ event }) => event === 'rewritten');
  const client = path.steps[0]?.at ?? '';
  const node = placed ? nodeOfStep(placed, client, atlas) : last.place === 'node-rule' ? home : null;
  const ending = last.process ?? last.hop;
  return {
    station: placed
      ? withPort(stationOf(placed, [placed], path.steps.indexOf(placed) + 1, node, atlas, written), path.steps)
      : null,
    listens: last.process && last.carried ? listening(last.carried.destination.port) : null,
    end: {
      outcome: path.outcome,
      because: ending.because,
      leaves: last.place === 'beyond' && last.event === 'dropped',
      item: path.steps.length,
    },
    mode: path.mode,
    line: last.carried ? strayed(markOf(last.carried, atlas, written), path.steps) : null,
    node: last.place === 'name' ? home : node,
    more: 0,
  };
}

/** A node port that the rules do not match at this address of the node is a stranger there. */
const strayed = (mark: PortMark, steps: readonly Step[]): PortMark =>
  steps.some(({ hop }) => hop.because === 'node-port-not-on-this-address')
    ? { ...mark, hollow: mark.role !== null }
    : mark;

function withPort(station: Station, steps: readonly Step[]): Station {
  return station.port ? { ...station, port: strayed(station.port, steps) } : station;
}

const rowKey = ({ station, end, mode, line }: Row): string =>
  JSON.stringify([station?.at, station?.address, end, mode, line]);

const distinct = (rows: readonly Row[]): Row[] => [
  ...new Map(rows.map((row) => [rowKey(row), row] as const)).values(),
];

const MODE_ORDER = { null: 0, iptables: 1, nftables: 2 } as const;

/** Ways of both modes first, then by mode; within a mode, what stays on the node first, what leaves last. */
function ordered(rows: readonly Row[], home: string | null): Row[] {
  const rank = (row: Row): number => (row.end.leaves ? 2 : row.node === home ? 0 : 1);
  return [...rows].sort(
    (a, b) => MODE_ORDER[a.mode ?? 'null'] - MODE_ORDER[b.mode ?? 'null'] || rank(a) - rank(b),
  );
}

/** More rows than fit: the last one stands for all that are not drawn. */
function fold(rows: readonly Row[]): Row[] {
  if (rows.length <= MAX_ROWS) return [...rows];
  const kept = rows.slice(0, MAX_ROWS);
  const last = kept[MAX_ROWS - 1];
  return last ? [...kept.slice(0, -1), { ...last, more: rows.length - MAX_ROWS + 1 }] : kept;
}

function lineBehind(paths: readonly Path[], index: number, atlas: Atlas): PortMark | null {
  for (const { steps } of paths) {
    const from =
      steps.slice(0, index + 1).findLast(({ carried }) => carried) ?? steps.find(({ carried }) => carried);
    if (!from?.carried) continue;
    const written = steps.slice(0, index + 1).some(({ event }) => event === 'rewritten');
    return markOf(from.carried, atlas, written);
  }
  return null;
}

function rewritingOf(paths: readonly Path[], atlas: Atlas): Rewriting | null {
  const rules = paths.flatMap(({ steps }) => steps.filter(({ place }) => place === 'node-rule'));
  const before = rules.find((step) => step.before)?.before;
  if (!before) return null;
  const after = rules.find(({ event }) => event === 'rewritten')?.carried;
  return { before: markOf(before, atlas, false), after: after ? markOf(after, atlas, true) : null };
}

function dialedOf(to: string, paths: readonly Path[], atlas: Atlas): RouteModel['dialed'] {
  const packet = paths.flatMap(({ steps }) => steps.flatMap(({ carried }) => carried ?? []))[0];
  const [, scheme = '', host = '', port, protocol = ''] =
    /^(\w+:\/\/)?([^/:]+)(?::(\d+))?(\/\w+)?/.exec(to) ?? [];
  const value = Number(port ?? (scheme === 'https://' ? 443 : 80));
  const mark = packet ? markOf(packet, atlas, false) : { value, role: null, hollow: false };
  return { text: `${scheme}${host}:`, port: protocol === '/TCP' || protocol === '' ? mark : mark };
}

const distinctSteps = (steps: readonly Step[]): Step[] => [
  ...new Map(steps.map((step) => [keyOf([step]), step] as const)).values(),
];

/** At each depth, the steps of one place, event and mode are told together. */
function itemsOf(paths: readonly Path[]): Item[] {
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

function stripOf(paths: readonly Path[], atlas: Atlas): Strip | null {
  const first = paths.flatMap(({ steps }) => steps.find(({ carried }) => carried) ?? []);
  const source = first[0]?.carried?.source.address;
  if (source === undefined) return null;
  const rewritten = paths.flatMap(({ steps }) => steps.filter(({ event }) => event === 'rewritten'));
  const sources = rewritten.flatMap(({ carried }) => carried?.source.address ?? []);
  const changed = sources.find((address) => address !== source);
  return {
    to: destinations(first, atlas, false),
    toAfter: destinations(rewritten, atlas, true),
    from: source,
    fromAfter: changed === undefined ? null : (atlas.nodeAt(changed) ?? changed),
  };
}

function destinations(steps: readonly Step[], atlas: Atlas, written: boolean): Destination[] {
  const packets = steps.flatMap(({ carried }) => carried ?? []);
  const all = packets.map((packet) => ({
    address: packet.destination.address,
    port: markOf(packet, atlas, written),
  }));
  return [...new Map(all.map((d) => [`${d.address}:${d.port.value}`, d] as const)).values()];
}

/** The Service that is dialed or whose rules match, with the rows that were hit. */
function entryOf(paths: readonly Path[], atlas: Atlas): Entry | null {
  const steps = paths.flatMap((path) => path.steps);
  const service = serviceMet(steps, atlas);
  const first = steps.find(({ carried }) => carried)?.carried;
  if (!service || !first) return null;
  const dialed = markOf(first, atlas, false);
  const rewrites = steps.some(({ event }) => event === 'rewritten');
  return { name: service.name, rows: service.ports.flatMap((port) => entryRows(port, dialed, rewrites)) };
}

function serviceMet(steps: readonly Step[], atlas: Atlas): ServiceEntry | undefined {
  const named = steps.flatMap(({ at, hop }) => [
    at,
    ...[hop.matchedBy, hop.decidedBy].flatMap(
      (decision) => decision?.object.replace(/^Service/, 'service') ?? [],
    ),
  ]);
  const met = named.find((name) => name.startsWith('service/'));
  return atlas.services.find(({ at, addresses }) => at === met && (addresses.length > 0 || at === met));
}

function entryRows(entry: EntryPort, dialed: PortMark, rewrites: boolean): EntryRow[] {
  const hit =
    !dialed.hollow &&
    ((dialed.role === 'port' && dialed.value === entry.port) ||
      (dialed.role === 'nodePort' && dialed.value === entry.nodePort));
  const row = (role: 'port' | 'targetPort' | 'nodePort', value: number): EntryRow => {
    const state = !hit
      ? 'idle'
      : role === dialed.role
        ? 'dialed'
        : role === 'targetPort' && rewrites
          ? 'written'
          : 'idle';
    return { mark: { value, role, hollow: false }, state };
  };
  return [
    row('port', entry.port),
    ...entry.targets.map((value) => row('targetPort', value)),
    ...(entry.nodePort === null ? [] : [row('nodePort', entry.nodePort)]),
  ];
}

/** Behind the fork: one row for each way in which the connection may go on and end. */
import type { Atlas } from '../atlas.ts';
import type { Row, Station } from '../model.ts';
import type { Path, Step } from '../path.ts';
import { listening } from '../roles.ts';
import { markOf, strayed } from './marks.ts';
import { nodeOfStep, stationOf } from './stations.ts';

/** Rows that are drawn; more Pods than that share the last one. */
const MAX_ROWS = 4;

const isEndOnly = ({ place, event }: Step): boolean =>
  place === 'client' ||
  place === 'node-rule' ||
  place === 'name' ||
  (place === 'beyond' && event === 'dropped');

export function rowOf(path: Path, depth: number, home: string | null, atlas: Atlas): Row {
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
      ? withPort(
          stationOf(placed, [placed], path.steps.indexOf(placed) + 1, node, atlas, written),
          path.steps,
        )
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

function withPort(station: Station, steps: readonly Step[]): Station {
  return station.port ? { ...station, port: strayed(station.port, steps) } : station;
}

const rowKey = ({ station, end, mode, line }: Row): string =>
  JSON.stringify([station?.at, station?.address, end, mode, line]);

export const distinct = (rows: readonly Row[]): Row[] => [
  ...new Map(rows.map((row) => [rowKey(row), row] as const)).values(),
];

const MODE_ORDER = { null: 0, iptables: 1, nftables: 2 } as const;

/** Ways of both modes first, then by mode; within a mode, what stays on the node first, what leaves last. */
export function ordered(rows: readonly Row[], home: string | null): Row[] {
  const rank = (row: Row): number => (row.end.leaves ? 2 : row.node === home ? 0 : 1);
  return [...rows].sort(
    (a, b) => MODE_ORDER[a.mode ?? 'null'] - MODE_ORDER[b.mode ?? 'null'] || rank(a) - rank(b),
  );
}

/** More rows than fit: the last one stands for all that are not drawn. */
export function fold(rows: readonly Row[]): Row[] {
  if (rows.length <= MAX_ROWS) return [...rows];
  const kept = rows.slice(0, MAX_ROWS);
  const last = kept[MAX_ROWS - 1];
  const rest = rows.slice(MAX_ROWS - 1);
  const node = rest.every((row) => row.node === last?.node) ? (last?.node ?? null) : null;
  return last ? [...kept.slice(0, -1), { ...last, node, more: rest.length }] : kept;
}

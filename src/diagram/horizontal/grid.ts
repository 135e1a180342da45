/** The grid of the wide layout: columns, rows, and where lines stop (grammar of the diagram, section 4). */
import type { Lettering } from '../lettering.ts';
import type { RouteModel, Row, Station } from '../model.ts';

export const RULES = 348;

export const POD = 496;

const TERMINUS = 624;

export const INNER = 464;

export const BAND = { left: 340, right: 456 };

export const PITCH = 136;

export interface Grid {
  model: RouteModel;
  words: Lettering;
  ask: boolean;
  width: number;
  /** The trunk's height on the page. */
  y: number;
  columns: readonly number[];
  rows: readonly number[];
  /** Where the lands end. */
  bottom: number;
  shift: number;
}

export const isRules = (station: Station | undefined): boolean => station?.kind === 'rules';

export function gridOf(model: RouteModel, words: Lettering, ask: boolean): Grid {
  const count = model.rows.length;
  const shift = Math.max(0, model.trunk.length - 4) * 96;
  const single = count === 1;
  const y = single ? 112 : 8 + (PITCH * count) / 2;
  const entry = model.entry && !ask ? 24 + 17 * (model.entry.rows.length + 1) : 0;
  const bottom = Math.max(single ? y + 80 : 16 + PITCH * count, entry ? y + 66 + entry : 0);
  const rows = model.rows.map((_, index) => y + (index - (count - 1) / 2) * PITCH);
  return { model, words, ask, width: 720 + shift, y, columns: columnsOf(model, shift), rows, bottom, shift };
}

/** Columns are given by what stands in them: a name needs more than an address, the rules stand at the fork. */
function columnsOf(model: RouteModel, shift: number): number[] {
  const { trunk } = model;
  const count = trunk.length;
  const ends = isRules(trunk.at(-1));
  const last = RULES + shift;
  if (!ends) return trunk.map((_, index) => 16 + index * 166);
  const free = count - 1;
  const fourStations = [16, 108, 238];
  return trunk.map((_, index) => {
    if (index === count - 1) return last;
    return count === 4 ? (fourStations[index] ?? 16) : 16 + Math.round((index * (last - 16)) / free);
  });
}

export const columnOf = ({ columns }: Grid, index: number): number => columns[index] ?? 16;

export const podX = ({ shift }: Grid): number => POD + shift;

export const terminusX = ({ shift }: Grid): number => TERMINUS + shift;

export function trunkEnd(grid: Grid): number {
  const x = columnOf(grid, grid.model.trunk.length - 1) + 8;
  return isRules(grid.model.trunk.at(-1)) ? x - 4 : x;
}

/** The rules themselves refuse or drop: nothing goes on from there. */
export const stopsAtRules = ({ model }: Grid, row: Row): boolean =>
  row.station === null && isRules(model.trunk.at(-1)) && row.end.item <= model.trunk.length;

/** Where the line of a row stops: at its terminus, at a bar, or at the shore. */
export function rowEnd(grid: Grid, row: Row): number {
  if (row.end.outcome === 'no-such-name') return trunkEnd(grid) + 52;
  if (row.end.outcome === 'reached') return terminusX(grid) + 8;
  if (row.end.leaves) return 654 + grid.shift;
  return stopsAtRules(grid, row) ? trunkEnd(grid) + 92 : terminusX(grid) + 4;
}

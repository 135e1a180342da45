/** Lines: one trunk, and a strand for each row behind its fork. */
import type { Row } from '../model.ts';
import { lineClass, type Point, path, rounded, type Shape, textured } from '../shapes.ts';
import { columnOf, type Grid, isRules, POD, rowEnd, trunkEnd } from './grid.ts';

export function trunkLines(grid: Grid): Shape[] {
  const { model, y } = grid;
  const shapes: Shape[] = [];
  let start = columnOf(grid, 0) + 8;
  model.trunk.forEach((_, index) => {
    const cls = lineClass(model.lines[index] ?? null);
    const next = model.lines[index + 1];
    const isLast = index === model.trunk.length - 1;
    if (!isLast && next !== undefined && lineClass(next) === cls) return;
    const end = isLast ? trunkEnd(grid) : columnOf(grid, index + 1) + 8;
    shapes.push(...textured(cls, `M${start} ${y}H${end}`));
    start = end;
  });
  return shapes;
}

export function rowLine(grid: Grid, row: Row, index: number): Shape[] {
  const count = grid.rows.length;
  const [from, to] = [grid.y + (index - (count - 1) / 2) * 8, grid.rows[index] ?? grid.y];
  const capsule = isRules(grid.model.trunk.at(-1));
  const start = capsule ? columnOf(grid, grid.model.trunk.length - 1) + 58 : trunkEnd(grid);
  const cls = grid.ask ? 'l-ask' : lineClass(row.line);
  const d = rounded(forkPoints(grid, start, from, to, rowEnd(grid, row), index));
  if (count === 1) return textured(cls, d);
  return [path(`ln s ${cls}`, d)];
}

/** 45° only. Near rows are reached in one slope; far ones climb beside each other, the outermost first. */
function forkPoints(
  grid: Grid,
  start: number,
  from: number,
  to: number,
  end: number,
  index: number,
): Point[] {
  const rise = to - from;
  if (rise === 0)
    return [
      [start, from],
      [end, to],
    ];
  const level = POD + grid.shift;
  const slope = Math.sign(rise);
  const height = Math.abs(rise);
  if (height <= 64)
    return [
      [start, from],
      [level - height, from],
      [level, to],
      [end, to],
    ];
  const outer = Math.min(index, grid.rows.length - 1 - index);
  const wall = level - 32 - 8 + outer * 8;
  return [
    [start, from],
    [wall - 20, from],
    [wall, from + slope * 20],
    [wall, to - slope * (level - wall)],
    [level, to],
    [end, to],
  ];
}

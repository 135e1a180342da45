/** The trunk, and strands that run on beside it until each bends out to its own place. */
import type { Row } from '../model.ts';
import { lineClass, type Point, path, rounded, textured } from '../shapes.ts';
import { LINE, type Placed, type Sheet } from './sheet.ts';

export function drawTrunk(sheet: Sheet, trunk: readonly Placed[]): void {
  let start = trunk[0]?.y ?? LINE;
  trunk.forEach(({ y }, index) => {
    const cls = lineClass(sheet.model.lines[index] ?? null);
    const after = trunk[index + 1];
    if (after && lineClass(sheet.model.lines[index + 1] ?? null) === cls) return;
    const end = after ? after.y : y;
    if (end > start) sheet.lines.push(...textured(cls, `M${LINE} ${start}V${end}`));
    start = end;
  });
}

export function strand(sheet: Sheet, row: Row, points: readonly Point[], single: boolean): void {
  const cls = sheet.ask ? 'l-ask' : lineClass(row.line);
  sheet.lines.push(...(single ? textured(cls, rounded(points)) : [path(`ln s ${cls}`, rounded(points))]));
}

/** Down beside its neighbours, out by 45° just above its own place. */
export function branch(x: number, to: number, start: number, y: number, end: number): Point[] {
  if (x === to)
    return [
      [x, start],
      [x, end],
    ];
  const rise = Math.abs(to - x);
  return [
    [x, start],
    [x, y - 24 - rise],
    [to, y - 24],
    [to, end],
  ];
}

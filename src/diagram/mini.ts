/** The route at the size of a word, 98 × 21: start, colours, capsule, fork and stop, without a letter. */
import type { RouteModel, Row } from './model.ts';
import { circle, type Drawing, lineClass, path, rounded, type Shape } from './shapes.ts';

const MIDDLE = 10;

export function miniRoute(model: RouteModel): Drawing {
  const capsule = model.rewriting !== null;
  const rows = model.rows.slice(0, 3);
  const trunkEnd = model.rows.some(({ station }) => station) || capsule ? 44 : 60;
  const first = lineClass(model.lines.at(0) ?? null);
  const shapes: Shape[] = [
    path(`ln s ${first}`, `M6 ${MIDDLE}H${trunkEnd}`),
    ...rows.flatMap((row, index) => miniRow(row, yOf(index, rows.length), trunkEnd)),
    ...(capsule ? [path('ic s', 'M40 5h8a5 5 0 0 1 0 10h-8a5 5 0 0 1 0-10Z')] : []),
    circle('st on', 6, MIDDLE, 3.5),
  ];
  return { width: 98, height: 21, shapes };
}

const yOf = (index: number, count: number): number =>
  count === 1 ? MIDDLE : Math.round(4 + (index * 12) / (count - 1));

function miniRow(row: Row, y: number, start: number): Shape[] {
  const end = row.end.outcome === 'reached' ? 84 : row.end.leaves ? 64 : 78;
  const d =
    y === MIDDLE
      ? `M${start} ${y}H${end}`
      : rounded(
          [
            [start, MIDDLE],
            [start + 10, MIDDLE],
            [start + 16, y],
            [end, y],
          ],
          2,
        );
  return [path(`ln s ${lineClass(row.line)}`, d), ...miniEnd(row, end, y)];
}

function miniEnd({ end, listens }: Row, x: number, y: number): Shape[] {
  switch (end.outcome) {
    case 'reached':
      return [
        { shape: 'mark', x: 88, y, size: 8, mark: listens ?? { value: 0, role: 'listening', hollow: false } },
      ];
    case 'timed-out':
      return [path('trail', `M${x + 5} ${y}h14`), path('sm', `M${x + 22} ${y - 3}l6 6m0-6l-6 6`)];
    case 'refused':
    case 'no-such-name':
      return [path('sm', `M${x + 2} ${y - 5}v10`)];
    default:
      return end.outcome satisfies never;
  }
}

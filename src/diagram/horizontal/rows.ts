/** What stands at the end of each row: a Pod and its process, or the way in which the connection ends. */
import type { Row, Station } from '../model.ts';
import { circle, crossAt, path, type Shape, text } from '../shapes.ts';
import { type Grid, POD, podX, rowEnd, stopsAtRules, terminusX } from './grid.ts';
import { cardShapes, notes, placeShapes } from './stations.ts';

export function rowShapes(grid: Grid, row: Row, index: number): Shape[] {
  const y = grid.rows[index] ?? grid.y;
  return row.station ? placedRow(grid, row, row.station, y) : endRow(grid, row, y);
}

/** At a fork a row's card is a little closer to its line than a trunk's: two rows have to share the height. */
function placedRow(grid: Grid, row: Row, station: Station, y: number): Shape[] {
  const x = podX(grid);
  const near = grid.rows.length > 1 ? 4 : 0;
  const card = grid.words.station(station, grid.model);
  const kind = row.mode ? [[...card.kind, ...grid.words.end(row).kind].join(' · ')] : card.kind;
  const name = row.more > 0 ? grid.words.more(row.more) : card.name;
  const shown = { ...station, port: row.more > 0 ? null : station.port };
  return [
    circle('st', x + 8, y, 7),
    ...cardShapes({ ...card, kind, name }, station.item, x, y + near, row.more > 0 ? 22 : 14),
    ...(row.more > 0
      ? []
      : grid.ask
        ? blankPlace(station, x, y - near)
        : placeShapes(grid, shown, x, y + 30 - near / 2, y + 54 - near / 2)),
    ...terminus(grid, row, y, near / 2),
  ];
}

const blankPlace = (station: Station, x: number, y: number): Shape[] => [
  ...(station.address ? [text('ta', x, y + 30, station.address)] : []),
  { shape: 'number', x, y: y + 54, size: 'big', mark: null },
];

function terminus(grid: Grid, row: Row, y: number, near: number): Shape[] {
  const x = terminusX(grid);
  if (grid.ask) return [text('tq', x + 4, y + 5, '?')];
  if (row.end.outcome === 'reached') {
    const listens: Shape[] = row.listens
      ? [
          text('tk1', x, y + 30 - near, grid.words.words.listens),
          { shape: 'number', x, y: y + 54 - near, size: 'big', mark: row.listens },
        ]
      : [];
    return [
      {
        shape: 'mark',
        x: x + 9,
        y: y - 1,
        size: 22,
        mark: row.listens ?? { value: 0, role: 'listening', hollow: false },
      },
      ...(row.more > 0 ? [] : listens),
    ];
  }
  const card = grid.words.end(row);
  return [...stop(grid, row, y), text('tn', x, y - 22 + near, card.name), ...notes(card, x, y + 30)];
}

function endRow(grid: Grid, row: Row, y: number): Shape[] {
  const early = row.end.outcome === 'no-such-name' || stopsAtRules(grid, row);
  const x = early ? rowEnd(grid, row) + 24 : podX(grid);
  const card = grid.words.end(row);
  const own = row.end.item > grid.model.trunk.length;
  return [
    ...stop(grid, row, y),
    ...(own
      ? cardShapes({ ...card, kind: card.kind }, row.end.item, x, early ? y + 26 : y, 20)
      : [text('tn', x, early ? y + 5 : y - 22, card.name)]),
    ...(stopsAtRules(grid, row) ? [] : notes(card, x, y + 30 - (early ? 4 : 0))),
  ];
}

/** Refused: a bar, and an answer that comes back at once. Timed out: the line dissolves. */
function stop(grid: Grid, row: Row, y: number): Shape[] {
  const end = rowEnd(grid, row);
  switch (row.end.outcome) {
    case 'refused':
      return [
        path('sm', `M${end + 1} ${y - 14}v28`),
        path('ar', `M${end - 8} ${y + 11}h${end < POD ? -16 : -44}m6-5l-6 5l6 5`),
      ];
    case 'timed-out': {
      const start = row.end.leaves ? end + 10 : end - 4;
      return [path('trail', `M${start} ${y}h30`), path('sm', crossAt(start + 43, y))];
    }
    case 'no-such-name':
      return [path('sm', `M${end + 1} ${y - 14}v28`)];
    case 'reached':
      return [];
    default:
      return row.end.outcome satisfies never;
  }
}

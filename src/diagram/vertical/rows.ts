/** What stands at the end of each row, one below the other; what leaves all nodes comes last. */
import type { Row, Station } from '../model.ts';
import { circle, crossAt, lineClass, numberWidth, path, type Shape, text } from '../shapes.ts';
import { branch, strand } from './lines.ts';
import { CARD, cardShapes, enter, grow, hop, LINE, placeOf, type Sheet } from './sheet.ts';

/** What leaves all nodes comes last: its line runs straight on through the shore. */
const inOrder = (rows: readonly Row[]): Row[] =>
  [...rows].sort((a, b) => Number(a.end.leaves) - Number(b.end.leaves));

export function drawRows(sheet: Sheet, from: number): void {
  const rows = inOrder(sheet.model.rows);
  const isRules = sheet.model.trunk.at(-1)?.kind === 'rules';
  const start = isRules ? from + 44 : from;
  rows.forEach((row, index) => {
    const offset = LINE + ((rows.length - 1) / 2 - index) * 8;
    drawRow(sheet, row, start, offset, rows.length === 1);
  });
}

function drawRow(sheet: Sheet, row: Row, start: number, x: number, single: boolean): void {
  if (row.end.outcome === 'no-such-name') drawUnknown(sheet, row, start);
  else if (row.station) drawPlaced(sheet, row, row.station, start, x, single);
  else if (row.end.leaves) drawLeaving(sheet, row, start, x, single);
  else drawStopped(sheet, row, start, x, single);
}

function drawPlaced(
  sheet: Sheet,
  row: Row,
  station: Station,
  start: number,
  x: number,
  single: boolean,
): void {
  enter(sheet, row.node);
  const y = sheet.y + (row.mode ? 60 : 46);
  const px = single ? LINE : 44;
  const cx = single ? CARD : 68;
  const end = y + 34;
  strand(sheet, row, branch(x, px, start, y, end), single);
  const card = sheet.words.station(station, sheet.model);
  const kind = row.mode ? [[...card.kind, ...sheet.words.end(row).kind].join(' · ')] : card.kind;
  const named = row.more > 0 ? { ...card, kind, name: sheet.words.more(row.more) } : { ...card, kind };
  const place = row.more > 0 ? [] : placeOf(sheet, station, cx, y + 24, sheet.ask ? null : station.port);
  sheet.shapes.push(
    hop(station.item, [
      circle('st', px, y, 7),
      ...cardShapes(named, station, cx, y),
      ...place,
      ...terminus(sheet, row, px, cx, end),
    ]),
  );
  grow(sheet, end + (row.end.outcome === 'reached' || sheet.ask ? 26 : 40));
}

function terminus(sheet: Sheet, row: Row, px: number, cx: number, y: number): Shape[] {
  if (sheet.ask) return [text('tq', px - 4, y + 14, '?')];
  if (row.end.outcome === 'reached') {
    const mark = row.listens;
    if (!mark || row.more > 0) return mark ? [{ shape: 'mark', x: px, y: y - 1, size: 22, mark }] : [];
    const after = cx + numberWidth(mark.value, 'big') + 10;
    return [
      { shape: 'mark', x: px, y: y - 1, size: 22, mark },
      { shape: 'number', x: cx, y: y + 15, size: 'big', mark },
      text('tk1', after, y + 15, sheet.words.words.listens),
    ];
  }
  const card = sheet.words.end(row);
  return [...bar(px, y), text('tn', cx, y + 15, card.name), text('tk1', cx, y + 32, card.notes.join(' '))];
}

/** Refused: a bar across the line and a hairline back. */
const bar = (x: number, y: number): Shape[] => [
  path('sm', `M${x - 14} ${y}h28`),
  path('ar', `M${x - 10} ${y - 8}v-16m-4 5l4-5l4 5`),
];

function drawStopped(sheet: Sheet, row: Row, start: number, x: number, single: boolean): void {
  const y = sheet.y + 34;
  const px = single ? LINE : 48;
  const cx = single ? CARD : 72;
  strand(sheet, row, branch(x, px, start, y, y), single);
  const signs = row.end.outcome === 'refused' ? bar(px, y) : dissolve(px, y);
  sheet.shapes.push(hop(row.end.item, [...signs, ...endCard(sheet, row, cx, y)]));
  grow(sheet, y + 50);
}

const dissolve = (x: number, y: number): Shape[] => [
  path('trail', `M${x} ${y + 2}v20`),
  path('sm', crossAt(x, y + 34)),
];

function drawLeaving(sheet: Sheet, row: Row, start: number, x: number, single: boolean): void {
  const wasNode = sheet.bands.at(-1)?.node ?? null;
  if (wasNode !== null) grow(sheet, sheet.y + 12);
  const shore = sheet.y;
  enter(sheet, null);
  const y = shore + 42;
  strand(
    sheet,
    row,
    [
      [x, start],
      [x, wasNode === null ? shore : shore - 2],
    ],
    single,
  );
  sheet.shapes.push(
    hop(row.end.item, [
      path('trail', `M${x} ${shore + 9}v30`),
      path('sm', crossAt(x, shore + 54)),
      ...endCard(sheet, row, CARD, y),
    ]),
  );
  grow(sheet, y + 48);
}

function endCard(sheet: Sheet, row: Row, x: number, y: number): Shape[] {
  const card = sheet.words.end(row);
  const own = row.end.item > sheet.model.trunk.length;
  const title = own ? cardShapes(card, { item: row.end.item }, x, y) : [text('tn', x, y + 5, card.name)];
  return [...title, ...card.notes.map((note, index) => text('tk1', x, y + 24 + 16 * index, note))];
}

function drawUnknown(sheet: Sheet, row: Row, start: number): void {
  const y = start + 46;
  sheet.lines.push(path(`ln ${lineClass(row.line)}`, `M${LINE} ${start}V${y}`));
  const card = sheet.words.end(row);
  sheet.shapes.push(
    hop(row.end.item, [
      path('sm', `M${LINE - 14} ${y}h28`),
      text('tn', CARD, y + 5, card.name),
      ...card.notes.map((note, index) => text('tk1', CARD, y + 24 + 16 * index, note)),
    ]),
  );
  grow(sheet, y + 56);
}

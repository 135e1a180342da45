/**
 * The narrow layout of a route: the same stations from top to bottom, 288 wide, so that a phone of 320 px shows it 1:1.
 * The packet stands beside the rules that change it: old value struck, new value below (grammar, section 5).
 */
import { cutName } from './labels.ts';
import type { Card, LayoutOptions, Lettering } from './lettering.ts';
import type { Destination, RouteModel, Row, Station } from './model.ts';
import {
  chamfered,
  circle,
  crossAt,
  type Drawing,
  lineClass,
  numberWidth,
  type Point,
  path,
  rectangle,
  rounded,
  type Shape,
  text,
  textEnd,
} from './shapes.ts';

const WIDTH = 288;
const LINE = 24;
const CARD = 52;
const CAPSULE = 64;

interface Placed {
  station: Station;
  y: number;
}

interface Band {
  node: string | null;
  top: number;
  bottom: number;
}

/** The sheet that is filled from top to bottom. */
interface Sheet {
  model: RouteModel;
  words: Lettering;
  ask: boolean;
  /** Below the last thing drawn. */
  y: number;
  land: Shape[];
  lines: Shape[];
  shapes: Shape[];
  bands: Band[];
}

export function layoutVertical(model: RouteModel, words: Lettering, options: LayoutOptions = {}): Drawing {
  const sheet: Sheet = {
    model,
    words,
    ask: options.ask ?? false,
    y: 0,
    land: [],
    lines: [],
    shapes: [],
    bands: [],
  };
  const trunk = model.trunk.map((station, index) => placeStation(sheet, station, index));
  drawTrunk(sheet, trunk);
  drawRows(sheet, trunk.at(-1)?.y ?? LINE);
  const height = sheet.y + 1;
  for (const [index, band] of sheet.bands.entries()) sheet.land.push(...landShapes(sheet, band, index === 0));
  return { width: WIDTH, height, shapes: [...sheet.land, ...sheet.lines, ...sheet.shapes] };
}

const hop = (item: number, shapes: readonly Shape[]): Shape => ({ shape: 'hop', item, shapes });

/** Enters a land or open water: a new band, with room for its name at the top. */
function enter(sheet: Sheet, node: string | null): void {
  const last = sheet.bands.at(-1);
  if (last?.node === node) return;
  if (last) last.bottom = sheet.y;
  sheet.y += last ? 8 : 1;
  sheet.bands.push({ node, top: sheet.y, bottom: sheet.y });
  if (last) sheet.y += 8;
}

function grow(sheet: Sheet, to: number): void {
  sheet.y = to;
  const last = sheet.bands.at(-1);
  if (last) last.bottom = to;
}

function placeStation(sheet: Sheet, station: Station, index: number): Placed {
  enter(sheet, station.node);
  const card = sheet.words.station(station, sheet.model);
  const y = sheet.y + (index === 0 ? 64 : 38);
  if (station.kind === 'rules') return placeRules(sheet, station, card, y);
  sheet.shapes.push(
    hop(station.item, [
      ...sign(station, LINE, y),
      ...cardShapes(card, station, CARD, y),
      ...placeOf(sheet, station, CARD, y + 27),
    ]),
  );
  grow(sheet, y + (station.kind === 'name' && station.address ? 50 : 42));
  if (takesEntry(sheet, station)) drawEntry(sheet, station.item);
  return { station, y };
}

function sign(station: Station, x: number, y: number): Shape[] {
  switch (station.kind) {
    case 'client':
      return [circle('st on', x, y, 7)];
    case 'name':
      return [path('tk', `M${x - 11} ${y}h22`)];
    case 'cluster-ip':
    case 'external-ip':
    case 'load-balancer':
      return [circle('st vi', x, y, 8)];
    default:
      return [circle('st', x, y, 7)];
  }
}

function cardShapes(card: Card, station: { item: number }, x: number, y: number): Shape[] {
  const name = cutName(card.name, Math.floor((WIDTH - 8 - x) / 9));
  return [
    { shape: 'text', class: 'tk1', x, y: y - 14, text: card.kind.join(' '), item: station.item },
    {
      shape: 'text',
      class: 'tn',
      x,
      y: y + 5,
      text: name,
      ...(name === card.name ? {} : { full: card.name }),
    },
  ];
}

function placeOf(sheet: Sheet, station: Station, x: number, y: number, port = station.port): Shape[] {
  const address = station.address ? [text('ta', x, y, station.address)] : [];
  if (station.kind === 'name' && station.address)
    return [...address, text('tk1', x, y + 18, sheet.words.words.noPort)];
  if (!station.port) return address;
  const after = x + Math.round((station.address?.length ?? 0) * 7.83) + 10;
  return [...address, { shape: 'number', x: after, y, size: 'big', mark: port }];
}

/* Rules ------------------------------------------------------------------------------------------------------------ */

function placeRules(sheet: Sheet, station: Station, card: Card, y: number): Placed {
  const top = y + 8;
  const strip = packetRows(sheet, y + 29);
  sheet.shapes.push(
    hop(station.item, [
      ...capsule(sheet, top),
      ...cardShapes(card, station, CARD, y),
      ...noteRow(card, sheet),
      ...strip.shapes,
    ]),
  );
  if (strip.band) sheet.lines.unshift(strip.band);
  grow(sheet, Math.max(top + CAPSULE + 8, strip.bottom));
  return { station, y: top };
}

const noteRow = (_card: Card, _sheet: Sheet): Shape[] => [];

function capsule({ model, ask }: Sheet, top: number): Shape[] {
  const shapes: Shape[] = [path('ic', `M11 ${top}a13 13 0 0 1 26 0v38a13 13 0 0 1-26 0Z`)];
  const { rewriting } = model;
  if (!rewriting) return shapes;
  if (rewriting.before.role)
    shapes.push({ shape: 'mark', x: LINE, y: top, size: 13, mark: rewriting.before });
  if (ask)
    return [
      ...shapes,
      path('ar', `M${LINE} ${top + 12}v14m-4-4l4 4l4-4`),
      text('tq', LINE - 4, top + 44, '?'),
    ];
  if (!rewriting.after) return [...shapes, path('ar', `M${LINE} ${top + 14}v12m-7 0h14`)];
  return [
    ...shapes,
    path('ar', `M${LINE} ${top + 12}v14m-4-4l4 4l4-4`),
    { shape: 'mark', x: LINE, y: top + 38, size: 13, mark: rewriting.after },
  ];
}

interface Rows {
  shapes: Shape[];
  band: Shape | null;
  bottom: number;
}

const VALUE = CARD + 36;

function packetRows(sheet: Sheet, top: number): Rows {
  const { strip } = sheet.model;
  if (!strip) return { shapes: [], band: null, bottom: top };
  const { words } = sheet.words;
  const shapes: Shape[] = [];
  let y = top;
  const label = (word: string): void => void shapes.push(text('tk1', CARD, y, word));
  const next = (): void => void (y += 22);
  label(words.to);
  const [first] = strip.to;
  if (first) shapes.push(...old(first, y, strip.toAfter.length > 0));
  next();
  if (strip.toAfter.length === 0) {
    shapes.push(text('tk1', VALUE, y - 4, words.neverRewritten));
    next();
  }
  for (const [index, value] of shownOf(strip.toAfter).entries()) {
    if (index > 0) label(words.or);
    shapes.push(...destination(value, y, sheet.ask));
    next();
  }
  if (strip.toAfter.length > 2) {
    shapes.push(text('tk1', VALUE, y, sheet.words.more(strip.toAfter.length - 1)));
    next();
  }
  const toEnd = y - 15;
  label(words.from);
  shapes.push(...sourceRows(sheet, y));
  if (strip.fromAfter !== null) next();
  const end = strip.fromAfter === null ? toEnd : y + 7;
  const band =
    strip.toAfter.length > 0
      ? path('band', `M${CARD - 6} ${top - 15}H${WIDTH - 6}V${end}H${CARD - 6}Z`)
      : null;
  return { shapes, band, bottom: y + 12 };
}

const shownOf = (all: readonly Destination[]): readonly Destination[] =>
  all.length > 2 ? all.slice(0, 1) : all;

function old(value: Destination, y: number, struck: boolean): Shape[] {
  const plain = `${value.address}:`;
  const x = VALUE + Math.round(plain.length * 7.83) + 4;
  const end = x + numberWidth(value.port.value, 'small');
  return [
    text('ts', VALUE, y, plain),
    { shape: 'number', x, y, size: 'small', mark: value.port },
    ...(struck ? [path('x', `M${VALUE - 2} ${y - 1}L${end + 2} ${y - 8}`)] : []),
  ];
}

function destination({ address, port }: Destination, y: number, ask: boolean): Shape[] {
  const plain = `${address}:`;
  return [
    text('ts', VALUE, y, plain),
    {
      shape: 'number',
      x: VALUE + Math.round(plain.length * 7.83) + 4,
      y,
      size: 'small',
      mark: ask ? null : port,
    },
  ];
}

function sourceRows({ model, words }: Sheet, y: number): Shape[] {
  const strip = model.strip;
  if (!strip) return [];
  const width = Math.round(strip.from.length * 7.83);
  const source = text('ts', VALUE, y, strip.from);
  if (strip.fromAfter === null) return [source, text('tk1', VALUE + width + 8, y, words.words.unchanged)];
  return [
    source,
    path('x', `M${VALUE - 2} ${y - 1}L${VALUE + width + 2} ${y - 8}`),
    text('ts', VALUE, y + 22, strip.fromAfter),
  ];
}

/* The Service's entry ---------------------------------------------------------------------------------------------- */

function takesEntry({ model, ask }: Sheet, station: Station): boolean {
  const places = ['cluster-ip', 'external-ip', 'load-balancer', 'node'];
  return !ask && model.entry !== null && model.trunk.find(({ kind }) => places.includes(kind)) === station;
}

/** One line on a phone: the marks say which number is which. */
function drawEntry(sheet: Sheet, item: number): void {
  const rows = sheet.model.entry?.rows ?? [];
  const top = sheet.y - 2;
  const shapes: Shape[] = [];
  let [x, y] = [CARD + 4, top + 19];
  for (const { mark, state } of rows) {
    const width = numberWidth(mark.value, 'small');
    if (x + width > WIDTH - 14) [x, y] = [CARD + 4, y + 22];
    if (state === 'written') shapes.push(path('band', `M${x - 4} ${y - 14}h${width + 8}v20h${-width - 8}Z`));
    shapes.push({
      shape: 'number',
      x,
      y,
      size: 'small',
      mark,
      ...(state === 'idle' ? { quiet: true as const } : {}),
    });
    x += width + 16;
  }
  const right = y > top + 19 ? WIDTH - 12 : x - 8;
  sheet.shapes.push(hop(item, [path('en', `M${CARD - 4} ${top}H${right}V${y + 9}H${CARD - 4}Z`), ...shapes]));
  grow(sheet, y + 18);
}

/* Lines ------------------------------------------------------------------------------------------------------------ */

function drawTrunk(sheet: Sheet, trunk: readonly Placed[]): void {
  let start = trunk[0]?.y ?? LINE;
  trunk.forEach(({ y }, index) => {
    const cls = lineClass(sheet.model.lines[index] ?? null);
    const after = trunk[index + 1];
    if (after && lineClass(sheet.model.lines[index + 1] ?? null) === cls) return;
    const end = after ? after.y : y;
    if (end > start) sheet.lines.push(...line(cls, start, end));
    start = end;
  });
}

const line = (cls: string, from: number, to: number): Shape[] => {
  const d = `M${LINE} ${from}V${to}`;
  const beads =
    cls === 'l-port' || cls === 'l-node' ? [path(`bd ${cls}`, `M${LINE} ${from + 16}V${to - 12}`)] : [];
  return [path(`ln ${cls}`, d), ...beads];
};

/* Rows ------------------------------------------------------------------------------------------------------------- */

/** What leaves all nodes comes last: its line runs straight on through the shore. */
const inOrder = (rows: readonly Row[]): Row[] =>
  [...rows].sort((a, b) => Number(a.end.leaves) - Number(b.end.leaves));

function drawRows(sheet: Sheet, from: number): void {
  const rows = inOrder(sheet.model.rows);
  const isRules = sheet.model.trunk.at(-1)?.kind === 'rules';
  const start = isRules ? from + 44 : from;
  rows.forEach((row, index) => {
    const offset = LINE + ((rows.length - 1) / 2 - index) * 8;
    drawRow(sheet, row, start, offset, rows.length === 1);
  });
}

function drawRow(sheet: Sheet, row: Row, start: number, x: number, single: boolean): void {
  if (row.end.outcome === 'no-such-name') return drawUnknown(sheet, row, start);
  if (row.station) return drawPlaced(sheet, row, row.station, start, x, single);
  return row.end.leaves
    ? drawLeaving(sheet, row, start, x, single)
    : drawStopped(sheet, row, start, x, single);
}

function strand(sheet: Sheet, row: Row, points: readonly Point[], single: boolean): void {
  const cls = sheet.ask ? 'l-ask' : lineClass(row.line);
  const first = points[0];
  const last = points.at(-1);
  if (single && !sheet.ask && first && last && first[0] === last[0])
    sheet.lines.push(...line(cls, first[1], last[1]));
  else sheet.lines.push(path(single ? `ln ${cls}` : `ln s ${cls}`, rounded(points)));
}

/** Down beside its neighbours, out by 45° just above its own place. */
function branch(x: number, to: number, start: number, y: number, end: number): Point[] {
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

function drawPlaced(
  sheet: Sheet,
  row: Row,
  station: Station,
  start: number,
  x: number,
  single: boolean,
): void {
  enter(sheet, row.node);
  const y = sheet.y + 46;
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
  return [
    ...title,
    ...(own || row.end.leaves ? card.notes : []).map((note, index) =>
      text('tk1', x, y + 24 + 16 * index, note),
    ),
  ];
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

/* Lands ------------------------------------------------------------------------------------------------------------ */

function landShapes({ model, words }: Sheet, { node, top, bottom }: Band, first: boolean): Shape[] {
  if (node === null) {
    const label = first ? words.words.outside : words.words.beyond;
    return [first ? text('tz', CARD, top + 19, label) : textEnd('tz', WIDTH - 12, top + 20, label)];
  }
  return [
    path('ld', chamfered(rectangle(1, top, WIDTH - 1, bottom))),
    textEnd('tz', WIDTH - 12, top + 20, cutName(node, 16)),
    textEnd('tza', WIDTH - 12, top + 36, model.nodes[node] ?? ''),
  ];
}

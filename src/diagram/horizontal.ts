/**
 * The wide layout of a route: the trunk from left to right, its rows on the right, the packet strip under both.
 * Unit 1 = 1 px at 720 wide. All positions follow the grid of the diagram's grammar, section 4.
 */
import { cutName } from './labels.ts';
import type { Card, LayoutOptions, Lettering } from './lettering.ts';
import type { Destination, Entry, RouteModel, Row, Station } from './model.ts';
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

const RULES = 348;
const POD = 496;
const TERMINUS = 624;
const INNER = 464;
const BAND = { left: 340, right: 456 };
const PITCH = 136;
const STRIP_LABEL = 16;
const STRIP_VALUE = 64;

interface Grid {
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

export function layoutHorizontal(model: RouteModel, words: Lettering, options: LayoutOptions = {}): Drawing {
  const grid = gridOf(model, words, options.ask ?? false);
  const strip = stripShapes(grid);
  const height = grid.bottom + strip.height;
  const shapes: Shape[] = [
    ...lands(grid),
    ...(model.strip && model.strip.toAfter.length > 0 ? [band(grid, strip.bandBottom)] : []),
    ...trunkLines(grid),
    ...model.rows.flatMap((row, index) => rowLine(grid, row, index)),
    ...model.trunk.map((station, index) => hop(station.item, stationShapes(grid, station, index))),
    ...model.rows.map((row, index) => hop(row.station?.item ?? row.end.item, rowShapes(grid, row, index))),
    ...entryShapes(grid),
    ...strip.shapes,
  ];
  return { width: grid.width, height, shapes };
}

const hop = (item: number, shapes: readonly Shape[]): Shape => ({ shape: 'hop', item, shapes });

const isRules = (station: Station | undefined): boolean => station?.kind === 'rules';

function gridOf(model: RouteModel, words: Lettering, ask: boolean): Grid {
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

const columnOf = ({ columns }: Grid, index: number): number => columns[index] ?? 16;
const podX = ({ shift }: Grid): number => POD + shift;
const terminusX = ({ shift }: Grid): number => TERMINUS + shift;

/* Lands ------------------------------------------------------------------------------------------------------------ */

interface Span {
  node: string | null;
  left: number;
  right: number;
}

/** Neighbours on the trunk that stand on the same land. */
function spansOf(grid: Grid): Span[] {
  const spans: Span[] = [];
  grid.model.trunk.forEach(({ node }, index) => {
    const left = index === 0 ? 1 : columnOf(grid, index) - 16;
    const last = spans.at(-1);
    if (last && last.node === node) return;
    if (last) last.right = left - 8;
    spans.push({ node, left, right: INNER + grid.shift });
  });
  return spans;
}

function lands(grid: Grid): Shape[] {
  const spans = spansOf(grid);
  const home = spans.at(-1);
  const shapes: Shape[] = [];
  for (const span of spans) {
    if (span.node === null) {
      if (span.left === 1) shapes.push(text('tz', 16, 26, grid.words.words.outside));
      continue;
    }
    shapes.push(
      path(
        'ld',
        span === home ? homeLand(grid, span) : chamfered(rectangle(span.left, 1, span.right, grid.bottom)),
      ),
    );
    shapes.push(...landLabel(grid, span.left + 15, span.node));
  }
  return [...shapes, ...islands(grid, home?.node ?? null), ...beyondLabel(grid)];
}

function landLabel(grid: Grid, x: number, node: string): Shape[] {
  const name = cutName(node, 14);
  return [
    text('tz', x, 26, name),
    text('tza', x + Math.round(name.length * 7.2) + 12, 26, grid.model.nodes[node] ?? ''),
  ];
}

const rightEdge = (grid: Grid): number =>
  (grid.model.rows.some(({ end }) => end.leaves) ? 656 : 719) + grid.shift;

/** The land of the rules reaches as far right as its own rows go. */
function homeLand(grid: Grid, span: Span): string {
  const edge = rightEdge(grid);
  const inner = span.right;
  const outline: Point[] = [[span.left, 1]];
  let right = localAt(grid, 0, span.node) ? edge : inner;
  outline.push([right, 1]);
  grid.rows.forEach((_, index) => {
    const next = index + 1 < grid.rows.length && localAt(grid, index + 1, span.node) ? edge : inner;
    if (index + 1 === grid.rows.length || next === right) return;
    const border = borderBelow(grid, index) + (right > next ? -4 : 4);
    outline.push([right, border], [next, border]);
    right = next;
  });
  return chamfered([...outline, [right, grid.bottom], [span.left, grid.bottom]]);
}

/** A connection that leaves the node crosses its land; one that goes to another node does not. */
function localAt({ model }: Grid, index: number, node: string | null): boolean {
  const row = model.rows[index];
  return row !== undefined && (row.node === node || row.node === null || row.station === null);
}

const borderBelow = ({ rows }: Grid, index: number): number => (rows[index] ?? 0) + PITCH / 2;

function islands(grid: Grid, home: string | null): Shape[] {
  const shapes: Shape[] = [];
  let start = 0;
  grid.model.rows.forEach((row, index) => {
    const next = grid.model.rows[index + 1];
    if (next?.node === row.node && next.station) return;
    if (row.node !== null && row.node !== home && row.station)
      shapes.push(...island(grid, start, index, row.node));
    start = index + 1;
  });
  return shapes;
}

function island(grid: Grid, first: number, last: number, node: string): Shape[] {
  const top = first === 0 ? 1 : borderBelow(grid, first - 1) + 4;
  const bottom = last === grid.rows.length - 1 ? grid.bottom : borderBelow(grid, last) - 4;
  const [left, right] = [INNER + 8 + grid.shift, 719 + grid.shift];
  const address = grid.model.nodes[node] ?? '';
  const name = cutName(node, 10);
  const tall = grid.model.rows.slice(first, last + 1).some(({ mode }) => mode !== null);
  const x = right - 15;
  return [
    path('ld', chamfered(rectangle(left, top, right, bottom))),
    textEnd('tz', tall ? x : x - Math.round(address.length * 7.3) - 10, top + 22, name),
    textEnd('tza', x, tall ? top + 38 : top + 22, address),
  ];
}

function beyondLabel(grid: Grid): Shape[] {
  const home = grid.model.trunk.at(-1)?.node;
  return home && grid.model.rows.some(({ end }) => end.leaves)
    ? [textEnd('tz', 715 + grid.shift, 26, grid.words.words.beyond)]
    : [];
}

/* Lines ------------------------------------------------------------------------------------------------------------ */

function trunkLines(grid: Grid): Shape[] {
  const { model, y } = grid;
  const shapes: Shape[] = [];
  let start = columnOf(grid, 0) + 8;
  model.trunk.forEach((_, index) => {
    const cls = lineClass(model.lines[index] ?? null);
    const next = model.lines[index + 1];
    const isLast = index === model.trunk.length - 1;
    if (!isLast && next !== undefined && lineClass(next) === cls) return;
    const end = isLast ? trunkEnd(grid) : columnOf(grid, index + 1) + 8;
    shapes.push(...line(cls, `M${start} ${y}H${end}`, `M${start + 16} ${y}H${end - 12}`));
    start = end;
  });
  return shapes;
}

function trunkEnd(grid: Grid): number {
  const x = columnOf(grid, grid.model.trunk.length - 1) + 8;
  return isRules(grid.model.trunk.at(-1)) ? x - 4 : x;
}

const line = (cls: string, d: string, beads: string): Shape[] =>
  cls === 'l-port' || cls === 'l-node'
    ? [path(`ln ${cls}`, d), path(`bd ${cls}`, beads)]
    : [path(`ln ${cls}`, d)];

/** The rules themselves refuse or drop: nothing goes on from there. */
const stopsAtRules = ({ model }: Grid, row: Row): boolean =>
  row.station === null && isRules(model.trunk.at(-1)) && row.end.item <= model.trunk.length;

/** Where the line of a row stops: at its terminus, at a bar, or at the shore. */
function rowEnd(grid: Grid, row: Row): number {
  if (row.end.outcome === 'no-such-name') return trunkEnd(grid) + 52;
  if (row.end.outcome === 'reached') return terminusX(grid) + 8;
  if (row.end.leaves) return 654 + grid.shift;
  return stopsAtRules(grid, row) ? trunkEnd(grid) + 92 : terminusX(grid) + 4;
}

function rowLine(grid: Grid, row: Row, index: number): Shape[] {
  const count = grid.rows.length;
  const [from, to] = [grid.y + (index - (count - 1) / 2) * 8, grid.rows[index] ?? grid.y];
  const capsule = isRules(grid.model.trunk.at(-1));
  const start = capsule ? columnOf(grid, grid.model.trunk.length - 1) + 58 : trunkEnd(grid);
  const cls = grid.ask ? 'l-ask' : lineClass(row.line);
  const d = rounded(forkPoints(grid, start, from, to, rowEnd(grid, row), index));
  if (count === 1)
    return grid.ask ? [path('ln l-ask', d)] : line(cls, d, beadsOf(d, start, to, rowEnd(grid, row)));
  return [path(`ln s ${cls}`, d)];
}

const beadsOf = (_: string, start: number, y: number, end: number): string =>
  `M${start + 12} ${y}H${end - 12}`;

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

/* Stations --------------------------------------------------------------------------------------------------------- */

const NAME_WIDTH = { client: 9, name: 13, wide: 16 } as const;

function stationShapes(grid: Grid, station: Station, index: number): Shape[] {
  const x = columnOf(grid, index);
  const room =
    index === 0 && grid.columns.length === 4
      ? NAME_WIDTH.client
      : station.kind === 'name'
        ? NAME_WIDTH.name
        : NAME_WIDTH.wide;
  const card = grid.words.station(station, grid.model);
  if (station.kind === 'rules')
    return [
      ...capsule(grid, x),
      ...cardShapes(card, station.item, x, grid.y, room),
      ...notes(card, x, grid.y + 30),
    ];
  return [
    ...sign(station, x + 8, grid.y),
    ...cardShapes(card, station.item, x, grid.y, room),
    ...placeShapes(grid, station, x, grid.y + 30, grid.y + 54),
  ];
}

function sign(station: Station, x: number, y: number): Shape[] {
  switch (station.kind) {
    case 'client':
      return [circle('st on', x, y, 7)];
    case 'name':
      return [path('tk', `M${x} ${y - 11}v22`)];
    case 'cluster-ip':
    case 'external-ip':
    case 'load-balancer':
      return [circle('st vi', x, y, 8)];
    default:
      return [circle('st', x, y, 7)];
  }
}

function cardShapes(card: Card, item: number, x: number, y: number, room: number): Shape[] {
  const top = y - 42 - 15 * (card.kind.length - 1);
  const name = cutName(card.name, room);
  return [
    ...card.kind.map(
      (line, index): Shape => ({
        shape: 'text',
        class: 'tk1',
        x,
        y: top + 15 * index,
        text: line,
        ...(index === 0 ? { item } : {}),
      }),
    ),
    {
      shape: 'text',
      class: 'tn',
      x,
      y: y - 22,
      text: name,
      ...(name === card.name ? {} : { full: card.name }),
    },
  ];
}

const notes = (card: Card, x: number, y: number): Shape[] =>
  card.notes.map((note, index) => text('tk1', x, y + 16 * index, note));

function placeShapes(grid: Grid, station: Station, x: number, addressY: number, portY: number): Shape[] {
  const address = station.address ? [text('ta', x, addressY, station.address)] : [];
  if (station.kind === 'name' && station.address)
    return [...address, text('tk1', x, portY, grid.words.words.noPort)];
  if (!station.port) return address;
  return [...address, { shape: 'number', x, y: portY, size: 'big', mark: station.port }];
}

function capsule(grid: Grid, x: number): Shape[] {
  const { y, model, ask } = grid;
  const shapes: Shape[] = [path('ic', `M${x + 13} ${y - 13}h38a13 13 0 0 1 0 26h-38a13 13 0 0 1 0-26Z`)];
  const { rewriting } = model;
  if (!rewriting) return shapes;
  if (rewriting.before.role) shapes.push({ shape: 'mark', x: x + 13, y, size: 13, mark: rewriting.before });
  if (ask) return [...shapes, path('ar', `M${x + 25} ${y}h14m-4-4l4 4l-4 4`), text('tq', x + 46, y + 5, '?')];
  if (!rewriting.after) return [...shapes, path('ar', `M${x + 26} ${y}h12m0-7v14`)];
  return [
    ...shapes,
    path('ar', `M${x + 25} ${y}h14m-4-4l4 4l-4 4`),
    { shape: 'mark', x: x + 51, y, size: 13, mark: rewriting.after },
  ];
}

/* Rows ------------------------------------------------------------------------------------------------------------- */

function rowShapes(grid: Grid, row: Row, index: number): Shape[] {
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
    ...cardShapes({ ...card, kind, name }, station.item, x, y + near, 14),
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

/* The Service's entry ---------------------------------------------------------------------------------------------- */

const FIELD: Readonly<Record<string, string>> = {
  port: 'port',
  targetPort: 'targetPort',
  nodePort: 'nodePort',
};

function entryShapes(grid: Grid): Shape[] {
  const { entry, trunk } = grid.model;
  if (!entry || grid.ask) return [];
  const index = trunk.findIndex(
    ({ kind }) =>
      kind === 'cluster-ip' || kind === 'external-ip' || kind === 'load-balancer' || kind === 'node',
  );
  if (index < 0) return [];
  const right = isRules(trunk.at(-1)) ? RULES + grid.shift - 16 : columnOf(grid, index) + 142;
  const left = Math.min(columnOf(grid, index) - 4, right - 146);
  return [hop(trunk[index]?.item ?? 1, entryBox(entry, left, right, grid.y + 66))];
}

function entryBox(entry: Entry, left: number, right: number, top: number): Shape[] {
  const bottom = top + 8 + 17 * (entry.rows.length + 1);
  const name = cutName(entry.name, 18);
  return [
    path('en', `M${left} ${top}H${right}V${bottom}H${left}Z`),
    {
      shape: 'text',
      class: 'tz',
      x: left + 8,
      y: top + 17,
      text: name,
      ...(name === entry.name ? {} : { full: entry.name }),
    },
    ...entry.rows.flatMap(({ mark, state }, index): Shape[] => {
      const y = top + 17 * (index + 2);
      const width = numberWidth(mark.value, 'small');
      return [
        ...(state === 'written'
          ? [path('band', `M${left + 4} ${y - 13}H${right - 4}V${y + 5}H${left + 4}Z`)]
          : []),
        text(state === 'idle' ? 'te' : 'te on2', left + 8, y, FIELD[mark.role ?? ''] ?? ''),
        {
          shape: 'number',
          x: right - 8 - width,
          y,
          size: 'small',
          mark,
          ...(state === 'idle' ? { quiet: true as const } : {}),
        },
      ];
    }),
  ];
}

/* The packet strip ------------------------------------------------------------------------------------------------- */

interface StripShapes {
  shapes: Shape[];
  height: number;
  bandBottom: number;
}

function stripShapes(grid: Grid): StripShapes {
  const { model, words, bottom } = grid;
  const { strip } = model;
  if (!strip) return { shapes: [], height: 1, bandBottom: bottom };
  const lines = Math.max(1, Math.min(2, strip.toAfter.length));
  const toY = bottom + 50 + 20 * (lines - 1);
  const toBar = toY + 8;
  const fromY = toBar + 26;
  const breaks = strip.toAfter.length > 0;
  const shapes = [
    text('tk1', STRIP_LABEL, bottom + 26, words.words.packet),
    ...(breaks ? [text('tk1', BAND.left + 8 + grid.shift, bottom + 26, words.words.here)] : []),
    ...toRow(grid, toY, toBar),
    ...fromRow(grid, fromY),
  ];
  return { shapes, height: fromY + 9 - bottom, bandBottom: strip.fromAfter === null ? toBar + 4 : fromY + 9 };
}

const band = (grid: Grid, bottom: number): Shape =>
  path(
    'band',
    `M${BAND.left + grid.shift} 2H${BAND.right + grid.shift}V${bottom}H${BAND.left + grid.shift}Z`,
  );

function toRow(grid: Grid, y: number, bar: number): Shape[] {
  const strip = grid.model.strip;
  if (!strip) return [];
  const [first, ...others] = strip.to;
  const breaks = strip.toAfter.length > 0;
  const cls = lineClass(first?.port ?? null);
  const shapes = [
    text('tk1', STRIP_LABEL, y, grid.words.words.to),
    path(`sb ${cls}`, `M${STRIP_VALUE} ${bar}H${breaks ? 332 + grid.shift : 712 + grid.shift}`),
  ];
  if (first) shapes.push(...destination(first, STRIP_VALUE, y, first.port));
  const x = STRIP_VALUE + (first ? destinationWidth(first) : 0) + 10;
  shapes.push(...inline(grid, others, x, y));
  if (!breaks)
    return others.length > 0 ? shapes : [...shapes, text('tk1', x, y, grid.words.words.neverRewritten)];
  return [...shapes, ...rewritten(grid, y, bar)];
}

/** In the band the old port, struck; behind it the new destinations, one below the other. */
function rewritten(grid: Grid, y: number, bar: number): Shape[] {
  const strip = grid.model.strip;
  const old = strip?.to[0]?.port;
  const after = strip?.toAfter ?? [];
  const left = INNER + 8 + grid.shift;
  const cls = grid.ask ? 'l-ask' : lineClass(after[0]?.port ?? null);
  return [
    ...(old
      ? [
          {
            shape: 'number',
            x: BAND.left + 8 + grid.shift,
            y,
            size: 'small',
            mark: old,
            struck: true,
          } as const,
        ]
      : []),
    path(`sb ${cls}`, `M${left} ${bar}H${712 + grid.shift}`),
    ...alternatives(grid, after, left, after.length > 1 ? y - 20 : y, grid.ask),
  ];
}

/** Several addresses of one name, beside each other. */
function inline(grid: Grid, others: readonly Destination[], x: number, y: number): Shape[] {
  const [second] = others;
  if (!second) return [];
  if (others.length > 1) return [text('tk1', x, y, grid.words.more(others.length))];
  return [text('tk1', x, y, grid.words.words.or), ...destination(second, x + 28, y, second.port)];
}

function alternatives(
  grid: Grid,
  all: readonly Destination[],
  left: number,
  y: number,
  ask: boolean,
): Shape[] {
  const shown = all.length > 2 ? all.slice(0, 1) : all;
  const shapes = shown.flatMap((value, index): Shape[] => [
    ...(index > 0 ? [text('tk1', left, y + 20 * index, grid.words.words.or)] : []),
    ...destination(value, left + (all.length > 1 ? 28 : 0), y + 20 * index, ask ? null : value.port),
  ]);
  if (all.length <= 2) return shapes;
  return [...shapes, text('tk1', left + 28, y + 20, grid.words.more(all.length - 1))];
}

const destinationWidth = ({ address, port }: Destination): number =>
  Math.round((address.length + 1) * 7.83) + 4 + numberWidth(port.value, 'small');

const destination = (
  { address }: Destination,
  x: number,
  y: number,
  mark: Destination['port'] | null,
): Shape[] => [
  text('ts', x, y, `${address}:`),
  { shape: 'number', x: x + Math.round((address.length + 1) * 7.83) + 4, y, size: 'small', mark },
];

function fromRow(grid: Grid, y: number): Shape[] {
  const strip = grid.model.strip;
  if (!strip) return [];
  const { words } = grid.words;
  const end = 712 + grid.shift;
  const shapes = [text('tk1', STRIP_LABEL, y, words.from), text('ts', STRIP_VALUE, y, strip.from)];
  if (strip.fromAfter === null) {
    const seen = grid.model.rows.some((row) => row.end.outcome === 'reached') && !grid.ask;
    const note = seen
      ? [text('tk1', STRIP_VALUE + Math.round(strip.from.length * 7.83) + 10, y, words.sourceKept)]
      : [];
    return [...shapes, ...note, path('sb src', `M${STRIP_VALUE} ${y + 8}H${end}`)];
  }
  const left = INNER + 8 + grid.shift;
  const x = BAND.left + 8 + grid.shift;
  const width = Math.round(strip.from.length * 7.83);
  return [
    ...shapes,
    path('sb src', `M${STRIP_VALUE} ${y + 8}H${332 + grid.shift}M${left} ${y + 8}H${end}`),
    text('ts', x, y, strip.from),
    path('x', `M${x - 2} ${y - 1}l${width + 4}-7`),
    text('ts', left, y, strip.fromAfter),
    text('tk1', left + Math.round(strip.fromAfter.length * 7.83) + 8, y, words.masqueraded),
  ];
}

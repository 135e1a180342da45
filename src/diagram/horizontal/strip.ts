/** The packet strip: what is written on the packet, under the stations, broken where it is rewritten. */
import type { Destination } from '../model.ts';
import { lineClass, numberWidth, path, type Shape, text } from '../shapes.ts';
import { BAND, type Grid, INNER } from './grid.ts';

const STRIP_LABEL = 16;

const STRIP_VALUE = 64;

interface StripShapes {
  shapes: Shape[];
  height: number;
  bandBottom: number;
}

export function stripShapes(grid: Grid): StripShapes {
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

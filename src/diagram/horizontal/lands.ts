/** Lands are nodes, paper is open water: the outline of each node, its name, and the band where the packet changes. */
import { cutName } from '../labels.ts';
import { chamfered, type Point, path, rectangle, type Shape, text, textEnd } from '../shapes.ts';
import { BAND, columnOf, type Grid, INNER, PITCH } from './grid.ts';

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

export function lands(grid: Grid): Shape[] {
  const spans = spansOf(grid);
  const home = spans.at(-1);
  const shapes: Shape[] = [];
  for (const span of spans) {
    if (span.node === null) {
      const { outside, outsideShort } = grid.words.words;
      if (span.left === 1) shapes.push(text('tz', 16, 26, span.right < 150 ? outsideShort : outside));
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
  return row !== undefined && (row.node === node || row.station === null);
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
    ...(tall ? [] : [textEnd('tza', x, top + 22, address)]),
  ];
}

function beyondLabel(grid: Grid): Shape[] {
  const home = grid.model.trunk.at(-1)?.node;
  return home && grid.model.rows.some(({ end }) => end.leaves)
    ? [textEnd('tz', 715 + grid.shift, 26, grid.words.words.beyond)]
    : [];
}

export const band = (grid: Grid, bottom: number): Shape =>
  path(
    'band',
    `M${BAND.left + grid.shift} 2H${BAND.right + grid.shift}V${bottom}H${BAND.left + grid.shift}Z`,
  );

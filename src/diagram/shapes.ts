/**
 * What a drawing is made of: paths, circles, texts, numbers at whole coordinates, each with the class that styles it.
 * Signs are explained in the grammar of the route diagram; this file knows only how their outlines run.
 */
import type { PortMark } from './roles.ts';
import { ROLE_CLASS } from './roles.ts';

export type Point = readonly [x: number, y: number];

export type Shape =
  | { shape: 'path'; class: string; d: string }
  | { shape: 'circle'; class: string; x: number; y: number; r: number }
  | {
      shape: 'text';
      class: string;
      x: number;
      y: number;
      text: string;
      end?: true;
      item?: number;
      full?: string;
    }
  /** A number with its mark; null is a blank to be filled in. */
  | {
      shape: 'number';
      x: number;
      y: number;
      size: NumberSize;
      mark: PortMark | null;
      struck?: true;
      quiet?: true;
    }
  | { shape: 'mark'; x: number; y: number; size: number; mark: PortMark }
  /** Everything that belongs to one item of the list of hops. Its paths are relative from their first point on. */
  | { shape: 'hop'; item: number; shapes: readonly Shape[] };

export type NumberSize = 'big' | 'small';

export interface Drawing {
  width: number;
  height: number;
  shapes: readonly Shape[];
}

/** Type size, mark, gap and underline of a number, in units of the drawing. */
export const NUMBER: Readonly<Record<NumberSize, { font: number; mark: number; gap: number }>> = {
  big: { font: 17, mark: 13, gap: 18 },
  small: { font: 13, mark: 10, gap: 14 },
};

export const numberWidth = (value: number | null, size: NumberSize): number => {
  const { font, gap } = NUMBER[size];
  return value === null ? Math.round(font * 3.6) : gap + Math.round(String(value).length * font * 0.602);
};

export const path = (cls: string, d: string): Shape => ({ shape: 'path', class: cls, d });
export const circle = (cls: string, x: number, y: number, r: number): Shape => ({
  shape: 'circle',
  class: cls,
  x,
  y,
  r,
});
export const text = (cls: string, x: number, y: number, content: string): Shape => ({
  shape: 'text',
  class: cls,
  x,
  y,
  text: content,
});
export const textEnd = (cls: string, x: number, y: number, content: string): Shape => ({
  shape: 'text',
  class: cls,
  x,
  y,
  text: content,
  end: true,
});

/** The class of a line: colour of the role, texture of the role; a stranger's number gives no colour. */
export function lineClass(mark: PortMark | null): string {
  if (!mark?.role || mark.hollow || mark.role === 'containerPort') return 'l-no';
  return `l-${ROLE_CLASS[mark.role]}`;
}

/** A trunk, and on it the texture that carries its role where colour does not: beads of `port`, ties of `nodePort`. */
export const textured = (cls: string, d: string): Shape[] =>
  cls === 'l-port' || cls === 'l-node'
    ? [path(`ln ${cls}`, d), path(`bd ${cls}`, d)]
    : [path(`ln ${cls}`, d)];

/** Straight pieces with rounded corners. */
export function rounded(points: readonly Point[], radius = 6): string {
  const [start, ...others] = points;
  if (!start) return '';
  let at = start;
  let d = `M${start[0]} ${start[1]}`;
  others.forEach((corner, index) => {
    const next = others[index + 1];
    if (!next) {
      d += straight(at, corner);
      return;
    }
    const [enter, leave] = [towards(corner, at, radius), towards(corner, next, radius)];
    d += `${straight(at, enter)}q${pair(enter, corner)}${joined(enter, leave)}`;
    at = leave;
  });
  return d;
}

/** A closed outline of level and upright sides with its corners cut by 8. */
export function chamfered(points: readonly Point[], cut = 8): string {
  const corners = points.flatMap((corner, index): Point[] => {
    const before = points.at(index - 1) ?? corner;
    const after = points[(index + 1) % points.length] ?? corner;
    return [towards(corner, before, cut), towards(corner, after, cut)];
  });
  const [start = [0, 0], ...others] = corners;
  return `M${start[0]} ${start[1]}${others.map((point, index) => straight(corners[index] ?? point, point)).join('')}Z`;
}

/** Relative, and as short as it gets: the same piece is the same text wherever it stands. */
function straight(from: Point, to: Point): string {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  if (dy === 0) return `h${dx}`;
  return dx === 0 ? `v${dy}` : `l${pair(from, to)}`;
}

const pair = (from: Point, to: Point): string =>
  `${to[0] - from[0]}${joined([0, from[1]], [0, to[1]], true)}`;

/** A number needs a blank before it unless it begins with its own sign. */
function joined(from: Point, to: Point, upright = false): string {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const sign = (value: number): string => (value < 0 ? String(value) : ` ${value}`);
  return upright ? sign(dy) : `${sign(dx)}${sign(dy)}`;
}

function towards([x, y]: Point, [tx, ty]: Point, by: number): Point {
  const length = Math.hypot(tx - x, ty - y) || 1;
  const part = Math.min(by, length / 2) / length;
  return [Math.round(x + (tx - x) * part), Math.round(y + (ty - y) * part)];
}

export const rectangle = (x: number, y: number, right: number, bottom: number): Point[] => [
  [x, y],
  [right, y],
  [right, bottom],
  [x, bottom],
];

/** A box as a path that starts at its corner and is relative from there. */
export const box = (x: number, y: number, width: number, height: number): string =>
  `M${x} ${y}h${width}v${height}h${-width}Z`;

/** Cross of a connection that nobody answers. */
export const crossAt = (x: number, y: number): string => `M${x - 7} ${y - 7}l14 14m0-14l-14 14`;

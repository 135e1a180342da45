/** Where the letters of a drawing stand, by estimated width: what a test can say about overlaps without a browser. */
import { textWidth } from '../../src/diagram/labels.ts';
import { type Drawing, NUMBER, type Shape } from '../../src/diagram/shapes.ts';

export interface Box {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const FONTS: Readonly<Record<string, readonly [size: number, font: 'sans' | 'bold' | 'mono']>> = {
  tk1: [12.5, 'sans'],
  te: [12.5, 'sans'],
  tz: [12.5, 'bold'],
  tn: [15, 'bold'],
  tq: [15, 'bold'],
  ta: [13, 'mono'],
  ts: [13, 'mono'],
  tza: [12, 'mono'],
};

const flat = (shapes: readonly Shape[]): Shape[] =>
  shapes.flatMap((shape) => (shape.shape === 'hop' ? flat(shape.shapes) : [shape]));

export function boxesOf({ shapes }: Drawing): Box[] {
  return flat(shapes).flatMap((shape): Box[] => {
    if (shape.shape === 'number') {
      const { font, gap } = NUMBER[shape.size];
      const width = shape.mark ? gap + String(shape.mark.value).length * font * 0.602 : font * 3.6;
      return [box(shape.mark ? String(shape.mark.value) : '?', shape.x, shape.y, width, font)];
    }
    if (shape.shape !== 'text' || shape.text === '') return [];
    const [size, font] = FONTS[shape.class.split(' ')[0] ?? ''] ?? [15, 'bold'];
    const width = textWidth(shape.text, size, font) + (shape.item === undefined ? 0 : 11);
    return [box(shape.text, shape.end ? shape.x - width : shape.x, shape.y, width, size)];
  });
}

const box = (text: string, left: number, y: number, width: number, size: number): Box => ({
  text,
  left,
  right: left + width,
  top: y - size * 0.72,
  bottom: y + size * 0.05,
});

/** `"a" on "b"` for each pair that overlaps. */
export function overlapsOf(boxes: readonly Box[]): string[] {
  return boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter((b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom && b.top < a.bottom)
      .map((b) => `"${a.text}" on "${b.text}"`),
  );
}

export const outsideOf = ({ width, height }: Drawing, boxes: readonly Box[]): string[] =>
  boxes.filter((b) => b.left < 0 || b.right > width || b.top < 0 || b.bottom > height).map((b) => b.text);

/** Numbers in the outlines that are not whole. */
export const fractionsOf = ({ shapes }: Drawing): string[] =>
  flat(shapes).flatMap((shape) => (shape.shape === 'path' && /\d\.\d/.test(shape.d) ? [shape.d] : []));

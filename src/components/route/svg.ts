/** Shapes → SVG markup: classes and whole coordinates, real text, marks by reference to the symbols of the page. */
import { type PortMark, ROLE_CLASS } from '../../diagram/roles.ts';
import { type Drawing, NUMBER, type Point, type Shape } from '../../diagram/shapes.ts';

export const svgOf = ({ shapes }: Drawing): string => shapes.map((shape) => markup(shape, [0, 0])).join('');

const escapeText = (text: string): string =>
  text.replace(/[&<>]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[char] ?? char);

const START = /^M(-?\d+) (-?\d+)/;

/** A hop is moved to its place as a whole: a station looks the same wherever it stands, and that is what compresses. */
function hopMarkup({ item, shapes }: Extract<Shape, { shape: 'hop' }>): string {
  const [first] = shapes;
  if (!first || first.shape === 'hop') return '';
  const start = first.shape === 'path' ? START.exec(first.d)?.slice(1).map(Number) : [first.x, first.y];
  const [x = 0, y = 0] = start ?? [];
  return `<g class="h${item}" transform="translate(${x} ${y})">${shapes.map((shape) => markup(shape, [x, y])).join('')}</g>`;
}

function markup(shape: Shape, [ox, oy]: Point): string {
  switch (shape.shape) {
    case 'path':
      return `<path class="${shape.class}" d="${shape.d.replace(START, (_, x, y) => `M${x - ox} ${y - oy}`)}"/>`;
    case 'circle':
      return circleMarkup(shape, shape.x - ox, shape.y - oy);
    case 'text':
      return textMarkup({ ...shape, x: shape.x - ox, y: shape.y - oy });
    case 'number':
      return numberMarkup({ ...shape, x: shape.x - ox, y: shape.y - oy });
    case 'mark':
      return use(shape.mark, shape.x - ox, shape.y - oy, shape.size);
    case 'hop':
      return hopMarkup(shape);
    default:
      return shape satisfies never;
  }
}

const circleMarkup = ({ class: cls, r }: Extract<Shape, { shape: 'circle' }>, x: number, y: number): string =>
  `<circle class="${cls}"${x ? ` cx="${x}"` : ''}${y ? ` cy="${y}"` : ''} r="${r}"/>`;

function textMarkup({ class: cls, x, y, text, end, item, full }: Extract<Shape, { shape: 'text' }>): string {
  if (text === '' && item === undefined) return '';
  const ordinal = item === undefined ? '' : `<tspan class="o">${item}</tspan> `;
  const title = full === undefined ? '' : `<title>${escapeText(full)}</title>`;
  return `<text class="${cls}${end ? ' e' : ''}" x="${x}" y="${y}">${ordinal}${escapeText(text)}${title}</text>`;
}

function roleClass({ role, hollow }: PortMark): string {
  return role ? ` ${ROLE_CLASS[role]}${hollow ? ' stray' : ''}` : '';
}

function use(mark: PortMark, x: number, y: number, size: number): string {
  if (!mark.role) return '';
  const name = ROLE_CLASS[mark.role];
  const half = -size / 2;
  return `<use transform="translate(${x} ${y})" href="#m-${name}" class="${name}${mark.hollow ? ' stray' : ''}" x="${half}" y="${half}" width="${size}" height="${size}"/>`;
}

/** Moved to its place as a whole, so that the same number is the same text wherever it stands: that is what compresses. */
function numberMarkup({ x, y, size, mark, struck, quiet }: Extract<Shape, { shape: 'number' }>): string {
  const { font, mark: side, gap } = NUMBER[size];
  const cls = size === 'big' ? 'tp' : 'ts';
  if (!mark) return `<g class="q" transform="translate(${x} ${y})">${blank(font, cls)}</g>`;
  const length = Math.round(String(mark.value).length * font * 0.602);
  const place = `transform="translate(${mark.role ? x + gap : x} ${y})"`;
  const symbol = mark.role
    ? `<use href="#m-${ROLE_CLASS[mark.role]}" x="-${gap}" y="${1 - side}" width="${side}" height="${side}"/>`
    : '';
  const under = mark.role && !quiet ? `<path class="u" d="M0 ${size === 'big' ? 5 : 4}h${length}"/>` : '';
  const strike = struck ? `<path class="x" d="M${-2 - gap} -1l${gap + length + 4}-7"/>` : '';
  return `<g ${place} class="n${roleClass(mark)}${quiet ? ' quiet' : ''}">${symbol}<text class="${cls}">${mark.value}</text>${under}${strike}</g>`;
}

function blank(font: number, cls: string): string {
  const [width, height] = [Math.round(font * 3.6), Math.round(font * 1.36)];
  return `<path d="M0-${font}h${width}v${height}h-${width}Z"/><text class="${cls}" x="${Math.round(font * 1.5)}">?</text>`;
}

/** Shapes → SVG markup: classes and whole coordinates, real text, marks by reference to the symbols of the page. */
import { type PortMark, ROLE_CLASS } from '../../diagram/roles.ts';
import { type Drawing, NUMBER, type Shape } from '../../diagram/shapes.ts';

export const svgOf = ({ shapes }: Drawing): string => merged(shapes).map(markup).join('');

const escapeText = (text: string): string =>
  text.replace(/[&<>]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[char] ?? char);

/** Neighbouring groups of one hop are one group. */
function merged(shapes: readonly Shape[]): Shape[] {
  const all: Shape[] = [];
  for (const shape of shapes) {
    const last = all.at(-1);
    const same = shape.shape === 'hop' && last?.shape === 'hop' && last.item === shape.item;
    if (same) all[all.length - 1] = { ...last, shapes: [...last.shapes, ...shape.shapes] };
    else all.push(shape);
  }
  return all;
}

function markup(shape: Shape): string {
  switch (shape.shape) {
    case 'path':
      return `<path class="${shape.class}" d="${shape.d}"/>`;
    case 'circle':
      return `<circle class="${shape.class}" cx="${shape.x}" cy="${shape.y}" r="${shape.r}"/>`;
    case 'text':
      return textMarkup(shape);
    case 'number':
      return numberMarkup(shape);
    case 'mark':
      return use(shape.mark, shape.x - shape.size / 2, shape.y - shape.size / 2, shape.size);
    case 'hop':
      return `<g class="h${shape.item}">${shape.shapes.map(markup).join('')}</g>`;
    default:
      return shape satisfies never;
  }
}

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
  return `<use href="#m-${name}" class="${name}${mark.hollow ? ' stray' : ''}" x="${x}" y="${y}" width="${size}" height="${size}"/>`;
}

function numberMarkup({ x, y, size, mark, struck, quiet }: Extract<Shape, { shape: 'number' }>): string {
  const { font, mark: side, gap } = NUMBER[size];
  const cls = size === 'big' ? 'tp' : 'ts';
  if (!mark) return blank(x, y, font, cls);
  const left = mark.role ? x + gap : x;
  const length = Math.round(String(mark.value).length * font * 0.602);
  const symbol = mark.role
    ? `<use href="#m-${ROLE_CLASS[mark.role]}" x="${x}" y="${y - side + 1}" width="${side}" height="${side}"/>`
    : '';
  const under =
    mark.role && !quiet ? `<path class="u" d="M${left} ${y + (size === 'big' ? 5 : 4)}h${length}"/>` : '';
  const strike = struck ? `<path class="x" d="M${x - 2} ${y - 1}l${left - x + length + 4}-7"/>` : '';
  return `<g class="n${roleClass(mark)}${quiet ? ' quiet' : ''}">${symbol}<text class="${cls}" x="${left}" y="${y}">${mark.value}</text>${under}${strike}</g>`;
}

const blank = (x: number, y: number, font: number, cls: string): string =>
  `<g class="q"><path d="M${x} ${y - font}h${Math.round(font * 3.6)}v${Math.round(font * 1.36)}h${-Math.round(font * 3.6)}Z"/><text class="${cls}" x="${x + Math.round(font * 1.5)}" y="${y}">?</text></g>`;

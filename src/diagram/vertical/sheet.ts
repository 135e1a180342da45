/** The sheet of the narrow layout, filled from top to bottom: bands of land and water, cards beside the line. */
import { cutName } from '../labels.ts';
import type { Card, Lettering } from '../lettering.ts';
import type { RouteModel, Station } from '../model.ts';
import { chamfered, path, rectangle, type Shape, text, textEnd } from '../shapes.ts';

export const WIDTH = 288;

export const LINE = 24;

export const CARD = 52;

export interface Placed {
  station: Station;
  y: number;
}

interface Band {
  node: string | null;
  top: number;
  bottom: number;
}

/** The sheet that is filled from top to bottom. */
export interface Sheet {
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

export const hop = (item: number, shapes: readonly Shape[]): Shape => ({ shape: 'hop', item, shapes });

/** Enters a land or open water: a new band, with room for its name at the top. */
export function enter(sheet: Sheet, node: string | null): void {
  const last = sheet.bands.at(-1);
  if (last?.node === node) return;
  if (last) last.bottom = sheet.y;
  sheet.y += last ? 8 : 1;
  sheet.bands.push({ node, top: sheet.y, bottom: sheet.y });
  if (last) sheet.y += 8;
}

export function grow(sheet: Sheet, to: number): void {
  sheet.y = to;
  const last = sheet.bands.at(-1);
  if (last) last.bottom = to;
}

export function cardShapes(card: Card, station: { item: number }, x: number, y: number): Shape[] {
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

export function placeOf(sheet: Sheet, station: Station, x: number, y: number, port = station.port): Shape[] {
  const address = station.address ? [text('ta', x, y, station.address)] : [];
  if (station.kind === 'name' && station.address) return [...address, belowName(sheet, station, x, y + 18)];
  if (!station.port) return address;
  const after = x + Math.round((station.address?.length ?? 0) * 7.83) + 10;
  return [...address, { shape: 'number', x: after, y, size: 'big', mark: port }];
}

/** Below the address of a name: that there is no port here, or the other addresses. */
function belowName({ words }: Sheet, { others }: Station, x: number, y: number): Shape {
  const [second] = others;
  if (second === undefined) return text('tk1', x, y, words.words.noPort);
  return others.length === 1 ? text('ta', x, y, second) : text('tk1', x, y, `+ ${others.length}`);
}

export function landShapes({ model, words }: Sheet, { node, top, bottom }: Band, first: boolean): Shape[] {
  if (node === null) {
    const label = first ? words.words.outside : words.words.beyond;
    const leaves = model.rows.some(({ end }) => end.leaves);
    if (first) return [text('tz', CARD, top + 19, label)];
    return leaves ? [textEnd('tz', WIDTH - 12, top + 20, label)] : [];
  }
  return [
    path('ld', chamfered(rectangle(1, top, WIDTH - 1, bottom))),
    textEnd('tz', WIDTH - 12, top + 20, cutName(node, 16)),
    textEnd('tza', WIDTH - 12, top + 36, model.nodes[node] ?? ''),
  ];
}

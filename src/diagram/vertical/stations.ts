/** Stations of the trunk, from top to bottom, and the Service's entry in one line. */
import type { Card } from '../lettering.ts';
import type { Station } from '../model.ts';
import { box, circle, numberWidth, path, type Shape, text } from '../shapes.ts';
import { packetRows } from './packet.ts';
import {
  CARD,
  cardShapes,
  enter,
  grow,
  hop,
  LINE,
  type Placed,
  placeOf,
  type Sheet,
  WIDTH,
} from './sheet.ts';

const CAPSULE = 64;

export function placeStation(sheet: Sheet, station: Station, index: number): Placed {
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

function placeRules(sheet: Sheet, station: Station, card: Card, y: number): Placed {
  const top = y + 8;
  const strip = packetRows(sheet, y + 29);
  sheet.shapes.push(
    hop(station.item, [...capsule(sheet, top), ...cardShapes(card, station, CARD, y), ...strip.shapes]),
  );
  if (strip.band) sheet.lines.unshift(strip.band);
  grow(sheet, Math.max(top + CAPSULE + 8, strip.bottom));
  return { station, y: top };
}

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
    if (state === 'written') shapes.push(path('band', box(x - 4, y - 14, width + 8, 20)));
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
  sheet.shapes.push(hop(item, [path('en', box(CARD - 4, top, right - CARD + 4, y + 9 - top)), ...shapes]));
  grow(sheet, y + 18);
}

/** Stations of the trunk: sign, card, address and port, each where it is true. */
import { cutName } from '../labels.ts';
import type { Card } from '../lettering.ts';
import type { Station } from '../model.ts';
import { circle, path, type Shape, text } from '../shapes.ts';
import { columnOf, type Grid } from './grid.ts';

const NAME_WIDTH = { client: 9, name: 13, wide: 16 } as const;

export function stationShapes(grid: Grid, station: Station, index: number): Shape[] {
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

export function sign(station: Station, x: number, y: number): Shape[] {
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

export function cardShapes(card: Card, item: number, x: number, y: number, room: number): Shape[] {
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

export const notes = (card: Card, x: number, y: number): Shape[] =>
  card.notes.map((note, index) => text('tk1', x, y + 16 * index, note));

export function placeShapes(
  grid: Grid,
  station: Station,
  x: number,
  addressY: number,
  portY: number,
): Shape[] {
  const address = station.address ? [text('ta', x, addressY, station.address)] : [];
  if (station.kind === 'name' && station.address)
    return [...address, text(...belowName(grid, station, x, portY))];
  if (!station.port) return address;
  return [...address, { shape: 'number', x, y: portY, size: 'big', mark: station.port }];
}

export /** Below the address of a name: that there is no port here, or the other addresses. */
function belowName({ words }: Grid, { others }: Station, x: number, y: number): Parameters<typeof text> {
  const [second] = others;
  if (second === undefined) return ['tk1', x, y, words.words.noPort];
  return others.length === 1 ? ['ta', x, y - 4, second] : ['tk1', x, y - 4, `+ ${others.length}`];
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

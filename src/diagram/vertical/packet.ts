/** The packet beside the rules that change it: old value struck, new value below. */
import type { Destination, Strip } from '../model.ts';
import { numberWidth, path, type Shape, text } from '../shapes.ts';
import { CARD, type Sheet, WIDTH } from './sheet.ts';

interface Rows {
  shapes: Shape[];
  band: Shape | null;
  bottom: number;
}

const VALUE = CARD + 36;

export function packetRows(sheet: Sheet, top: number): Rows {
  const { strip } = sheet.model;
  if (!strip) return { shapes: [], band: null, bottom: top };
  const to = toLines(sheet, strip);
  const from = fromLines(sheet, strip);
  const shapes = [...to, ...from].flatMap((line, index) => line(top + PITCH * index));
  const changed = strip.fromAfter === null ? to.length : to.length + from.length;
  const bandEnd = top + PITCH * changed - 15;
  const band = `M${CARD - 6} ${top - 15}H${WIDTH - 6}V${bandEnd}H${CARD - 6}Z`;
  return {
    shapes,
    band: strip.toAfter.length > 0 ? path('band', band) : null,
    bottom: top + PITCH * (to.length + from.length - 1) + 12,
  };
}

/** A line of the packet, at the height it is given. */
type Line = (y: number) => Shape[];

const PITCH = 22;

function toLines({ model, words, ask }: Sheet, strip: Strip): Line[] {
  const { to, or, neverRewritten } = words.words;
  const [first] = strip.to;
  const changes = strip.toAfter.length > 0;
  const old: Line = (y) => [text('tk1', CARD, y, to), ...(first ? oldDestination(first, y, changes) : [])];
  const kept: Line = (y) => [text('tk1', VALUE, y - 4, neverRewritten)];
  const news = shownOf(model.strip?.toAfter ?? []).map(
    (value, index): Line =>
      (y) => [...(index > 0 ? [text('tk1', CARD, y, or)] : []), ...destination(value, y, ask)],
  );
  const more: Line = (y) => [text('tk1', VALUE, y, words.more(strip.toAfter.length - 1))];
  return [old, ...(changes ? news : [kept]), ...(strip.toAfter.length > 2 ? [more] : [])];
}

function fromLines({ words }: Sheet, strip: Strip): Line[] {
  const { from, unchanged } = words.words;
  const width = Math.round(strip.from.length * 7.83);
  const source = (y: number): Shape[] => [text('tk1', CARD, y, from), text('ts', VALUE, y, strip.from)];
  const { fromAfter } = strip;
  if (fromAfter === null) return [(y) => [...source(y), text('tk1', VALUE + width + 8, y, unchanged)]];
  const strike = (y: number): Shape => path('x', `M${VALUE - 2} ${y - 1}l${width + 4}-7`);
  return [(y) => [...source(y), strike(y)], (y) => [text('ts', VALUE, y, fromAfter)]];
}

const shownOf = (all: readonly Destination[]): readonly Destination[] =>
  all.length > 2 ? all.slice(0, 1) : all;

function oldDestination(value: Destination, y: number, struck: boolean): Shape[] {
  const plain = `${value.address}:`;
  const x = VALUE + Math.round(plain.length * 7.83) + 4;
  const end = x + numberWidth(value.port.value, 'small');
  return [
    text('ts', VALUE, y, plain),
    { shape: 'number', x, y, size: 'small', mark: value.port },
    ...(struck ? [path('x', `M${VALUE - 2} ${y - 1}l${end - VALUE + 4}-7`)] : []),
  ];
}

function destination({ address, port }: Destination, y: number, ask: boolean): Shape[] {
  const plain = `${address}:`;
  return [
    text('ts', VALUE, y, plain),
    {
      shape: 'number',
      x: VALUE + Math.round(plain.length * 7.83) + 4,
      y,
      size: 'small',
      mark: ask ? null : port,
    },
  ];
}

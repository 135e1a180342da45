/**
 * The narrow layout of a route: the same stations from top to bottom, 288 wide, so that a phone of 320 px shows it 1:1.
 * Both layouts draw the same model with the same signs.
 */
import type { LayoutOptions, Lettering } from '../lettering.ts';
import type { RouteModel } from '../model.ts';
import type { Drawing } from '../shapes.ts';
import { drawTrunk } from './lines.ts';
import { drawRows } from './rows.ts';
import { LINE, landShapes, type Sheet, WIDTH } from './sheet.ts';
import { placeStation } from './stations.ts';

export function layoutVertical(model: RouteModel, words: Lettering, options: LayoutOptions = {}): Drawing {
  const sheet: Sheet = {
    model,
    words,
    ask: options.ask ?? false,
    y: 0,
    land: [],
    lines: [],
    shapes: [],
    bands: [],
  };
  const trunk = model.trunk.map((station, index) => placeStation(sheet, station, index));
  drawTrunk(sheet, trunk);
  drawRows(sheet, trunk.at(-1)?.y ?? LINE);
  const height = sheet.y + 1;
  for (const [index, band] of sheet.bands.entries()) sheet.land.push(...landShapes(sheet, band, index === 0));
  return { width: WIDTH, height, shapes: [...sheet.land, ...sheet.lines, ...sheet.shapes] };
}

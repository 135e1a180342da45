/**
 * The wide layout of a route: the trunk from left to right, its rows on the right, the packet strip under both.
 * Unit 1 = 1 px at 720 wide. Land is drawn before the band, lines before stations.
 */
import type { LayoutOptions, Lettering } from '../lettering.ts';
import type { RouteModel } from '../model.ts';
import type { Drawing, Shape } from '../shapes.ts';
import { entryShapes } from './entry.ts';
import { gridOf } from './grid.ts';
import { band, lands } from './lands.ts';
import { rowLine, trunkLines } from './lines.ts';
import { rowShapes } from './rows.ts';
import { stationShapes } from './stations.ts';
import { stripShapes } from './strip.ts';

export function layoutHorizontal(model: RouteModel, words: Lettering, options: LayoutOptions = {}): Drawing {
  const grid = gridOf(model, words, options.ask ?? false);
  const strip = stripShapes(grid);
  const height = grid.bottom + strip.height;
  const shapes: Shape[] = [
    ...lands(grid),
    ...(model.strip && model.strip.toAfter.length > 0 ? [band(grid, strip.bandBottom)] : []),
    ...trunkLines(grid),
    ...model.rows.flatMap((row, index) => rowLine(grid, row, index)),
    ...model.trunk.map((station, index) => hop(station.item, stationShapes(grid, station, index))),
    ...model.rows.map((row, index) => hop(row.station?.item ?? row.end.item, rowShapes(grid, row, index))),
    ...entryShapes(grid),
    ...strip.shapes,
  ];
  return { width: grid.width, height, shapes };
}

export const hop = (item: number, shapes: readonly Shape[]): Shape => ({ shape: 'hop', item, shapes });

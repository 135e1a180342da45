/** The Service as an entry: a dashed box in the land below its station, with all its ports. */
import { cutName } from '../labels.ts';
import type { Entry } from '../model.ts';
import { box, numberWidth, path, type Shape, text } from '../shapes.ts';
import { columnOf, type Grid, isRules, RULES } from './grid.ts';
import { hop } from './index.ts';

const FIELD: Readonly<Record<string, string>> = {
  port: 'port',
  targetPort: 'targetPort',
  nodePort: 'nodePort',
};

export function entryShapes(grid: Grid): Shape[] {
  const { entry, trunk } = grid.model;
  if (!entry || grid.ask) return [];
  const index = trunk.findIndex(
    ({ kind }) =>
      kind === 'cluster-ip' || kind === 'external-ip' || kind === 'load-balancer' || kind === 'node',
  );
  if (index < 0) return [];
  const right = isRules(trunk.at(-1)) ? RULES + grid.shift - 16 : columnOf(grid, index) + 142;
  const left = Math.min(columnOf(grid, index) - 4, right - 146);
  return [hop(trunk[index]?.item ?? 1, entryBox(entry, left, right, grid.y + 66))];
}

function entryBox(entry: Entry, left: number, right: number, top: number): Shape[] {
  const bottom = top + 8 + 17 * (entry.rows.length + 1);
  const name = cutName(entry.name, 18);
  return [
    path('en', box(left, top, right - left, bottom - top)),
    {
      shape: 'text',
      class: 'tz',
      x: left + 8,
      y: top + 17,
      text: name,
      ...(name === entry.name ? {} : { full: entry.name }),
    },
    ...entry.rows.flatMap(({ mark, state }, index): Shape[] => {
      const y = top + 17 * (index + 2);
      const width = numberWidth(mark.value, 'small');
      return [
        ...(state === 'written' ? [path('band', box(left + 4, y - 13, right - left - 8, 18))] : []),
        text(state === 'idle' ? 'te' : 'te on2', left + 8, y, FIELD[mark.role ?? ''] ?? ''),
        {
          shape: 'number',
          x: right - 8 - width,
          y,
          size: 'small',
          mark,
          ...(state === 'idle' ? { quiet: true as const } : {}),
        },
      ];
    }),
  ];
}

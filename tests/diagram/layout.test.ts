/** Drawings of many routes: no label on another, nothing outside, whole numbers, long names cut in the middle. */
import { describe, expect, test } from 'vitest';
import { letteringOf } from '../../src/components/route/lettering.ts';
import { layoutHorizontal } from '../../src/diagram/horizontal/index.ts';
import { cutName } from '../../src/diagram/labels.ts';
import type { Drawing, Shape } from '../../src/diagram/shapes.ts';
import { layoutVertical } from '../../src/diagram/vertical/index.ts';
import { LANGS } from '../../src/i18n/locales.ts';
import { boxesOf, fractionsOf, outsideOf, overlapsOf } from './boxes.ts';
import { type Drawn, lessonRoutes, routeThrough, shop } from './scenarios.ts';

const LONG = 'order-service-production';
const made: Drawn[] = [1, 2, 3, 4, 5, 6, 9].flatMap((count) => [
  routeThrough(shop(LONG, count), 'pod/default/client', `${LONG}:8080`),
  routeThrough(shop(LONG, count), 'outside/out-1', '172.30.0.11:32222'),
  routeThrough(shop(LONG, count), 'pod/default/client', '172.30.0.12:32222'),
  routeThrough(shop(LONG, count), 'node/node-1', '127.0.0.1:32222'),
]);
const drawings = [...lessonRoutes(), ...made].flatMap(({ id, model }) =>
  LANGS.flatMap((lang) =>
    [false, true].flatMap((ask) => [
      { id: `${id} wide ${lang}`, drawing: layoutHorizontal(model, letteringOf(lang), { ask }) },
      { id: `${id} narrow ${lang}`, drawing: layoutVertical(model, letteringOf(lang), { ask }) },
    ]),
  ),
);
const complaints = (find: (drawing: Drawing) => string[]): string[] =>
  drawings.flatMap(({ id, drawing }) => find(drawing).map((what) => `${id}: ${what}`));

describe(`${drawings.length} drawings`, () => {
  test('no label stands on another', () => {
    expect(complaints((drawing) => overlapsOf(boxesOf(drawing)))).toEqual([]);
  });

  test('no label leaves the drawing', () => {
    expect(complaints((drawing) => outsideOf(drawing, boxesOf(drawing)))).toEqual([]);
  });

  test('all coordinates are whole', () => {
    expect(complaints(fractionsOf)).toEqual([]);
  });

  test('a narrow drawing is 288 wide, so that a phone of 320 shows it 1:1', () => {
    const widths = drawings.filter(({ id }) => id.includes(' narrow ')).map(({ drawing }) => drawing.width);
    expect(new Set(widths)).toEqual(new Set([288]));
  });
});

test('the measure of overlaps can fail', () => {
  const label = (x: number): Shape => ({ shape: 'text', class: 'tn', x, y: 20, text: 'order-a' });
  const drawing = { width: 100, height: 40, shapes: [label(0), label(30), label(90)] };
  expect(overlapsOf(boxesOf(drawing))).toEqual(['"order-a" on "order-a"']);
  expect(outsideOf(drawing, boxesOf(drawing))).toEqual(['order-a']);
});

test('a long name is cut in the middle and stands in full in its title', () => {
  expect(cutName(LONG, 13)).toBe('order-se…tion');
  const text = JSON.stringify(layoutHorizontal(made[0]?.model ?? fail(), letteringOf('en')));
  expect(text).toContain(`"full":"${LONG}"`);
});

const fail = (): never => {
  throw new Error('no route was made');
};

test('a blank has no number behind it: the drawing does not hold what is asked for', () => {
  const asked = lessonRoutes().filter(({ model }) => model.rewriting?.after);
  expect(asked.length).toBeGreaterThan(5);
  for (const { id, model } of asked) {
    const hidden = model.rewriting?.after?.value;
    if (hidden === model.rewriting?.before.value) continue;
    for (const layout of [layoutHorizontal, layoutVertical]) {
      const text = JSON.stringify(layout(model, letteringOf('en'), { ask: true }));
      expect(text, id).not.toContain(`"value":${hidden}`);
      expect(text, id).not.toContain(`"listening"`);
    }
  }
});

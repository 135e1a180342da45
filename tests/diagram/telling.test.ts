/** The list of hops is the drawing's text alternative: what is drawn is told, and what is asked for is not. */
import { describe, expect, test } from 'vitest';
import { letteringOf } from '../../src/components/route/lettering.ts';
import {
  type Part,
  type ToldItem,
  tell,
  tellAloud,
  tellVerdict,
} from '../../src/components/route/telling.ts';
import { layoutHorizontal } from '../../src/diagram/horizontal/index.ts';
import { LANGS } from '../../src/i18n/locales.ts';
import { routeWords } from '../../src/i18n/route/index.ts';
import { boxesOf } from './boxes.ts';
import { lessonRoutes } from './scenarios.ts';

const plain = (parts: readonly Part[]): string =>
  parts
    .map((part) =>
      typeof part === 'string' ? part : 'code' in part ? part.code : String(part.mark?.value ?? '?'),
    )
    .join('');
const plainList = (items: readonly ToldItem[]): string =>
  items
    .flatMap(({ cases }) =>
      cases.map(({ title, mode, text, values }) =>
        [title, mode, plain(text), ...values.map(({ parts }) => plain(parts))].join(' '),
      ),
    )
    .join('\n');
const routes = lessonRoutes();

describe.each(LANGS)('%s', (lang) => {
  test('every Pod’s address and every port on the packet in the drawing is in the list', () => {
    for (const { id, model, atlas } of routes) {
      const list = plainList(tell(model, atlas, lang));
      const drawn = boxesOf(layoutHorizontal(model, letteringOf(lang))).map(({ text }) => text);
      // Where no packet is sent, the only address drawn is the client's own.
      const addresses = drawn.filter(
        (text) => /^10\.244\.\d+\.\d+$/.test(text) && model.strip && text !== model.strip.from,
      );
      const ports = [...(model.strip?.to ?? []), ...(model.strip?.toAfter ?? [])].map(
        ({ port }) => port.value,
      );
      for (const value of [...addresses, ...ports]) expect(list, `${id} ${value}`).toContain(String(value));
    }
  });

  test('no placeholder is left, and no sentence is empty', () => {
    for (const { id, model, atlas } of routes) {
      const told = [
        plainList(tell(model, atlas, lang)),
        tellAloud(model, lang, 1, false),
        plain(tellVerdict(model, lang)),
      ];
      expect(told.join('\n'), id).not.toMatch(/[{}|]|undefined|null/);
      for (const { cases } of tell(model, atlas, lang)) {
        for (const { text } of cases) expect(plain(text).length, id).toBeGreaterThan(4);
      }
    }
  });

  test('while a number is asked for, the list ends at the rules and does not hold it', () => {
    const { model, atlas } = routes.find(({ id }) => id === 'order-service/pod-to-service') ?? {
      model: null,
      atlas: null,
    };
    if (!model) throw new Error('no such route');
    const list = plainList(tell(model, atlas, lang, true));
    expect(list).not.toContain('8170');
    expect(list).toContain('?');
    expect(tellAloud(model, lang, 1, true)).not.toContain('8170');
  });

  test('where the modes differ, the list and the verdict name both', () => {
    const found = routes.find(({ id }) => id === 'order-service/pod-to-target-port');
    if (!found) throw new Error('no such route');
    const { mode } = routeWords(lang);
    for (const told of [
      plainList(tell(found.model, found.atlas, lang)),
      plain(tellVerdict(found.model, lang)),
    ]) {
      expect(told).toContain(mode.iptables);
      expect(told).toContain(mode.nftables);
    }
  });
});

test('the routes’ words agree in keys and placeholders', () => {
  const leaves = (value: unknown, path = ''): string[] =>
    typeof value === 'string'
      ? [`${path} ${[...new Set(value.match(/\{\w+\}/g) ?? [])].sort().join(' ')}`]
      : Object.entries(value as object)
          .filter(([key]) => !['one', 'few', 'many'].includes(key))
          .flatMap(([key, inner]) => leaves(inner, `${path}.${key}`));
  const [pl, en, zh] = LANGS.map((lang) => leaves(routeWords(lang)).sort());
  expect(pl?.map((key) => key.split(' ')[0])).toEqual(en?.map((key) => key.split(' ')[0]));
  expect(zh?.map((key) => key.split(' ')[0])).toEqual(en?.map((key) => key.split(' ')[0]));
});

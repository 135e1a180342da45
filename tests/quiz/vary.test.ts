/** Variants: other numbers, names, protocols and Pods, the same question. */
import { describe, expect, test } from 'vitest';
import { voiceOf } from '../../src/i18n/voice.ts';
import { kindOf } from '../../src/quiz/kinds/index.ts';
import type { Question } from '../../src/quiz/question.ts';
import { isPortValue } from '../../src/quiz/response.ts';
import type { ScenarioTexts } from '../../src/quiz/scenario-of.ts';
import { portsIn } from '../../src/quiz/variants/numbers.ts';
import { shapeOf } from '../../src/quiz/variants/shape.ts';
import { askedIn, type Variant, variantsOf, vary } from '../../src/quiz/vary.ts';
import { BANK, type Entry } from './bank.ts';

/** A thousand take minutes: `npm run report` runs them. These find a question that cannot be varied at all. */
const SEEDS = 8;

const named = BANK.map((entry) => [entry.question.id, entry] as const);
const variantsFrom = ({ question, texts }: Entry): Variant[] => {
  const variant = variantsOf(texts, question, 'test');
  return Array.from({ length: SEEDS }, (_, index) => variant(index + 1));
};
const addressOf = ({ question, texts }: Entry | Variant): string =>
  texts.connections[question.connection]?.to ?? '';
const numbersOf = (entry: Entry | Variant): number[] => portsIn(entry.texts.text, [addressOf(entry)]);
const text = ({ texts }: Variant): string => JSON.stringify(texts);

describe.each(named)('%s', (_, entry) => {
  const variants = variantsFrom(entry);
  const original = askedIn(entry);

  test('no two variants are the same', () => {
    expect(new Set(variants.map(text)).size).toBe(SEEDS);
  });

  test('no port is the old one, none is used twice, each has as many digits', () => {
    const old = numbersOf(entry);
    for (const variant of variants) {
      const fresh = numbersOf(variant);
      expect(fresh).toHaveLength(old.length);
      expect(fresh.filter((port) => old.includes(port))).toEqual([]);
      expect(fresh.map((port) => String(port).length)).toEqual(old.map((port) => String(port).length));
    }
  });

  test('the way to the end and the beliefs about it are the same', () => {
    for (const variant of variants) expect(shapeOf(askedIn(variant))).toBe(shapeOf(original));
  });

  test('the right answer and those of the beliefs it is meant to catch are pairwise distinct', () => {
    for (const variant of variants) {
      const { key, distractors } = askedIn(variant);
      const caught = distractors.filter(({ beliefs }) =>
        beliefs.some(({ id }) => entry.question.targets.includes(id)),
      );
      const values = [...key, ...caught.map(({ value }) => value)];
      expect(new Set(values).size).toBe(values.length);
      for (const target of entry.question.targets)
        expect(caught.some(({ beliefs }) => beliefs.some(({ id }) => id === target))).toBe(true);
    }
  });

  test('a port that is right is another one', () => {
    for (const variant of variants)
      for (const value of askedIn(variant).key.filter(isPortValue)) expect(original.key).not.toContain(value);
  });
});

test('question, seed and bank version decide everything', () => {
  const [first] = BANK;
  if (!first) throw new Error('the bank is empty');
  const once = (seed: number, bank: string): string => text(vary(first.texts, first.question, seed, bank));
  expect(once(7, 'a')).toBe(once(7, 'a'));
  expect(once(7, 'a')).not.toBe(once(8, 'a'));
  expect(once(7, 'a')).not.toBe(once(7, 'b'));
});

test('the variant of a fixed seed is the same on every machine', () => {
  const entry = BANK.find(({ question }) => question.id === 'order-from-a-pod');
  if (!entry) throw new Error('there is no such question');
  const variant = vary(entry.texts, entry.question, 1, 'fixed');
  expect([addressOf(variant), ...numbersOf(variant)]).toMatchInlineSnapshot(`
    [
      "https://tiger-service:1760",
      1760,
      3510,
      30330,
    ]
  `);
});

describe('places', () => {
  const placesOf = (texts: ScenarioTexts, question: Question): Set<string> => {
    const variant = variantsOf(texts, question, 'places');
    return new Set(
      Array.from({ length: 12 }, (_, seed) => {
        const asked = askedIn(variant(seed + 1));
        const controls = kindOf(asked.question).tell.controls(asked, voiceOf('en').quiz, voiceOf('en'));
        if (controls.type === 'selects') return asked.key.join();
        return controls.type === 'options'
          ? String(controls.options.findIndex(({ value }) => asked.key.includes(value)))
          : '';
      }),
    );
  };
  const drawn = BANK.filter(({ question: { kind } }) => kind === 'order-hops' || kind === 'why');

  test.each(drawn.map((entry) => [entry.question.id, entry] as const))(
    'the right answer of %s stands elsewhere in another variant',
    (_, { texts, question }) => {
      expect(placesOf(texts, question).size).toBeGreaterThan(1);
    },
  );

  test('steps are never listed in their order', () => {
    for (const { texts, question } of drawn.filter(({ question: { kind } }) => kind === 'order-hops'))
      for (const key of placesOf(texts, question))
        expect(key.split('-').join(''), question.id).not.toBe('abcdefgh'.slice(0, (key.length + 1) / 2));
  });
});

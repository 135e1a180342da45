/** Quality gates: simulated students sit the whole bank, originals and one variant of each. */
import { describe, expect, test } from 'vitest';
import { LANGS } from '../../src/i18n/locales.ts';
import { quizMessages } from '../../src/i18n/quiz/index.ts';
import { type Asked, ask } from '../../src/quiz/ask.ts';
import { kindOf } from '../../src/quiz/kinds/index.ts';
import { questionData } from '../../src/quiz/payload.ts';
import {
  BOTS,
  believerAnswers,
  botResults,
  expertAnswers,
  faultsOf,
  SINGLE,
  TOLERANCE,
} from '../../src/quiz/students/index.ts';
import { askedIn, vary } from '../../src/quiz/vary.ts';
import { BANK } from './bank.ts';

const ORIGINALS: readonly Asked[] = BANK.map(({ question }) => ask(question));
const VARIANTS: readonly Asked[] = BANK.map(({ texts, question }) =>
  askedIn(vary(texts, question, 1, 'gates')),
);
const WORDS = quizMessages('en');
const grade = (asked: Asked, value: string): number =>
  kindOf(asked.question).grade(asked.key, value as never, asked);

describe.each([
  ['as they stand in content/', ORIGINALS],
  ['as variants', VARIANTS],
])('the questions %s', (_, bank) => {
  test.each(bank.map((asked) => [asked.question.id, asked] as const))('%s is fair', (_, asked) => {
    expect(faultsOf(asked, WORDS)).toEqual([]);
  });

  test.each(LANGS)('reward no trick of a bot that knows nothing, in %s', (lang) => {
    for (const { id, points, chance } of botResults(bank, quizMessages(lang)))
      expect(points - chance, `${id} ${points}`).toBeLessThanOrEqual(TOLERANCE);
  });
});

describe('students who think', () => {
  test('the expert is always right', () => {
    for (const asked of ORIGINALS)
      for (const value of expertAnswers(asked)) expect(grade(asked, value), asked.question.id).toBe(1);
  });

  test('every belief leads to a wrong answer somewhere, and is told what refutes it', () => {
    for (const beliefs of SINGLE) {
      const caught = ORIGINALS.some((asked) =>
        believerAnswers(asked, beliefs).some((value) => grade(asked, value) < 1),
      );
      expect(caught, beliefs.join()).toBe(true);
    }
    for (const asked of ORIGINALS) {
      const { known } = questionData(asked, 'en');
      for (const target of asked.question.targets)
        for (const value of believerAnswers(asked, [target]))
          expect(known[value], asked.question.id).toBeTruthy();
    }
  });
});

test('a bot with a trick that always works is found', () => {
  const cheat: Asked = { ...(ORIGINALS[0] as Asked) };
  const rigged = Array.from({ length: 10 }, () => cheat);
  const results = botResults(rigged, WORDS);
  expect(results).toHaveLength(BOTS.length);
  expect(Math.max(...results.map(({ points, chance }) => points - chance))).toBeGreaterThan(TOLERANCE);
});

test('a belief under targets that is right here is found', () => {
  const asked = ORIGINALS.find(({ question }) => question.id === 'dial-the-port') as Asked;
  const spoiled = { ...asked, question: { ...asked.question, targets: ['process-is-found' as const] } };
  expect(faultsOf(spoiled, WORDS)).toContain(
    'somebody who believes process-is-found answers 5000 and is right',
  );
});

test('a key that is not what the engine says is found', () => {
  const asked = ORIGINALS.find(({ question }) => question.id === 'dial-the-port') as Asked;
  expect(faultsOf({ ...asked, key: ['80'] }, WORDS)).toContain('the expert answers 5000 and is not right');
});

/** Questions whose answers have parts: credit for each, and what is said about a wrong one. */
import { describe, expect, test } from 'vitest';
import { LANGS } from '../../src/i18n/locales.ts';
import { feedback } from '../../src/quiz/feedback.ts';
import { controlsOf, quizPayload } from '../../src/quiz/index.ts';
import { judgeOrder, judgeParts } from '../../src/quiz/judge.ts';
import { kindOf } from '../../src/quiz/kinds/index.ts';
import { plainText } from '../../src/quiz/marks.ts';
import { PARSERS } from '../../src/quiz/response.ts';
import { ASKED, LESSONS } from './lessons.ts';

const asked = ASKED.find(({ question }) => question.id === 'match-four-numbers');
if (!asked) throw new Error('the lessons have no question to match');
const KEY = 'service=8080,node=30333,pod=8170,nowhere=9090';
const { grade } = kindOf(asked.question);

describe('match-fields', () => {
  test('every role has a number of its own, and a place where it is right', () =>
    expect(asked.key).toEqual([KEY]));

  test.each([
    ['every number in its place', KEY, 1],
    ['two of four swapped', 'service=8170,node=30333,pod=8080,nowhere=9090', 0.5],
    ['one number everywhere', 'service=8080,node=8080,pod=8080,nowhere=8080', 0.25],
    ['the node port in the Pod', 'service=8080,node=9090,pod=30333,nowhere=8170', 0.25],
    ['nothing right', 'service=30333,node=8080,pod=9090,nowhere=8170', 0],
  ])('%s', (_, value, credit) => {
    expect(grade(asked.key, value)).toBe(credit);
  });

  test('a row without a choice is a problem of form', () => {
    expect(PARSERS['match-fields']('service=8080,node=,pod=8170')).toEqual({ problem: 'unmatched' });
    expect(PARSERS['match-fields'](KEY)).toEqual({ value: KEY });
  });

  test.each(LANGS)('in %s, a wrong part is told by its belief, and how many are right', (lang) => {
    const lesson = LESSONS.find(({ questions }) => questions.includes(asked.question));
    const { words, questions } = quizPayload(lesson ?? { questions: [] }, lang);
    const data = questions[asked.question.id];
    if (!data) throw new Error('the question is not in the JSON');
    const value = 'service=8080,node=30333,pod=9090,nowhere=8170';
    const judged = judgeParts(data, value);
    expect(judged).toMatchObject({ credit: 0.5, parts: { right: 2, total: 4 }, why: data.known['pod=9090'] });
    const said = feedback(words, data, [value], [judged]);
    expect(said?.verdict).toMatch(/2.*4|4.*2/);
    expect(said?.lines).toBeNull();
    const text = plainText(said?.says.join(' ') ?? '');
    for (const number of ['8080', '8170', '30333']) expect(text).not.toContain(number);
  });
});

const ordered = ASKED.find(({ question }) => question.id === 'order-from-outside');
if (!ordered) throw new Error('the lessons have no route to order');

describe('order-hops', () => {
  const [key = ''] = ordered.key;
  const letters = key.split('-');
  const gradeOrder = (order: readonly string[]) =>
    kindOf(ordered.question).grade(ordered.key, order.join('-'));
  const lesson = LESSONS.find(({ questions }) => questions.includes(ordered.question)) ?? { questions: [] };

  test('the rows do not stand in the right order', () => {
    expect(letters.length).toBeGreaterThan(2);
    expect([...letters].sort()).not.toEqual(letters);
  });

  test('the rows, put in the right order, are the list of hops', () => {
    for (const lang of LANGS) {
      const controls = controlsOf(ordered.question, lang);
      if (controls.type !== 'selects') throw new Error('not answered with selects');
      const texts = letters.map((letter) => controls.rows.find(({ value }) => value === letter)?.text);
      expect(texts).toEqual(quizPayload(lesson, lang).questions['order-from-outside']?.route);
    }
  });

  test('credit for every pair of neighbours: the last place put first costs one pair, the reverse costs all', () => {
    const pairs = letters.length - 1;
    expect(gradeOrder(letters)).toBe(1);
    expect(gradeOrder([...letters.slice(-1), ...letters.slice(0, -1)])).toBe((pairs - 1) / pairs);
    expect(gradeOrder([...letters].reverse())).toBe(0);
  });

  test('numbers given twice or left out are problems of form', () => {
    expect(PARSERS['order-hops']('a=1,b=1,c=2')).toEqual({ problem: 'no-order' });
    expect(PARSERS['order-hops']('a=1,b=,c=2')).toEqual({ problem: 'unmatched' });
    expect(PARSERS['order-hops']('a=2,b=3,c=1')).toEqual({ value: 'c-a-b' });
  });

  test.each(LANGS)('in %s, the first feedback holds neither the route nor the order', (lang) => {
    const { words, questions } = quizPayload(lesson, lang);
    const data = questions['order-from-outside'];
    if (!data) throw new Error('the question is not in the JSON');
    const value = [...letters].reverse().join('-');
    const said = feedback(words, data, [value], [judgeOrder(data, value)]);
    expect(said).toMatchObject({ standing: 'retry', route: null, lines: null, says: [data.unknown] });
  });
});

test('the true reason stands at every position', () => {
  const places = ASKED.filter(({ question }) => question.kind === 'why').map((one) => {
    const controls = controlsOf(one.question, 'en');
    return controls.type === 'options'
      ? controls.options.findIndex(({ value }) => one.key.includes(value))
      : -1;
  });
  expect(new Set(places)).toEqual(new Set([0, 1, 2]));
});

/** Questions whose answers have parts: credit for each, and what is said about a wrong one. */
import { describe, expect, test } from 'vitest';
import { LANGS } from '../../src/i18n/locales.ts';
import { feedback } from '../../src/quiz/feedback.ts';
import { quizPayload } from '../../src/quiz/index.ts';
import { judgeParts } from '../../src/quiz/judge.ts';
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

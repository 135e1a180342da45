/** What grading may cost: a millisecond, also where an answer is graded by tracing it. */
import { expect, test } from 'vitest';
import { ask } from '../../src/quiz/ask.ts';
import { answerRequest } from '../../src/quiz/engine-desk.ts';
import { kindOf } from '../../src/quiz/kinds/index.ts';
import { questionData } from '../../src/quiz/payload.ts';
import { editedText } from '../../src/quiz/repair-text.ts';
import { BANK } from './bank.ts';

/** What the page does with an answer once its form is right. */
function gradingOf({ question }: (typeof BANK)[number]): () => unknown {
  const asked = ask(question);
  const value = asked.key[0] ?? '';
  const { engine } = questionData(asked, 'en');
  if (!engine) return () => kindOf(question).grade(asked.key, value, asked);
  const { text, goal, edit } = engine;
  return edit
    ? () => answerRequest('repaired', { text, goal, edit, edited: editedText(value) })
    : () => answerRequest('reach', { text, goal, to: value });
}

/** The quickest of many, for other processes only ever make it slower. */
function quickest(run: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < 200; turn++) {
    const start = performance.now();
    run();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

test('every answer is graded within a millisecond', () => {
  const slow = BANK.map((entry) => ({ id: entry.question.id, ms: quickest(gradingOf(entry)) })).filter(
    ({ ms }) => ms > 1,
  );
  expect(slow).toEqual([]);
});

/**
 * Hints before an answer, each with the one before it: where to begin, the route up to the hop that decides, the line that decides. None gives
 * more away than the feedback on a first error; a question that asks for a line or for the route has fewer.
 */
import { fill } from '../i18n/plural.ts';
import type { Feedback } from './feedback.ts';
import { withhold } from './marks.ts';
import type { QuestionData, QuizData } from './quiz-data.ts';

export type Hint = Omit<Feedback, 'standing'>;

export function hintsOf(words: QuizData['words'], question: QuestionData): readonly Hint[] {
  const { hides = [], start, look, lines, key, route, until } = question;
  const begin = { says: [start], lines: null, route: null };
  const way =
    until > 0 && !hides.includes('route')
      ? { ...begin, route: { heading: words.routeSoFar, lines: route.slice(0, until) } }
      : null;
  const line =
    lines && !hides.includes('line')
      ? {
          ...(way ?? begin),
          says: [start, look],
          lines: { ...lines, text: lines.text.map((text) => withhold(text, key)) },
        }
      : null;
  const steps = [begin, way, line].filter((step) => step !== null);
  return steps.map((step, index) => ({
    ...step,
    verdict: fill(words.hintOf, { n: index + 1, total: steps.length }),
  }));
}

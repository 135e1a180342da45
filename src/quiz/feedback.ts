/**
 * What is said about an answer: verdict, belief, rule, evidence. While a retry is open the evidence points to the deciding line and its
 * value is withheld; after that the answer and the whole route are shown. Structured, so that it is drawn without innerHTML.
 */
import { isRight, type Standing, standing } from './attempt.ts';
import { withhold } from './marks.ts';
import type { QuestionData, QuizData } from './quiz-data.ts';
import { isPortValue } from './response.ts';

export interface Feedback {
  standing: Standing;
  /** In words: colour carries nothing. */
  verdict: string;
  /** Paragraphs. */
  says: readonly string[];
  lines: QuestionData['lines'] | null;
  /** Hops, with their heading; empty where they would add nothing. */
  route: { heading: string; lines: readonly string[] } | null;
}

/** The feedback on the last of these answers; there is none on none. */
export function feedback(
  words: QuizData['words'],
  question: QuestionData,
  answers: readonly string[],
): Feedback | null {
  const last = answers.at(-1);
  if (last === undefined) return null;
  const state = standing(question.key, answers);
  if (isRight(question.key, last)) return told(state, words.right, [question.answer], words, question);
  const why = question.known[last];
  if (state === 'retry') return retry(words, question, last, why);
  return told(state, words.wrong, [...(why ? [why] : []), question.answer], words, question);
}

function retry(
  words: QuizData['words'],
  question: QuestionData,
  value: string,
  why: string | undefined,
): Feedback {
  const { hides = [] } = question;
  const lines = hides.includes('line') ? null : question.lines;
  return {
    standing: 'retry',
    verdict: words.wrong,
    says: [why ?? unknown(question, value), ...(hides.includes('line') ? [] : [question.look])],
    lines: lines ? { ...lines, text: lines.text.map((line) => withhold(line, question.key)) } : null,
    route:
      why || hides.includes('route')
        ? null
        : { heading: words.routeSoFar, lines: question.route.slice(0, question.until) },
  };
}

const told = (
  state: Standing,
  verdict: string,
  says: readonly string[],
  words: QuizData['words'],
  { lines, look, route }: QuestionData,
): Feedback => ({
  standing: state,
  verdict,
  says: [...says, look],
  lines: lines ?? null,
  route: { heading: words.wholeRoute, lines: route },
});

const unknown = (question: QuestionData, value: string): string =>
  question.unknown.replace('{value}', isPortValue(value) ? `[none ${value}]` : value);

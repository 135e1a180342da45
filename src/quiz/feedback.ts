/**
 * What is said about an answer: verdict, belief, rule, evidence. While a retry is open the evidence points to the deciding line and its
 * value is withheld; after that the answer and the whole route are shown. Structured, so that it is drawn without innerHTML.
 */
import { type Standing, standingOf } from './attempt.ts';
import { type Judgement, judge } from './judge.ts';
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
  judged: readonly Judgement[] = answers.map((value) => judge(question, value)),
): Feedback | null {
  const value = answers.at(-1);
  const last = judged.at(-1);
  if (value === undefined || !last) return null;
  const state = standingOf(judged.map(({ credit }) => credit === 1));
  const verdict = verdictOn(last, words);
  if (last.credit === 1) return told(state, verdict, [question.answer], words, question);
  if (state === 'retry')
    return retry(verdict, words, question, last.why ?? unknown(question, value), !last.why);
  return told(state, verdict, [...(last.why ? [last.why] : []), question.answer], words, question);
}

function verdictOn({ credit, parts }: Judgement, { right, wrong, partly }: QuizData['words']): string {
  if (credit === 1) return right;
  if (!parts || parts.right === 0) return wrong;
  return partly.replace('{n}', String(parts.right)).replace('{total}', String(parts.total));
}

function retry(
  verdict: string,
  words: QuizData['words'],
  question: QuestionData,
  why: string,
  withRoute: boolean,
): Feedback {
  const { hides = [], look, key, route, until } = question;
  const lines = hides.includes('line') ? null : question.lines;
  return {
    standing: 'retry',
    verdict,
    says: [why, ...(hides.includes('line') ? [] : [look])],
    lines: lines ? { ...lines, text: lines.text.map((line) => withhold(line, key)) } : null,
    route:
      withRoute && !hides.includes('route')
        ? { heading: words.routeSoFar, lines: route.slice(0, until) }
        : null,
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

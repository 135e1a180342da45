/** What the key page shows of a lesson: each question with its answer, the line that decides and the route that leads to it. */
import type { Lang } from '../i18n/locales.ts';
import { fill } from '../i18n/plural.ts';
import { quizMessages } from '../i18n/quiz/index.ts';
import { ask } from './ask.ts';
import { questionData } from './payload.ts';
import type { Question } from './question.ts';
import type { QuestionData } from './quiz-data.ts';
import { stemText } from './stem.ts';

/** Texts are in the markup of `marks.ts`. */
export interface KeyEntry {
  id: string;
  number: string;
  stem: string;
  answer: string;
  look: string;
  lines: QuestionData['lines'] | null;
  routeHeading: string;
  route: readonly string[];
  /** Every answer that a belief leads to, and what refutes it. */
  wrong: readonly string[];
}

export function keySheet(lesson: { questions: readonly Question[] }, lang: Lang): KeyEntry[] {
  const words = quizMessages(lang);
  const total = lesson.questions.length;
  return lesson.questions.map((question, index) => {
    const asked = ask(question);
    const { answer, look, lines, route, known } = questionData(asked, lang);
    return {
      id: question.id,
      number: fill(words.number, { n: index + 1, total }),
      stem: stemText(asked, words),
      answer,
      look,
      lines: lines ?? null,
      routeHeading: words.wholeRoute,
      route,
      wrong: Object.values(known),
    };
  });
}

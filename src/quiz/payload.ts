/** The JSON of a lesson in one language; a page fetches it on the first focus of a question. */
import type { Lang } from '../i18n/locales.ts';
import { quizMessages } from '../i18n/quiz/index.ts';
import { voiceOf } from '../i18n/voice.ts';
import { type Asked, ask } from './ask.ts';
import { type Controls, kindOf } from './kinds/index.ts';
import type { Question } from './question.ts';
import { dataOf } from './question-data.ts';
import type { QuestionData, QuizData } from './quiz-data.ts';
import { stemText } from './stem.ts';

export const questionData = (asked: Asked, lang: Lang): QuestionData => dataOf(asked, voiceOf(lang));

export function quizPayload(lesson: { questions: readonly Question[] }, lang: Lang): QuizData {
  const words = quizMessages(lang);
  return {
    version: 1,
    words: {
      right: words.right,
      wrong: words.wrong,
      routeSoFar: words.routeSoFar,
      wholeRoute: words.wholeRoute,
      partly: words.partly,
      hint: words.hint,
      nextHint: words.nextHint,
      hintOf: words.hintOf,
      check: words.check,
      tryAgain: words.tryAgain,
      variant: words.variant,
      notKept: words.notKept,
      variantFailed: words.variantFailed,
      problems: words.problems,
    },
    questions: Object.fromEntries(
      lesson.questions.map((question) => [question.id, questionData(ask(question), lang)]),
    ),
  };
}

/** What a question is answered with. */
export function controlsOf(question: Question, lang: Lang): Controls {
  const asked = ask(question);
  const voice = voiceOf(lang);
  return kindOf(question).tell.controls(asked, voice.quiz, voice);
}

/** The text of a question, in the markup of `marks.ts`. */
export const stemOf = (question: Question, lang: Lang): string => stemText(ask(question), quizMessages(lang));

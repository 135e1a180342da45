/** All words that are needed to tell about a question, in one language: a worker is given them, for three languages would weigh more than the engine. */
import type { Lang } from './locales.ts';
import { quizMessages } from './quiz/index.ts';
import type { QuizMessages } from './quiz/messages.ts';
import { routeWords } from './route/index.ts';
import type { RouteMessages } from './route/messages.ts';

export interface Voice {
  lang: Lang;
  quiz: QuizMessages;
  route: RouteMessages;
}

export const voiceOf = (lang: Lang): Voice => ({ lang, quiz: quizMessages(lang), route: routeWords(lang) });

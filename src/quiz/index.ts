/** The door of the quiz for the build. Islands import the small files they need instead: no scenario and no key travels with them. */
export { checkQuiz, type Scenarios } from './check-quiz.ts';
export { type KeyEntry, keySheet } from './key-sheet.ts';
export { controlsOf, quizPayload, stemOf } from './payload.ts';
export type { Question } from './question.ts';
export type { QuizData } from './quiz-data.ts';

/** Every question there is, with the place where its author wrote it. */
import { lessons } from '../lessons.ts';
import { practiceQuestions } from '../practice.ts';
import type { Question } from '../quiz/question.ts';

export const bankRows = (): { where: string; question: Question }[] => [
  ...lessons().flatMap(({ slug, questions }) => questions.map((question) => ({ where: slug, question }))),
  ...practiceQuestions().map(({ skill, question }) => ({ where: `practice/${skill}`, question })),
];

/** The questions of the three lessons as they stand in content/, with everything the build knows about them. */
import { readdirSync, readFileSync } from 'node:fs';
import { type Asked, ask } from '../../src/quiz/ask.ts';
import { checkQuiz, type Question } from '../../src/quiz/index.ts';

export const LESSONS: readonly { id: string; questions: readonly Question[] }[] = readdirSync(
  'content/lessons',
).map((id) => {
  const file = `content/lessons/${id}/quiz.yaml`;
  const { questions, mistakes } = checkQuiz(file, readFileSync(file, 'utf8'));
  if (mistakes.length > 0) throw new Error(JSON.stringify(mistakes));
  return { id, questions };
});

export const ASKED: readonly Asked[] = LESSONS.flatMap(({ questions }) =>
  questions.map((question) => ask(question)),
);

/** The bank of questions, for all languages. */
import { lessons } from '../lessons.ts';
import { practiceQuestions } from '../practice.ts';
import { practiceData } from '../quiz/practice-payload.ts';

export function GET(): Response {
  const inLessons = lessons().flatMap(({ questions }) => questions.map((question) => ({ question })));
  return new Response(JSON.stringify(practiceData([...inLessons, ...practiceQuestions()])), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
}

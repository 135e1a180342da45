/** The one place where the JSON of a quiz is fetched: an edition without a web server replaces this function. */
import type { LessonQuizData } from '../quiz/quiz-data.ts';

const fetched = new Map<string, Promise<LessonQuizData>>();

/** Fetched once per page; a failure is forgotten, so that the next attempt tries again. */
export function loadQuizData(url: string): Promise<LessonQuizData> {
  const known = fetched.get(url);
  if (known) return known;
  const data = fetchJson(url);
  fetched.set(url, data);
  data.catch(() => fetched.delete(url));
  return data;
}

async function fetchJson(url: string): Promise<LessonQuizData> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return (await response.json()) as LessonQuizData;
}

/** What the questions of a lesson need after the first focus: keys, feedback and words, in one language. */
import type { APIContext } from 'astro';
import { bindPolish } from '../../../../i18n/polish.ts';
import { langParam, pathsFor } from '../../../../languages.ts';
import { lessonOf, lessons } from '../../../../lessons.ts';
import { practiceBank } from '../../../../practice.ts';
import { quizPayload } from '../../../../quiz/index.ts';
import type { LessonQuizData } from '../../../../quiz/quiz-data.ts';
import { fileHref, href, practicePage } from '../../../../routes.ts';

export const getStaticPaths = () =>
  pathsFor(lessons().map(({ slug }) => ({ params: { slug }, props: { slug } })));

export function GET({ params, props }: APIContext<{ slug: string }>): Response {
  const lang = langParam(params);
  const data: LessonQuizData = {
    ...quizPayload(lessonOf(props.slug), lang),
    practice: {
      words: `${href(lang, practicePage)}words.json`,
      bank: fileHref('practice.json'),
      version: practiceBank().bank,
    },
  };
  const json = JSON.stringify(data);
  return new Response(lang === 'pl' ? bindPolish(json) : json, {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
}

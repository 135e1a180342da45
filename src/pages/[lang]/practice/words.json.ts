/** The words of the practice page in one language. */
import type { APIContext } from 'astro';
import { bindPolish } from '../../../i18n/polish.ts';
import { practiceWords } from '../../../i18n/practice/index.ts';
import { voiceOf } from '../../../i18n/voice.ts';
import type { PracticeWords } from '../../../islands/practice-words.ts';
import { langParam, languagePaths } from '../../../languages.ts';
import { quizPayload } from '../../../quiz/index.ts';

export const getStaticPaths = languagePaths;

export function GET({ params }: APIContext): Response {
  const lang = langParam(params);
  const words: PracticeWords = {
    practice: practiceWords(lang),
    voice: voiceOf(lang),
    feedback: quizPayload({ questions: [] }, lang).words,
  };
  const json = JSON.stringify(words);
  return new Response(lang === 'pl' ? bindPolish(json) : json, {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
}

/** What the practice page fetches once: words in the language of the page, questions and scenarios in none. */
import type { PracticeMessages } from '../i18n/practice/messages.ts';
import type { Voice } from '../i18n/voice.ts';
import type { PracticeData } from '../quiz/practice-data.ts';
import type { QuizData } from '../quiz/quiz-data.ts';

export interface PracticeWords {
  practice: PracticeMessages;
  voice: Voice;
  feedback: QuizData['words'];
}

/** What every part of the page needs. */
export interface Desk {
  words: PracticeWords;
  data: PracticeData;
}

export async function fetchJson<T>(url: string): Promise<T> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return (await response.json()) as T;
}

/** What authors should know of every question: its key, who is meant to fall for which answer, what it is worth by chance, and what is wrong with it. */
import { LANGS, type Lang } from '../../i18n/locales.ts';
import { quizMessages } from '../../i18n/quiz/index.ts';
import { type Asked, ask } from '../ask.ts';
import type { KindId, Question } from '../question.ts';
import type { Value } from '../response.ts';
import { type BotResult, botResults, faultsOf, TOLERANCE } from './gates.ts';
import { sheetOf } from './sheet.ts';

export interface Report {
  places: readonly { where: string; questions: readonly QuestionReport[] }[];
  bots: readonly { lang: Lang; results: readonly (BotResult & { pays: boolean })[] }[];
  faults: number;
}

export interface QuestionReport {
  asked: Asked;
  id: string;
  kind: KindId;
  key: readonly Value[];
  /** Null where tricks have no hold: what is typed, ordered or matched. */
  chance: number | null;
  wrong: readonly { value: Value; beliefs: readonly { id: string; meant: boolean }[] }[];
  faults: readonly string[];
}

/** `where`: the lesson or the file of the bank. */
export function reportOn(rows: readonly { where: string; question: Question }[]): Report {
  const words = quizMessages('en');
  const asked = rows.map(({ where, question }) => ({ where, asked: ask(question) }));
  const questions = asked.map(({ where, asked }) => ({ where, report: questionReport(asked, words) }));
  const bots = LANGS.map((lang) => ({
    lang,
    results: botResults(
      asked.map((one) => one.asked),
      quizMessages(lang),
    ).map((bot) => ({ ...bot, pays: bot.points - bot.chance > TOLERANCE })),
  }));
  const places = [...new Set(rows.map(({ where }) => where))].map((where) => ({
    where,
    questions: questions.flatMap((one) => (one.where === where ? [one.report] : [])),
  }));
  const faults = questions.reduce((sum, { report }) => sum + report.faults.length, 0);
  const tricks = bots.flatMap(({ results }) => results.filter(({ pays }) => pays)).length;
  return { places, bots, faults: faults + tricks };
}

function questionReport(asked: Asked, words: ReturnType<typeof quizMessages>): QuestionReport {
  const { question, key, distractors } = asked;
  return {
    asked,
    id: question.id,
    kind: question.kind,
    key,
    chance: sheetOf(asked, words)?.chance ?? null,
    wrong: distractors.map(({ value, beliefs }) => ({
      value,
      beliefs: beliefs.map(({ id }) => ({ id, meant: question.targets.includes(id) })),
    })),
    faults: faultsOf(asked, words),
  };
}

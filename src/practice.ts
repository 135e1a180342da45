/**
 * The question bank: what content/practice/ adds to the questions of the lessons, a file for each skill. Read like quiz.yaml, by the same
 * rules; a mistake in any file is an AuthorError and fails the build.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { AuthorError, type AuthorMistake, didYouMean } from './author-error.ts';
import { lessons } from './lessons.ts';
import { checkQuiz, type Question } from './quiz/index.ts';
import type { PracticeData } from './quiz/practice-data.ts';
import { practiceData } from './quiz/practice-payload.ts';
import { isSkill, SKILLS, type SkillId } from './quiz/skills.ts';

const ROOT = 'content/practice';

/** A file of the bank, as its author sees it. */
export interface PracticeFile {
  file: string;
  text: string;
}

export interface PracticeQuestion {
  skill: SkillId;
  question: Question;
}

/** `lessonOf`: question id → the lesson that has it already. */
export function readPractice(
  files: readonly PracticeFile[],
  lessonOf: ReadonlyMap<string, string>,
): { questions: readonly PracticeQuestion[]; mistakes: readonly AuthorMistake[] } {
  const usedIn = new Map(lessonOf);
  const read = files.map(({ file, text }) => {
    const skill = skillNamed(file);
    const { questions, mistakes } = checkQuiz(file, text);
    const again = questions.flatMap(({ id }) => duplicate(file, text, id, usedIn));
    for (const { id } of questions) usedIn.set(id, file);
    return {
      questions: skill ? questions.map((question) => ({ skill, question })) : [],
      mistakes: [...(skill ? [] : [noSkill(file)]), ...mistakes, ...again],
    };
  });
  return {
    questions: read.flatMap(({ questions }) => questions),
    mistakes: read.flatMap(({ mistakes }) => mistakes),
  };
}

let cache: { key: string; questions: readonly PracticeQuestion[] } | undefined;

/** The questions of content/practice/. Throws an AuthorError with everything that is wrong in any of its files. */
export function practiceQuestions(): readonly PracticeQuestion[] {
  const files = practiceFiles();
  const key = JSON.stringify(files);
  if (cache?.key === key) return cache.questions;
  const lessonOf = new Map(
    lessons().flatMap(({ id, questions }) => questions.map((q) => [q.id, id] as const)),
  );
  const { questions, mistakes } = readPractice(files, lessonOf);
  if (mistakes.length > 0) throw new AuthorError(mistakes);
  cache = { key, questions };
  return questions;
}

/** All questions, those of lessons first, with the scenarios they need. */
export function practiceBank(): PracticeData {
  const questions = practiceQuestions();
  if (bank?.questions === questions) return bank.data;
  const inLessons = lessons().flatMap(({ questions }) => questions.map((question) => ({ question })));
  const data = practiceData([...inLessons, ...questions]);
  bank = { questions, data };
  return data;
}

let bank: { questions: readonly PracticeQuestion[]; data: PracticeData } | undefined;

/** In the order in which skills are learnt. */
function practiceFiles(): PracticeFile[] {
  const order = (file: string): number => (SKILLS as readonly string[]).indexOf(nameOf(file));
  return readdirSync(ROOT)
    .map((name) => `${ROOT}/${name}`)
    .sort((a, b) => order(a) - order(b))
    .map((file) => ({ file, text: readFileSync(file, 'utf8') }));
}

const nameOf = (file: string): string => /([^/]*)\.yaml$/.exec(file)?.[1] ?? '';

function skillNamed(file: string): SkillId | null {
  const name = nameOf(file);
  return isSkill(name) ? name : null;
}

const noSkill = (file: string): AuthorMistake => ({
  file,
  line: 1,
  column: 1,
  message: `a file of the bank is named after a skill, SKILL.yaml. ${didYouMean(nameOf(file), SKILLS)}`,
});

function duplicate(
  file: string,
  text: string,
  id: string,
  usedIn: ReadonlyMap<string, string>,
): AuthorMistake[] {
  const where = usedIn.get(id);
  if (!where) return [];
  const line = text.split('\n').findIndex((one) => new RegExp(`^- id: ${id}\\s*$`).test(one)) + 1;
  const message = `the id "${id}" is already used in ${where}. Progress is kept by id: give one of them another.`;
  return [{ file, line: Math.max(line, 1), column: 7, message }];
}

/**
 * What a lesson is: the facts of lesson.yaml, its quiz.yaml, and three articles that were checked against them. The only reader of
 * `content/lessons/` apart from the MDX renderer. A missing language, an unknown id or an article that is older than its facts
 * is an AuthorError: the build fails.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { z } from 'astro/zod';
import { type ArticleBody, readArticle } from './article-tags.ts';
import { AuthorError, type AuthorMistake, didYouMean } from './author-error.ts';
import { type Authored, type Checked, checked, parseYaml, read } from './checked-yaml.ts';
import { LANGS, type Lang, LOCALES } from './i18n/locales.ts';
import { uiOf } from './i18n/ui/index.ts';
import { checkQuiz, type Question } from './quiz/index.ts';
import { isTraced, loadScenario, scenarioFiles } from './scenarios.ts';

const ROOT = 'content/lessons';
const names = uiOf('en');
const keysOf = <K extends string>(record: Readonly<Record<K, string>>): K[] => Object.keys(record) as K[];

/** lesson.yaml: what is no sentence. */
const lessonSchema = z.strictObject({
  date: z.iso.date(),
  updated: z.iso.date().optional(),
  author: z.enum(keysOf(names.authorNames)),
  series: z.enum(keysOf(names.seriesNames)),
  categories: z.array(z.enum(keysOf(names.categoryNames))).min(1),
  /** The route drawn at the head of the lesson and beside it in lists. */
  cover: z.strictObject({ scenario: z.string(), connection: z.string() }),
  minutes: z.int().positive(),
  pinned: z.boolean(),
  toc: z.boolean(),
  draft: z.boolean(),
  scenarios: z.array(z.string()).min(1),
  questions: z.array(z.string()).min(4),
});

/** The front matter of an article: what is a sentence. */
const articleSchema = z.strictObject({
  title: z.string().min(1),
  description: z.string().min(1).max(160),
  figureAlt: z.string().min(1).optional(),
  keywords: z.array(z.string()).min(1),
  factsHash: z.string(),
});

export type LessonFacts = z.infer<typeof lessonSchema>;
export type Article = z.infer<typeof articleSchema>;

export interface Lesson {
  /** The folder: `02-node-port`. */
  id: string;
  /** Its part of the URL, the same in every language: `node-port`. */
  slug: string;
  /** Place in the order of lessons, from 1. */
  number: number;
  facts: LessonFacts;
  questions: readonly Question[];
  articles: Readonly<Record<Lang, Article>>;
}

export const lessonIds = (): string[] =>
  readdirSync(ROOT, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

export const articleFile = (id: string, lang: Lang): string => `${ROOT}/${id}/${LOCALES[lang].path}.mdx`;

let cache: { key: string; lessons: readonly Lesson[] } | undefined;

/** Every lesson that is no draft, in order. Throws an AuthorError with everything that is wrong in any of them. */
export function lessons(): readonly Lesson[] {
  const ids = lessonIds();
  const key = ids
    .map((id) => `${factsHash(id)}${LANGS.map((lang) => read(articleFile(id, lang))).join('')}`)
    .join('\0');
  if (cache?.key === key) return cache.lessons;
  const checks = ids.map(checkLesson);
  const mistakes = [...checks.flatMap((check) => check.mistakes), ...duplicateQuestions(checks)];
  if (mistakes.length > 0) throw new AuthorError(mistakes);
  const all = checks.flatMap((check) => (check.lesson && !check.lesson.facts.draft ? [check.lesson] : []));
  const numbered = all.map((lesson, index) => ({ ...lesson, number: index + 1 }));
  cache = { key, lessons: numbered };
  return numbered;
}

/** The lesson with that slug; a programmer's mistake when there is none. */
export function lessonOf(slug: string): Lesson {
  const lesson = lessons().find((candidate) => candidate.slug === slug);
  if (!lesson) throw new Error(`no lesson "${slug}"`);
  return lesson;
}

/** Changes whenever the facts of a lesson do: lesson.yaml, quiz.yaml, its scenarios. An article states the one it was checked against. */
export function factsHash(id: string): string {
  const own = [`${ROOT}/${id}/lesson.yaml`, `${ROOT}/${id}/quiz.yaml`];
  const scenarios = readYaml(`${ROOT}/${id}/lesson.yaml`).value as { scenarios?: unknown } | null;
  const ids = Array.isArray(scenarios?.scenarios) ? scenarios.scenarios.map(String) : [];
  const hash = createHash('sha256');
  for (const file of [...own, ...ids.flatMap(scenarioFiles)]) hash.update(`${file}\0${read(file)}\0`);
  return hash.digest('hex').slice(0, 12);
}

interface Check {
  id: string;
  lesson: Lesson | null;
  questions: readonly Question[];
  mistakes: readonly AuthorMistake[];
}

function checkLesson(id: string): Check {
  const file = `${ROOT}/${id}/lesson.yaml`;
  const facts = checked(file, readYaml(file), lessonSchema);
  const scenarios = facts.value ? checkScenarios(file, facts) : [];
  const quiz = checkQuiz(`${ROOT}/${id}/quiz.yaml`, read(`${ROOT}/${id}/quiz.yaml`));
  const listed = facts.value ? checkQuestions(file, facts, quiz.questions) : [];
  const articles = langsOf(id, facts.value).map((lang) => ({ lang, ...checkArticle(id, lang) }));
  const mistakes = [
    ...facts.mistakes,
    ...scenarios,
    ...quiz.mistakes,
    ...listed,
    ...strayFiles(id),
    ...articles.flatMap((a) => a.mistakes),
    ...(facts.value ? checkBodies(id, facts.value) : []),
  ];
  if (mistakes.length > 0 || !facts.value) return { id, lesson: null, questions: quiz.questions, mistakes };
  const lesson: Lesson = {
    id,
    slug: id.replace(/^\d+-/, ''),
    number: 0,
    facts: facts.value,
    questions: facts.value.questions.flatMap((name) =>
      quiz.questions.filter((question) => question.id === name),
    ),
    articles: Object.fromEntries(articles.map((a) => [a.lang, a.value])) as unknown as Record<Lang, Article>,
  };
  return { id, lesson, questions: quiz.questions, mistakes };
}

/** A draft may still lack a language; a lesson may not. */
const langsOf = (id: string, facts: LessonFacts | null): readonly Lang[] =>
  facts?.draft ? LANGS.filter((lang) => existsSync(articleFile(id, lang))) : LANGS;

/** An article under a name that no language has would be left out without a word. */
function strayFiles(id: string): AuthorMistake[] {
  const known = LANGS.map((lang) => articleFile(id, lang));
  return readdirSync(`${ROOT}/${id}`)
    .map((name) => `${ROOT}/${id}/${name}`)
    .filter((file) => /\.mdx?$/.test(file) && !known.includes(file))
    .map((file) => {
      const message = `no language is written in a file of this name. Articles are ${known.join(', ')}.`;
      return { file, line: 1, column: 1, message };
    });
}

/** The tags of the articles, and that all of them have the same sections: a reader who switches the language keeps the place. */
function checkBodies(id: string, facts: LessonFacts): AuthorMistake[] {
  const bodies = LANGS.map((lang) => articleFile(id, lang))
    .filter((file) => existsSync(file))
    .map((file) => ({ file, ...readBody(file, facts) }));
  const model = bodies.find(({ file }) => file === articleFile(id, 'en')) ?? bodies[0];
  return bodies.flatMap(({ file, sections, mistakes }) => [
    ...mistakes,
    ...(mistakes.length === 0 && model?.mistakes.length === 0 && `${sections}` !== `${model.sections}`
      ? [{ file, line: 1, column: 1, message: otherSections(sections, model) }]
      : []),
  ]);
}

const readBody = (file: string, { scenarios, questions }: LessonFacts): ArticleBody =>
  readArticle(read(file), { file, scenarios, questions, figureAlt: /^figureAlt:/m.test(read(file)) });

const otherSections = (
  sections: readonly string[],
  model: { file: string; sections: readonly string[] },
): string =>
  `the sections are not those of ${model.file}. Here: ${sections.join(', ')}; there: ${model.sections.join(', ')}. Give the same headings the same ids, {#id}, in the same order.`;

/** Every scenario it names exists, is itself in order, and its cover is a connection of one of them. */
function checkScenarios(file: string, { value, at }: Checked<LessonFacts>): AuthorMistake[] {
  if (!value) return [];
  const mistakes: AuthorMistake[] = [];
  for (const [index, id] of value.scenarios.entries()) {
    try {
      loadScenario(id);
    } catch (error) {
      if (!(error instanceof AuthorError)) throw error;
      mistakes.push(
        ...error.mistakes.map((m) =>
          m.file.endsWith('.yaml') ? m : { ...m, file, ...at(['scenarios', index]) },
        ),
      );
    }
  }
  if (mistakes.length > 0) return mistakes;
  const { scenario, connection } = value.cover;
  const here = { file, ...at(['cover']) };
  if (!value.scenarios.includes(scenario))
    return [
      {
        ...here,
        message: `the cover's scenario "${scenario}" is not among this lesson's. ${didYouMean(scenario, value.scenarios)}`,
      },
    ];
  const { connections } = loadScenario(scenario);
  const found = connections[connection];
  if (!found || !isTraced(found))
    return [
      {
        ...here,
        message: `scenario ${scenario} has no connection "${connection}" to draw. ${didYouMean(connection, Object.keys(connections))}`,
      },
    ];
  return [];
}

function checkQuestions(
  file: string,
  { value, at }: Checked<LessonFacts>,
  questions: readonly Question[],
): AuthorMistake[] {
  const known = questions.map((question) => question.id);
  const listed = value?.questions ?? [];
  return [
    ...listed.flatMap((id, index) =>
      known.includes(id)
        ? []
        : [
            {
              file,
              ...at(['questions', index]),
              message: `quiz.yaml has no question "${id}". ${didYouMean(id, known)}`,
            },
          ],
    ),
    ...known
      .filter((id) => !listed.includes(id))
      .map((id) => ({
        file,
        ...at(['questions']),
        message: `quiz.yaml holds the question "${id}", which is not listed here. Add it to "questions" or delete it there.`,
      })),
  ];
}

function duplicateQuestions(checks: readonly Check[]): AuthorMistake[] {
  const first = new Map<string, string>();
  const mistakes: AuthorMistake[] = [];
  for (const { id, questions } of checks) {
    for (const question of questions) {
      const other = first.get(question.id);
      if (other) {
        const message = `the question id "${question.id}" is already used in ${ROOT}/${other}/quiz.yaml. Progress is kept by id: give one of them another.`;
        mistakes.push({ ...placeOf(`${ROOT}/${id}/quiz.yaml`, question.id), message });
      }
      first.set(question.id, id);
    }
  }
  return mistakes;
}

/** The line of quiz.yaml on which a question begins. */
function placeOf(file: string, question: string): Omit<AuthorMistake, 'message'> {
  const line = read(file)
    .split('\n')
    .findIndex((row) => row.replace(/['"]/g, '').trimEnd().endsWith(`id: ${question}`));
  return { file, line: Math.max(line, 0) + 1, column: 1 };
}

function checkArticle(id: string, lang: Lang): Checked<Article> {
  const file = articleFile(id, lang);
  if (!existsSync(file)) {
    const message = `this lesson has no ${LOCALES[lang].name} article. Write ${file}: a lesson is published in all three languages or as a draft in none.`;
    return {
      value: null,
      mistakes: [{ file, line: 1, column: 1, message }],
      at: () => ({ line: 1, column: 1 }),
    };
  }
  const frontMatter = /^---\n([\s\S]*?)\n---\n/.exec(read(file))?.[1] ?? '';
  const article = checked(file, parseYaml(frontMatter, 1), articleSchema);
  const hash = factsHash(id);
  if (!article.value || article.value.factsHash === hash) return article;
  const message = `the facts of this lesson have changed since this article was checked (factsHash ${article.value.factsHash}, now ${hash}). Read the article against lesson.yaml, quiz.yaml and the scenarios, then run: npm run accept -- ${file}`;
  return { ...article, mistakes: [{ file, ...article.at(['factsHash']), message }] };
}

const readYaml = (file: string): Authored => parseYaml(read(file));

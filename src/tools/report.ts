/**
 * `npm run report`: how simulated students do on every question, for authors. `npm run report -- --seeds 1000` also draws so many variants of each
 * question and looks for one that fails or comes twice; this takes minutes, so the tests draw a few and this draws all.
 * Ends with 1 where a question is not fair.
 */

import { LANGS } from '../i18n/locales.ts';
import { quizMessages } from '../i18n/quiz/index.ts';
import { lessons } from '../lessons.ts';
import { practiceQuestions } from '../practice.ts';
import { type Asked, ask } from '../quiz/ask.ts';
import type { Question } from '../quiz/question.ts';
import type { ScenarioTexts } from '../quiz/scenario-of.ts';
import { botResults, faultsOf, sheetOf, TOLERANCE } from '../quiz/students/index.ts';
import { variantsOf } from '../quiz/vary.ts';
import { isTraced } from '../scenario.ts';

interface Row {
  where: string;
  question: Question;
}

const rows: readonly Row[] = [
  ...lessons().flatMap(({ slug, questions }) => questions.map((question) => ({ where: slug, question }))),
  ...practiceQuestions().map(({ skill, question }) => ({ where: `practice/${skill}`, question })),
];
const seedsAt = process.argv.indexOf('--seeds');
const seeds = seedsAt > 0 ? Number(process.argv[seedsAt + 1]) : 0;
const words = quizMessages('en');
const percent = (part: number): string => `${Math.round(part * 100)} %`.padStart(5);
let faults = 0;

const print = (line: string): void => console.log(line);
const told = (fault: string): void => {
  faults++;
  print(`    ✗ ${fault}`);
};

for (const where of new Set(rows.map((row) => row.where))) {
  print(`\n${where}`);
  for (const { question } of rows.filter((row) => row.where === where)) reportOn(ask(question));
}
reportBots();
print(`\n${rows.length} questions, ${faults} faults${seeds > 0 ? `, ${seeds} variants of each` : ''}`);
process.exit(faults > 0 ? 1 : 0);

function reportOn(asked: Asked): void {
  const { question, key, distractors } = asked;
  const chance = sheetOf(asked, words)?.chance;
  print(
    `  ${question.id} (${question.kind}): ${key.join(' or ')}${chance === undefined ? '' : `; by chance ${percent(chance).trim()}`}`,
  );
  for (const { value, beliefs } of distractors) {
    const named = beliefs.map(({ id }) => (question.targets.includes(id) ? `${id}*` : id));
    print(`    ${value} ← ${named.join(', ')}`);
  }
  for (const fault of faultsOf(asked, words)) told(fault);
  if (seeds > 0) for (const fault of variantFaults(asked)) told(fault);
}

function variantFaults({ question, scenario }: Asked): string[] {
  const traced = Object.values(scenario.connections).filter(isTraced);
  const texts: ScenarioTexts = {
    id: scenario.id,
    text: scenario.text,
    connections: Object.fromEntries(traced.map(({ id, from, written }) => [id, { from, to: written }])),
  };
  const variant = variantsOf(texts, question, 'report');
  const seen = new Map<string, number>();
  const found: string[] = [];
  for (let seed = 1; seed <= seeds; seed++) {
    try {
      const text = JSON.stringify(variant(seed).texts);
      const twin = seen.get(text);
      if (twin !== undefined) found.push(`seeds ${twin} and ${seed} give the same variant`);
      seen.set(text, seed);
    } catch (error) {
      found.push((error as Error).message);
    }
  }
  return found;
}

function reportBots(): void {
  const bank = rows.map(({ question }) => ask(question));
  for (const lang of LANGS) {
    print(`\nBots that know nothing, ${lang}: points, chance`);
    for (const { id, points, chance } of botResults(bank, quizMessages(lang))) {
      print(`  ${id.padEnd(22)} ${percent(points)} ${percent(chance)}`);
      if (points - chance > TOLERANCE) told(`the trick "${id}" pays`);
    }
  }
}

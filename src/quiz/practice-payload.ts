/** The questions that practice draws from, with the scenarios they need, read at build time. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { loadScenario, scenarioFiles } from '../scenarios.ts';
import { ask } from './ask.ts';
import type { PracticeData, PracticeItem } from './practice-data.ts';
import type { Question } from './question.ts';
import type { ScenarioTexts } from './scenario-of.ts';
import { type SkillId, skillOf } from './skills.ts';

/** `skill`: named by the file a question stands in; that of a lesson's question is read off its connection. */
export function practiceData(bank: readonly { question: Question; skill?: SkillId }[]): PracticeData {
  const asked = bank.map(({ question, skill }) => ({ ...ask(question), skill }));
  const items: PracticeItem[] = asked.map((one) => ({
    id: one.question.id,
    skill: one.skill ?? skillOf(one),
    varies: true,
    question: one.question,
  }));
  const scenarios = Object.fromEntries(
    [...new Set(bank.map(({ question }) => question.scenario))].sort().map((id) => [id, textsOf(id)]),
  );
  const keys = asked.map(({ key }) => key);
  const version = createHash('sha256')
    .update(JSON.stringify([items, scenarios, keys]))
    .digest('hex')
    .slice(0, 8);
  return { bank: version, items, scenarios };
}

/** Only what is dialed: applying is no question yet. */
function textsOf(id: string): ScenarioTexts {
  const { text } = loadScenario(id);
  const [, file = ''] = scenarioFiles(id);
  const written = parse(readFileSync(file, 'utf8')) as Record<string, { from?: string; to?: string }>;
  const connections = Object.entries(written).flatMap(([name, { from, to }]) =>
    from && to ? [[name, { from, to }] as const] : [],
  );
  return { id, text, connections: Object.fromEntries(connections) };
}

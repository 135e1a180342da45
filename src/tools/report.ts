/**
 * `npm run report`: how simulated students do on every question, for authors; `npm run dev` shows the same at /report/. `npm run report -- --seeds 1000`
 * also draws so many variants of each question and looks for one that fails or comes twice; this takes minutes, so the tests draw a few and
 * this draws all. Ends with 1 where a question is not fair.
 */
import { parseArgs } from 'node:util';
import type { Asked } from '../quiz/ask.ts';
import type { ScenarioTexts } from '../quiz/scenario-of.ts';
import { type QuestionReport, reportOn } from '../quiz/students/index.ts';
import { variantsOf } from '../quiz/vary.ts';
import { isTraced } from '../scenario.ts';
import { bankRows } from './bank.ts';

const { values } = parseArgs({ options: { seeds: { type: 'string', default: '0' } } });
const seeds = Number(values.seeds);
if (!Number.isSafeInteger(seeds) || seeds < 0) {
  console.error(`--seeds ${values.seeds}: write a whole number, --seeds 1000`);
  process.exit(2);
}
const { places, bots, faults } = reportOn(bankRows());
const percent = (part: number): string => `${Math.round(part * 100)} %`.padStart(5);
let count = 0;
let variantsWrong = 0;

for (const { where, questions } of places) {
  console.log(`\n${where}`);
  for (const question of questions) tell(question);
}
for (const { lang, results } of bots) {
  console.log(`\nBots that know nothing, ${lang}: points, chance`);
  for (const { id, points, chance, pays } of results) {
    console.log(
      `  ${id.padEnd(22)} ${percent(points)} ${percent(chance)}${pays ? '  ✗ the trick pays' : ''}`,
    );
  }
}
console.log(
  `\n${count} questions, ${faults + variantsWrong} faults${seeds > 0 ? `, ${seeds} variants of each` : ''}`,
);
process.exit(faults + variantsWrong > 0 ? 1 : 0);

function tell({ asked, id, kind, key, chance, wrong, faults }: QuestionReport): void {
  count++;
  console.log(
    `  ${id} (${kind}): ${key.join(' or ')}${chance === null ? '' : `; by chance ${percent(chance).trim()}`}`,
  );
  for (const { value, beliefs } of wrong) {
    console.log(`    ${value} ← ${beliefs.map(({ id, meant }) => (meant ? `${id}*` : id)).join(', ')}`);
  }
  const ofVariants = seeds > 0 ? variantFaults(asked) : [];
  variantsWrong += ofVariants.length;
  for (const fault of [...faults, ...ofVariants]) console.log(`    ✗ ${fault}`);
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

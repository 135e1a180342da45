/** The lines of a manifest around a deciding one, as evidence: two above and two below. */
import { ROLE_CLASS } from '../diagram/roles.ts';
import { type Decision, spanOf } from '../engine/index.ts';
import { findObject, type Scenario } from '../scenario.ts';
import { markedLines, type YamlLine, type YamlToken } from '../yaml-marks.ts';
import type { QuestionData } from './quiz-data.ts';

const AROUND = 2;

/** The line of the file in which the value stands. */
export function lineOf(scenario: Scenario, { object, path }: Decision): number | null {
  const found = findObject(scenario, object);
  return (found && spanOf(found, path)?.line) ?? null;
}

export function manifestLines(
  scenario: Scenario,
  decision: Decision,
): NonNullable<QuestionData['lines']> | null {
  const object = findObject(scenario, decision.object);
  const lit = lineOf(scenario, decision);
  if (!object || lit === null) return null;
  const lines = markedLines(scenario.text, object, { from: lit - AROUND, to: lit + AROUND });
  return {
    first: lines[0]?.number ?? lit,
    lit,
    text: dedented(linesText(lines)),
  };
}

/** Lines in the markup of `marks.ts`. */
export const linesText = (lines: readonly YamlLine[]): string[] =>
  lines.map(({ tokens }) => joined(tokens).map(tokenText).join(''));

/** Without the indentation that all lines share: there is little room beside the feedback. */
function dedented(lines: readonly string[]): string[] {
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  return lines.map((line) => line.slice(Math.min(...indents, line.length)));
}

/** Neighbours of one kind and role are one token: markup must not fall between their letters. */
function joined(tokens: readonly YamlToken[]): YamlToken[] {
  const all: YamlToken[] = [];
  for (const token of tokens) {
    const last = all.at(-1);
    if (last && last.kind === token.kind && last.role === token.role) last.text += token.text;
    else all.push({ ...token });
  }
  return all;
}

function tokenText({ kind, role, text }: YamlToken): string {
  if (kind === 'port' && role && /^\d+$/.test(text)) return `[${ROLE_CLASS[role]} ${text}]`;
  return kind === 'field' ? `\`${text}\`` : text;
}

/** A manifest as lines of marked tokens: Shiki says what is a key, `yaml-marks.ts` which value is which port. */
import { createHighlighterCoreSync } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import yaml from 'shiki/langs/yaml.mjs';
import type { PortRole } from './diagram/roles.ts';
import type { KubeObject } from './engine/index.ts';
import { cut, documentSpan, portMarks, type YamlLine } from './yaml-marks.ts';

export type { YamlLine, YamlToken } from './yaml-marks.ts';

/** A colour that nobody sees: what the theme paints with it is a key. Pages use classes. */
const KEY = '#000001';

const highlighter = createHighlighterCoreSync({
  langs: [yaml],
  themes: [{ name: 'keys', settings: [{ scope: 'entity.name.tag', settings: { foreground: KEY } }] }],
  engine: createJavaScriptRegexEngine(),
});

/** Lines of the object's manifest; `from`–`to` (line numbers of the file) cut out a part. */
export function yamlLines(text: string, object: KubeObject, part?: { from: number; to: number }): YamlLine[] {
  const { start, end } = documentSpan(text, object);
  const marks = portMarks(text, object);
  const first = text.slice(0, start).split('\n').length;
  const source = text.slice(start, end).trimEnd();
  return highlighter
    .codeToTokensBase(source, { lang: 'yaml', theme: 'keys' })
    .map((tokens, index) => ({
      number: first + index,
      tokens: tokens.flatMap(({ content, offset, color }) =>
        cut(content, start + offset, color === KEY ? 'key' : 'text', marks),
      ),
    }))
    .filter((line) => !part || (line.number >= part.from && line.number <= part.to));
}

/** Which roles the manifest writes down, in the order in which they stand there. */
export const rolesIn = (lines: readonly YamlLine[]): { role: PortRole; value: string }[] =>
  lines.flatMap((line) =>
    line.tokens.flatMap(({ kind, role, text }) => (kind === 'port' && role ? [{ role, value: text }] : [])),
  );

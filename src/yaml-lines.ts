/**
 * A manifest as lines of marked tokens: Shiki says what is a key, the engine's spans say which value is which port. A mark goes by
 * the YAML path of a value, never by its digits: 8080 may be a `port` here and a `targetPort` there.
 */
import { createHighlighterCoreSync } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import yaml from 'shiki/langs/yaml.mjs';
import type { PortRole } from './diagram/roles.ts';
import { type KubeObject, type Span, spanOf } from './engine/index.ts';

export interface YamlToken {
  text: string;
  kind: 'key' | 'text' | 'field' | 'port';
  /** For a field name or a number of a port. */
  role?: PortRole;
}

export interface YamlLine {
  /** Number in the file the manifest stands in, from 1. */
  number: number;
  tokens: readonly YamlToken[];
}

interface Mark {
  start: number;
  end: number;
  kind: 'field' | 'port';
  role: PortRole;
}

/** A colour that nobody sees: what the theme paints with it is a key. Pages use classes. */
const KEY = '#000001';

const highlighter = createHighlighterCoreSync({
  langs: [yaml],
  themes: [{ name: 'keys', settings: [{ scope: 'entity.name.tag', settings: { foreground: KEY } }] }],
  engine: createJavaScriptRegexEngine(),
});

/** The document of `text` in which `object` stands, without the separators around it. */
export function documentSpan(text: string, object: KubeObject): { start: number; end: number } {
  const inside = spanOf(object, 'kind')?.start ?? 0;
  const before = [...text.slice(0, inside).matchAll(/^---.*\n/gm)].at(-1);
  const start = before ? before.index + before[0].length : 0;
  const after = /^---/m.exec(text.slice(inside));
  return { start, end: after ? inside + after.index : text.length };
}

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

function cut(text: string, offset: number, kind: 'key' | 'text', marks: readonly Mark[]): YamlToken[] {
  const tokens: YamlToken[] = [];
  let at = offset;
  const end = offset + text.length;
  for (const mark of marks) {
    if (mark.end <= at || mark.start >= end) continue;
    if (mark.start > at) tokens.push({ text: text.slice(at - offset, mark.start - offset), kind });
    const stop = Math.min(mark.end, end);
    tokens.push({
      text: text.slice(Math.max(mark.start, at) - offset, stop - offset),
      kind: mark.kind,
      role: mark.role,
    });
    at = stop;
  }
  if (at < end) tokens.push({ text: text.slice(at - offset), kind });
  return tokens;
}

function portMarks(text: string, object: KubeObject): Mark[] {
  const marks = portPaths(object).flatMap(({ path, role }) => {
    const span = spanOf(object, path);
    return span ? [...fieldMark(text, span, role), ...numberMarks(text, span, role)] : [];
  });
  return marks.sort((a, b) => a.start - b.start);
}

/** The key in front of a value, on the same line; an annotation's key is left alone. */
function fieldMark(text: string, span: Span, role: PortRole): Mark[] {
  const line = text.lastIndexOf('\n', span.start) + 1;
  const key = /(\w+)(\s*:\s*)$/.exec(text.slice(line, span.start));
  if (!key || role === 'listening') return [];
  const start = line + key.index;
  return [{ start, end: start + (key[1]?.length ?? 0), kind: 'field', role }];
}

/** The number, or the name of a named port; in `tcp/8170,udp/53` each number. */
function numberMarks(text: string, span: Span, role: PortRole): Mark[] {
  const value = text.slice(span.start, span.end);
  const pattern = role === 'listening' ? /\d+(?=\s*(?:,|["']?$))/g : /[\w-]+/g;
  return [...value.matchAll(pattern)].map((match) => ({
    start: span.start + match.index,
    end: span.start + match.index + match[0].length,
    kind: 'port',
    role,
  }));
}

const LISTENS = 'port-of-call/listens';

function portPaths(object: KubeObject): { path: string; role: PortRole }[] {
  switch (object.kind) {
    case 'Service':
      return servicePaths(object);
    case 'Pod':
      return podPaths(object as unknown as PodLike, '');
    case 'Deployment':
    case 'ReplicaSet':
    case 'StatefulSet':
      return podPaths((object as { spec?: { template?: PodLike } }).spec?.template, 'spec.template.');
    default:
      return [];
  }
}

interface PodLike {
  spec?: { containers?: { ports?: unknown[] }[] };
}

function servicePaths(object: KubeObject): { path: string; role: PortRole }[] {
  const ports = (object as { spec?: { ports?: unknown[] } }).spec?.ports ?? [];
  return ports.flatMap((_, index) =>
    (['port', 'targetPort', 'nodePort'] as const).map((role) => ({
      path: `spec.ports[${index}].${role}`,
      role,
    })),
  );
}

function podPaths(pod: PodLike | undefined, prefix: string): { path: string; role: PortRole }[] {
  const declared = (pod?.spec?.containers ?? []).flatMap((container, c) =>
    (container.ports ?? []).map((_, p) => ({
      path: `${prefix}spec.containers[${c}].ports[${p}].containerPort`,
      role: 'containerPort' as const,
    })),
  );
  return [{ path: `${prefix}metadata.annotations[${LISTENS}]`, role: 'listening' as const }, ...declared];
}

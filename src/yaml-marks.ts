/**
 * A manifest as lines of tokens whose ports are marked. The engine's spans say which value is which port: a mark goes by the YAML path of a
 * value, never by its digits, for 8080 may be a `port` here and a `targetPort` there. No highlighter is needed for this, so a worker can do it.
 */
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

/** The document of `text` in which `object` stands, without the separators around it. */
export function documentSpan(text: string, object: KubeObject): { start: number; end: number } {
  const inside = spanOf(object, 'kind')?.start ?? 0;
  const before = [...text.slice(0, inside).matchAll(/^---.*\n/gm)].at(-1);
  const start = before ? before.index + before[0].length : 0;
  const after = /^---/m.exec(text.slice(inside));
  return { start, end: after ? inside + after.index : text.length };
}

/** Lines of the object's manifest; `from`–`to` (line numbers of the file) cut out a part. */
export function markedLines(
  text: string,
  object: KubeObject,
  part?: { from: number; to: number },
): YamlLine[] {
  const { start, end } = documentSpan(text, object);
  const marks = portMarks(text, object);
  const first = text.slice(0, start).split('\n').length;
  let offset = start;
  const lines = text
    .slice(start, end)
    .trimEnd()
    .split('\n')
    .map((line, index) => {
      const tokens = cut(line, offset, 'text', marks);
      offset += line.length + 1;
      return { number: first + index, tokens };
    });
  return part ? lines.filter(({ number }) => number >= part.from && number <= part.to) : lines;
}

/** A stretch of text at `offset` of the file, cut where marks begin and end. */
export function cut(text: string, offset: number, kind: 'key' | 'text', marks: readonly Mark[]): YamlToken[] {
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

export function portMarks(text: string, object: KubeObject): Mark[] {
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

/**
 * A YAML file of an author, held against a schema: its value, or what is wrong with it, where, and what to write instead. What the
 * schema says in its own terms is put into words here.
 */
import { existsSync, readFileSync } from 'node:fs';
import type { z } from 'astro/zod';
import { LineCounter, parseDocument } from 'yaml';
import type { AuthorMistake } from './author-error.ts';

export interface Position {
  line: number;
  column: number;
}

export interface Authored {
  value: unknown;
  errors: readonly { at: Position; message: string }[];
  at: (path: readonly (string | number)[]) => Position;
}

export interface Checked<T> {
  value: T | null;
  mistakes: readonly AuthorMistake[];
  at: Authored['at'];
}

/** The text of a file with line feeds only, whatever the checkout made of them; empty when there is none. */
export const read = (file: string): string =>
  existsSync(file) ? readFileSync(file, 'utf8').replaceAll('\r\n', '\n') : '';

/** YAML → value, errors, and where the value at a path stands. `lineOffset` for front matter. */
export function parseYaml(text: string, lineOffset = 0): Authored {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const position = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1) + lineOffset, column: Math.max(col, 1) };
  };
  const at = (path: readonly (string | number)[]): Position => {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true) as
        | { range?: [number, number, number] }
        | undefined;
      if (node?.range) return position(node.range[0]);
    }
    return position(0);
  };
  const errors = document.errors.map(({ pos, message }) => ({
    at: position(pos[0]),
    message: `this is no YAML: ${message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '')}. Correct it here or just above.`,
  }));
  return { value: errors.length > 0 ? null : document.toJS(), errors, at };
}

/** The file's value, if the schema takes it. */
export function checked<T>(file: string, authored: Authored, schema: z.ZodType<T>): Checked<T> {
  const { at } = authored;
  if (authored.errors.length > 0)
    return { value: null, at, mistakes: authored.errors.map((e) => ({ file, ...e.at, message: e.message })) };
  const result = schema.safeParse(authored.value ?? {});
  if (result.success) return { value: result.data, at, mistakes: [] };
  const mistakes = result.error.issues.flatMap((issue) =>
    inWords(issue).map(({ path, message }) => ({
      file,
      ...at(path),
      message: path.length > 0 ? `${path.join('.')}: ${message}` : message,
    })),
  );
  return { value: null, at, mistakes };
}

type Path = readonly (string | number)[];

function inWords(issue: z.core.$ZodIssue): { path: Path; message: string }[] {
  const path = issue.path as Path;
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: [...path, key],
      message: 'there is no such field. Delete it, or correct its name.',
    }));
  return [{ path, message: sentence(issue) }];
}

function sentence(issue: z.core.$ZodIssue): string {
  const missing = issue.message.endsWith('received undefined');
  switch (issue.code) {
    case 'invalid_value':
      return `write one of ${issue.values.join(', ')}.`;
    case 'invalid_type':
      return `${missing ? 'it is missing. Write' : 'write'} ${TYPES[issue.expected] ?? `a ${issue.expected}`}.`;
    case 'invalid_format':
      return issue.format === 'date'
        ? 'write a date as in 2026-11-21.'
        : `it is written otherwise: ${issue.message}.`;
    case 'too_small':
      return issue.origin === 'array'
        ? `write at least ${issue.minimum}.`
        : 'it is empty or too small. Write more.';
    case 'too_big':
      return `it is too long: at most ${issue.maximum} characters.`;
    default:
      return issue.message;
  }
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list: [one, two]',
  object: 'a map of fields',
};

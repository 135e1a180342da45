/**
 * Where things stand: offsets → lines and columns, and from which text an object came.
 */
import { type Json, type Place, valueAt } from './json.ts';
import type { KubeObject, Span } from './types.ts';

export class SourceText {
  readonly text: string;
  private starts: number[] | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /** Null for what stands in no text. */
  span({ start, end }: Place): Span | null {
    if (start < 0) return null;
    const from = Math.min(start, this.text.length);
    const line = this.lineOf(from);
    const column = from - (this.lineStarts()[line] ?? 0) + 1;
    return { start: from, end: Math.max(from, Math.min(end, this.text.length)), line: line + 1, column };
  }

  private lineStarts(): number[] {
    this.starts ??= [0, ...Array.from(this.text.matchAll(/\r\n|[\n\r\u0085\u2028\u2029]/g), lineEnd)];
    return this.starts;
  }

  private lineOf(offset: number): number {
    const starts = this.lineStarts();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

const lineEnd = (match: RegExpExecArray): number => match.index + match[0].length;

interface Origin {
  source: SourceText;
  root: Json;
}

const origins = new WeakMap<object, Origin>();

/** Ties an object to the text it was made from. */
export function remember(object: KubeObject, source: SourceText, root: Json): void {
  origins.set(object, { source, root });
}

/** Where the value at a path of a parsed object stands in its text: offsets, line, column; null where a default filled it in. */
export function spanOf(object: KubeObject, path: string): Span | null {
  const origin = origins.get(object);
  const value = origin && valueAt(origin.root, path);
  return origin && value ? origin.source.span(value) : null;
}

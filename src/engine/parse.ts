/** Text → objects with spans. (First version: ordinary manifests only.) */
import { isMap, isScalar, isSeq, LineCounter, type Node, parseAllDocuments } from 'yaml';
import type { Finding, KubeObject, Span } from './types.ts';

const sources = new WeakMap<object, { node: Node; lines: LineCounter }>();

export function parseManifests(text: string): { objects: readonly KubeObject[]; findings: readonly Finding[] } {
  const lines = new LineCounter();
  const objects: KubeObject[] = [];
  for (const document of parseAllDocuments(text, { version: '1.1', lineCounter: lines })) {
    const object: unknown = document.toJS();
    if (document.contents && object && typeof object === 'object') {
      sources.set(object, { node: document.contents as Node, lines });
      objects.push(object as KubeObject);
    }
  }
  return { objects, findings: [] };
}

/** Where the value at a path of a parsed object stands in its text; null where a default filled it in. */
export function spanOf(object: KubeObject, path: string): Span | null {
  const source = sources.get(object);
  if (!source) return null;
  let node: unknown = source.node;
  for (const [, key, index] of path.matchAll(/([^.[\]]+)|\[(\d+)\]/g)) {
    if (index !== undefined && isSeq(node)) node = node.items[Number(index)];
    else if (isMap(node)) node = node.items.find((pair) => isScalar(pair.key) && pair.key.value === (key ?? index))?.value;
    else return null;
  }
  const range = (node as Node | undefined)?.range;
  if (!range) return null;
  const at = source.lines.linePos(range[0]);
  return { start: range[0], end: range[1], line: at.line, column: at.col };
}

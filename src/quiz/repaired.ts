/**
 * A manifest that a learner has edited: whether the API server takes it and whether the connection arrives then. Any edit that makes it arrive is
 * right.
 */
import { buildCluster, type Finding, type KubeObject, parseManifests } from '../engine/index.ts';
import { fillPlaceholders } from '../scenario.ts';
import type { EngineData } from './quiz-data.ts';
import { type Reach, reach } from './reach.ts';

export interface Repaired {
  right: boolean;
  /** What keeps the API server from taking the manifests. */
  findings: readonly Finding[];
  /** Null where nothing can be dialed yet. */
  reach: Reach | null;
}

export type Broken = Pick<EngineData, 'text' | 'goal'> & Pick<Required<EngineData>, 'edit'>;

/** `edited` takes the place of the document that may be edited. */
export function repaired({ text, goal, edit }: Broken, edited: string): Repaired {
  const { objects, findings: unread } = parseManifests(withEdited(text, edit, edited));
  const cluster = buildCluster(objects.flatMap(unpacked));
  const rejected = cluster.rejected.flatMap(({ response }) => response.findings);
  const findings = eachOnce([...unread, ...rejected].filter(({ severity }) => severity === 'error'));
  const { filled, missing } = fillPlaceholders(cluster, edit.to);
  const reached = missing === null ? reach(cluster, filled, goal) : null;
  const right = findings.length === 0 && cluster.rejected.length === 0 && (reached?.right ?? false);
  return { right, findings, reach: reached };
}

/** `kubectl apply` takes a List for what is in it. */
function unpacked(object: KubeObject): KubeObject[] {
  const { items } = object as { items?: unknown };
  return object.kind === 'List' && Array.isArray(items) ? items.flatMap(unpacked) : [object];
}

/** What is wrong with the text is often wrong with the object too. */
const eachOnce = (findings: readonly Finding[]): Finding[] =>
  findings.filter(
    ({ code, path }, index) => findings.findIndex((one) => one.code === code && one.path === path) === index,
  );

const withEdited = (text: string, { start, end }: Broken['edit'], edited: string): string =>
  `${text.slice(0, start)}${edited.trimEnd()}\n${text.slice(end)}`;

/** What is no YAML or no object at all: a problem of form. */
export const isReadable = (edited: string): boolean => {
  const { objects, findings } = parseManifests(edited);
  return objects.length > 0 && findings.every(({ severity }) => severity !== 'error');
};

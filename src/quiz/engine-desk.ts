/**
 * What is asked of the engine from a page, as messages: `vary` puts a question in a variant, `grade` grades answers given earlier, `trace`
 * follows a connection. The worker only passes them on (`islands/engine-worker.ts`), so tests need none.
 */
import {
  type Cluster,
  type Finding,
  type ProxyMode,
  parseConnection,
  resolveConnection,
  type Trace,
} from '../engine/index.ts';
import type { Voice } from '../i18n/voice.ts';
import { gradeOf, type Presented, type Put, present } from './present.ts';
import { type Goal, type Reach, reach } from './reach.ts';
import { type Broken, isReadable, type Repaired, repaired } from './repaired.ts';
import { clusterOf, type ScenarioTexts } from './scenario-of.ts';

export interface Requests {
  vary: Put & { voice: Voice };
  grade: { answers: readonly (Put & { answer: string })[] };
  trace: { texts: ScenarioTexts; from: string; to: string };
  reach: { text: string; to: string; goal: Goal };
  repaired: Broken & { edited: string };
  readable: { edited: string };
}

export interface Replies {
  vary: Presented;
  /** In the order asked; null for what cannot be asked any more. */
  grade: readonly ({ right: boolean; facts: string } | null)[];
  /** Null for what is no connection. */
  reach: Reach | null;
  repaired: Repaired;
  readable: boolean;
  trace: { traces: Readonly<Record<ProxyMode, Trace>> } | { findings: readonly Finding[] };
}

export type RequestName = keyof Requests;

const DESK: { readonly [N in RequestName]: (asked: Requests[N]) => Replies[N] } = {
  vary: ({ voice, ...put }) => present(put, voice),
  grade: ({ answers }) => answers.map(gradeOrNull),
  trace: traceBoth,
  repaired: ({ edited, ...broken }) => repaired(broken, edited),
  readable: ({ edited }) => isReadable(edited),
  reach: ({ text, to, goal }) => reach(clusterOfText(text), to, goal),
};

let last: { text: string; cluster: Cluster } | undefined;

/** Addresses are tried one after another on the same cluster. */
function clusterOfText(text: string): Cluster {
  if (last?.text !== text) last = { text, cluster: clusterOf({ text }) };
  return last.cluster;
}

export const answerRequest = <N extends RequestName>(name: N, asked: Requests[N]): Replies[N] =>
  DESK[name](asked);

/** A later bank may have no such connection, or refuse the question. */
function gradeOrNull({ answer, ...put }: Put & { answer: string }): Replies['grade'][number] {
  try {
    return gradeOf(put, answer);
  } catch {
    return null;
  }
}

function traceBoth({ texts, from, to }: Requests['trace']): Replies['trace'] {
  const cluster = clusterOf(texts);
  const parsed = parseConnection(cluster, { from, to });
  if (!('to' in parsed)) return { findings: parsed };
  const inMode = (proxyMode: ProxyMode): Trace => resolveConnection(cluster, { from, to }, { proxyMode });
  return { traces: { iptables: inMode('iptables'), nftables: inMode('nftables') } };
}

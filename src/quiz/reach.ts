/**
 * Whether a connection arrives at the processes that are meant: how an answer is graded that may be given in many ways. Every try must arrive,
 * in every proxy mode the question is about.
 */
import {
  type Cluster,
  type HopReason,
  type ProxyMode,
  parseConnection,
  resolveConnection,
  type Trace,
} from '../engine/index.ts';
import type { Outcome } from './response.ts';

export interface Goal {
  from: string;
  /** Who may accept: `pod/default/order-a`; null: any process. */
  by: readonly string[] | null;
  modes: readonly ProxyMode[];
}

export interface Reach {
  right: boolean;
  /** How the first try ended that did not do what was meant, and why; of a right answer, the first try. */
  outcome: Outcome;
  because: HopReason;
}

/** Null for what is no connection. */
export function reach(cluster: Cluster, to: string, { from, by, modes }: Goal): Reach | null {
  if (!('to' in parseConnection(cluster, { from, to }))) return null;
  const traces = modes.map((proxyMode) => resolveConnection(cluster, { from, to }, { proxyMode }));
  const missed = traces.find((trace) => misses(trace, by).length > 0);
  const [first] = traces;
  if (!first) throw new Error('a goal without a proxy mode');
  return missed
    ? { right: false, ...ending(missed, misses(missed, by)[0] ?? 0) }
    : { right: true, ...ending(first, 0) };
}

/** Indexes of the answers that are not what was meant. */
const misses = ({ answers }: Trace, by: Goal['by']): number[] =>
  answers.flatMap((answer, index) =>
    'port' in answer && (by === null || by.includes(answer.by)) ? [] : [index],
  );

function ending({ answers, hops }: Trace, index: number): Omit<Reach, 'right'> {
  const last = hops.findLast((hop) => hop.answers.includes(index));
  return { outcome: answers[index]?.outcome ?? 'timed-out', because: last?.because ?? 'nobody-answers' };
}

/** The processes in which a connection ends, where all its tries arrive; else nobody. */
export function processesReached(traces: readonly Trace[]): string[] {
  const answers = traces.flatMap((trace) => trace.answers);
  const by = answers.flatMap((answer) => ('by' in answer && 'port' in answer ? [answer.by] : []));
  return by.length === answers.length ? [...new Set(by)] : [];
}

/** What came of a connection, in codes: how it ends in which mode, and what the rules rewrote on the way. */
import type { ProxyMode } from '../engine/index.ts';
import type { RouteModel } from './model.ts';
import type { Outcome } from './path.ts';
import type { PortMark } from './roles.ts';

export interface Ending {
  outcome: Outcome;
  /** Null: in both modes. */
  mode: ProxyMode | null;
  /** What is reached; empty where nothing is. */
  listens: readonly PortMark[];
  names: readonly string[];
}

export interface Verdict {
  endings: readonly Ending[];
  rewritten: 'destination' | 'both' | 'none' | 'sent-none';
}

export function verdictOf({ rows, strip }: RouteModel): Verdict {
  const endings = new Map<string, Ending>();
  for (const { end, mode, listens, station } of rows) {
    const key = `${end.outcome} ${mode}`;
    const known = endings.get(key) ?? { outcome: end.outcome, mode, listens: [], names: [] };
    const isNew = listens !== null && !known.listens.some(({ value }) => value === listens.value);
    endings.set(key, {
      ...known,
      listens: isNew ? [...known.listens, listens] : known.listens,
      names: listens && station?.name ? [...known.names, station.name] : known.names,
    });
  }
  return { endings: [...endings.values()], rewritten: rewrittenOf(strip) };
}

function rewrittenOf(strip: RouteModel['strip']): Verdict['rewritten'] {
  if (strip === null) return 'sent-none';
  if (strip.toAfter.length === 0) return 'none';
  return strip.fromAfter === null ? 'destination' : 'both';
}

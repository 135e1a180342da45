/**
 * What is typed or chosen in practice and not yet checked, kept until it is: a reload loses nothing. Kept for one tab (`sessionStorage`), so
 * two tabs never write over each other. What is stored is never trusted, and a storage that is forbidden or full means that nothing is kept.
 */
import type { OpenStorage } from './progress.ts';

const KEY = 'port-of-call/draft';
const VERSION = 1;

export interface Draft {
  exam: boolean;
  /** An exam that was submitted: its review sheet is shown. */
  done?: boolean;
  questions: readonly DraftQuestion[];
}

export interface DraftQuestion {
  id: string;
  seed: number;
  bank: string;
  /** The controls as they stand, in their order. */
  controls: readonly string[];
  /** How many hints were asked for. */
  hints?: number;
}

export function loadDraft(open: OpenStorage): Draft | null {
  try {
    const { version, exam, done = false, questions } = JSON.parse(open().getItem(KEY) ?? '{}');
    const known = version === VERSION && typeof exam === 'boolean' && Array.isArray(questions);
    if (!known || questions.length === 0 || !questions.every(isQuestion)) return null;
    return { exam, questions, ...(done === true ? { done } : {}) };
  } catch {
    return null;
  }
}

/** Returns whether it could be kept. */
export function saveDraft(open: OpenStorage, draft: Draft): boolean {
  try {
    open().setItem(KEY, JSON.stringify({ version: VERSION, ...draft }));
    return true;
  } catch {
    return false;
  }
}

export function dropDraft(open: OpenStorage): void {
  try {
    open().removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
}

function isQuestion(value: unknown): value is DraftQuestion {
  if (typeof value !== 'object' || value === null) return false;
  const { id, seed, bank, controls, hints = 0 } = value as Partial<DraftQuestion>;
  return (
    typeof id === 'string' &&
    Number.isSafeInteger(seed) &&
    typeof bank === 'string' &&
    Number.isSafeInteger(hints) &&
    Array.isArray(controls) &&
    controls.every((text) => typeof text === 'string')
  );
}

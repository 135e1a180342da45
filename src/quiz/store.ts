/**
 * Where the practice log is kept: on this device, under one key, with a version. Nothing crashes and nothing is lost silently: what cannot be
 * read is set aside under a key of its own, what cannot be written stays in memory, and either is reported. Two tabs may write at once: each
 * write reads first and adds only what is new.
 */
import { type Entry, isEntry, merge, nameOf } from './log.ts';
import type { OpenStorage } from './progress.ts';

export const LOG_KEY = 'port-of-call/practice';
/** What could not be read, as it was found; exported with the rest. */
export const ASIDE_KEY = 'port-of-call/practice-set-aside';
export const VERSION = 1;

/** What a person has to be told about the store. */
export type Trouble =
  | 'forbidden' // the browser lets nothing be stored
  | 'full' // no room left
  | 'damaged' // something could not be read and was set aside
  | 'newer'; // written by a newer version of this page: left alone, and nothing is stored

interface Read {
  entries: readonly Entry[];
  /** What could not be read. */
  broken: string | null;
  trouble: 'forbidden' | 'newer' | null;
}

export class PracticeStore {
  private readonly open: OpenStorage;
  /** What could not be written, or not yet. */
  private pending: readonly Entry[] = [];
  private found: readonly Entry[] = [];
  private readonly told = new Set<Trouble>();

  constructor(open: OpenStorage) {
    this.open = open;
    this.refresh();
  }

  get log(): readonly Entry[] {
    return merge(this.found, this.pending);
  }

  get troubles(): readonly Trouble[] {
    return [...this.told];
  }

  /** Reads what another tab may have written. */
  refresh(): void {
    const { entries, broken, trouble } = readLog(this.open);
    if (trouble) this.told.add(trouble);
    else this.told.delete('forbidden');
    if (broken !== null) this.setAside(broken, entries);
    if (trouble !== 'forbidden') this.found = entries;
  }

  /** Adds entries, or longer forms of known ones; returns whether they could be kept. */
  add(...entries: readonly Entry[]): boolean {
    this.pending = merge(this.pending, entries);
    this.refresh();
    if (this.told.has('newer')) return false;
    const all = this.log;
    if (!this.write(LOG_KEY, JSON.stringify({ version: VERSION, entries: all }))) return false;
    this.found = all;
    this.pending = [];
    return true;
  }

  /** Forgets the log and what was set aside. */
  clear(): boolean {
    this.pending = [];
    this.found = [];
    this.told.clear();
    try {
      this.open().removeItem(LOG_KEY);
      this.open().removeItem(ASIDE_KEY);
      return true;
    } catch {
      this.told.add('forbidden');
      return false;
    }
  }

  /** Whatever could not be read goes to its own key before the log is written anew. */
  private setAside(broken: string, entries: readonly Entry[]): void {
    this.told.add('damaged');
    const before = attempt(() => this.open().getItem(ASIDE_KEY)) ?? '';
    if (!this.write(ASIDE_KEY, before === '' ? broken : `${before}\n${broken}`)) return;
    this.write(LOG_KEY, JSON.stringify({ version: VERSION, entries }));
  }

  private write(key: string, text: string): boolean {
    try {
      this.open().setItem(key, text);
      this.told.delete('full');
      return true;
    } catch (error) {
      this.told.add((error as Error)?.name === 'SecurityError' ? 'forbidden' : 'full');
      return false;
    }
  }
}

function readLog(open: OpenStorage): Read {
  let text: string | null;
  try {
    text = open().getItem(LOG_KEY);
  } catch {
    return { entries: [], broken: null, trouble: 'forbidden' };
  }
  return text === null ? { entries: [], broken: null, trouble: null } : parseLog(text);
}

/** Of a text: the entries, and the rest of it that makes no sense. */
export function parseLog(text: string): Read {
  const parsed = attempt((): unknown => JSON.parse(text));
  const { version, entries } = (parsed ?? {}) as { version?: unknown; entries?: unknown };
  if (typeof version === 'number' && version > VERSION)
    return { entries: [], broken: null, trouble: 'newer' };
  if (version !== VERSION || !Array.isArray(entries)) return { entries: [], broken: text, trouble: null };
  const good = entries.filter(isEntry);
  const bad = entries.filter((entry) => !isEntry(entry));
  return {
    entries: merge([], good),
    broken: bad.length > 0 ? JSON.stringify(bad) : null,
    trouble: null,
  };
}

function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

export const isKnown = (log: readonly Entry[], entry: Entry): boolean =>
  log.some((known) => nameOf(known) === nameOf(entry));

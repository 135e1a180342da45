/**
 * All that this site keeps on a device, as one file: practice, answers in lessons, theme and language. Export writes it, import merges it in,
 * clearing forgets it. It never leaves the device by itself.
 */
import { merge } from './log.ts';
import { isProgress, type OpenStorage } from './progress.ts';
import { ASIDE_KEY, LOG_KEY, parseLog, VERSION } from './store.ts';

const PREFIX = 'port-of-call/';
const SETTINGS = ['theme', 'lang'];
const FORMAT = 'port-of-call-backup';
const MAX_CHARACTERS = 20_000_000;

export type OpenAll = () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const isOurs = (key: string): boolean => key.startsWith(PREFIX) || SETTINGS.includes(key);

/** From a file nothing is taken that this site would not have written. */
const isTaken = (key: string, value: string): boolean =>
  (key === 'theme' && /^(light|dark)$/.test(value)) ||
  (key === 'lang' && /^(pl|en|zh-CN)$/.test(value)) ||
  key === ASIDE_KEY ||
  key.startsWith(`${PREFIX}set-aside/`) ||
  isProgress(key, value);

function ourKeys(open: OpenAll): string[] {
  const storage = open();
  return Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
    .filter(isOurs)
    .sort();
}

/** The text of the file; null where storage is forbidden. */
export function exportAll(open: OpenAll): string | null {
  try {
    const data = Object.fromEntries(ourKeys(open).map((key) => [key, open().getItem(key) ?? '']));
    return `${JSON.stringify({ format: FORMAT, version: VERSION, data }, null, 2)}\n`;
  } catch {
    return null;
  }
}

/** `added`: entries of the practice log that were not there before; `damaged`: others made no sense and were set aside. */
export type Imported =
  | { added: number; damaged: boolean }
  | { problem: 'not-a-backup' | 'newer' | 'not-kept' };

/** What is here stays; the log is merged, anything else is taken only where nothing is. */
export function importAll(open: OpenAll, text: string): Imported {
  const data = dataOf(text);
  if ('problem' in data) return data;
  try {
    const merged = mergedLog(open, data.data[LOG_KEY]);
    if ('problem' in merged) return merged;
    const { added, damaged, log } = merged;
    if (log !== null) open().setItem(LOG_KEY, log);
    for (const [key, value] of Object.entries(data.data)) {
      if (isTaken(key, value) && open().getItem(key) === null) open().setItem(key, value);
    }
    return { added, damaged };
  } catch {
    return { problem: 'not-kept' };
  }
}

function dataOf(text: string): { data: Record<string, string> } | { problem: 'not-a-backup' | 'newer' } {
  if (text.length > MAX_CHARACTERS) return { problem: 'not-a-backup' };
  let parsed: { format?: unknown; version?: unknown; data?: unknown } | null;
  try {
    parsed = JSON.parse(text);
  } catch {
    return { problem: 'not-a-backup' };
  }
  if (parsed?.format !== FORMAT || typeof parsed.data !== 'object' || parsed.data === null)
    return { problem: 'not-a-backup' };
  if (typeof parsed.version !== 'number') return { problem: 'not-a-backup' };
  if (parsed.version > VERSION) return { problem: 'newer' };
  const texts = Object.entries(parsed.data).filter(([, value]) => typeof value === 'string');
  return { data: Object.fromEntries(texts) as Record<string, string> };
}

interface Merged {
  added: number;
  damaged: boolean;
  log: string | null;
}

function mergedLog(open: OpenStorage, theirs: string | undefined): Merged | { problem: 'newer' } {
  const stored = open().getItem(LOG_KEY);
  const here = stored === null ? null : parseLog(stored);
  const there = theirs === undefined ? null : parseLog(theirs);
  if (there?.trouble === 'newer') return { problem: 'newer' };
  // A log of a newer version is not ours to rewrite.
  if (!there || here?.trouble === 'newer') return { added: 0, damaged: false, log: null };
  const before = here?.entries ?? [];
  const entries = merge(before, there.entries);
  const broken = [here?.broken, there.broken].filter((text) => text != null);
  if (broken.length > 0)
    open().setItem(ASIDE_KEY, [open().getItem(ASIDE_KEY), ...broken].filter(Boolean).join('\n'));
  return {
    added: entries.length - before.length,
    damaged: broken.length > 0,
    log: JSON.stringify({ version: VERSION, entries }),
  };
}

/** Forgets everything of this site; false where storage is forbidden. */
export function clearAll(open: OpenAll): boolean {
  try {
    for (const key of ourKeys(open)) open().removeItem(key);
    return true;
  } catch {
    return false;
  }
}

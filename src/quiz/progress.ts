/**
 * Progress on the device: per question id, the answers as they were given, in no language. What is stored is never trusted: anything
 * that is not of this shape is ignored, and a storage that is forbidden or full means that nothing is kept, not that nothing works.
 */
const PREFIX = 'port-of-call/question/';
const VERSION = 1;
const ASIDE = 'port-of-call/set-aside/';
/** Letters, digits and the signs of addresses, assignments and percent-encoding: nothing that could end a quotation. */
const ANSWER = /^[\w.~%!*():/,=-]+$/;
/** A manifest of 40,000 letters, percent-encoded. */
export const ANSWER_MAX = 400_000;

/** What is needed of `localStorage`; a function, for even reading the property may throw. */
export type OpenStorage = () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** What was answered, and when first, in milliseconds. */
export interface Answered {
  answers: readonly string[];
  at: number;
}

interface Entry extends Partial<Pick<Answered, 'at'>> {
  version: typeof VERSION;
  answers: readonly string[];
}

const NOTHING: Answered = { answers: [], at: 0 };

export function loadAnswers(open: OpenStorage, id: string): Answered {
  try {
    const entry = parsed(open().getItem(PREFIX + id));
    return isEntry(entry) ? { answers: entry.answers, at: entry.at ?? 0 } : NOTHING;
  } catch {
    return NOTHING;
  }
}

/**
 * Returns whether it could be kept. What a newer version of this site wrote is left alone, and what makes no sense is set aside before it is
 * written over.
 */
export function saveAnswers(open: OpenStorage, id: string, { answers, at }: Answered): boolean {
  try {
    const stored = open().getItem(PREFIX + id);
    const found = parsed(stored);
    if (isNewer(found)) return false;
    if (stored !== null && !isEntry(found)) open().setItem(ASIDE + id, stored);
    const entry: Entry = { version: VERSION, answers, at };
    open().setItem(PREFIX + id, JSON.stringify(entry));
    return true;
  } catch {
    return false;
  }
}

/** Whether that key holds answers, as this version understands them. */
export const isProgress = (key: string, text: string): boolean =>
  key.startsWith(PREFIX) && isEntry(parsed(text));

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}

const isNewer = (entry: unknown): boolean =>
  typeof entry === 'object' && entry !== null && Number((entry as Partial<Entry>).version) > VERSION;

function isEntry(entry: unknown): entry is Entry {
  if (typeof entry !== 'object' || entry === null) return false;
  const { version, answers, at = 0 } = entry as Partial<Entry>;
  if (version !== VERSION || !Number.isSafeInteger(at) || !Array.isArray(answers) || answers.length > 2)
    return false;
  return answers.every(
    (answer) => typeof answer === 'string' && answer.length <= ANSWER_MAX && ANSWER.test(answer),
  );
}

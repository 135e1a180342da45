/**
 * Progress on the device: per question id, the answers as they were given, in no language. What is stored is never trusted: anything
 * that is not of this shape is ignored, and a storage that is forbidden or full means that nothing is kept, not that nothing works.
 */
const PREFIX = 'port-of-call/question/';
const VERSION = 1;
/** Letters, digits and the signs of addresses, assignments and percent-encoding: nothing that could end a quotation. */
const ANSWER = /^[\w.~%!*():/,=-]{1,8000}$/;

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
    const entry: unknown = JSON.parse(open().getItem(PREFIX + id) ?? 'null');
    return isEntry(entry) ? { answers: entry.answers, at: entry.at ?? 0 } : NOTHING;
  } catch {
    return NOTHING;
  }
}

/** Returns whether it could be kept. */
export function saveAnswers(open: OpenStorage, id: string, { answers, at }: Answered): boolean {
  try {
    const entry: Entry = { version: VERSION, answers, at };
    open().setItem(PREFIX + id, JSON.stringify(entry));
    return true;
  } catch {
    return false;
  }
}

function isEntry(entry: unknown): entry is Entry {
  if (typeof entry !== 'object' || entry === null) return false;
  const { version, answers, at = 0 } = entry as Partial<Entry>;
  if (version !== VERSION || !Number.isSafeInteger(at) || !Array.isArray(answers) || answers.length > 2)
    return false;
  return answers.every((answer) => typeof answer === 'string' && ANSWER.test(answer));
}

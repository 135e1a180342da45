/**
 * The JSON of a lesson in one language: what the page must not hold, fetched on the first focus of a question. Texts are in the markup of
 * `marks.ts`. Keys are short, for this travels.
 */
import type { Goal } from './reach.ts';

export interface QuizData {
  version: 1;
  /** Verdicts and labels, the same for every question. */
  words: {
    right: string;
    wrong: string;
    routeSoFar: string;
    wholeRoute: string;
    /** `{n}` parts of `{total}` are right. */
    partly: string;
    /** The button, before the first hint and after it, and what stands above hint `{n}` of `{total}`. */
    hint: string;
    nextHint: string;
    hintOf: string;
    /** While the question is open: check, and check again after an error. */
    check: string;
    tryAgain: string;
    /** The button for the same question with other numbers. */
    variant: string;
    notKept: string;
    variantFailed: string;
    problems: Readonly<Record<string, string>>;
  };
  questions: Readonly<Record<string, QuestionData>>;
}

/** What a lesson's page fetches. */
export interface LessonQuizData extends QuizData {
  practice: {
    /** Where the words of practice and the bank are. */
    words: string;
    bank: string;
    /** Of the bank. */
    version: string;
  };
}

export interface QuestionData {
  /** The right answers, as `Value`s. */
  key: readonly string[];
  /** "The answer: …" */
  answer: string;
  /** Answer → which belief leads to it and what refutes that. */
  known: Readonly<Record<string, string>>;
  /** The same for an answer that no belief leads to; `{value}` is the answer. */
  unknown: string;
  /** Where to begin: the first hint. */
  start: string;
  /** Points to what decides, without its value. */
  look: string;
  /** Evidence that would give the answer away while a retry is open. */
  hides?: readonly ('line' | 'route')[];
  /** For an answer that is graded by what it leads to. */
  engine?: EngineData;
  /** The lines of the manifest around the deciding one. */
  lines?: { first: number; lit: number; text: readonly string[] };
  /** The route, a line each; the first `until` of them lead up to the deciding one. */
  route: readonly string[];
  until: number;
}

export interface EngineData {
  /** The text of cluster.yaml. */
  text: string;
  goal: Goal;
  /** What may be edited of the text, and the address dialed as its author wrote it. */
  edit?: { start: number; end: number; to: string };
  /** "{address}: {end}, {note}", and what its parts may be. */
  tried: string;
  ends: Readonly<Record<string, string>>;
  notes: Readonly<Record<string, string>>;
}

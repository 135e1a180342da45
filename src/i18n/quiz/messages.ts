/**
 * The words of the questions. Markup is that of `src/quiz/marks.ts`; `{answer}` is what was answered, `{address}` what was dialed.
 * A belief is a clause that fits into `because`; a rule is one or two sentences that refute it and give neither the right number nor the
 * right outcome away.
 */
import type { ProxyMode } from '../../engine/index.ts';
import type { MatchPlace } from '../../quiz/kinds/match-fields.ts';
import type { Field } from '../../quiz/kinds/which-line.ts';
import type { Reason } from '../../quiz/kinds/why.ts';
import type { Wording } from '../../quiz/misconceptions/index.ts';
import type { KindId, LineRole, Viewpoint } from '../../quiz/question.ts';
import type { FormatProblem, Outcome } from '../../quiz/response.ts';

export interface QuizMessages {
  number: string;
  /** Who dials; `{name}`. */
  client: Readonly<Record<'pod' | 'node' | 'outside', string>>;
  dials: string;
  /** Behind an address: `{name}` has it. */
  whose: string;
  dialsInMode: string;
  mode: Readonly<Record<ProxyMode, string>>;
  /** `datagram`: at the process, where nothing is a connection and nothing accepts one. */
  asks: Readonly<Record<Viewpoint | 'outcome' | 'datagram', string>>;
  asksLine: Readonly<Record<LineRole, string>>;
  /** How it ends, and the question why. */
  asksWhy: Readonly<Record<Outcome, string>>;
  asksMatch: string;
  asksOrder: string;
  asksRepair: string;
  editManifest: string;
  /** `{text}` in line `{line}` of the manifest. */
  oneRepair: string;
  /** The same where a line is too many. */
  oneRemoval: string;
  asksAddress: string;
  typeAddress: string;
  /** What came of an address; `{end}` is one of `outcomes` or `otherProcess`, `{note}` the reason in a few words. */
  tried: string;
  otherProcess: string;
  /** Between the two lines of a note, written as one. */
  noteBreak: string;
  /** A place in which a number is right, as the label of a choice. */
  places: Readonly<Record<MatchPlace, string>>;
  /** A place and its number in the answer, and what stands between two of them. */
  placed: string;
  /** A place, and what is said (`{told}`, sentences) about the wrong number in it. */
  placedWhy: string;
  listed: string;
  /** Nothing is chosen yet. */
  choose: string;
  /** A belief is refuted, and more would give the answer away. */
  notSo: string;
  /** Clauses beside which beliefs stand as options: without a full stop, about as long as those. */
  reasons: Readonly<Record<Reason, string>>;
  /** Stands between the sentences of a stem or of feedback. */
  between: string;
  typePort: string;
  nothing: string;
  outcomes: Readonly<Record<Outcome, string>>;
  check: string;
  tryAgain: string;
  /** The button, before the first hint and after it; above a hint. */
  hint: string;
  nextHint: string;
  hintOf: string;
  /** The first hint: where to begin, for every question of a kind; it names no field and no number. */
  start: Readonly<Record<KindId, string>>;
  /** The button for the same question with other numbers. */
  variant: string;
  problems: Readonly<Record<FormatProblem, string>>;
  loadFailed: string;
  /** The browser lets nothing be stored, or has no room. */
  notKept: string;
  /** The variant asked for could not be loaded. */
  variantFailed: string;
  answeredBefore: string;
  noScript: string;
  answerKey: string;
  right: string;
  wrong: string;
  partly: string;
  theAnswer: string;
  /** The same where many answers are right. */
  oneAnswer: string;
  or: string;
  /** The same answers as the object of `because`. */
  given: Readonly<Record<'port' | 'nothing' | 'line' | Outcome, string>>;
  /** A line as an answer. */
  lineName: string;
  /** The same in the right answer, with what stands in the line. */
  lineSaid: string;
  /** What the number in this field does; without the name of any other field. */
  fieldNotes: Readonly<Record<Field, string>>;
  because: Readonly<Record<'one' | 'two', string>>;
  misconceptions: Readonly<Record<Wording, { belief: string; rule: string }>>;
  /** Nothing is known about this answer. */
  unknown: Readonly<Record<'port' | 'match' | 'order' | 'address' | 'repair' | 'other', string>>;
  /** A line of the route. */
  hop: string;
  accepts: string;
  routeSoFar: string;
  wholeRoute: string;
  lookAt: Readonly<Record<'line' | 'listens' | 'nowhere', string>>;
}

/** The words of the practice page. `{id}`, `{seed}` and `{bank}` name a question; `{n}` and `{total}` count. */
import type { Imported } from '../../quiz/backup.ts';
import type { Sure } from '../../quiz/log.ts';
import type { SkillId } from '../../quiz/skills.ts';
import type { Trouble } from '../../quiz/store.ts';
import type { Lang } from '../locales.ts';
import type { Plural } from '../plural.ts';

export interface PracticeMessages<L extends Lang = Lang> {
  title: string;
  deck: string;
  noScript: string;
  /** Above the lessons, where there is no JavaScript. */
  inLessons: string;
  loading: string;
  failed: string;
  loadAgain: string;
  skills: Readonly<Record<SkillId, string>>;
  course: string;
  mastered: string;
  /** How far somebody is with a skill. */
  state: Readonly<Record<'untried' | 'open' | 'half' | 'mastered', string>>;
  rule: string;
  chooseSkill: string;
  allSkills: string;
  due: Plural<L>;
  /** Above a question: why it comes. */
  why: Readonly<Record<'new' | 'review' | 'variant' | 'shared', string>>;
  identity: string;
  copyLink: string;
  copied: string;
  copyFailed: string;
  otherBank: string;
  unknownQuestion: string;
  sure: string;
  sureOf: Readonly<Record<Sure, string>>;
  next: string;
  manifests: string;
  manifestLines: string;
  /** Above the list of them. */
  addresses: string;
  nowMastered: string;
  exam: string;
  examDeck: Plural<L>;
  startExam: string;
  submitExam: string;
  unanswered: string;
  submitAnyway: string;
  examDone: string;
  leftOut: string;
  yourAnswer: string;
  newExam: string;
  backToPractice: string;
  data: string;
  dataText: string;
  save: string;
  read: string;
  clear: string;
  clearSure: string;
  clearYes: string;
  clearNo: string;
  cleared: string;
  saved: string;
  imported: Plural<L>;
  importProblem: Readonly<Record<Extract<Imported, { problem: string }>['problem'], string>>;
  trouble: Readonly<Record<Trouble, string>>;
  regraded: string;
}

/** The code of a kind of question: loaded when the first question of that kind gets the focus. */
import type { Judgement } from '../quiz/judge.ts';
import type { KindId } from '../quiz/question.ts';
import type { QuestionData } from '../quiz/quiz-data.ts';
import type { ParsedResponse } from '../quiz/response.ts';

export interface KindCode {
  /** What the controls say. */
  read(fields: HTMLElement): string;
  /** Puts an answer into the controls. */
  write(fields: HTMLElement, value: string): void;
  /** What was typed or chosen → an answer, or what is wrong with its form. */
  parse(text: string): ParsedResponse | Promise<ParsedResponse>;
  judge(question: QuestionData, value: string): Judgement | Promise<Judgement>;
  /** Called once, when the question first gets the focus. */
  attach?(fields: HTMLElement, question: QuestionData): void;
}

const LOAD: Readonly<Record<KindId, () => Promise<{ code: KindCode }>>> = {
  'which-port': () => import('./quiz-kind-port.ts'),
  outcome: () => import('./quiz-kind-choice.ts'),
  'which-line': () => import('./quiz-kind-choice.ts'),
  why: () => import('./quiz-kind-choice.ts'),
  address: () => import('./quiz-kind-address.ts'),
  repair: () => import('./quiz-kind-repair.ts'),
  'order-hops': () => import('./quiz-kind-order.ts'),
  'match-fields': () => import('./quiz-kind-parts.ts'),
};

export const loadKind = async (kind: KindId): Promise<KindCode> => (await LOAD[kind]()).code;

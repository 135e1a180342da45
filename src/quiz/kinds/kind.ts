/** What every kind of question can do. A kind is one closed record of functions; nothing about it is decided anywhere else. */
import type { Trace } from '../../engine/index.ts';
import type { QuizMessages } from '../../i18n/quiz/messages.ts';
import type { Voice } from '../../i18n/voice.ts';
import type { Scenario, TracedConnection } from '../../scenario.ts';
import type { Asked } from '../ask-in.ts';
import type { Distractor } from '../distractors.ts';
import type { Misconception, MisconceptionId } from '../misconceptions/index.ts';
import type { Question } from '../question.ts';
import type { EngineData } from '../quiz-data.ts';
import type { ParsedResponse, Value } from '../response.ts';
import type { Situation } from '../situation.ts';

/** Why the build refuses a question: what is wrong, and what to write instead. */
export interface Refused {
  refused: string;
}

export interface Kind<Q extends Question = Question> {
  /** The right answers, from the traces and, where a line is asked for, from where values stand in the manifests. */
  key(question: Q, connection: TracedConnection, scenario: Scenario): readonly Value[] | Refused;
  /** What a learner with that belief answers; empty where the belief says nothing about this question. */
  answersOf(belief: Misconception<MisconceptionId>, question: Q, situation: Situation): readonly Value[];
  /** What was typed or chosen → an answer, or what is wrong with its form. */
  parse(text: string): ParsedResponse;
  /** Where an answer may be given in many ways, `asked` holds what it is tried out on. */
  grade(key: readonly Value[], value: Value, asked?: Asked): number;
  /** Index of the hop that decides. */
  decidingHop(question: Q, trace: Trace): number;
  tell: Telling;
}

/** What is said, in the markup of `marks.ts`. */
export interface Telling {
  /** The question itself, after the scene: who dials what. */
  asks(asked: Asked, words: QuizMessages): string;
  /** Who dials what would give the answer away. */
  withoutScene?: true;
  /** What the page draws to answer with. */
  controls(asked: Asked, words: QuizMessages, voice: Voice): Controls;
  /** The right answer. */
  answer(asked: Asked, words: QuizMessages): string;
  /** What is said about a wrong one. */
  explain(asked: Asked, distractor: Distractor, words: QuizMessages): string;
  /** Which evidence would give the answer away, and is kept back while a retry is open. */
  hides: readonly Evidence[];
  /** What the engine needs to grade an answer in the browser. */
  engine?(asked: Asked, voice: Voice): EngineData;
  /** What is said where no belief leads to the answer; without this, to follow the packet. */
  unknown?: keyof QuizMessages['unknown'];
}

export type Evidence = 'line' | 'route';

export interface Option {
  value: Value;
  text: string;
}

export type Controls =
  | { type: 'port' }
  | { type: 'options'; options: readonly Option[]; code?: boolean }
  | { type: 'address' }
  | { type: 'manifest'; text: string }
  /** One of the options for every row. */
  | { type: 'selects'; rows: readonly Option[]; options: readonly Option[] };

export const isRefused = (key: readonly Value[] | Refused): key is Refused => 'refused' in key;

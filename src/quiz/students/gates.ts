/** What a question, and the bank, must stand up to before anybody is asked: simulated students sit it, and everything that is wrong is told. */
import type { QuizMessages } from '../../i18n/quiz/messages.ts';
import type { Asked } from '../ask-in.ts';
import { answersOf, type Distractor } from '../distractors.ts';
import { kindOf } from '../kinds/index.ts';
import { MISCONCEPTIONS, type MisconceptionId } from '../misconceptions/index.ts';
import { OUTCOMES, type Value } from '../response.ts';
import { BOTS } from './bots.ts';
import { believerAnswers, expertAnswers } from './learners.ts';
import { type Sheet, sheetOf } from './sheet.ts';

/** Points above chance that a trick may bring over the whole bank. */
export const TOLERANCE = 0.1;

const grade = (asked: Asked, value: Value): number => kindOf(asked.question).grade(asked.key, value, asked);

/** Everything wrong with one question; empty where it is fair. */
export function faultsOf(asked: Asked, words: QuizMessages): string[] {
  return [
    ...expertFaults(asked),
    ...graderFaults(asked, words),
    ...targetFaults(asked),
    ...pairFaults(asked),
    ...optionFaults(asked, words),
  ];
}

function expertFaults(asked: Asked): string[] {
  const wrong = expertAnswers(asked).filter((value) => grade(asked, value) !== 1);
  return wrong.map((value) => `the expert answers ${value} and is not right`);
}

/** The grader gives a point exactly for what the engine says, whatever is answered. */
function graderFaults(asked: Asked, words: QuizMessages): string[] {
  const truth = expertAnswers(asked);
  return responsesTo(asked, words)
    .filter((value) => (grade(asked, value) === 1) !== truth.includes(value))
    .map((value) => `the grader and the engine disagree about ${value}`);
}

/** All that can be chosen, all numbers of the manifests and their neighbours, all that a belief leads to. */
function responsesTo(asked: Asked, words: QuizMessages): Value[] {
  const choices = sheetOf(asked, words)?.choices ?? [];
  const near = choices.flatMap(({ number }) =>
    number ? [`${number - 1}` as Value, `${number + 1}` as Value] : [],
  );
  const ports = asked.question.kind === 'which-port' ? near : [];
  return [
    ...new Set([
      ...choices.map(({ value }) => value),
      ...ports,
      ...asked.distractors.map(({ value }) => value),
    ]),
  ];
}

function targetFaults(asked: Asked): string[] {
  return asked.question.targets.flatMap((id) => {
    const answers = believerAnswers(asked, [id]);
    const right = answers.filter((value) => grade(asked, value) === 1);
    const unknown = answers.filter((value) => !recognises(asked, value, id));
    return [
      ...right.map((value) => `somebody who believes ${id} answers ${value} and is right`),
      ...unknown.map((value) => `the answer ${value} is not recognised as ${id}`),
    ];
  });
}

const recognises = ({ distractors }: Asked, value: Value, id: MisconceptionId): boolean =>
  distractors.some((one) => one.value === value && one.beliefs.some((belief) => belief.id === id));

/**
 * Somebody with two beliefs answers by either. Whichever it is, a wrong answer is recognised as one of the two, and two beliefs that the
 * question is meant to catch are told apart by it.
 */
function pairFaults(asked: Asked): string[] {
  const { question, situation, distractors } = asked;
  const wrong = MISCONCEPTIONS.flatMap((belief) => {
    const answers = answersOf(belief, question, situation);
    const isWrong = answers.length > 0 && answers.every((value) => grade(asked, value) < 1);
    return isWrong ? [{ id: belief.id, answers }] : [];
  });
  return wrong.flatMap((one, index) =>
    wrong.slice(index + 1).flatMap((other) => {
      const both = [...one.answers, ...other.answers];
      const lost = both.filter(
        (value) => !distractors.some((d) => d.value === value && names(d, one.id, other.id)),
      );
      const shared = one.answers.filter((value) => other.answers.includes(value));
      const meant = [one.id, other.id].every((id) => question.targets.includes(id));
      return [
        ...lost.map((value) => `the answer ${value} is recognised neither as ${one.id} nor as ${other.id}`),
        ...(meant ? shared.map((value) => `${one.id} and ${other.id} both lead to ${value}`) : []),
      ];
    }),
  );
}

const names = ({ beliefs }: Distractor, ...ids: readonly MisconceptionId[]): boolean =>
  beliefs.some(({ id }) => ids.includes(id));

/** Every wrong option is one that some belief leads to. */
function optionFaults(asked: Asked, words: QuizMessages): string[] {
  const sheet = sheetOf(asked, words);
  const offered = sheet?.choices.map(({ value }) => value) ?? [];
  const options =
    asked.question.kind === 'which-port' ? [] : asked.question.kind === 'outcome' ? [...OUTCOMES] : offered;
  return options
    .filter((value) => grade(asked, value) < 1 && !asked.distractors.some((one) => one.value === value))
    .map((value) => `no belief leads to the option ${value}`);
}

export interface BotResult {
  id: string;
  /** Points out of one, on average over the bank, and what blind choice would have brought. */
  points: number;
  chance: number;
}

/** How every trick does over these questions. */
export function botResults(bank: readonly Asked[], words: QuizMessages): BotResult[] {
  const sheets = bank.flatMap((asked) => {
    const sheet = sheetOf(asked, words);
    return sheet ? [{ asked, sheet }] : [];
  });
  const chance = mean(sheets.map(({ sheet }) => sheet.chance));
  return BOTS.map(({ id, choose }) => ({
    id,
    points: mean(sheets.map(({ asked, sheet }) => pointsFor(asked, sheet, choose))),
    chance,
  }));
}

function pointsFor(asked: Asked, sheet: Sheet, choose: (sheet: Sheet) => { value: Value } | null): number {
  const choice = choose(sheet);
  return choice ? grade(asked, choice.value) : sheet.chance;
}

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, one) => sum + one, 0) / Math.max(1, numbers.length);

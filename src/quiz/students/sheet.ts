/** A question as somebody sees who knows nothing of Kubernetes: the choices, and the numbers as they stand in the manifests. */
import type { QuizMessages } from '../../i18n/quiz/messages.ts';
import { voiceOf } from '../../i18n/voice.ts';
import type { Asked } from '../ask-in.ts';
import { kindOf } from '../kinds/index.ts';
import { portValue, type Value } from '../response.ts';
import { portsIn } from '../variants/numbers.ts';

export interface Choice {
  value: Value;
  text: string;
  /** The number in it, and where that stands among all numbers that are read. */
  number: number | null;
  at: readonly number[];
}

export interface Sheet {
  choices: readonly Choice[];
  /** What blind choice is worth. */
  chance: number;
}

/** Null for a kind that is answered by more than one choice: blind tricks have no hold there. */
export function sheetOf(asked: Asked, words: QuizMessages): Sheet | null {
  const controls = kindOf(asked.question).tell.controls(asked, words, { ...voiceOf('en'), quiz: words });
  switch (controls.type) {
    case 'port':
      return withChance(asked, [...numbersOf(asked), noNumber(words)]);
    case 'options':
      return withChance(asked, controls.options.map(optionChoice));
    default:
      return null;
  }
}

const withChance = (asked: Asked, choices: readonly Choice[]): Sheet => {
  const worth = choices.map(({ value }) => kindOf(asked.question).grade(asked.key, value, asked));
  return { choices, chance: worth.reduce((sum, one) => sum + one, 0) / choices.length };
};

const noNumber = (words: QuizMessages): Choice => ({
  value: 'nothing',
  text: words.nothing,
  number: null,
  at: [],
});

/** Every port that stands in the manifests or is dialed, in the order in which it is read. */
function numbersOf({ scenario, connection }: Asked): Choice[] {
  const ports = portsIn(scenario.text, [connection.to]);
  const read = [...`${scenario.text}\n${connection.to}`.matchAll(/(?<![\w.-])\d{1,5}(?![\w.-])/g)];
  const choices = ports.map((port) => ({
    value: portValue(port),
    text: String(port),
    number: port,
    at: read.flatMap(({ 0: digits, index }) => (Number(digits) === port ? [index] : [])),
  }));
  return choices.sort((a, b) => (a.at[0] ?? 0) - (b.at[0] ?? 0));
}

function optionChoice({ value, text }: { value: Value; text: string }, index: number): Choice {
  // Before a colon stands the number of the line itself.
  const digits = /\d{2,5}/.exec(text.replace(/^\d+:/, ''))?.[0];
  return { value, text, number: digits ? Number(digits) : null, at: [index] };
}

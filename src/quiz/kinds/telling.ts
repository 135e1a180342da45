/** What several kinds say alike: an answer, and which beliefs lead to a wrong one. */
import { fill } from '../../i18n/plural.ts';
import type { QuizMessages } from '../../i18n/quiz/messages.ts';
import type { Asked } from '../ask-in.ts';
import type { Distractor } from '../distractors.ts';
import type { Mark } from '../marks.ts';
import type { Imagined, Misconception } from '../misconceptions/index.ts';
import type { KindId } from '../question.ts';
import type { Situation } from '../situation.ts';

/** How the connection would end if the belief were true. */
export const endsOf = (belief: Misconception, kind: KindId, situation: Situation): readonly Imagined[] =>
  belief.kinds.includes(kind) ? belief.run(situation) : [];

/** Who dials, as the subject of a sentence. */
export function clientOf({ connection }: Asked, words: QuizMessages): string {
  const [vantage = '', ...name] = connection.from.split('/');
  return fill(words.client[vantage as keyof QuizMessages['client']], { name: name.at(-1) ?? '' });
}

export const theAnswer = (right: readonly string[], words: QuizMessages): string =>
  fill(words.theAnswer, { answer: right.join(words.or) });

/** Which beliefs lead to this answer, and what refutes them. Of more than two, the first two. */
export function because(answer: string, { value, beliefs }: Distractor, words: QuizMessages): string {
  const [one, two] = beliefs.map(({ wording }) => words.misconceptions[wording]);
  if (!one) throw new Error(`the distractor ${value} has no belief`);
  if (!two) return [fill(words.because.one, { answer, belief: one.belief }), one.rule].join(words.between);
  const both = fill(words.because.two, { answer, first: one.belief, second: two.belief });
  return [both, one.rule, two.rule].join(words.between);
}

/** The field of the manifest that holds the number. */
export function roleMark({ situation }: Asked, number: number): Mark {
  const { port, workloads } = situation;
  if (number === port?.port) return 'port';
  if (number === port?.nodePort) return 'node';
  if (number === port?.targetPort) return 'target';
  if (workloads.some((w) => w.listening.includes(number))) return 'listen';
  return workloads.some((w) => w.containerPorts.includes(number)) ? 'container' : 'none';
}

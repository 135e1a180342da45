/** What a page needs to have an answer graded by the engine, and to say how it ended. */
import type { Voice } from '../../i18n/voice.ts';
import type { Asked } from '../ask-in.ts';
import type { EngineData } from '../quiz-data.ts';
import type { Goal } from '../reach.ts';

export const engineData = ({ scenario }: Asked, goal: Goal, { quiz, route }: Voice): EngineData => ({
  text: scenario.text,
  goal,
  tried: quiz.tried,
  ends: { ...quiz.outcomes, reached: quiz.otherProcess },
  notes: Object.fromEntries(
    Object.entries(route.note).flatMap(([reason, note]) =>
      note === '' ? [] : [[reason, inOneLine(note, quiz.noteBreak)]],
    ),
  ),
});

/** In a drawing a note has two lines. Between Latin letters and Chinese characters there is a space wherever they meet. */
const inOneLine = (note: string, between: string): string =>
  note.replace('|', between).replace(/(?<=[A-Za-z])(?=\p{Script=Han})/u, ' ');

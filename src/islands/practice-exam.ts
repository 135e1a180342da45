/** An exam: every question on one page, submitted once; then a review sheet. Each first answer counts like one of practice. */
import { fill, plural } from '../i18n/plural.ts';
import { feedback } from '../quiz/feedback.ts';
import type { Judgement } from '../quiz/judge.ts';
import type { Presented } from '../quiz/present.ts';
import { drawControls, isUntouched } from './practice-controls.ts';
import { button, h } from './practice-dom.ts';
import { drawManifests, light } from './practice-manifests.ts';
import type { Desk } from './practice-words.ts';
import { drawFeedback, drawText } from './quiz-draw.ts';
import { loadKind } from './quiz-kinds.ts';
import { putState, stateOf } from './quiz-state.ts';

export interface Answered {
  presented: Presented;
  answer: string;
  right: boolean;
}

interface Exam {
  desk: Desk;
  questions: readonly Presented[];
  /** What was typed before a reload, a list of controls each; empty for a new exam. */
  typed: readonly (readonly string[])[];
  onTyped: (typed: readonly (readonly string[])[]) => void;
  onDone: (answered: readonly Answered[]) => void;
  onLeave: () => void;
  onAgain: () => void;
}

interface Place {
  presented: Presented;
  section: HTMLElement;
  fields: HTMLFieldSetElement;
  problem: HTMLElement;
  number: number;
}

export function drawExam(exam: Exam): HTMLFormElement {
  const { desk, questions, onLeave } = exam;
  const { practice } = desk.words;
  const places = questions.map((presented, index) => drawPlace(exam, presented, index));
  const warning = h('p', { class: 'problem', 'aria-live': 'assertive' });
  const submit = h('button', { class: 'main' }, practice.submitExam);
  const go = h('div', { class: 'go' }, submit, button(practice.backToPractice, onLeave));
  const heading = h('h2', { tabindex: '-1' }, practice.exam);
  const deck = h('p', { class: 'note' }, plural(desk.words.voice.lang, practice.examDeck, questions.length));
  const form = h(
    'form',
    { class: 'exam', novalidate: true },
    heading,
    deck,
    ...places.map(({ section }) => section),
    warning,
    go,
  );
  for (const [index, { fields }] of places.entries()) putState(fields, exam.typed[index] ?? []);
  form.addEventListener('input', () => exam.onTyped(places.map(({ fields }) => stateOf(fields))));
  let warned = '';
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const read = await Promise.all(places.map(readPlace));
    if (read.some(({ problem }) => problem !== '')) {
      // What cannot be an answer is put right first; it is no wrong answer.
      for (const { place, problem } of read)
        place.problem.textContent = problem && (desk.words.feedback.problems[problem] ?? '');
      read
        .find(({ problem }) => problem !== '')
        ?.place.fields.querySelector('input')
        ?.focus();
      return;
    }
    const open = read.filter(({ answer }) => answer === '').map(({ place }) => place.number);
    if (open.length > 0 && warned !== open.join()) {
      warned = open.join();
      warning.textContent = fill(practice.unanswered, {
        numbers: new Intl.ListFormat(desk.words.voice.lang, { type: 'conjunction' }).format(open.map(String)),
      });
      submit.textContent = practice.submitAnyway;
      return;
    }
    warning.textContent = '';
    const answered = await Promise.all(read.map(({ place, answer }) => gradePlace(desk, place, answer)));
    const right = answered.filter((one) => one.right).length;
    heading.textContent = fill(practice.examDone, { n: right, total: places.length });
    go.replaceChildren(
      button(practice.newExam, exam.onAgain, 'main'),
      button(practice.backToPractice, onLeave),
    );
    heading.focus();
    exam.onDone(answered.filter(({ answer }) => answer !== ''));
  });
  return form;
}

function drawPlace({ desk, questions }: Exam, presented: Presented, index: number): Place {
  const { practice, voice } = desk.words;
  const name = `exam-${index}`;
  const problem = h('p', { class: 'problem', id: `${name}-p`, 'aria-live': 'polite' });
  const fields = h(
    'fieldset',
    { class: 'ans', 'aria-labelledby': `${name}-q` },
    ...drawControls(presented.controls, name, voice.quiz),
    presented.controls.type === 'port' && drawNothing(voice.quiz.nothing),
  );
  const section = h(
    'section',
    { class: 'quiz put', 'aria-labelledby': `${name}-q` },
    h('p', { class: 'eyebrow' }, fill(voice.quiz.number, { n: index + 1, total: questions.length })),
    h('h3', { class: 'q', id: `${name}-q` }, ...drawText(presented.stem)),
    drawManifests(presented.manifests, practice),
    fields,
    problem,
  );
  return { presented, section, fields, problem, number: index + 1 };
}

/** Nothing is submitted yet, so that no process is reached is a mark, not a button. */
function drawNothing(text: string): HTMLElement {
  return h(
    'label',
    { class: 'mark' },
    h('input', { type: 'checkbox', value: 'nothing' }),
    h('span', {}, text),
  );
}

async function readPlace(place: Place): Promise<{ place: Place; answer: string; problem: string }> {
  const code = await loadKind(place.presented.kind);
  const nothing = place.fields.querySelector<HTMLInputElement>('[value=nothing]:checked');
  const typed = nothing ? 'nothing' : code.read(place.fields);
  if (isUntouched(place.fields)) return { place, answer: '', problem: '' };
  const parsed = await code.parse(typed);
  return 'problem' in parsed
    ? { place, answer: '', problem: parsed.problem }
    : { place, answer: parsed.value, problem: '' };
}

async function gradePlace(desk: Desk, place: Place, answer: string): Promise<Answered> {
  const { presented, fields, section, problem } = place;
  fields.disabled = true;
  problem.textContent = '';
  const { practice, feedback: words } = desk.words;
  const code = await loadKind(presented.kind);
  const judged: Judgement = answer === '' ? { credit: 0 } : await code.judge(presented.data, answer);
  // Two answers: the question is closed, so the whole route is shown.
  const told = feedback(words, presented.data, [answer, answer], [{ credit: 0 }, judged]);
  const sheet = h('div', { class: 'fb' }, ...(told ? drawFeedback(told) : []));
  light(section, told?.lines?.lit ?? null);
  if (answer === '') sheet.firstElementChild?.replaceChildren(practice.leftOut);
  section.append(sheet);
  return { presented, answer, right: judged.credit === 1 };
}

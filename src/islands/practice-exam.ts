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
  /** It was submitted before a reload: the review sheet is shown. */
  done: boolean;
  onTyped: (typed: readonly (readonly string[])[], done: boolean) => void;
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
  const remember = (done: boolean): void =>
    exam.onTyped(
      places.map(({ fields }) => stateOf(fields)),
      done,
    );
  form.addEventListener('input', () => remember(false));

  async function finish(read: readonly Read[]): Promise<void> {
    const graded = await Promise.all(read.map(grade));
    finished = true;
    warning.textContent = '';
    for (const one of graded) drawSheet(desk, one);
    const answered = graded.map(({ place, answer, judged }) => ({
      presented: place.presented,
      answer,
      right: judged.credit === 1,
    }));
    const right = answered.filter((one) => one.right).length;
    heading.textContent = fill(practice.examDone, { n: right, total: places.length });
    go.replaceChildren(
      button(practice.newExam, exam.onAgain, 'main'),
      button(practice.backToPractice, onLeave),
    );
    heading.focus();
    remember(true);
    if (!exam.done) exam.onDone(answered.filter(({ answer }) => answer !== ''));
  }

  let busy = false;
  let finished = false;
  /** What the warning named, and since when it can be read. */
  let warned = { open: '', at: 0 };
  async function hand(): Promise<void> {
    const read = await Promise.all(places.map(readPlace));
    const [malformed] = read.filter(({ problem }) => problem !== '');
    // What cannot be an answer is put right first; it is no wrong answer.
    for (const { place, problem } of read)
      place.problem.textContent = problem && (desk.words.feedback.problems[problem] ?? '');
    if (malformed)
      return malformed.place.fields.querySelector<HTMLElement>('input, select, textarea')?.focus();
    const left = read.filter(({ answer }) => answer === '').map(({ place }) => place.number);
    if (left.length > 0 && warned.open !== left.join()) {
      warned = { open: left.join(), at: performance.now() };
      warning.textContent = fill(practice.unanswered, {
        numbers: new Intl.ListFormat(desk.words.voice.lang, { type: 'conjunction' }).format(left.map(String)),
      });
      submit.textContent = practice.submitAnyway;
      return;
    }
    // The second half of a double click has read no warning.
    if (left.length > 0 && performance.now() - warned.at < READING) return;
    await finish(read);
  }
  async function once(act: () => Promise<void>): Promise<void> {
    if (busy || finished) return;
    busy = true;
    await act().catch(() => {
      warning.textContent = practice.failed;
    });
    busy = false;
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void once(hand);
  });
  if (exam.done) void once(async () => finish(await Promise.all(places.map(readPlace))));
  else remember(false);
  return form;
}

/** Nobody reads a warning in fewer milliseconds. */
const READING = 700;

interface Read {
  place: Place;
  answer: string;
  problem: string;
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
    drawManifests(presented, practice),
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

async function readPlace(place: Place): Promise<Read> {
  const code = await loadKind(place.presented.kind);
  const nothing = place.fields.querySelector<HTMLInputElement>('[value=nothing]:checked');
  const typed = nothing ? 'nothing' : code.read(place.fields);
  if (isUntouched(place.fields)) return { place, answer: '', problem: '' };
  const parsed = await code.parse(typed);
  return 'problem' in parsed
    ? { place, answer: '', problem: parsed.problem }
    : { place, answer: parsed.value, problem: '' };
}

interface Graded extends Read {
  judged: Judgement;
}

async function grade({ place, answer, problem }: Read): Promise<Graded> {
  if (answer === '') return { place, answer, problem, judged: { credit: 0 } };
  const { kind, data } = place.presented;
  const code = await loadKind(kind);
  return { place, answer, problem, judged: await code.judge(data, answer) };
}

function drawSheet(desk: Desk, { place, answer, judged }: Graded): void {
  const { presented, fields, section, problem } = place;
  const { practice, feedback: words } = desk.words;
  fields.disabled = true;
  problem.textContent = '';
  // Two answers: the question is closed, so the whole route is shown.
  const told = feedback(words, presented.data, [answer, answer], [{ credit: 0 }, judged]);
  const sheet = h('div', { class: 'fb' }, ...(told ? drawFeedback(told) : []));
  light(section, told?.lines?.lit ?? null);
  if (answer === '') sheet.firstElementChild?.replaceChildren(practice.leftOut);
  section.append(sheet);
}

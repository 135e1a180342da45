/**
 * One question of practice: put, checked, retried once, then shown. What an answer is worth is decided in `src/quiz`; what comes next is decided
 * by the desk.
 */
import { fill } from '../i18n/plural.ts';
import { isRepeat, standingOf, takesAnswer } from '../quiz/attempt.ts';
import { feedback } from '../quiz/feedback.ts';
import { hintsOf } from '../quiz/hints.ts';
import type { Judgement } from '../quiz/judge.ts';
import { SURE, type Sure } from '../quiz/log.ts';
import type { Presented } from '../quiz/present.ts';
import type { Given } from './practice-bank.ts';
import { drawControls } from './practice-controls.ts';
import { button, h } from './practice-dom.ts';
import { drawManifests, light } from './practice-manifests.ts';
import type { Desk } from './practice-words.ts';
import { drawFeedback, drawText } from './quiz-draw.ts';
import { type KindCode, loadKind } from './quiz-kinds.ts';
import { putState, stateOf } from './quiz-state.ts';

interface Options {
  desk: Desk;
  presented: Presented;
  /** Keeps the ids of several questions on a page apart. */
  name: string;
  heading: 'h2' | 'h3';
  eyebrow: readonly string[];
  onGiven: (given: Given) => void;
  /** After each hint. */
  onHint?: () => void;
}

export class PracticeQuestion {
  readonly form: HTMLFormElement;
  private readonly options: Options;
  private readonly heading: HTMLElement;
  private readonly fields: HTMLFieldSetElement;
  /** The controls of the answer alone, without those that ask how sure it is. */
  private readonly controls: HTMLElement;
  private readonly check: HTMLButtonElement;
  private readonly problem: HTMLElement;
  private readonly told = h('div', { class: 'fb', 'aria-live': 'polite' });
  /** Where the desk puts what can be done next. */
  readonly after = h('div', { class: 'go' });
  private readonly hint: HTMLButtonElement;
  private answers: readonly string[] = [];
  /** How many were asked for. */
  hints = 0;
  private busy = false;

  constructor(options: Options) {
    this.options = options;
    const { desk, presented, name, eyebrow } = options;
    const words = desk.words.voice.quiz;
    this.heading = h(
      options.heading,
      { class: 'q', id: `${name}-q`, tabindex: '-1' },
      ...drawText(presented.stem),
    );
    this.problem = h('p', { class: 'problem', id: `${name}-p`, 'aria-live': 'polite' });
    this.check = h('button', { class: 'main' }, words.check);
    this.hint = button(words.hint, () => this.nextHint());
    this.controls = h('div', { class: 'answer' }, ...drawControls(presented.controls, name, words));
    this.fields = h(
      'fieldset',
      { class: 'ans', 'aria-labelledby': `${name}-q` },
      this.controls,
      this.drawSure(),
      this.check,
      presented.controls.type === 'port' && h('button', { value: 'nothing' }, words.nothing),
      this.hint,
    );
    this.form = h(
      'form',
      { class: 'quiz put', novalidate: true },
      h('p', { class: 'eyebrow' }, eyebrow.join(' · ')),
      this.heading,
      drawManifests(presented, desk.words.practice),
      this.fields,
      this.problem,
      this.told,
      this.after,
    );
    this.form.addEventListener('submit', (event) => void this.submit(event));
    this.form.addEventListener('focusin', () => void this.attach(), { once: true });
  }

  focus(): void {
    this.heading.focus();
  }

  /** The controls as they stand, for a draft. */
  get state(): string[] {
    return stateOf(this.fields);
  }

  set state(state: readonly string[]) {
    putState(this.fields, state);
  }

  private drawSure(): HTMLElement {
    const { practice } = this.options.desk.words;
    const choices = SURE.map((sure) =>
      h('label', {}, h('input', { type: 'radio', name: 'sure', value: sure }), practice.sureOf[sure]),
    );
    return h('fieldset', { class: 'sure' }, h('legend', {}, practice.sure), ...choices);
  }

  private get sure(): Sure | null {
    return (
      (this.form.querySelector<HTMLInputElement>('[name=sure]:checked')?.value as Sure | undefined) ?? null
    );
  }

  /** What a kind shows while it is answered. */
  private async attach(): Promise<void> {
    const { kind, data } = this.options.presented;
    const code = await loadKind(kind).catch(() => null);
    code?.attach?.(this.fields, data);
  }

  /** What was answered before, as it was left; or how many hints there had been. */
  async resume(answers: readonly string[], hints: number): Promise<void> {
    this.hints = hints;
    if (answers.length === 0 && hints > 0) this.drawHints();
    if (answers.length === 0) return;
    const { kind, data } = this.options.presented;
    const code = await loadKind(kind);
    const judged = await Promise.all(answers.map((value) => code.judge(data, value)));
    this.answers = answers;
    code.write(this.controls, answers.at(-1) ?? '');
    this.show(judged);
  }

  /** One more hint, with those before it. */
  private nextHint(): void {
    this.hints += 1;
    this.drawHints();
    this.options.onHint?.();
  }

  private drawHints(): void {
    const { desk, presented } = this.options;
    const hints = hintsOf(desk.words.feedback, presented.data);
    const hint = hints[this.hints - 1] ?? hints.at(-1);
    if (!hint) return;
    this.hint.textContent = desk.words.voice.quiz.nextHint;
    this.told.replaceChildren(...drawFeedback(hint));
    const focused = document.activeElement === this.hint;
    this.hint.disabled = this.hints >= hints.length;
    if (this.hint.disabled && focused)
      this.told.querySelector<HTMLElement>('.v')?.focus({ preventScroll: true });
    light(this.form, hint.lines?.lit ?? null);
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.busy) return;
    this.busy = true;
    const pressed = (event.submitter as HTMLButtonElement | null)?.value;
    try {
      const code = await loadKind(this.options.presented.kind);
      await this.take(pressed || code.read(this.controls), code);
    } catch {
      this.problem.textContent = this.options.desk.words.practice.failed;
    }
    this.busy = false;
  }

  private async take(typed: string, code: KindCode): Promise<void> {
    const { problems } = this.options.desk.words.feedback;
    const parsed = await code.parse(typed);
    if ('problem' in parsed) return this.complain(problems[parsed.problem]);
    if (isRepeat(this.answers, parsed.value)) return this.complain(problems['repeated']);
    const answers = [...this.answers, parsed.value];
    const judged = await Promise.all(answers.map((value) => code.judge(this.options.presented.data, value)));
    this.answers = answers;
    this.show(judged);
  }

  private complain(problem = ''): void {
    this.problem.textContent = problem;
    this.control?.setAttribute('aria-invalid', 'true');
    this.control?.focus();
  }

  private get control(): HTMLElement | null {
    return this.controls.querySelector('input, select, textarea');
  }

  private show(judged: readonly Judgement[]): void {
    const { desk, presented, onGiven } = this.options;
    const told = feedback(desk.words.feedback, presented.data, this.answers, judged);
    if (!told) return;
    this.problem.textContent = '';
    this.control?.removeAttribute('aria-invalid');
    this.told.replaceChildren(...drawFeedback(told));
    light(this.form, told.lines?.lit ?? null);
    const rights = judged.map(({ credit }) => credit === 1);
    const closed = !takesAnswer(standingOf(rights));
    // What counts is what was known at the first answer.
    this.hint.disabled = true;
    this.check.textContent = desk.words.voice.quiz[closed ? 'check' : 'tryAgain'];
    onGiven({
      answers: this.answers,
      right: rights[0] === true,
      sure: this.sure,
      hints: this.hints,
      closed,
    });
    if (closed) this.close();
    else this.form.querySelector<HTMLFieldSetElement>('.sure')?.remove();
  }

  /** What has the focus must not vanish: it goes to the verdict. */
  private close(): void {
    if (this.form.contains(document.activeElement))
      this.form.querySelector<HTMLElement>('.v')?.focus({ preventScroll: true });
    this.fields.disabled = true;
  }
}

/** The line by which a question can be found again. */
export function drawIdentity(desk: Desk, { id, seed, bank }: Presented): HTMLElement {
  const { practice } = desk.words;
  const said = h('span', { role: 'status' });
  const copy = h('button', { type: 'button' }, practice.copyLink);
  copy.addEventListener('click', async () => {
    said.textContent = await navigator.clipboard.writeText(location.href).then(
      () => practice.copied,
      () => practice.copyFailed,
    );
  });
  return h(
    'p',
    { class: 'note identity' },
    h('span', { class: 'mono' }, fill(practice.identity, { id, seed, bank })),
    copy,
    said,
  );
}

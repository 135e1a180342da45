/**
 * <quiz-question data-kind data-src>: a question that is answered. Events and DOM only: what an answer is, whether it is right and what
 * is said about it is decided in `src/quiz`. Its words are in the page or come with the JSON, which is fetched on first focus; so is the
 * code of its kind. What is needed after an answer, the log of practice and variants, is loaded then.
 */
import { isRepeat, type Standing, standingOf, takesAnswer } from '../quiz/attempt.ts';
import { feedback } from '../quiz/feedback.ts';
import { hintsOf } from '../quiz/hints.ts';
import type { Judgement } from '../quiz/judge.ts';
import { type Answered, loadAnswers, type OpenStorage, saveAnswers } from '../quiz/progress.ts';
import type { KindId } from '../quiz/question.ts';
import type { LessonQuizData, QuestionData } from '../quiz/quiz-data.ts';
import { loadQuizData } from './quiz-data.ts';
import { drawFeedback } from './quiz-draw.ts';
import { type KindCode, loadKind } from './quiz-kinds.ts';
import { dropTyped, keepTyped, restoreTyped } from './quiz-state.ts';

const storage: OpenStorage = () => localStorage;

class QuizQuestion extends HTMLElement {
  private given: Answered = { answers: [], at: 0 };
  /** Whether storage holds what was given here. */
  private kept = true;
  private hints = 0;
  private busy = false;

  connectedCallback(): void {
    this.given = loadAnswers(storage, this.id);
    this.fields.disabled = false;
    void this.showStored();
    this.addEventListener('input', () => keepTyped(this.id, this.fields, this.hints));
    this.addEventListener('focusin', () => void this.restore(), { once: true });
    this.addEventListener('submit', (event) => void this.submit(event));
  }

  private get fields(): HTMLFieldSetElement {
    return this.querySelector('fieldset') as HTMLFieldSetElement;
  }

  /** The controls that a problem of form is about: what is typed into. */
  private get field(): HTMLElement | null {
    return this.querySelector('input[type=text]');
  }

  private get control(): HTMLElement | null {
    return this.querySelector('fieldset :is(input, select, textarea)');
  }

  private get hint(): HTMLButtonElement {
    return this.querySelector('button[value=hint]') as HTMLButtonElement;
  }

  private get verdict(): HTMLElement | null {
    return this.querySelector('.v');
  }

  private get kind(): KindId {
    return this.dataset.kind as KindId;
  }

  private piece(name: 'before' | 'problem' | 'feedback'): HTMLElement {
    return this.querySelector(`[data-part=${name}]`) as HTMLElement;
  }

  /** From storage alone: the answer given before, and that there is more to see; or what was typed and not yet checked. */
  private async showStored(): Promise<void> {
    const { answers } = this.given;
    if (answers.length > 0) {
      this.piece('before').hidden = false;
      const code = await loadKind(this.kind).catch(() => null);
      code?.write(this.fields, answers.at(-1) ?? '');
    }
    this.hints = restoreTyped(this.id, this.fields);
  }

  /** On first focus the JSON is fetched; what was answered before is graded anew, in the language of the page. */
  private async restore(): Promise<void> {
    const { answers } = this.given;
    const data = await this.load();
    data?.code.attach?.(this.fields, data.question);
    // What was answered meanwhile has been shown: drawn again, it would be spoken twice.
    if (!data || this.given.answers !== answers || this.busy) return;
    if (answers.length > 0) await this.show(data, await judged(data, answers)).catch(() => this.fail());
    else if (this.hints > 0) this.drawHints(data);
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.busy) return;
    this.busy = true;
    const pressed = (event.submitter as HTMLButtonElement | null)?.value;
    try {
      const data = await this.load();
      if (!data) this.fail();
      else if (pressed === 'hint') this.nextHint(data);
      else await this.take(pressed || data.code.read(this.fields), data);
    } catch {
      this.fail();
    }
    this.busy = false;
  }

  /** What could not be loaded or asked: nothing was answered, and nothing that was typed is lost. */
  private fail(): void {
    this.say(this.dataset.failed ?? '');
  }

  private async take(typed: string, data: Loaded): Promise<void> {
    const parsed = await data.code.parse(typed);
    if ('problem' in parsed) return this.complain(data.words.problems[parsed.problem]);
    this.catchUp();
    const { answers, at } = this.given;
    const before = await judged(data, answers);
    // Another tab may have closed it.
    if (!takesAnswer(standing(before))) return this.show(data, before);
    if (isRepeat(answers, parsed.value)) return this.complain(data.words.problems.repeated);
    const now = { answers: [...answers, parsed.value], at: at || Date.now() };
    const judgements = await judged(data, now.answers);
    this.given = now;
    this.kept = saveAnswers(storage, this.id, now);
    dropTyped(this.id);
    await this.show(data, judgements);
    if (!this.kept) this.say(data.words.notKept);
    void this.log(data);
  }

  /** Another tab may have answered, or deleted what was answered. */
  private catchUp(): void {
    if (this.kept) this.given = loadAnswers(storage, this.id);
  }

  /** In practice this answer counts too. A log that cannot be written is told about there. */
  private async log({ practice }: Loaded): Promise<void> {
    const { logAnswers } = await import('./quiz-log.ts');
    logAnswers(this.id, practice.version, this.given, this.hints);
  }

  /** One more hint, with those before it. */
  private nextHint(data: Loaded): void {
    this.hints += 1;
    keepTyped(this.id, this.fields, this.hints);
    this.say('');
    this.drawHints(data);
  }

  private drawHints({ words, question }: Loaded): void {
    const hints = hintsOf(words, question);
    const hint = hints[this.hints - 1] ?? hints.at(-1);
    if (!hint) return;
    this.piece('feedback').replaceChildren(...drawFeedback(hint));
    this.hint.textContent = words.nextHint;
    this.endHints(this.hints >= hints.length);
  }

  /** What has the focus must not vanish: it goes to what is told. */
  private endHints(end: boolean): void {
    const focused = document.activeElement === this.hint;
    this.hint.disabled = end;
    if (end && focused) this.verdict?.focus({ preventScroll: true });
  }

  /** Nothing was answered yet: say why, and let it be put right. */
  private complain(problem = ''): void {
    this.say(problem);
    this.field?.setAttribute('aria-invalid', 'true');
    this.control?.focus();
  }

  private say(problem: string): void {
    this.piece('problem').textContent = problem;
  }

  private async show(data: Loaded, judgements: readonly Judgement[]): Promise<void> {
    const told = feedback(data.words, data.question, this.given.answers, judgements);
    if (!told) return;
    this.say('');
    this.field?.removeAttribute('aria-invalid');
    this.piece('before').hidden = true;
    this.piece('feedback').replaceChildren(...drawFeedback(told));
    this.stand(told.standing, data);
  }

  private stand(state: Standing, { words, practice }: Loaded): void {
    const open = takesAnswer(state);
    const check = this.querySelector<HTMLButtonElement>('button.main');
    if (check) check.textContent = state === 'retry' ? words.tryAgain : words.check;
    // What counts is what was known at the first answer.
    this.endHints(true);
    if (open) return;
    if (this.fields.contains(document.activeElement)) this.verdict?.focus({ preventScroll: true });
    this.fields.disabled = true;
    this.offerVariant(words, practice);
  }

  private offerVariant(words: Loaded['words'], practice: Loaded['practice']): void {
    if (this.querySelector('[data-part=variant]')) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset.part = 'variant';
    button.textContent = words.variant;
    button.addEventListener('click', async () => {
      button.disabled = true;
      this.say('');
      await import('./quiz-variant.ts')
        .then(({ putVariant }) => putVariant(this, practice))
        .catch(() => this.say(words.variantFailed));
      button.disabled = false;
    });
    this.querySelector('form')?.append(button);
  }

  private async load(): Promise<Loaded | null> {
    try {
      const [{ words, questions, practice }, code] = await Promise.all([
        loadQuizData(this.dataset.src ?? ''),
        loadKind(this.kind),
      ]);
      const question = questions[this.id];
      return question ? { words, practice, question, code } : null;
    } catch {
      return null;
    }
  }
}

interface Loaded extends Pick<LessonQuizData, 'words' | 'practice'> {
  question: QuestionData;
  code: KindCode;
}

const judged = ({ code, question }: Loaded, answers: readonly string[]): Promise<Judgement[]> =>
  Promise.all(answers.map((value) => code.judge(question, value)));

const standing = (judgements: readonly Judgement[]): Standing =>
  standingOf(judgements.map(({ credit }) => credit === 1));

customElements.define('quiz-question', QuizQuestion);

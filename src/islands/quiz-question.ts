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
import type { FormatProblem } from '../quiz/response.ts';
import { loadQuizData } from './quiz-data.ts';
import { drawFeedback } from './quiz-draw.ts';
import { type KindCode, loadKind } from './quiz-kinds.ts';
import { dropTyped, keepTyped, restoreTyped } from './quiz-state.ts';

const storage: OpenStorage = () => localStorage;

class QuizQuestion extends HTMLElement {
  private given: Answered = { answers: [], at: 0 };
  private hints = 0;
  private busy = false;

  connectedCallback(): void {
    this.given = loadAnswers(storage, this.id);
    this.fields.disabled = false;
    void this.showStored();
    this.addEventListener('input', () => keepTyped(this.id, this.fields));
    this.addEventListener('focusin', () => void this.restore(), { once: true });
    this.addEventListener('submit', (event) => void this.submit(event));
  }

  private get answers(): readonly string[] {
    return this.given.answers;
  }

  private get fields(): HTMLFieldSetElement {
    return this.querySelector('fieldset') as HTMLFieldSetElement;
  }

  /** The controls that a problem of form is about: what is typed into. */
  private get field(): HTMLElement | null {
    return this.querySelector('input[type=text]');
  }

  private get kind(): KindId {
    return this.dataset.kind as KindId;
  }

  private piece(name: 'before' | 'problem' | 'feedback'): HTMLElement {
    return this.querySelector(`[data-part=${name}]`) as HTMLElement;
  }

  /** From storage alone: the answer given before, and that there is more to see; or what was typed and not yet checked. */
  private async showStored(): Promise<void> {
    if (this.answers.length > 0) {
      this.piece('before').hidden = false;
      const code = await loadKind(this.kind).catch(() => null);
      code?.write(this.fields, this.answers.at(-1) ?? '');
    }
    restoreTyped(this.id, this.fields);
  }

  /** On first focus the JSON is fetched; what was answered before is graded anew, in the language of the page. */
  private async restore(): Promise<void> {
    const stored = this.answers;
    const data = await this.load();
    data?.code.attach?.(this.fields, data.question);
    // What was answered meanwhile has been shown: drawn again, it would be spoken twice.
    const isNews = stored.length > 0 && this.answers === stored && !this.busy;
    if (data && isNews) await this.show(data);
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.busy) return;
    this.busy = true;
    const pressed = (event.submitter as HTMLButtonElement | null)?.value;
    const data = await this.load();
    if (data && pressed === 'hint') this.showHint(data);
    else if (data) await this.take(pressed || data.code.read(this.fields), data);
    else this.say(this.dataset.failed ?? '');
    this.busy = false;
  }

  private async take(typed: string, data: Loaded): Promise<void> {
    const parsed = await data.code.parse(typed);
    const problem = 'problem' in parsed ? parsed.problem : this.repeated(parsed.value);
    if (problem) this.complain(data.words.problems[problem]);
    else if ('value' in parsed && takesAnswer(await this.standing(data))) {
      this.given = { answers: [...this.answers, parsed.value], at: this.given.at || Date.now() };
      dropTyped(this.id);
      const kept = saveAnswers(storage, this.id, this.given);
      await this.show(data);
      if (!kept) this.say(data.words.notKept);
      void this.log(data);
    }
  }

  /** In practice this answer counts too. A log that cannot be written is told about there. */
  private async log({ practice }: Loaded): Promise<void> {
    const { logAnswers } = await import('./quiz-log.ts');
    logAnswers(this.id, practice.version, this.given, this.hints);
  }

  /** One more hint, with those before it. */
  private showHint({ words, question }: Loaded): void {
    const hints = hintsOf(words, question);
    const hint = hints[this.hints];
    if (!hint) return;
    this.hints += 1;
    this.say('');
    this.piece('feedback').replaceChildren(...drawFeedback(hint));
    this.hint.textContent = words.nextHint;
    this.endHints(this.hints === hints.length);
  }

  private get hint(): HTMLButtonElement {
    return this.querySelector('button[value=hint]') as HTMLButtonElement;
  }

  /** What has the focus must not vanish: it goes to what is told. */
  private endHints(end: boolean): void {
    const focused = document.activeElement === this.hint;
    this.hint.disabled = end;
    if (end && focused) this.verdict?.focus({ preventScroll: true });
  }

  private get verdict(): HTMLElement | null {
    return this.querySelector('.v');
  }

  private repeated(value: string): FormatProblem | null {
    return isRepeat(this.answers, value) ? 'repeated' : null;
  }

  private async standing(data: Loaded): Promise<Standing> {
    return standingOf((await this.judged(data)).map(({ credit }) => credit === 1));
  }

  private judged({ code, question }: Loaded): Promise<Judgement[]> {
    return Promise.all(this.answers.map((value) => code.judge(question, value)));
  }

  /** Nothing was answered yet: say why, and let it be put right. */
  private complain(problem = ''): void {
    this.say(problem);
    this.field?.setAttribute('aria-invalid', 'true');
    this.control?.focus();
  }

  private get control(): HTMLElement | null {
    return this.querySelector('fieldset :is(input, select, textarea)');
  }

  private say(problem: string): void {
    this.piece('problem').textContent = problem;
  }

  private async show(data: Loaded): Promise<void> {
    const told = feedback(data.words, data.question, this.answers, await this.judged(data));
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
    this.offerVariant(words.variant, practice);
  }

  private offerVariant(label: string, practice: Loaded['practice']): void {
    if (this.querySelector('[data-part=variant]')) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset.part = 'variant';
    button.textContent = label;
    button.addEventListener('click', async () => {
      button.disabled = true;
      const put = await import('./quiz-variant.ts')
        .then(({ putVariant }) => putVariant(this, practice))
        .catch(() => null);
      button.disabled = false;
      if (put === null) this.say(this.dataset.failed ?? '');
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

customElements.define('quiz-question', QuizQuestion);

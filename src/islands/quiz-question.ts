/**
 * <quiz-question data-kind data-src>: a question that is answered. Events and DOM only: what an answer is, whether it is right and what
 * is said about it is decided in `src/quiz`. Its words are in the page or come with the JSON, which is fetched on first focus.
 */
import { isRepeat, type Standing, standing, takesAnswer } from '../quiz/attempt.ts';
import { feedback } from '../quiz/feedback.ts';
import { loadAnswers, type OpenStorage, saveAnswers } from '../quiz/progress.ts';
import type { KindId } from '../quiz/question.ts';
import type { QuestionData, QuizData } from '../quiz/quiz-data.ts';
import { isPortValue, PARSERS, type ParsedResponse } from '../quiz/response.ts';
import { loadQuizData } from './quiz-data.ts';
import { drawFeedback } from './quiz-draw.ts';

const storage: OpenStorage = () => localStorage;

class QuizQuestion extends HTMLElement {
  private answers: readonly string[] = [];
  private busy = false;

  connectedCallback(): void {
    this.answers = loadAnswers(storage, this.id);
    this.fields.disabled = false;
    if (this.answers.length > 0) this.showStored();
    this.addEventListener('focusin', () => void this.restore(), { once: true });
    this.addEventListener('submit', (event) => void this.submit(event));
    this.piece('again').addEventListener('click', () => this.answerAgain());
  }

  private get fields(): HTMLFieldSetElement {
    return this.querySelector('fieldset') as HTMLFieldSetElement;
  }

  private get field(): HTMLInputElement | null {
    return this.querySelector('input[type=text]');
  }

  private piece(name: 'before' | 'problem' | 'feedback' | 'again'): HTMLElement {
    return this.querySelector(`[data-part=${name}]`) as HTMLElement;
  }

  /** From storage alone: the answer given before, and that there is more to see. */
  private showStored(): void {
    const last = this.answers.at(-1) ?? '';
    if (this.field && isPortValue(last)) this.field.value = last;
    const choice = this.querySelector<HTMLInputElement>(`input[value="${last}"]`);
    if (choice) choice.checked = true;
    this.piece('before').hidden = false;
  }

  /** On first focus the JSON is fetched; what was answered before is graded anew, in the language of the page. */
  private async restore(): Promise<void> {
    const data = await this.load();
    if (data && this.answers.length > 0 && !this.busy) this.show(data);
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.busy) return;
    this.busy = true;
    const typed = this.typed(event.submitter);
    const data = await this.load();
    this.busy = false;
    if (data) this.take(typed, data);
    else this.say(this.dataset.failed ?? '');
  }

  /** The text of the field, the chosen ending, or what the pressed button stands for. */
  private typed(submitter: HTMLElement | null): string {
    const pressed = (submitter as HTMLButtonElement | null)?.value;
    if (pressed) return pressed;
    return (this.field ?? this.querySelector<HTMLInputElement>('input:checked'))?.value ?? '';
  }

  private take(typed: string, data: Loaded): void {
    const parsed = this.read(typed);
    if ('problem' in parsed) {
      this.complain(data.words.problems[parsed.problem]);
    } else if (takesAnswer(standing(data.question.key, this.answers))) {
      this.answers = [...this.answers, parsed.value];
      saveAnswers(storage, this.id, this.answers);
      this.show(data);
    }
  }

  private read(typed: string): ParsedResponse {
    const parsed = PARSERS[this.dataset.kind as KindId](typed);
    return 'value' in parsed && isRepeat(this.answers, parsed.value) ? { problem: 'repeated' } : parsed;
  }

  /** Nothing was answered yet: say why, and let it be put right. */
  private complain(problem = ''): void {
    this.say(problem);
    this.field?.setAttribute('aria-invalid', 'true');
    this.querySelector('input')?.focus();
  }

  private say(problem: string): void {
    this.piece('problem').textContent = problem;
  }

  private show({ words, question }: Loaded): void {
    const told = feedback(words, question, this.answers);
    if (!told) return;
    this.say('');
    this.field?.removeAttribute('aria-invalid');
    this.piece('before').hidden = true;
    this.piece('feedback').replaceChildren(...drawFeedback(told));
    this.stand(told.standing);
  }

  private stand(state: Standing): void {
    const open = takesAnswer(state);
    const check = this.querySelector<HTMLButtonElement>('button.main');
    if (check) check.textContent = (state === 'retry' ? this.dataset.retry : this.dataset.check) ?? '';
    this.piece('again').hidden = open;
    // What has the focus must not vanish: once the controls are done with, it goes to the verdict.
    if (!open && this.contains(document.activeElement)) {
      this.querySelector<HTMLElement>('.v')?.focus({ preventScroll: true });
    }
    this.fields.disabled = !open;
  }

  private answerAgain(): void {
    this.answers = [];
    saveAnswers(storage, this.id, []);
    this.piece('feedback').replaceChildren();
    this.stand('open');
    this.querySelector('form')?.reset();
    this.querySelector('input')?.focus();
  }

  private async load(): Promise<Loaded | null> {
    try {
      const { words, questions } = await loadQuizData(this.dataset.src ?? '');
      const question = questions[this.id];
      return question ? { words, question } : null;
    } catch {
      return null;
    }
  }
}

interface Loaded {
  words: QuizData['words'];
  question: QuestionData;
}

customElements.define('quiz-question', QuizQuestion);

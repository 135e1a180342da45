/**
 * <practice-desk data-words data-bank>: the practice page. It fetches words and questions, lets the engine put them in a worker, keeps the log, and
 * decides what is drawn where. Which question comes, what is right and what is kept is decided in `src/quiz`.
 */
import { fill } from '../i18n/plural.ts';
import { type Draft, dropDraft, loadDraft, saveDraft } from '../quiz/draft.ts';
import { type Entry, regraded, ungraded } from '../quiz/log.ts';
import type { PracticeItem } from '../quiz/practice-data.ts';
import type { Presented } from '../quiz/present.ts';
import type { OpenStorage } from '../quiz/progress.ts';
import { entryOn, examOf, masteries, nextPick } from '../quiz/schedule.ts';
import { isMastered, type SkillId } from '../quiz/skills.ts';
import { LOG_KEY, PracticeStore } from '../quiz/store.ts';
import { askEngine } from './engine-client.ts';
import {
  entryOf,
  freshSeed,
  type Given,
  itemOf,
  loadDesk,
  present,
  storage,
  textsOf,
} from './practice-bank.ts';
import { drawCourse } from './practice-course.ts';
import { button, h } from './practice-dom.ts';
import { type Answered, drawExam } from './practice-exam.ts';
import { drawKeep } from './practice-keep.ts';
import { drawIdentity, PracticeQuestion } from './practice-question.ts';
import type { Desk } from './practice-words.ts';

/** Of this tab alone. */
const tab: OpenStorage = () => sessionStorage;
const EXAM_SIZE = 10;
type Why = 'new' | 'review' | 'variant' | 'shared';

class PracticeDesk extends HTMLElement {
  private desk!: Desk;
  private store!: PracticeStore;
  private only: SkillId | null = null;
  private readonly stage = h('div', { class: 'stage' });
  private readonly course = h('section', { class: 'course' });
  private readonly notices = h('div', { class: 'notices', role: 'status' });
  /** What is being put now; an older one that comes late is dropped. */
  private turn = 0;

  connectedCallback(): void {
    void this.start();
  }

  private async start(): Promise<void> {
    try {
      this.desk = await loadDesk({ words: this.dataset['words'] ?? '', bank: this.dataset['bank'] ?? '' });
    } catch {
      return this.giveUp(() => void this.start());
    }
    this.store = new PracticeStore(storage);
    this.replaceChildren(this.notices, this.stage, this.drawSide());
    await this.regrade();
    this.refresh();
    addEventListener('storage', ({ key }) => {
      if (key !== LOG_KEY && key !== null) return;
      this.store.refresh();
      this.refresh();
    });
    this.begin();
  }

  private drawSide(): HTMLElement {
    const { practice } = this.desk.words;
    const exam = button(practice.startExam, () => void this.exam());
    const keep = drawKeep(this.desk, (cleared) => {
      if (cleared) {
        this.store.clear();
        dropDraft(tab);
      } else this.store.refresh();
      this.refresh();
    });
    return h('div', { class: 'side' }, this.course, h('p', { class: 'go' }, exam), keep);
  }

  /** An exam that was begun; a shared question, if the address names one; else what is due. */
  private begin(): void {
    const { practice } = this.desk.words;
    const draft = loadDraft(tab);
    const asked = new URLSearchParams(location.search);
    const id = asked.get('q');
    const isExam = draft?.exam === true && draft.questions.every((one) => itemOf(this.desk, one.id));
    if (id === null) return void (isExam ? this.exam(draft) : this.next(false));
    const item = itemOf(this.desk, id);
    if (!item) {
      this.notice(fill(practice.unknownQuestion, { id: id.slice(0, 80) }));
      return void this.next(false);
    }
    const bank = /^[0-9a-f]{8}$/.exec(asked.get('bank') ?? '')?.[0] ?? this.desk.data.bank;
    if (bank !== this.desk.data.bank) this.notice(fill(practice.otherBank, { bank }));
    const seed = Number(asked.get('seed') ?? 0);
    const known = item.varies && Number.isSafeInteger(seed) && seed > 0 ? seed : 0;
    void this.put(item, known, 'shared', false, bank, draft);
  }

  private async next(focus = true): Promise<void> {
    const { items } = this.desk.data;
    const pick = nextPick(items, this.store.log, Date.now(), Math.random, this.only ?? undefined);
    const item = pick && itemOf(this.desk, pick.id);
    if (item) await this.put(item, pick.seed, pick.why, focus);
  }

  private async put(
    item: PracticeItem,
    seed: number,
    why: Why,
    focus = true,
    bank = this.desk.data.bank,
    draft: Draft | null = null,
  ): Promise<void> {
    const { practice } = this.desk.words;
    const turn = ++this.turn;
    let presented: Presented;
    try {
      presented = await present(this.desk, item, seed, bank);
    } catch {
      if (turn === this.turn) this.giveUp(() => void this.put(item, 0, why));
      return;
    }
    if (turn !== this.turn) return;
    // A reload, or a link to what was answered here: it goes on where it was left, and counts once.
    const before = entryOn(this.store.log, { id: item.id, seed, bank });
    const at = before?.at ?? Date.now();
    const question: PracticeQuestion = new PracticeQuestion({
      desk: this.desk,
      presented,
      name: 'put',
      heading: 'h2',
      eyebrow: [practice.why[why], practice.skills[item.skill]],
      onGiven: (given) => this.given(item, presented, at, given, question),
      onHint: () => this.remember(presented, question),
    });
    this.address(presented);
    const typed = draft?.questions.find(
      (one) => one.id === item.id && one.seed === seed && one.bank === bank,
    );
    if (!typed) dropDraft(tab);
    question.form.addEventListener('input', () => this.remember(presented, question));
    await question.resume(before?.answers ?? [], before?.hints ?? typed?.hints ?? 0).catch(() => {});
    if (turn !== this.turn) return;
    if (typed) question.state = typed.controls;
    this.stage.replaceChildren(question.form, drawIdentity(this.desk, presented));
    if (focus) {
      question.focus();
      this.stage.scrollIntoView({ block: 'start' });
    }
  }

  /** What is typed and not yet checked, and how many hints there were. */
  private remember({ id, seed, bank }: Presented, { state: controls, hints }: PracticeQuestion): void {
    saveDraft(tab, { exam: false, questions: [{ id, seed, bank, controls, hints }] });
  }

  /** The address of the page is the link to the question. */
  private address({ id, seed, bank }: Presented): void {
    const asked = new URLSearchParams({ q: id, seed: String(seed), bank });
    history.replaceState(null, '', `?${asked}`);
  }

  private given(
    item: PracticeItem,
    presented: Presented,
    at: number,
    given: Given,
    question: PracticeQuestion,
  ): void {
    const { practice } = this.desk.words;
    const before = isMastered(masteries(this.desk.data.items, this.store.log)[item.skill]);
    this.keep([entryOf(this.desk, presented, at, given)]);
    if (!given.closed) return;
    dropDraft(tab);
    const after = isMastered(masteries(this.desk.data.items, this.store.log)[item.skill]);
    const { variant: other } = this.desk.words.voice.quiz;
    const next = button(practice.next, () => void this.next(), given.right || !item.varies ? 'main' : '');
    const variant = item.varies && button(other, () => void this.vary(item), given.right ? '' : 'main');
    const done =
      after &&
      !before &&
      h('p', { class: 'done' }, fill(practice.nowMastered, { skill: practice.skills[item.skill] }));
    const drawn: (HTMLElement | false)[] = given.right ? [done, next, variant] : [done, variant, next];
    question.after.replaceChildren(...drawn.filter((node) => node !== false));
  }

  private async vary(item: PracticeItem): Promise<void> {
    await this.put(item, freshSeed(item, this.store.log), 'variant');
  }

  private keep(entries: readonly Entry[]): void {
    this.store.add(...entries);
    this.refresh();
  }

  /** A new one, or the one that was begun. */
  private async exam(begun?: Draft): Promise<void> {
    const turn = ++this.turn;
    const { items, bank } = this.desk.data;
    const picks =
      begun?.questions ??
      examOf(items, this.store.log, EXAM_SIZE, Math.random).map((pick) => ({ ...pick, bank, controls: [] }));
    let questions: Presented[];
    try {
      questions = await Promise.all(
        picks.flatMap((pick) => {
          const item = itemOf(this.desk, pick.id);
          return item ? [present(this.desk, item, pick.seed, pick.bank)] : [];
        }),
      );
    } catch {
      return this.giveUp(() => void this.exam(begun));
    }
    if (turn !== this.turn) return;
    const form = drawExam({
      desk: this.desk,
      questions,
      typed: picks.map(({ controls }) => controls),
      done: begun?.done ?? false,
      onTyped: (typed, done) => {
        const typedIn = picks.map((pick, index) => ({ ...pick, controls: typed[index] ?? [] }));
        saveDraft(tab, { exam: true, done, questions: typedIn });
      },
      onDone: (answered) => this.examined(answered),
      onLeave: () => {
        dropDraft(tab);
        void this.next();
      },
      onAgain: () => void this.exam(),
    });
    history.replaceState(null, '', location.pathname);
    this.stage.replaceChildren(form);
    form.querySelector('h2')?.focus();
    this.stage.scrollIntoView({ block: 'start' });
  }

  private examined(answered: readonly Answered[]): void {
    const at = Date.now();
    this.keep(
      answered.map(({ presented, answer, right }) => ({
        ...entryOf(this.desk, presented, at, { answers: [answer], right, sure: null, hints: 0 }),
        exam: true,
      })),
    );
  }

  /** What was graded with another bank is graded with this one, from the answers as they were given. */
  private async regrade(): Promise<void> {
    const { data, words } = this.desk;
    const old = ungraded(this.store.log, data.bank).flatMap((entry) => {
      const item = itemOf(this.desk, entry.id);
      return item ? [{ entry, item }] : [];
    });
    if (old.length === 0) return;
    const answers = old.map(({ entry, item }) => ({
      texts: textsOf(this.desk, item),
      question: item.question,
      seed: entry.seed,
      bank: entry.bank,
      answer: entry.answers[0] ?? '',
    }));
    const graded = await askEngine('grade', { answers }).catch(() => null);
    if (!graded) return;
    this.store.add(
      ...old.flatMap(({ entry }, index) => {
        const grade = graded[index];
        return grade ? [regraded(entry, data.bank, grade.facts, grade.right)] : [];
      }),
    );
    if (old.some(({ entry }) => entry.grade !== undefined)) this.notice(words.practice.regraded);
  }

  private refresh(): void {
    const focused = (document.activeElement as HTMLElement | null)?.dataset['skill'];
    this.course.replaceChildren(
      ...drawCourse({
        desk: this.desk,
        log: this.store.log,
        only: this.only,
        choose: (skill) => {
          this.only = skill;
          this.refresh();
          void this.next(false);
        },
      }),
    );
    if (focused) this.course.querySelector<HTMLElement>(`[data-skill="${focused}"]`)?.focus();
    for (const trouble of this.store.troubles) this.notice(this.desk.words.practice.trouble[trouble]);
  }

  /** Said once. */
  private notice(text: string): void {
    if ([...this.notices.children].every(({ textContent }) => textContent !== text))
      this.notices.append(h('p', { class: 'notice' }, text));
  }

  private giveUp(again: () => void): void {
    const failed = this.dataset['failed'] ?? '';
    const retry = button(this.dataset['again'] ?? '', again, 'main');
    const said = h(
      'div',
      { class: 'quiz', role: 'alert' },
      h('p', {}, failed),
      h('p', { class: 'go' }, retry),
    );
    if (this.stage.isConnected) this.stage.replaceChildren(said);
    else this.replaceChildren(said);
  }
}

customElements.define('practice-desk', PracticeDesk);

/**
 * <practice-desk data-words data-bank>: the practice page. It fetches words and questions, lets the engine put them in a worker, keeps the log, and
 * decides what is drawn where. Which question comes, what is right and what is kept is decided in `src/quiz`.
 */
import { fill } from '../i18n/plural.ts';
import { type Entry, regraded, ungraded } from '../quiz/log.ts';
import type { PracticeData, PracticeItem } from '../quiz/practice-data.ts';
import type { Presented } from '../quiz/present.ts';
import type { OpenStorage } from '../quiz/progress.ts';
import { examOf, masteries, newSeed, nextPick } from '../quiz/schedule.ts';
import { isMastered, type SkillId } from '../quiz/skills.ts';
import { LOG_KEY, PracticeStore } from '../quiz/store.ts';
import { askEngine } from './engine-client.ts';
import { drawCourse } from './practice-course.ts';
import { button, h } from './practice-dom.ts';
import { type Answered, drawExam } from './practice-exam.ts';
import { drawKeep } from './practice-keep.ts';
import { drawIdentity, type Given, PracticeQuestion } from './practice-question.ts';
import { type Desk, fetchJson, type PracticeWords } from './practice-words.ts';

const storage: OpenStorage = () => localStorage;
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
      const [words, data] = await Promise.all([
        fetchJson<PracticeWords>(this.dataset['words'] ?? ''),
        fetchJson<PracticeData>(this.dataset['bank'] ?? ''),
      ]);
      this.desk = { words, data };
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
      if (cleared) this.store.clear();
      else this.store.refresh();
      this.refresh();
    });
    return h('div', { class: 'side' }, this.course, h('p', { class: 'go' }, exam), keep);
  }

  /** A shared question, if the address names one; else what is due. */
  private begin(): void {
    const { practice } = this.desk.words;
    const asked = new URLSearchParams(location.search);
    const id = asked.get('q');
    if (id === null) return void this.next(false);
    const item = this.itemOf(id);
    if (!item) {
      this.notice(fill(practice.unknownQuestion, { id: id.slice(0, 80) }));
      return void this.next(false);
    }
    const bank = /^[0-9a-f]{8}$/.exec(asked.get('bank') ?? '')?.[0] ?? this.desk.data.bank;
    if (bank !== this.desk.data.bank) this.notice(fill(practice.otherBank, { bank }));
    const seed = Number(asked.get('seed') ?? 0);
    const known = item.varies && Number.isSafeInteger(seed) && seed > 0 ? seed : 0;
    void this.put(item, known, 'shared', false, bank);
  }

  private itemOf(id: string): PracticeItem | undefined {
    return this.desk.data.items.find((item) => item.id === id);
  }

  private async next(focus = true): Promise<void> {
    const { items } = this.desk.data;
    const pick = nextPick(items, this.store.log, Date.now(), Math.random, this.only ?? undefined);
    const item = pick && this.itemOf(pick.id);
    if (item) await this.put(item, pick.seed, pick.why, focus);
  }

  private async put(
    item: PracticeItem,
    seed: number,
    why: Why,
    focus = true,
    bank = this.desk.data.bank,
  ): Promise<void> {
    const { practice } = this.desk.words;
    const turn = ++this.turn;
    let presented: Presented;
    try {
      presented = await this.present(item, seed, bank);
    } catch {
      if (turn === this.turn) this.giveUp(() => void this.put(item, 0, why));
      return;
    }
    if (turn !== this.turn) return;
    const at = Date.now();
    const question = new PracticeQuestion({
      desk: this.desk,
      presented,
      eyebrow: practice.why[why],
      skill: practice.skills[item.skill],
      onGiven: (given) => this.given(item, presented, at, given, question),
    });
    this.address(presented);
    this.stage.replaceChildren(question.form, drawIdentity(this.desk, presented));
    if (focus) {
      question.focus();
      this.stage.scrollIntoView({ block: 'start' });
    }
  }

  private present(item: PracticeItem, seed: number, bank = this.desk.data.bank): Promise<Presented> {
    const { words, data } = this.desk;
    return askEngine('vary', {
      texts: this.textsOf(item, data),
      question: item.question,
      seed,
      bank,
      voice: words.voice,
    });
  }

  private textsOf(item: PracticeItem, data: PracticeData): PracticeData['scenarios'][string] {
    const texts = data.scenarios[item.question.scenario];
    if (!texts) throw new Error(`no scenario ${item.question.scenario}`);
    return texts;
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
    this.keep([
      {
        id: item.id,
        seed: presented.seed,
        bank: presented.bank,
        at,
        answers: given.answers,
        ...(given.sure ? { sure: given.sure } : {}),
        grade: this.grade(presented, given.right),
      },
    ]);
    if (!given.closed) return;
    const after = isMastered(masteries(this.desk.data.items, this.store.log)[item.skill]);
    const next = button(practice.next, () => void this.next(), given.right || !item.varies ? 'main' : '');
    const variant =
      item.varies && button(practice.variant, () => void this.vary(item), given.right ? '' : 'main');
    const done =
      after &&
      !before &&
      h('p', { class: 'done' }, fill(practice.nowMastered, { skill: practice.skills[item.skill] }));
    const drawn: (HTMLElement | false)[] = given.right ? [done, next, variant] : [done, variant, next];
    question.after.replaceChildren(...drawn.filter((node) => node !== false));
  }

  private grade(presented: Presented, right: boolean): NonNullable<Entry['grade']> {
    return { bank: this.desk.data.bank, facts: presented.facts, right };
  }

  private async vary(item: PracticeItem): Promise<void> {
    const met = new Set(this.store.log.filter(({ id }) => id === item.id).map(({ seed }) => seed));
    await this.put(item, newSeed(met, Math.random), 'variant');
  }

  private keep(entries: readonly Entry[]): void {
    this.store.add(...entries);
    this.refresh();
  }

  private async exam(): Promise<void> {
    const turn = ++this.turn;
    const picks = examOf(this.desk.data.items, this.store.log, EXAM_SIZE, Math.random);
    const items = picks.flatMap(({ id, seed }) => {
      const item = this.itemOf(id);
      return item ? [{ item, seed }] : [];
    });
    let questions: Presented[];
    try {
      questions = await Promise.all(items.map(({ item, seed }) => this.present(item, seed)));
    } catch {
      return this.giveUp(() => void this.exam());
    }
    if (turn !== this.turn) return;
    const form = drawExam({
      desk: this.desk,
      questions,
      onDone: (answered) => this.examined(answered),
      onLeave: () => void this.next(),
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
        id: presented.id,
        seed: presented.seed,
        bank: presented.bank,
        at,
        answers: [answer],
        exam: true,
        grade: this.grade(presented, right),
      })),
    );
  }

  /** What was graded with another bank is graded with this one, from the answers as they were given. */
  private async regrade(): Promise<void> {
    const { data, words } = this.desk;
    const old = ungraded(this.store.log, data.bank).flatMap((entry) => {
      const item = this.itemOf(entry.id);
      return item ? [{ entry, item }] : [];
    });
    if (old.length === 0) return;
    const answers = old.map(({ entry, item }) => ({
      texts: this.textsOf(item, data),
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

/**
 * The same question of a lesson with other numbers, below it. Loaded when the first one is asked for, with the engine in its worker; what is
 * answered goes to the log of practice.
 */
import { PracticeStore } from '../quiz/store.ts';
import sheet from '../styles/put.css?url';
import { entryOf, freshSeed, itemOf, loadDesk, present, storage } from './practice-bank.ts';
import { button, h } from './practice-dom.ts';
import { PracticeQuestion } from './practice-question.ts';
import type { Desk } from './practice-words.ts';

const desks = new Map<string, Promise<Desk>>();

/** Puts it behind `place`, instead of one that stands there already. */
export async function putVariant(place: HTMLElement, urls: { words: string; bank: string }): Promise<void> {
  const [desk] = await Promise.all([deskAt(urls), styled()]);
  const item = itemOf(desk, place.id);
  if (!item) throw new Error(`no question ${place.id}`);
  const store = new PracticeStore(storage);
  const presented = await present(desk, item, freshSeed(item, store.log));
  const at = Date.now();
  const { practice, voice } = desk.words;
  const question = new PracticeQuestion({
    desk,
    presented,
    name: `${place.id}-variant`,
    heading: 'h3',
    eyebrow: [practice.why.variant],
    onGiven(given) {
      store.add(entryOf(desk, presented, at, given));
      const [trouble] = store.troubles;
      const another = button(voice.quiz.variant, () => void putVariant(place, urls));
      question.after.replaceChildren(
        ...(trouble ? [h('p', { class: 'note' }, practice.trouble[trouble])] : []),
        ...(given.closed ? [another] : []),
      );
    },
  });
  if (place.nextElementSibling?.matches('.put')) place.nextElementSibling.remove();
  place.after(question.form);
  question.focus();
}

function deskAt(urls: { words: string; bank: string }): Promise<Desk> {
  const known = desks.get(urls.words) ?? loadDesk(urls);
  desks.set(urls.words, known);
  known.catch(() => desks.delete(urls.words));
  return known;
}

let styles: Promise<unknown> | undefined;

/** What a lesson does not need before somebody asks for a variant. */
function styled(): Promise<unknown> {
  styles ??= new Promise((done) => {
    const link = h('link', { rel: 'stylesheet', href: sheet });
    link.addEventListener('load', done);
    link.addEventListener('error', done);
    document.head.append(link);
  });
  return styles;
}

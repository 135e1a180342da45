/** Export, import and deletion of what is kept on the device. */
import { fill, plural } from '../i18n/plural.ts';
import { clearAll, exportAll, importAll, type OpenAll } from '../quiz/backup.ts';
import { button, h } from './practice-dom.ts';
import type { Desk } from './practice-words.ts';

const open: OpenAll = () => localStorage;
const FILE = 'port-of-call.json';

export function drawKeep(desk: Desk, changed: (cleared: boolean) => void): HTMLElement {
  const { practice } = desk.words;
  const said = h('p', { class: 'said', role: 'status' });
  const say = (text: string): void => {
    said.textContent = text;
  };
  const file = h('input', {
    type: 'file',
    accept: 'application/json,.json',
    class: 'vh',
    tabindex: '-1',
    'aria-hidden': 'true',
  });
  file.addEventListener('change', async () => {
    const [chosen] = file.files ?? [];
    if (chosen) say(await readFile(desk, chosen, changed));
    file.value = '';
  });
  const sure = drawSure(desk, (yes) => {
    sure.hidden = true;
    clear.focus();
    if (yes) {
      const done = clearAll(open);
      changed(true);
      say(done ? practice.cleared : practice.trouble.forbidden);
    }
  });
  const clear = button(practice.clear, () => {
    sure.hidden = false;
    sure.querySelector('button')?.focus();
  });
  return h(
    'details',
    { class: 'keep' },
    h('summary', {}, practice.data),
    h('p', {}, practice.dataText),
    h(
      'p',
      { class: 'go' },
      button(practice.save, () => say(save(desk))),
      button(practice.read, () => file.click()),
      clear,
    ),
    file,
    sure,
    said,
  );
}

function drawSure(desk: Desk, decide: (yes: boolean) => void): HTMLElement {
  const { practice } = desk.words;
  return h(
    'div',
    { class: 'confirm', role: 'group', 'aria-label': practice.clear, hidden: true },
    h('p', {}, practice.clearSure),
    h(
      'p',
      { class: 'go' },
      button(practice.clearNo, () => decide(false)),
      button(practice.clearYes, () => decide(true), 'main'),
    ),
  );
}

function save(desk: Desk): string {
  const { practice } = desk.words;
  const text = exportAll(open);
  if (text === null) return practice.trouble.forbidden;
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = h('a', { href: url, download: FILE });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1_000);
  return fill(practice.saved, { file: FILE });
}

async function readFile(desk: Desk, chosen: File, changed: (cleared: boolean) => void): Promise<string> {
  const { practice } = desk.words;
  const imported = importAll(open, await chosen.text());
  changed(false);
  if ('problem' in imported) return practice.importProblem[imported.problem];
  const added = plural(desk.words.voice.lang, practice.imported, imported.added);
  return imported.damaged ? added + desk.words.voice.quiz.between + practice.trouble.damaged : added;
}

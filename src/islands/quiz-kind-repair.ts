/** A manifest is edited; the engine says in a worker what is wrong with it and what comes of it. */
import type { Finding } from '../engine/types.ts';
import type { FindingMessages } from '../i18n/findings/messages.ts';
import type { Judgement } from '../quiz/judge.ts';
import type { EngineData, QuestionData } from '../quiz/quiz-data.ts';
import { editedText, repairValue } from '../quiz/repair-text.ts';
import type { ParsedResponse } from '../quiz/response.ts';
import { toldEnd } from '../quiz/told-end.ts';
import { askEngine } from './engine-client.ts';
import { drawText } from './quiz-draw.ts';
import type { KindCode } from './quiz-kinds.ts';

/** How long nothing is typed before the text is looked at. */
const PAUSE = 400;

const field = (fields: HTMLElement): HTMLTextAreaElement =>
  fields.querySelector('textarea') as HTMLTextAreaElement;

export const code: KindCode = { read, write, parse, judge, attach };

/** Nothing, while the text is the one it was at first. */
function read(fields: HTMLElement): string {
  const { value, defaultValue } = field(fields);
  if (value.trimEnd() === defaultValue.trimEnd()) return '';
  return value.trim() === '' ? BLANK : repairValue(value);
}

/** Nothing is left: that is an edit too, though none that can be read. */
const BLANK = '%20';

function write(fields: HTMLElement, value: string): void {
  field(fields).value = editedText(value);
}

async function parse(text: string): Promise<ParsedResponse> {
  if (text === '') return { problem: 'unchanged' };
  const readable = await askEngine('readable', { edited: editedText(text) });
  return readable ? { value: text } : { problem: 'not-yaml' };
}

const broken = ({ text, goal, edit }: EngineData) => {
  if (!edit) throw new Error('nothing of the manifest may be edited');
  return { text, goal, edit };
};

async function judge({ engine }: QuestionData, value: string): Promise<Judgement> {
  if (!engine) throw new Error('no manifest to repair');
  const edited = editedText(value);
  const { right, reach, findings } = await askEngine('repaired', { ...broken(engine), edited });
  if (right) return { credit: 1 };
  const [finding] = findings;
  if (finding) return { credit: 0, why: await explained(finding) };
  return { credit: 0, why: reach ? toldEnd(engine, engine.edit?.to ?? '', reach) : undefined };
}

/** While typing: what is wrong with the text as it is now. */
function attach(fields: HTMLElement, { engine }: QuestionData): void {
  const shown = fields.querySelector<HTMLElement>('[data-part=findings]');
  if (!engine || !shown) return;
  let pause: ReturnType<typeof setTimeout> | undefined;
  field(fields).addEventListener('input', () => {
    clearTimeout(pause);
    pause = setTimeout(() => void showFindings(fields, engine, shown), PAUSE);
  });
}

async function showFindings(fields: HTMLElement, engine: EngineData, shown: HTMLElement): Promise<void> {
  const edited = field(fields).value;
  const { findings } = await askEngine('repaired', { ...broken(engine), edited });
  const texts = await Promise.all(findings.slice(0, 3).map(explained));
  if (field(fields).value !== edited) return;
  shown.replaceChildren(
    ...texts.map((text) => {
      const line = document.createElement('p');
      line.append(...drawText(text));
      return line;
    }),
  );
}

const WORDS: Readonly<Record<string, () => Promise<{ findings: FindingMessages }>>> = {
  en: () => import('../i18n/findings/en.ts'),
  pl: () => import('../i18n/findings/pl.ts'),
  'zh-CN': () => import('../i18n/findings/zh-cn.ts'),
};

async function explained({ code: id, path = '', params }: Finding): Promise<string> {
  const load = WORDS[document.documentElement.lang];
  const words = load && (await load()).findings[id as keyof FindingMessages];
  const values: Readonly<Record<string, string | number>> = { field: path, ...params };
  const filled = (template: string): string =>
    template.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
  return words ? filled(words.what) : id;
}

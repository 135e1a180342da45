/** One whole quiz per language, and three questions of practice, as they are heard: what is spoken, and what is announced about an answer. */
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { LANGS, type Lang, LOCALES } from '../../src/i18n/locales.ts';
import { fill } from '../../src/i18n/plural.ts';
import { practiceWords } from '../../src/i18n/practice/index.ts';
import { quizMessages } from '../../src/i18n/quiz/index.ts';
import { voiceOf } from '../../src/i18n/voice.ts';
import { loadKind } from '../../src/islands/quiz-kinds.ts';
import { type Lesson, lessons } from '../../src/lessons.ts';
import type { Requests } from '../../src/quiz/engine-desk.ts';
import { type Feedback, feedback } from '../../src/quiz/feedback.ts';
import { controlsOf, type Question, quizPayload, stemOf } from '../../src/quiz/index.ts';
import { plainText } from '../../src/quiz/marks.ts';
import type { PracticeData } from '../../src/quiz/practice-data.ts';
import { type Presented, present } from '../../src/quiz/present.ts';
import type { KindId } from '../../src/quiz/question.ts';
import type { QuestionData, QuizData } from '../../src/quiz/quiz-data.ts';
import { onPage, useBrowser } from './browser.ts';
import { read } from './dist.ts';
import { addReader, announced, type Exposed, exposed, walk } from './reader.ts';

// Answers are judged here as in the page, which asks a worker.
vi.mock('../../src/islands/engine-client.ts', async () => {
  const { answerRequest } = await import('../../src/quiz/engine-desk.ts');
  return { askEngine: async (name: keyof Requests, asked: never) => answerRequest(name, asked) };
});

useBrowser();

type Controls = Presented['controls'];

/** A question on a page. */
interface Put {
  id: string;
  path: string;
  /** Its element. */
  within: string;
  kind: KindId;
  eyebrow: string;
  stem: string;
  controls: Controls;
  data: QuestionData;
}

/** What there is to hear of it, and to see. */
interface Heard {
  spoken: readonly string[];
  exposed: readonly Exposed[];
  screen: string;
}

interface Answered extends Heard {
  value: string;
  told: Feedback;
  announced: readonly string[];
  /** What has the focus then. */
  focus: string;
}

interface Taken extends Put {
  lang: string | undefined;
  open: Heard;
  wrong: Answered;
  right: Answered;
}

const kinds = ({ questions }: Lesson): Set<KindId> => new Set(questions.map(({ kind }) => kind));
const [richest] = lessons().toSorted((a, b) => kinds(b).size - kinds(a).size);
if (!richest) throw new Error('no lesson');

/** Of every kind that the whole quiz lacks, one question. */
const ofOtherKinds = new Map(
  lessons()
    .flatMap((lesson) => lesson.questions.map((question) => ({ lesson, question })))
    .filter(({ question }) => !kinds(richest).has(question.kind))
    .map((asked) => [asked.question.kind, asked]),
);

const PRACTICE = JSON.parse(read('/practice.json')) as PracticeData;

function inLesson(lesson: Lesson, question: Question, lang: Lang): Put {
  const { id, kind } = question;
  const data = quizPayload({ questions: [question] }, lang).questions[id];
  if (!data) throw new Error(`no data of ${id}`);
  const n = lesson.questions.indexOf(question) + 1;
  return {
    id,
    path: `/${LOCALES[lang].path}/lessons/${lesson.slug}/`,
    within: `#${id}`,
    kind,
    eyebrow: fill(quizMessages(lang).number, { n, total: lesson.questions.length }),
    stem: plainText(stemOf(question, lang)),
    controls: controlsOf(question, lang),
    data,
  };
}

function inPractice(type: Controls['type'], lang: Lang): Put {
  const id = richest?.questions.find((question) => controlsOf(question, lang).type === type)?.id;
  const item = PRACTICE.items.find((candidate) => candidate.id === id);
  const texts = item && PRACTICE.scenarios[item.question.scenario];
  if (!item || !texts) throw new Error(`no question of type ${type} in practice`);
  const { bank } = PRACTICE;
  const put = present({ texts, question: item.question, seed: 3, bank }, voiceOf(lang));
  const words = practiceWords(lang);
  return {
    id: `${item.id} in practice`,
    path: `/${LOCALES[lang].path}/practice/?q=${item.id}&seed=3`,
    within: '.put',
    kind: put.kind,
    eyebrow: `${words.why.shared} · ${words.skills[item.skill]}`,
    stem: plainText(put.stem),
    controls: put.controls,
    data: put.data,
  };
}

const putIn = (lang: Lang): Put[] => [
  ...richest.questions.map((question) => inLesson(richest, question, lang)),
  ...[...ofOtherKinds.values()].map(({ lesson, question }) => inLesson(lesson, question, lang)),
  ...(['port', 'options', 'selects'] as const).map((type) => inPractice(type, lang)),
];

/** `place=8080,…` of matched fields, `b-a-c` of ordered hops: which select gets which value. */
const chosen = (answer: string): string[][] =>
  answer.includes('=')
    ? answer.split(',').map((part) => part.split('='))
    : answer.split('-').map((name, index) => [name, String(index + 1)]);

const UNKNOWN_PORT = '4711';

function wrongAnswer({ controls, data: { key, known } }: Put): string {
  const wrong = Object.keys(known).filter((value) => !key.includes(value));
  switch (controls.type) {
    case 'options': {
      const values = controls.options.map(({ value }) => value);
      return (
        wrong.find((value) => values.includes(value)) ?? values.find((value) => !key.includes(value)) ?? ''
      );
    }
    case 'port':
      return wrong.find((value) => /^\d+$/.test(value)) ?? UNKNOWN_PORT;
    case 'address':
      return 'http://127.0.0.1:9';
    case 'manifest':
      return encodeURIComponent(`${controls.text.trimEnd()}\n# no better`);
    case 'selects': {
      const [first = ''] = key;
      if (!first.includes('=')) return first.split('-').toReversed().join('-');
      const [[, value] = []] = chosen(first);
      return chosen(first)
        .map(([name]) => `${name}=${value}`)
        .join();
    }
    default:
      return controls satisfies never;
  }
}

/** With the keyboard, as somebody does who cannot see a pointer. */
async function give(question: Locator, { type }: Controls, value: string): Promise<void> {
  if (value === 'nothing') return question.locator('button[value=nothing]').press('Enter');
  if (type === 'options') await question.locator(`input[type=radio][value="${value}"]`).press('Space');
  else if (type === 'manifest') await question.locator('textarea').fill(decodeURIComponent(value));
  else if (type === 'selects')
    for (const [name, option = ''] of chosen(value))
      await question.locator(`select[name="${name}"]`).selectOption(option);
  else await question.locator('input[type=text]').fill(value);
  await question.locator('fieldset button.main').press('Enter');
}

async function listen(page: Page, { within }: Put): Promise<Heard> {
  const question = page.locator(within);
  const typed = await question
    .locator('input[type=text], textarea')
    .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
  return {
    spoken: await walk(page, within),
    exposed: await exposed(page, within),
    screen: squash([await question.innerText(), ...typed].join(' ')),
  };
}

async function answer(
  page: Page,
  put: Put,
  words: QuizData['words'],
  values: readonly string[],
): Promise<Answered> {
  const value = values.at(-1) ?? '';
  const code = await loadKind(put.kind);
  const judged = await Promise.all(values.map((given) => code.judge(put.data, given)));
  const told = feedback(words, put.data, values, judged);
  if (!told) throw new Error(`nothing is said about ${value}`);
  const act = () => give(page.locator(put.within), put.controls, value);
  const said = await announced(page, put.within, act);
  const focus = await page.evaluate(() => document.activeElement?.textContent ?? '');
  return { value, told, announced: said, focus, ...(await listen(page, put)) };
}

async function take(page: Page, put: Put, words: QuizData['words']): Promise<Taken> {
  await page.locator(put.within).waitFor();
  // Somebody who listens can open what is closed; the simulator does not know that it is.
  await page.locator(`${put.within} details`).evaluateAll((all) => {
    for (const details of all) (details as HTMLDetailsElement).open = true;
  });
  const lang = await page
    .locator(put.within)
    .evaluate((element) => element.closest<HTMLElement>('[lang]')?.lang);
  const open = await listen(page, put);
  const values = [wrongAnswer(put), put.data.key[0] ?? ''];
  const wrong = await answer(page, put, words, values.slice(0, 1));
  const right = await answer(page, put, words, values);
  return { ...put, lang, open, wrong, right };
}

async function takeAll(lang: Lang): Promise<Taken[]> {
  const { words } = quizPayload({ questions: [] }, lang);
  const taken: Taken[] = [];
  for (const [path, puts] of Map.groupBy(putIn(lang), ({ path }) => path))
    await onPage(path, { bypassCSP: true }, async (page) => {
      await addReader(page);
      for (const put of puts) taken.push(await take(page, put, words));
    });
  return taken;
}

/** Without spaces: where a line is broken is not heard, and the parts of a text are read one by one. */
const squash = (text: string): string => text.replace(/\s/g, '').toLowerCase();
/** With the spaces of speech: no-break spaces are spaces. */
const heard = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Those of the phrases that are there, in this order, whatever stands between them. */
function inOrder(there: readonly string[], wanted: readonly string[]): string[] {
  let from = 0;
  return wanted.filter((phrase) => {
    const at = there.indexOf(phrase, from);
    if (at >= 0) from = at + 1;
    return at >= 0;
  });
}

const optionText = ({ text }: { text: string }, isCode = false): string =>
  heard(isCode ? text : plainText(text));

/** What the simulator says of the controls. */
function spokenControls({ controls, stem }: Put, lang: Lang): string[] {
  const words = quizMessages(lang);
  switch (controls.type) {
    case 'options':
      return controls.options.map(
        (option, index, { length }) =>
          `radio, ${optionText(option, controls.code)}, not checked, position ${index + 1}, set size ${length}`,
      );
    case 'port':
      return [`textbox, ${words.typePort}, ${heard(stem)}`];
    case 'address':
      return [`textbox, ${words.typeAddress}, ${heard(stem)}`];
    case 'manifest':
      return [`textbox, ${words.editManifest}, ${heard(stem)}`, heard(controls.text)];
    case 'selects': {
      const options = [words.choose, ...controls.options.map((option) => optionText(option, true))];
      return controls.rows.flatMap((row) => [
        `combobox, ${optionText(row)}, has popup listbox, not expanded`,
        ...options.map(
          (text, index) => `option, ${text}, not selected, position ${index + 1}, set size ${options.length}`,
        ),
      ]);
    }
    default:
      return controls satisfies never;
  }
}

/** What Chromium gives of the controls while that is the answer. */
function exposedControls({ controls, stem }: Put, lang: Lang, value: string): string[] {
  const words = quizMessages(lang);
  const box = (label: string, typed: string): string[] => [
    ['textbox', label, ...(typed ? [typed] : []), heard(stem)].join(', '),
  ];
  switch (controls.type) {
    case 'options':
      return controls.options.map(
        (option) => `radio, ${optionText(option, controls.code)}${option.value === value ? ', checked' : ''}`,
      );
    case 'port':
      return box(words.typePort, value === 'nothing' ? '' : value);
    case 'address':
      return box(words.typeAddress, value);
    case 'manifest':
      return box(words.editManifest, heard(value ? decodeURIComponent(value) : controls.text));
    case 'selects': {
      const given = new Map(value ? chosen(value).map(([name, option]) => [name, option]) : []);
      return controls.rows.map((row) => {
        const option = controls.options.find((candidate) => candidate.value === given.get(row.value));
        return `combobox, ${optionText(row)}, ${option ? optionText(option, true) : words.choose}`;
      });
    }
    default:
      return controls satisfies never;
  }
}

const asExposed = ({ role, name, value, description, checked }: Exposed): string =>
  [role, name, value, description, checked && 'checked']
    .filter((part) => typeof part === 'string' && part !== '')
    .map((part) => heard(String(part)))
    .join(', ');

const ofControls = (all: readonly Exposed[]): Exposed[] =>
  all.filter(({ role }) => ['radio', 'textbox', 'combobox', 'button'].includes(role));

/** The parts of the feedback, as a live region strings them together. */
const announcement = ({ verdict, says, lines, route }: Feedback): string =>
  [
    verdict,
    says.map(plainText).join(''),
    ...(lines ? [lines.text.map(plainText).join('')] : []),
    ...(route && route.lines.length > 0 ? [[route.heading, ...route.lines.map(plainText)].join('')] : []),
  ].join(', ');

/** Words of the simulator about an element; all others must be on the screen. */
const ABOUT =
  /^(form|paragraph|group|radio|textbox|combobox|option|button|link|heading|code|list|listitem|disabled|has popup listbox|(not )?(checked|selected|expanded|pressed)|position \d+|set size \d+|level \d+)$/;

const unseen = ({ spoken, screen }: Heard): string[] =>
  spoken
    .flatMap((phrase) => phrase.replace(/^end of /, '').split(', '))
    .filter((part) => !ABOUT.test(part) && !screen.includes(squash(part)));

/** Phrases that were read by people and found right. */
const READ: Readonly<Record<Lang, readonly string[]>> = {
  pl: [
    'group, Klient w Podzie client łączy się z http://10.244.2.2:8170 (test-b). Czym skończy się ta próba?',
    'radio, Połączenie odrzucone, not checked, position 2, set size 4',
    'textbox, Wpisz numer portu, Klient w Podzie report łączy się z mysql:33306. Na którym porcie proces przyjmie to połączenie, jeśli w ogóle do niego dotrze?',
    'combobox, Z tym portem klient łączy się pod adresem węzła, has popup listbox, not expanded',
    'button, Sprawdź',
  ],
  en: [
    'group, The Pod client dials http://10.244.2.2:8170 (test-b). How does the connection end?',
    'radio, Refused, not checked, position 2, set size 4',
    'textbox, Type a port number, The Pod report dials mysql:33306. On which port, if any, does a process accept the connection?',
    'combobox, Dialed at a node, has popup listbox, not expanded',
    'button, Check',
  ],
  'zh-CN': [
    'group, Pod client 访问 http://10.244.2.2:8170（test-b）。这次连接的结果是什么？',
    'radio, 连接被拒绝, not checked, position 2, set size 4',
    'textbox, 填端口号, Pod report 访问 mysql:33306。接受这次连接的进程监听哪个端口？填端口号，或选“连不到任何进程”。',
    'combobox, 客户端连节点的 IP 时用, has popup listbox, not expanded',
    'button, 核对答案',
  ],
};

describe.each(LANGS)('%s', (lang) => {
  const words = quizMessages(lang);
  let all: readonly Taken[] = [];
  beforeAll(async () => {
    all = await takeAll(lang);
  }, 120_000);

  test('every kind of control is among what is heard', () => {
    expect(new Set(all.map(({ controls }) => controls.type)).size).toBe(5);
    expect(all.length).toBe(richest.questions.length + ofOtherKinds.size + 3);
  });

  test('phrases as they were read and found right', () => {
    const spoken = new Set(all.flatMap(({ open }) => open.spoken.map(heard)));
    expect(READ[lang].filter((phrase) => !spoken.has(phrase))).toEqual([]);
  });

  test('everything is spoken in the language of the page', () => {
    for (const { id, lang: spokenIn } of all) expect(spokenIn, id).toBe(lang);
  });

  test('a question begins with its number, then comes its text', () => {
    for (const { id, eyebrow, stem, open } of all) {
      const at = open.spoken.findIndex((phrase) => heard(phrase) === heard(eyebrow));
      expect(at, id).toBeGreaterThanOrEqual(0);
      const rest = open.spoken
        .slice(at + 1)
        .filter((phrase) => !/^(end of |paragraph$)/.test(phrase))
        .map((phrase) => phrase.replace(/^heading, /, ''));
      expect(squash(rest.join('')).startsWith(squash(stem)), id).toBe(true);
    }
  });

  test('the controls are a group named by the text of the question, in which numbers and addresses are text', () => {
    for (const { id, stem, open } of all) {
      expect(open.spoken.map(heard), id).toContain(`group, ${heard(stem)}`);
      expect(open.exposed.map(asExposed), id).toContain(`group, ${heard(stem)}`);
    }
  });

  test('no drawing is heard', () => {
    for (const { id, open, wrong, right } of all)
      for (const one of [open, wrong, right])
        expect(
          one.exposed.filter(({ role }) => /image|img|graphics|figure/i.test(role)),
          id,
        ).toEqual([]);
  });

  test('every option is spoken with its text, its state and its place; a field with its label and the question', () => {
    for (const put of all) {
      const wanted = spokenControls(put, lang);
      expect(inOrder(put.open.spoken.map(heard), wanted), put.id).toEqual(wanted);
    }
  });

  test('the button that checks comes after the answers, and after an error it says that there is another try', () => {
    for (const put of all) {
      const { id, open, wrong } = put;
      const before = [...spokenControls(put, lang), `button, ${words.check}`];
      expect(inOrder(open.spoken.map(heard), before), id).toEqual(before);
      expect(wrong.spoken.map(heard), id).toContain(`button, ${words.tryAgain}`);
      if (put.controls.type === 'port')
        expect(open.spoken.map(heard), id).toContain(`button, ${words.nothing}`);
    }
  });

  test('Chromium gives real screen readers the same names, and what is chosen or typed', () => {
    for (const put of all)
      for (const [value, { exposed }] of [
        ['', put.open],
        [put.wrong.value, put.wrong],
        [put.right.value, put.right],
      ] as const) {
        const wanted = exposedControls(put, lang, value);
        expect(inOrder(ofControls(exposed).map(asExposed), wanted), put.id).toEqual(wanted);
      }
  });

  test('nothing is spoken that is not on the screen', () => {
    for (const { id, open, wrong, right } of all)
      for (const one of [open, wrong, right]) expect(unseen(one), id).toEqual([]);
  });

  test('verdict and explanation are announced politely, once, and nothing else is', () => {
    for (const { id, wrong, right } of all)
      for (const { told, announced } of [wrong, right])
        expect(announced.map(squash), id).toEqual([squash(`polite: ${announcement(told)}`)]);
  });

  test('the verdict says in words whether the answer is right, and why a belief is wrong', () => {
    for (const { id, data, wrong, right } of all) {
      expect(right.told.verdict, id).toBe(words.right);
      expect(wrong.told.verdict, id).not.toBe(words.right);
      const belief = data.known[wrong.value];
      if (belief) expect(squash(wrong.announced.join()), id).toContain(squash(plainText(belief)));
    }
  });

  test('once a question is closed, the focus is on the verdict, and its controls are disabled', () => {
    for (const put of all) {
      const { id, right } = put;
      expect(right.focus, id).toBe(words.right);
      const names = new Set(exposedControls(put, lang, right.value));
      const controls = right.exposed.filter((one) => names.has(asExposed(one)));
      expect(controls.length, id).toBeGreaterThanOrEqual(names.size);
      expect(
        controls.filter(({ disabled }) => !disabled),
        id,
      ).toEqual([]);
    }
  });

  test('the route is spoken as a list, a hop each', () => {
    for (const { id, right } of all) {
      const lines = right.told.route?.lines ?? [];
      const items = lines.map(
        (_, index) => `listitem, level 1, position ${index + 1}, set size ${lines.length}`,
      );
      expect(
        right.spoken.filter((phrase) => phrase.startsWith('listitem, ')),
        id,
      ).toEqual(items);
    }
  });

  test('an answer that is given while the code of its kind is on its way is announced once', async () => {
    const puts = richest.questions.map((question) => inLesson(richest, question, lang));
    const ofTypes = new Map(puts.map((put) => [put.controls.type, put]));
    await onPage(puts[0]?.path ?? '', { bypassCSP: true }, async (page) => {
      await addReader(page);
      await page.route(/quiz-kind-/, async (route) => {
        await new Promise((done) => setTimeout(done, 300));
        await route.continue();
      });
      for (const put of ofTypes.values()) {
        const act = () => give(page.locator(put.within), put.controls, wrongAnswer(put));
        expect(await announced(page, put.within, act), put.id).toHaveLength(1);
      }
    });
  });
});

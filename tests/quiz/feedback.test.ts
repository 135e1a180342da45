/** What is said about every answer to every question of the lessons, in every language. */
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { LANGS, type Lang } from '../../src/i18n/locales.ts';
import { quizMessages } from '../../src/i18n/quiz/index.ts';
import { feedback } from '../../src/quiz/feedback.ts';
import { keySheet, quizPayload, stemOf } from '../../src/quiz/index.ts';
import { judge, judgeParts } from '../../src/quiz/judge.ts';
import { reasonText } from '../../src/quiz/kinds/why.ts';
import { plainText } from '../../src/quiz/marks.ts';
import { questionData } from '../../src/quiz/payload.ts';
import type { KindId } from '../../src/quiz/question.ts';
import type { Outcome } from '../../src/quiz/response.ts';
import { isPortValue, OUTCOMES } from '../../src/quiz/response.ts';
import { namesEnding } from './endings.ts';
import { ASKED, LESSONS } from './lessons.ts';

const UNKNOWN_PORT = '12345';

/** What can be answered without any belief; the options of the other kinds come from beliefs. */
const OPTIONS: Readonly<Partial<Record<KindId, readonly string[]>>> = {
  'which-port': ['nothing', UNKNOWN_PORT],
  outcome: OUTCOMES,
};

/** Everything that can be answered wrongly and is worth trying: recognised values, all options, a number from nowhere. */
const wrongAnswers = (asked: (typeof ASKED)[number]): string[] => {
  const options = OPTIONS[asked.question.kind] ?? [];
  const all = new Set([...asked.distractors.map(({ value }) => value as string), ...options]);
  return [...all].filter((value) => !(asked.key as readonly string[]).includes(value));
};

interface Said {
  name: string;
  lang: Lang;
  asked: (typeof ASKED)[number];
  value: string;
  /** The words of the first feedback: verdict, belief, rule, evidence. */
  text: string;
  /** The same, with the lines of the manifest and the route as far as they are shown. */
  all: string;
}

const FIRST: Said[] = LANGS.flatMap((lang) =>
  ASKED.flatMap((asked) => {
    const { words } = quizPayload({ questions: [] }, lang);
    const question = questionData(asked, lang);
    return wrongAnswers(asked).map((value) => {
      const said = feedback(words, question, [value]);
      if (!said) throw new Error('no feedback on a wrong answer');
      const text = plainText([said.verdict, ...said.says].join(' '));
      const all = plainText([text, ...(said.lines?.text ?? []), ...(said.route?.lines ?? [])].join('\n'));
      return { name: `${asked.question.id} ${value} ${lang}`, lang, asked, value, text, all };
    });
  }),
);

const wordCount = (text: string): number =>
  text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
const hanCount = (text: string): number => [...text.matchAll(/\p{Script=Han}/gu)].length;

/** Where the client stands decides, and no manifest. */
const NO_LINE = ['cluster-ip-from-outside', 'why-no-name-outside', 'why-no-answer-outside'];

describe('the first feedback', () => {
  test('there is some on at least five wrong answers in ten', () =>
    expect(FIRST.length).toBeGreaterThan(100));

  test.each(FIRST.filter(({ lang }) => lang !== 'zh-CN').map((said) => [said.name, said.text] as const))(
    '%s has at most 45 words',
    (_, text) => {
      expect(wordCount(text), text).toBeLessThanOrEqual(45);
    },
  );

  test.each(FIRST.filter(({ lang }) => lang === 'zh-CN').map((said) => [said.name, said.text] as const))(
    '%s has at most 90 Han characters',
    (_, text) => {
      expect(hanCount(text), text).toBeLessThanOrEqual(90);
    },
  );

  test.each(
    FIRST.filter(({ asked }) => asked.question.kind === 'which-port').map(
      (said) => [said.name, said] as const,
    ),
  )('%s does not print the right number', (_, { asked, all }) => {
    const dialed = String(asked.situation.dialed.port);
    const hidden = asked.key.filter((value) => isPortValue(value) && value !== dialed);
    for (const number of hidden) expect(all).not.toMatch(new RegExp(`(?<!\\d)${number}(?!\\d)`));
  });

  test.each(
    FIRST.filter(({ asked }) => asked.question.kind === 'which-line').map(
      (said) => [said.name, said] as const,
    ),
  )('%s does not name the line that decides', (_, { asked, all }) => {
    const [line = ''] = asked.key.map((value) => value.replace('line-', ''));
    expect(all).not.toMatch(new RegExp(`(?<!\\d)${line}(?!\\d)`));
  });

  test('what is said about the number of one line names no field of another', () => {
    for (const lang of LANGS)
      for (const note of Object.values(quizMessages(lang).fieldNotes)) expect(note).not.toContain('`');
  });

  test.each(
    FIRST.filter(({ asked }) => asked.question.kind === 'why').map((said) => [said.name, said] as const),
  )('%s does not say the true reason', (_, { asked, lang, all }) => {
    for (const value of asked.key) expect(all).not.toContain(reasonText(value, quizMessages(lang)));
  });

  test.each(
    FIRST.filter(({ asked }) => asked.question.kind === 'outcome').map((said) => [said.name, said] as const),
  )('%s does not name the right ending', (_, { asked, lang, all }) => {
    for (const outcome of asked.key) expect(namesEnding(all, lang, outcome as Outcome), all).toBe(false);
  });

  test('points to a line of the manifest wherever one decides, and lights it', () => {
    for (const asked of ASKED) {
      const { look, lines } = questionData(asked, 'en');
      if (NO_LINE.includes(asked.question.id)) expect(lines, look).toBeUndefined();
      else expect(look, asked.question.id).toMatch(new RegExp(`line ${lines?.lit}\\b`, 'i'));
    }
  });

  test('explains every option of an outcome question by a belief', () => {
    for (const asked of ASKED.filter(({ question }) => question.kind === 'outcome')) {
      expect(asked.distractors.map(({ value }) => value).sort(), asked.question.id).toEqual(
        wrongAnswers(asked).sort(),
      );
    }
  });

  test('a number from nowhere gets the hops up to the deciding one', () => {
    for (const asked of ASKED.filter(({ question }) => question.kind === 'which-port')) {
      const data = questionData(asked, 'en');
      const said = feedback(quizPayload({ questions: [] }, 'en').words, data, [UNKNOWN_PORT]);
      expect(said?.says[0]).toContain(`[none ${UNKNOWN_PORT}]`);
      expect(said?.route?.lines).toEqual(data.route.slice(0, data.until));
      expect(data.until, asked.question.id).toBeGreaterThan(0);
      expect(data.until).toBeLessThan(data.route.length);
    }
  });
});

describe('the line that decides', () => {
  test.each([
    ['dial-the-port', '`targetPort`: [target 5000]'],
    ['target-port-left-out', '`port`: [port 80]'],
    ['named-target-port', '`targetPort`: web'],
    ['no-pod-selected', 'app: catalogue'],
    ['node-port-from-outside', '`targetPort`: [target 8170]'],
    ['port-dialed-at-a-node', '`nodePort`: [node 32222]'],
    ['container-port-dialed', 'port-of-call/listens: "tcp/[listen 8170]"'],
    ['mysql-by-name', '`targetPort`: [target 3306]'],
  ])('of %s is %s', (id, line) => {
    const asked = ASKED.find(({ question }) => question.id === id);
    const lines = asked && questionData(asked, 'en').lines;
    expect(lines?.text[lines.lit - lines.first]?.trim()).toBe(line);
  });
});

describe('after the second error, and after the right answer', () => {
  test.each(ASKED.map((asked) => [asked.question.id, asked] as const))(
    '%s shows the answer and the whole route',
    (_, asked) => {
      const [first = '', second = ''] = wrongAnswers(asked);
      const data = questionData(asked, 'en');
      const { words } = quizPayload({ questions: [] }, 'en');
      for (const answers of [[first, second], [asked.key[0] ?? ''], [first, asked.key[0] ?? '']]) {
        const said = feedback(words, data, answers);
        expect(said?.says).toContain(data.answer);
        expect(said?.route?.lines).toEqual(data.route);
        expect(said?.lines ?? undefined).toEqual(data.lines);
      }
      expect(plainText(data.answer)).toContain(isPortValue(asked.key[0] ?? '') ? asked.key[0] : '');
    },
  );
});

describe('the JSON of a lesson', () => {
  test.each(LESSONS.flatMap((lesson) => LANGS.map((lang) => [lesson.id, lang, lesson] as const)))(
    '%s in %s travels in at most 6 kB',
    (_, lang, lesson) => {
      expect(brotliCompressSync(JSON.stringify(quizPayload(lesson, lang))).length).toBeLessThanOrEqual(6000);
    },
  );

  test('asks the same in every language: ids, keys, recognised answers, deciding lines', () => {
    const facts = (lang: Lang) =>
      LESSONS.map((lesson) =>
        Object.entries(quizPayload(lesson, lang).questions).map(([id, q]) => [
          id,
          q.key,
          Object.keys(q.known),
          q.lines?.lit,
          q.route.length,
          q.until,
        ]),
      );
    expect(facts('pl')).toEqual(facts('en'));
    expect(facts('zh-CN')).toEqual(facts('en'));
  });

  test('has at least four questions in every lesson, of every kind that is graded by comparing', () => {
    for (const { questions } of LESSONS) {
      expect(questions.length).toBeGreaterThanOrEqual(4);
      expect([...new Set(questions.map(({ kind }) => kind))]).toEqual(
        expect.arrayContaining(['which-port', 'outcome', 'which-line', 'why']),
      );
    }
  });
});

describe('the text of a question', () => {
  test.each(LANGS.flatMap((lang) => ASKED.map((asked) => [asked.question.id, lang, asked] as const)))(
    '%s in %s holds the number dialed and no other port',
    (_, lang, { question, situation }) => {
      const stem = plainText(stemOf(question, lang)).replace(/\d+(\.\d+){3}/g, '');
      const numbers = stem.match(/\d{2,}/g) ?? [];
      expect(numbers.filter((number) => number !== String(situation.dialed.port))).toEqual([]);
    },
  );

  test('never holds the right number: where that is the number dialed, the ending is asked instead', () => {
    for (const { question, situation, key } of ASKED)
      expect(key, question.id).not.toContain(String(situation.dialed.port));
  });

  test('names the proxy mode exactly where the question does', () => {
    for (const lang of LANGS)
      for (const { question } of ASKED)
        expect(/iptables|nftables/.test(stemOf(question, lang))).toBe(Boolean(question.proxyMode));
  });

  test('an ending is asked without a mark that would tell whether the number belongs there', () => {
    for (const { question } of ASKED.filter(({ question }) => question.kind === 'outcome'))
      expect(stemOf(question, 'en')).not.toMatch(/\[(port|target|node|listen)/);
  });
});

test('the key sheet gives every answer with its route', () => {
  const entries = keySheet(LESSONS[1] ?? { questions: [] }, 'en');
  expect(entries.map(({ id }) => id)).toEqual(LESSONS[1]?.questions.map(({ id }) => id));
  expect(entries.find(({ id }) => id === 'order-from-a-pod')?.answer).toBe('The answer: [listen 8170].');
  expect(entries[0]?.number).toBe(`Question 1 of ${entries.length}`);
  expect(entries.every(({ route }) => route.length > 0)).toBe(true);
  expect(entries.filter(({ wrong }) => wrong.length === 0).map(({ id }) => id)).toEqual([
    'order-from-outside',
  ]);
});

/** Names of the placeholders of every message, by path. */
const placeholders = (value: unknown, path = ''): [string, string[]][] =>
  typeof value === 'string'
    ? [[path, [...new Set(value.match(/\{\w+\}/g) ?? [])].sort()]]
    : Object.entries(value as object).flatMap(([key, inner]) => placeholders(inner, `${path}/${key}`));

test.each(LANGS)('messages in %s have the same keys and placeholders as in English', (lang) => {
  expect(placeholders(quizMessages(lang)).sort()).toEqual(placeholders(quizMessages('en')).sort());
});

test('an answer that is called like something every object has is an unknown answer', () => {
  const { known, key } = { known: {}, key: ['80'] };
  for (const value of ['constructor', 'toString', '__proto__']) {
    expect(judge({ known, key }, value)).toEqual({ credit: 0, why: undefined });
    expect(judgeParts({ known, key: ['pod=80'] }, value).why).toBeUndefined();
  }
});

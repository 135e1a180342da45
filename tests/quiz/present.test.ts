/** What the worker answers: questions in every language, the same for the same seed, graded as in a lesson. */
import { describe, expect, test } from 'vitest';
import { LANGS } from '../../src/i18n/locales.ts';
import { voiceOf } from '../../src/i18n/voice.ts';
import { answerRequest } from '../../src/quiz/engine-desk.ts';
import { plainText } from '../../src/quiz/marks.ts';
import { questionData, stemOf } from '../../src/quiz/payload.ts';
import { practiceData } from '../../src/quiz/practice-payload.ts';
import { type Presented, present } from '../../src/quiz/present.ts';
import { BANK } from './bank.ts';
import { ASKED } from './lessons.ts';

const DATA = practiceData(ASKED.map(({ question }) => ({ question })));
const EN = voiceOf('en');
const put = (id: string, seed = 0) => {
  const item = DATA.items.find((one) => one.id === id);
  const texts = item && DATA.scenarios[item.question.scenario];
  if (!item || !texts) throw new Error(`no question ${id}`);
  return { texts, question: item.question, seed, bank: DATA.bank };
};
const shown = (id: string, seed = 0): Presented => present(put(id, seed), EN);

test('the facts that travel hold no key and no sentence', () => {
  expect(DATA.items.length).toBe(ASKED.length);
  expect(Object.keys(DATA.items[0]?.question ?? {})).not.toContain('key');
  expect(JSON.stringify(DATA.items)).not.toMatch(/[.?] /);
});

test('as its author wrote it, a question is the one of the lesson, word for word', () => {
  for (const { question } of ASKED) {
    const { stem, data } = shown(question.id);
    expect(stem, question.id).toBe(stemOf(question, 'en'));
    expect(data, question.id).toEqual(
      questionData(ASKED.find((one) => one.question === question) as (typeof ASKED)[number], 'en'),
    );
  }
});

test.each(LANGS)('%s: every question has a text, manifests and feedback', (lang) => {
  for (const { id } of DATA.items) {
    const { stem, manifests, data } = present(put(id, 3), voiceOf(lang));
    expect(plainText(stem).length, id).toBeGreaterThan(20 / (lang === 'zh-CN' ? 2 : 1));
    expect(manifests.flatMap(({ lines }) => lines).length, id).toBeGreaterThan(5);
    expect(data.key.length, id).toBeGreaterThan(0);
  }
});

test('a seed makes the same variant every time, other seeds make others', () => {
  expect(shown('dial-the-port', 7)).toEqual(shown('dial-the-port', 7));
  const texts = [0, 7, 8, 9].map((seed) => JSON.stringify(shown('dial-the-port', seed).manifests));
  expect(new Set(texts).size).toBe(4);
});

test('the facts of a question tell variants apart and are the same in every language', () => {
  const facts = LANGS.map((lang) => present(put('dial-the-port', 7), voiceOf(lang)).facts);
  expect(new Set(facts).size).toBe(1);
  expect(shown('dial-the-port', 8).facts).not.toBe(facts[0]);
});

test('a line number of the feedback is the line of the manifest beside it', () => {
  for (const { id } of DATA.items) {
    const { data, manifests } = shown(id, 5);
    if (!data.lines) continue;
    const { lit, first, text } = data.lines;
    const beside = manifests.flatMap((m) => m.lines.map((line, index) => [m.first + index, line] as const));
    expect(new Map(beside).get(lit)?.trim(), id).toBe(text[lit - first]?.trim());
  }
});

describe('what a page asks of the engine', () => {
  test('answers given earlier are graded again, and what cannot be asked any more gets no grade', () => {
    const right = shown('dial-the-port', 7).data.key[0] ?? '';
    const gone = {
      ...put('dial-the-port'),
      question: { ...put('dial-the-port').question, connection: 'gone' },
    };
    const graded = answerRequest('grade', {
      answers: [
        { ...put('dial-the-port', 7), answer: right },
        { ...put('dial-the-port', 7), answer: '1' },
        { ...gone, answer: right },
      ],
    });
    expect(graded.map((grade) => grade?.right)).toEqual([true, false, undefined]);
    expect(graded[0]?.facts).toBe(shown('dial-the-port', 7).facts);
  });

  test('a connection is traced in both modes, or what is wrong with it is said', () => {
    const { texts } = put('node-port-from-outside');
    const traced = answerRequest('trace', {
      texts,
      from: 'pod/default/checkout',
      to: 'http://order-service:8080',
    });
    expect('traces' in traced && traced.traces.nftables.answers[0]?.outcome).toBe('reached');
    const wrong = answerRequest('trace', { texts, from: 'pod/default/nobody', to: 'order-service:8080' });
    expect('findings' in wrong && wrong.findings.map(({ code }) => code)).toContain('vantage-unknown');
  });
});

test('whoever is asked for an address sees which addresses there are, and nobody else does', () => {
  const put = (id: string) => {
    const entry = BANK.find(({ question }) => question.id === id);
    if (!entry) throw new Error(id);
    return present({ ...entry, seed: 0, bank: 'addresses' }, voiceOf('en'));
  };
  expect(put('address-from-outside').addresses.map(({ what }) => what)).toEqual([
    'node-1',
    'node-2',
    'Service tower',
    'Pod tower-a',
    'Pod tower-b',
    'Pod guard',
  ]);
  const { key } = put('address-for-a-node').data;
  expect(key[0]).toContain(put('address-for-a-node').addresses[2]?.address);
  expect(put('address-without-a-cluster-ip').addresses.map(({ what }) => what)).not.toContain(
    'Service vault',
  );
  expect(put('dial-the-port').addresses).toEqual([]);
});

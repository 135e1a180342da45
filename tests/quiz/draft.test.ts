/** What is typed and not yet checked, over a reload. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Draft, dropDraft, loadDraft, saveDraft } from '../../src/quiz/draft.ts';
import { memory } from './memory.ts';

const KEY = 'port-of-call/draft';
const DRAFT: Draft = {
  exam: true,
  questions: [
    { id: 'dial-the-port', seed: 7, bank: '0a1b2c3d', controls: ['8170', 'false'] },
    { id: 'repair-the-port', seed: 0, bank: '0a1b2c3d', controls: ['kind: Service\n'] },
  ],
};

test('what was typed comes back as it was', () => {
  const tab = memory();
  expect(saveDraft(tab, DRAFT)).toBe(true);
  expect(loadDraft(tab)).toEqual(DRAFT);
});

test('once it is dropped, nothing comes back', () => {
  const tab = memory();
  saveDraft(tab, DRAFT);
  dropDraft(tab);
  expect(loadDraft(tab)).toBeNull();
});

describe('what is stored is never trusted', () => {
  test.each([
    ['nothing', {}],
    ['no JSON', { [KEY]: '{"version":1,' }],
    ['another version', { [KEY]: JSON.stringify({ version: 2, ...DRAFT }) }],
    ['no questions', { [KEY]: '{"version":1,"exam":true,"questions":[]}' }],
    [
      'a question without an id',
      { [KEY]: '{"version":1,"exam":true,"questions":[{"seed":1,"controls":[]}]}' },
    ],
    ['null for a question', { [KEY]: '{"version":1,"exam":true,"questions":[null]}' }],
  ])('%s is no draft', (_, stored) => {
    expect(loadDraft(memory(stored))).toBeNull();
  });

  test('whatever it is, reading it never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (stored) => {
        const draft = loadDraft(memory({ [KEY]: stored }));
        expect(draft === null || draft.questions.length > 0).toBe(true);
      }),
    );
  });
});

test('a storage that is forbidden or full keeps nothing and stops nothing', () => {
  const forbidden = () => {
    throw new DOMException('denied', 'SecurityError');
  };
  expect(saveDraft(forbidden, DRAFT)).toBe(false);
  expect(loadDraft(forbidden)).toBeNull();
  expect(() => dropDraft(forbidden)).not.toThrow();
});

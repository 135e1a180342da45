/** A manifest is repaired when the connection arrives, whatever was changed. */
import { describe, expect, test } from 'vitest';
import { LANGS } from '../../src/i18n/locales.ts';
import { answerRequest } from '../../src/quiz/engine-desk.ts';
import { controlsOf } from '../../src/quiz/index.ts';
import { kindOf } from '../../src/quiz/kinds/index.ts';
import { questionData } from '../../src/quiz/payload.ts';
import { editedText, repairValue } from '../../src/quiz/repair-text.ts';
import { ASKED } from './lessons.ts';

const asked = ASKED.find(({ question }) => question.kind === 'repair');
if (!asked) throw new Error('the lessons have nothing to repair');
const controls = controlsOf(asked.question, 'en');
const text = controls.type === 'manifest' ? controls.text : '';
const grade = (edited: string) => kindOf(asked.question).grade(asked.key, repairValue(edited), asked);
const edit = (from: string, to: string): string => {
  if (!text.includes(from)) throw new Error(`nothing to replace: ${from}`);
  return text.replace(from, to);
};

describe('it arrives, so it is right', () => {
  test.each([
    ['the label of the Pods in the selector', edit('app: catalogue', 'app: catalog')],
    ['in quotes', edit('app: catalogue', 'app: "catalog"')],
    ['in flow style', edit('selector:\n    app: catalogue', 'selector: { app: catalog }')],
    ['with another type and a comment', edit('app: catalogue', 'app: catalog # fixed\n  type: NodePort')],
    ['with Windows line ends', edit('app: catalogue', 'app: catalog').replaceAll('\n', '\r\n')],
    [
      'in a List, as kubectl apply takes it',
      `apiVersion: v1\nkind: List\nitems:\n- ${edit('app: catalogue', 'app: catalog').replaceAll('\n', '\n  ')}`,
    ],
    ['the repair that is shown', editedText(asked.key[0] ?? '')],
  ])('%s', (_, edited) => {
    expect(grade(edited)).toBe(1);
  });
});

describe('it does not arrive', () => {
  test.each([
    ['as it was', text],
    ['another number', edit('targetPort: 5000', 'targetPort: 80')],
    [
      'another name, so that the name dialed is gone',
      edit('name: catalog', 'name: shelf').replace('catalogue', 'catalog'),
    ],
    ['rejected by the API server', edit('app: catalogue', 'app: catalog').replace('port: 80', 'port: 80000')],
    ['no YAML', 'kind: Service\n  - :'],
    ['nothing', ''],
  ])('%s', (_, edited) => {
    expect(grade(edited)).toBe(0);
  });
});

test('what is typed is read by the engine: findings of the text as it is now', () => {
  const { engine } = questionData(asked, 'en');
  if (!engine?.edit) throw new Error('nothing may be edited');
  const { text: whole, goal, edit: part } = engine;
  const at = (edited: string) => answerRequest('repaired', { text: whole, goal, edit: part, edited });
  expect(at(edit('port: 80', 'port: 80000')).findings.map(({ code }) => code)).toEqual(['port-out-of-range']);
  expect(at(edit('port: 80', 'port: "80"')).findings).toHaveLength(1);
  expect(at(text)).toMatchObject({
    right: false,
    findings: [],
    reach: { outcome: 'refused', because: 'no-pod-selected' },
  });
  expect(answerRequest('readable', { edited: text })).toBe(true);
  expect(answerRequest('readable', { edited: 'kind: Service\n  - :' })).toBe(false);
});

test('half a surrogate pair is an answer like any other text', () => {
  expect(editedText(repairValue('kind: \ud83d'))).toBe('kind: \ufffd');
  expect(editedText('%')).toBe('');
});

test('an answer is kept as one word without quotation marks, and read back as it was', () => {
  const edited = edit('app: catalogue', `app: 'catalog' # "é" 目录`);
  expect(repairValue(edited)).toMatch(/^[\w.~%!*():/,=-]+$/);
  expect(editedText(repairValue(edited))).toBe(edited);
});

test.each(LANGS)('in %s, the question does not hold its repair, and the answer does', (lang) => {
  const told = controlsOf(asked.question, lang);
  expect(JSON.stringify(told)).not.toContain('app: catalog\\n');
  expect(questionData(asked, lang).answer).toContain('`app: catalog`');
});

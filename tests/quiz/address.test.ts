/** An address is right when the engine says that the client arrives by it, however it is written. */
import { describe, expect, test } from 'vitest';
import { addressOf } from '../../src/engine/index.ts';
import { LANGS } from '../../src/i18n/locales.ts';
import { parseAddress } from '../../src/quiz/address.ts';
import { answerRequest } from '../../src/quiz/engine-desk.ts';
import { kindOf } from '../../src/quiz/kinds/index.ts';
import { plainText } from '../../src/quiz/marks.ts';
import { questionData } from '../../src/quiz/payload.ts';
import { toldEnd } from '../../src/quiz/told-end.ts';
import { ASKED } from './lessons.ts';

const asked = ASKED.find(({ question }) => question.id === 'address-of-the-process');
if (!asked) throw new Error('the lessons ask for no address');
const at = (name: string): string => addressOf(asked.scenario.cluster, name) ?? '';

const value = (typed: string): string => {
  const parsed = parseAddress(typed);
  if ('problem' in parsed) throw new Error(`${typed}: ${parsed.problem}`);
  return parsed.value;
};
const grade = (typed: string) => kindOf(asked.question).grade(asked.key, value(typed), asked);

describe('these are one and the same answer to the engine', () => {
  test.each([
    ['the short name', 'http://test-service:8080'],
    ['the name with its namespace', 'test-service.default:8080'],
    ['the name up to svc', 'http://test-service.default.svc:8080'],
    ['the full name', 'test-service.default.svc.cluster.local:8080/tcp'],
    ['the cluster IP', `${at('service/default/test-service')}:8080`],
    ['one Pod, on the port of its process', `http://${at('pod/default/test-a')}:8170`],
    ['the other Pod', `${at('pod/default/test-b')}:8170/TCP`],
    ['any node, on the node port', `http://${at('node-2')}:30333/`],
    ['full-width letters of a Chinese keyboard', 'ｈｔｔｐ：／／ｔｅｓｔ－ｓｅｒｖｉｃｅ：８０８０'],
    ['a whole command', 'curl http://TEST-SERVICE:8080'],
    ['the full name with its final dot', 'test-service.default.svc.cluster.local.:8080'],
  ])('%s', (_, typed) => {
    expect(grade(typed)).toBe(1);
  });
});

describe('these do not arrive there', () => {
  test.each([
    ['targetPort at the cluster IP', 'test-service:8170'],
    ['port at a Pod', `${at('pod/default/test-a')}:8080`],
    ['containerPort', `${at('pod/default/test-a')}:9090`],
    ['http without a number is 80', 'http://test-service'],
    ['a name of another namespace', 'test-service.kube-system:8080'],
    ['UDP', 'test-service:8080/udp'],
    ['127.0.0.1 in the Pod', '127.0.0.1:30333'],
  ])('%s', (_, typed) => {
    expect(grade(typed)).toBe(0);
  });
});

test.each([
  'x..y:80',
  'web..:80',
  '-web:80',
  '10.96.1:80',
  '10.96.1.256:80',
  '010.096.1.1:8080',
  'test-service',
  'ftp://test-service:21',
  'http://:80',
  'a b:80',
  'web:0',
  'web:65536',
  '8080',
])('%s is no address with a port, and no wrong answer', (typed) =>
  expect(parseAddress(typed)).toEqual({ problem: 'not-an-address' }),
);
test('nothing typed is no answer', () => expect(parseAddress(' ')).toEqual({ problem: 'no-address' }));

test.each(LANGS)('in %s, an address that does not arrive is answered with how it ends', (lang) => {
  const { engine } = questionData(asked, lang);
  if (!engine) throw new Error('nothing to try an address on');
  const reached = answerRequest('reach', {
    text: engine.text,
    goal: engine.goal,
    to: 'test-service:8170/TCP',
  });
  if (!reached) throw new Error('not traced');
  expect(reached.right).toBe(false);
  const text = plainText(toldEnd(engine, 'test-service:8170/TCP', reached));
  expect(text).toContain('test-service:8170');
  expect(text).toContain(engine.ends[reached.outcome]);
  expect(text).not.toMatch(/[{}|]/);
});

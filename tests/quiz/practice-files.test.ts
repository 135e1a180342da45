/** content/practice/: what an author may get wrong there, beside what is wrong in any quiz.yaml. */
import { expect, test } from 'vitest';
import { practiceQuestions, readPractice } from '../../src/practice.ts';
import { SKILLS } from '../../src/quiz/skills.ts';

const question = (id: string, connection = 'by-name'): string => `- id: ${id}
  kind: which-port
  scenario: catalog
  connection: ${connection}
  at: process
  targets: [port-is-reached]
`;
const mistakesIn = (file: string, text: string, lessonOf = new Map<string, string>()) =>
  readPractice([{ file, text }], lessonOf).mistakes.map(
    ({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`,
  );
const FILE = 'content/practice/target-port.yaml';

test('a file in order has questions of the skill it is named after', () => {
  const { questions, mistakes } = readPractice([{ file: FILE, text: question('a') }], new Map());
  expect(mistakes).toEqual([]);
  expect(questions.map(({ skill, question }) => [skill, question.id])).toEqual([['target-port', 'a']]);
});

test('a file that is named after no skill', () => {
  expect(mistakesIn('content/practice/target-ports.yaml', question('a'))).toEqual([
    'content/practice/target-ports.yaml:1:1: a file of the bank is named after a skill, SKILL.yaml. Did you mean "target-port"?',
  ]);
});

test('an id that a lesson has', () => {
  const [mistake] = mistakesIn(FILE, `${question('b')}\n${question('a')}`, new Map([['a', '02-node-port']]));
  expect(mistake).toMatch(
    /^content\/practice\/target-port\.yaml:8:7: the id "a" is already used in 02-node-port/,
  );
});

test('an id that another file has', () => {
  const files = [FILE, 'content/practice/dns.yaml'].map((file) => ({ file, text: question('a') }));
  expect(readPractice(files, new Map()).mistakes.map(({ file }) => file)).toEqual([
    'content/practice/dns.yaml',
  ]);
});

test('a mistake of a question is found as in quiz.yaml', () => {
  expect(mistakesIn(FILE, question('a', 'by-nam'))).toEqual([
    `${FILE}:4:15: scenario catalog has no connection "by-nam". Did you mean "by-name"?`,
  ]);
});

test('a file that is no YAML', () => {
  expect(mistakesIn(FILE, '- id: [a\n')).toHaveLength(1);
});

test('the bank has questions for every skill, each id once', () => {
  const questions = practiceQuestions();
  expect(new Set(questions.map(({ skill }) => skill))).toEqual(new Set(SKILLS));
  expect(new Set(questions.map(({ question }) => question.id)).size).toBe(questions.length);
});

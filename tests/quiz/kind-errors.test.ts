/** What an author may get wrong about the kinds that have fields of their own. */
import { expect, test } from 'vitest';
import { checkQuiz } from '../../src/quiz/check-quiz.ts';

const question = (lines: string): string => `- id: it\n${lines.replace(/^/gm, '  ')}\n`;

test.each([
  [
    'a line that is none of the three',
    'kind: which-line\nscenario: catalog\nconnection: by-name\nline: writen\ntargets: [port-is-reached]',
    5,
    9,
    'Did you mean "written"?',
  ],
  [
    'a line that no rule writes',
    'kind: which-line\nscenario: catalog\nconnection: target-port\nline: written\ntargets: [port-is-reached]',
    4,
    15,
    'Write "line: matched"',
  ],
  [
    '"line" in another kind',
    'kind: why\nscenario: catalog\nconnection: outside-by-name\nline: written\ntargets: [port-is-reached]',
    5,
    9,
    '"line" belongs to the kind "which-line"',
  ],
  [
    'a reason that differs by mode',
    'kind: why\nscenario: catalog\nconnection: target-port\ntargets: [port-is-reached]',
    4,
    15,
    'proxyMode',
  ],
  [
    'a Service with too few numbers to match',
    'kind: match-fields\nscenario: catalog\nconnection: by-name\ntargets: [port-is-reached]',
    4,
    15,
    'Choose a scenario with',
  ],
  [
    'targets where no belief leads to an answer',
    'kind: order-hops\nscenario: catalog\nconnection: by-name\ntargets: [port-is-reached]',
    5,
    12,
    'Delete the line',
  ],
  [
    'a route too short to order',
    'kind: order-hops\nscenario: catalog\nconnection: outside-by-name',
    4,
    15,
    'Ask about another connection',
  ],
  [
    'an address of what does not arrive',
    'kind: address\nscenario: catalog\nconnection: target-port',
    4,
    15,
    'Ask about a connection that arrives',
  ],
  [
    'a repair of what arrives',
    'kind: repair\nscenario: catalog\nconnection: by-name',
    4,
    15,
    'nothing to repair',
  ],
  [
    'a repair that one value in the Service cannot bring about',
    'kind: repair\nscenario: catalog\nconnection: outside-by-name',
    4,
    15,
    'no repair could be shown',
  ],
])('%s', (_, lines, line, column, says) => {
  const { mistakes } = checkQuiz('quiz.yaml', question(lines));
  expect(mistakes).toHaveLength(1);
  expect(mistakes[0]).toMatchObject({ file: 'quiz.yaml', line, column });
  expect(mistakes[0]?.message).toContain(says);
});

/** The markup of quiz texts. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMarks, plainText, withhold } from '../../src/quiz/marks.ts';

describe('parts of a text', () => {
  test('a number has its mark, a field is code, an address holds together', () => {
    expect(parseMarks('`port` at <http://web:[port 8080]>.')).toEqual([
      { type: 'code', text: 'port' },
      { type: 'text', text: ' at ' },
      {
        type: 'address',
        parts: [
          { type: 'text', text: 'http://web:' },
          { type: 'port', mark: 'port', value: '8080', hollow: false },
        ],
      },
      { type: 'text', text: '.' },
    ]);
  });
  test('an exclamation mark makes the mark hollow', () => {
    expect(parseMarks('[target! 8170]')).toEqual([
      { type: 'port', mark: 'target', value: '8170', hollow: true },
    ]);
  });
  test('what is no markup stays as it is', () => {
    expect(parseMarks('ports: [80, 443] and [port]')).toEqual([
      { type: 'text', text: 'ports: [80, 443] and [port]' },
    ]);
  });
  test('no text is lost and none throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const unmarked = text.replace(/[`<>[\]]/g, '');
        expect(plainText(unmarked)).toBe(unmarked);
        expect(() => parseMarks(text)).not.toThrow();
      }),
    );
  });
});

describe('while a retry is open', () => {
  test('the number of the key is withheld wherever it stands, marked or not', () => {
    expect(withhold('      `targetPort`: [target 8170] # 8170', ['8170'])).toBe(
      '      `targetPort`: [target ?] # ?',
    );
  });
  test('a number that only contains it is not', () => {
    expect(withhold('[node 30080]', ['80'])).toBe('[node 30080]');
  });
});

/** What a learner types, how it is stored, and when a question is open. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRepeat, isRight, standing } from '../../src/quiz/attempt.ts';
import { parsePort } from '../../src/quiz/port-number.ts';
import { loadAnswers, saveAnswers } from '../../src/quiz/progress.ts';
import { PARSERS } from '../../src/quiz/response.ts';
import { memory } from './memory.ts';

describe('one port, however it is typed', () => {
  test.each([
    ['plain digits', '8080', 8080],
    ['a colon before it, as in an address', ':8080', 8080],
    ['its protocol behind it, as kubectl prints it', '8080/TCP', 8080],
    ['protocol in lower case, with spaces', '8080 / udp', 8080],
    ['spaces around it', ' 8080 ', 8080],
    ['a tab and a line break around it', '\t8080\n', 8080],
    ['full-width digits of a Chinese keyboard', '８０８０', 8080],
    ['full-width digits, colon, slash and letters', '：８０８０／ＴＣＰ', 8080],
    ['digits grouped by a space', '30 080', 30080],
    ['digits grouped by a no-break space, as Polish does', '30\u00a0080', 30080],
    ['digits grouped by a narrow no-break space', '30\u202f080', 30080],
    ['four digits grouped', '8 080', 8080],
    ['an invisible byte order mark, pasted along', '\ufeff8080', 8080],
    ['the lowest port', '1', 1],
    ['the highest port', '65535', 65535],
    ['the highest port, grouped', '65 535', 65535],
  ])('%s', (_, typed, port) => {
    expect(parsePort(typed)).toEqual({ port });
  });

  test.each([
    ['zero', '0'],
    ['one more than the highest port', '65536'],
    ['six digits', '655350'],
    ['a number below zero', '-80'],
    ['letters', 'http'],
    ['a named port', 'web'],
    ['letters behind digits', '8080x'],
    ['a list of ports', '80 80 80'],
    ['two ports', '8080 8170'],
    ['a mapping', '8080:8170'],
    ['a decimal', '80.80'],
    ['hexadecimal', '0x50'],
    ['digits grouped wrongly', '308 0'],
    ['a protocol that has no ports', '8080/ICMP'],
    ['an address with a port', '10.96.1.10:8080'],
  ])('%s is no port', (_, typed) => {
    expect(parsePort(typed)).toEqual({ problem: 'not-a-port' });
  });

  test.each([
    ['nothing', ''],
    ['spaces', '   '],
    ['full-width spaces', '\u3000'],
  ])('%s is nothing typed', (_, typed) => {
    expect(parsePort(typed)).toEqual({ problem: 'empty' });
  });

  test('any text gives a port from 1 to 65535 or a problem, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (typed) => {
        const parsed = parsePort(typed);
        if ('problem' in parsed) expect(['empty', 'not-a-port']).toContain(parsed.problem);
        else expect(parsed.port >= 1 && parsed.port <= 65535 && Number.isInteger(parsed.port)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('every port is read back from its digits, its full-width digits and its groups', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 65535 }), (port) => {
        const wide = String(port).replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
        const grouped = String(port).replace(/\B(?=(\d{3})+$)/g, '\u00a0');
        for (const typed of [String(port), wide, grouped, `:${port}`, `${port}/TCP`])
          expect(parsePort(typed)).toEqual({ port });
      }),
    );
  });
});

describe('an answer', () => {
  test('"nothing is reached" is an answer to which-port', () => {
    expect(PARSERS['which-port']('nothing')).toEqual({ value: 'nothing' });
  });
  test('an outcome is one of four words, and no port', () => {
    expect(PARSERS.outcome('timed-out')).toEqual({ value: 'timed-out' });
    expect(PARSERS.outcome('8080')).toEqual({ problem: 'no-choice' });
    expect(PARSERS.outcome('')).toEqual({ problem: 'no-choice' });
  });
  test('is right only when it is exactly one of the key: 8081 is not nearly 8080', () => {
    expect(isRight(['8080', '9090'], '9090')).toBe(true);
    expect(isRight(['8080'], '8081')).toBe(false);
    expect(isRight(['8080'], '80')).toBe(false);
  });
});

describe('the first attempt counts, one error has one retry', () => {
  test.each([
    ['nothing answered', [], 'open'],
    ['right at once', ['8170'], 'right-at-once'],
    ['one error', ['8080'], 'retry'],
    ['right at the retry', ['8080', '8170'], 'right'],
    ['two errors', ['8080', '32222'], 'shown'],
    ['what came after two errors does not count', ['8080', '32222', '8170'], 'shown'],
  ] as const)('%s', (_, answers, state) => {
    expect(standing(['8170'], answers)).toBe(state);
  });
  test('a corrected key regrades what was stored', () => {
    expect(standing(['8080'], ['8080'])).toBe('right-at-once');
    expect(standing(['8170'], ['8080'])).toBe('retry');
  });
  test('giving the first answer again is no second attempt', () => {
    expect(isRepeat(['8080'], '8080')).toBe(true);
    expect(isRepeat(['8080'], '32222')).toBe(false);
    expect(isRepeat([], '8080')).toBe(false);
  });
});

describe('progress on the device', () => {
  const KEY = 'port-of-call/question/dial-the-port';

  test('is kept by question id, with the time of the first answer, so every language sees it', () => {
    const storage = memory();
    expect(saveAnswers(storage, 'dial-the-port', { answers: ['80', '5000'], at: 17 })).toBe(true);
    expect(loadAnswers(storage, 'dial-the-port')).toEqual({ answers: ['80', '5000'], at: 17 });
    expect(loadAnswers(storage, 'another-question').answers).toEqual([]);
  });
  test('from before times were kept is read as well', () => {
    const stored = '{"version":1,"answers":["80"]}';
    expect(loadAnswers(memory({ [KEY]: stored }), 'dial-the-port')).toEqual({ answers: ['80'], at: 0 });
  });
  test.each([
    ['no JSON', '{"version":1,'],
    ['a foreign text', 'dark'],
    ['null', 'null'],
    ['a number', '42'],
    ['a list', '["80"]'],
    ['another version', '{"version":2,"answers":["80"]}'],
    ['no answers', '{"version":1}'],
    ['answers that are no list', '{"version":1,"answers":"80"}'],
    ['answers that are no texts', '{"version":1,"answers":[80]}'],
    ['more answers than there are attempts', '{"version":1,"answers":["80","81","82"]}'],
    ['a time that is none', '{"version":1,"answers":["80"],"at":"now"}'],
    ['an answer that nobody can give', '{"version":1,"answers":["<img>"]}'],
    ['a quotation mark that would end a selector', '{"version":1,"answers":["a\\"]"]}'],
  ])('%s is ignored', (_, stored) => {
    expect(loadAnswers(memory({ [KEY]: stored }), 'dial-the-port').answers).toEqual([]);
  });
  test('whatever is stored, reading it never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (stored) => {
        expect(
          loadAnswers(memory({ [KEY]: stored }), 'dial-the-port').answers.every((a) => typeof a === 'string'),
        ).toBe(true);
      }),
    );
  });
  test('what makes no sense is set aside before it is written over; what a newer version wrote is left alone', () => {
    const damaged = memory({ [KEY]: '{"version":1,' });
    expect(saveAnswers(damaged, 'dial-the-port', { answers: ['80'], at: 17 })).toBe(true);
    expect(damaged().getItem('port-of-call/set-aside/dial-the-port')).toBe('{"version":1,');
    const newer = memory({ [KEY]: '{"version":2}' });
    expect(saveAnswers(newer, 'dial-the-port', { answers: ['80'], at: 17 })).toBe(false);
    expect(newer().getItem(KEY)).toBe('{"version":2}');
  });
  test('a forbidden storage keeps nothing and stops nothing', () => {
    const forbidden = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    expect(loadAnswers(forbidden, 'dial-the-port').answers).toEqual([]);
    expect(saveAnswers(forbidden, 'dial-the-port', { answers: ['80'], at: 17 })).toBe(false);
  });
  test('a full storage keeps nothing and stops nothing', () => {
    const full = () => ({
      ...memory()(),
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    });
    expect(saveAnswers(full, 'dial-the-port', { answers: ['80'], at: 17 })).toBe(false);
  });
});

/** How Go writes and compares what its messages quote: strconv, encoding/json, sort. A row is a fact. */
import { expect, test } from 'vitest';
import { byteLength, compareStrings, formatFloat, formatValue, marshal } from '../../src/engine/go.ts';
import { contains, parseNetwork } from '../../src/engine/ipv4.ts';

test.each([
  ['a letter', 'a', 1],
  ['a letter of Latin-1', 'é', 2],
  ['the last of two bytes', '\u07ff', 2],
  ['the first of three', '\u0800', 3],
  ['a currency', '€', 3],
  ['a pictograph', '🚀', 4],
  ['several', 'aé€🚀', 10],
  ['nothing', '', 0],
])('%s is as long as its bytes: %s', (_, text, bytes) => {
  expect(byteLength(text)).toBe(bytes);
});

test.each([
  ['a prefix comes first', 'a', 'ab'],
  ['nothing comes first', '', 'a'],
  ['capitals come before small letters', 'Z', 'a'],
  ['digits come before letters', '9', 'A'],
  ['the first difference counts, not the length', 'ab', 'b'],
  ['bytes count, not UTF-16: a wide sign before a pictograph', '\uffe6', '🚀'],
  ['two pictographs', '🚀', '🚁'],
])('%s', (_, first, second) => {
  expect(compareStrings(first, second)).toBeLessThan(0);
  expect(compareStrings(second, first)).toBeGreaterThan(0);
  expect(compareStrings(first, first)).toBe(0);
});

test.each([
  [0, '0'],
  [-0, '-0'],
  [1.5, '1.5'],
  [1e-6, '0.000001'],
  [1e-7, '1e-7'],
  [1.5e-7, '1.5e-7'],
  [1e20, '100000000000000000000'],
  [1e21, '1e+21'],
  [-2.5e300, '-2.5e+300'],
])('%d is written %s', (value, text) => {
  expect(formatFloat(value)).toBe(text);
});

test.each<[value: unknown, text: string]>([
  ['a "b"\n\x00', '"a \\"b\\"\\n\\x00"'],
  ['🚀 \u200b\u{e0001}', '"🚀 \\u200b\\U000e0001"'],
  [7, '7'],
  [null, 'null'],
  [{ a: '<b>' }, '{"a":"\\u003cb\\u003e"}'],
  [['a', 1], '["a",1]'],
])('%j in a message is %s', (value, text) => {
  expect(formatValue(value)).toBe(text);
});

test('what is undefined is null in JSON', () => {
  expect(marshal(undefined)).toBe('null');
});

test.each([
  ['a network', '10.244.1.0/24', '10.244.1.255', '10.244.2.0'],
  ['one named by an address in it', '10.244.1.77/24', '10.244.1.0', '10.244.0.255'],
  ['an address alone', '10.244.1.77', '10.244.1.77', '10.244.1.78'],
])('%s holds', (_, text, inside, outside) => {
  const network = parseNetwork(text);
  if (network === null) throw new Error(text);
  expect(contains(network, inside)).toBe(true);
  expect(contains(network, outside)).toBe(false);
});

test.each([
  '10.244.1.0/33',
  '10.244.1.0/8x',
  '10.244.1.0/',
  '10.244.1.0/8/8',
  '10.244.1/8',
  'web/8',
  'fd00::/8',
  '',
])('%j is no network', (text) => {
  expect(parseNetwork(text)).toBeNull();
});

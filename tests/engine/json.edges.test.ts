/** JSON as Go reads and writes it. Every row was asked of kubectl (`kubectl label --local -f - x=y`) or of Go's encoding/json and strconv. */
import { expect, test } from 'vitest';
import { toPlain } from '../../src/engine/json.ts';
import { kubectlApply } from '../../src/engine/kubectl-apply.ts';
import { readDocuments } from '../../src/engine/kubectl-read.ts';
import { messageOf, post, service } from './admission.helpers.ts';

const HEAD = '{"apiVersion": "example.com/v1", "kind": "W", "metadata": {"name": "w"}, ';

const VALUES: readonly [text: string, value: unknown][] = [
  ['"v": "\\"\\\\\\/\\b\\f\\n\\r\\t"', '"\\/\b\f\n\r\t'],
  ['"v": "\\u00e9\\u4E2d\\ud83d\\ude80"', 'é中🚀'],
  ['"v": "é🚀"', 'é🚀'],
  [
    '"v": [0, -0, 7, -7, 0.5, -0.5, 1e5, 1E+2, 1.5e-7, 10]',
    [0, 0, 7, -7, 0.5, -0.5, 100000, 100, 1.5e-7, 10],
  ],
  ['"v": [true, false, null]', [true, false, null]],
  ['"v": {}', {}],
  ['"v": []', []],
  ['"v": [[], {}, [{}]]', [[], {}, [{}]]],
  ['"v" : [ 1 , 2 ] ', [1, 2]],
  ['\n"v"\n:\r\n\t1\n', 1],
  ['"v": 1, "v": 2', 2],
  ['"v": ""', ''],
  ['"v": 9223372036854775807', 2 ** 63],
  ['"v": "\\ud800x"', '\ufffdx'],
  ['"v": "a b"', 'a b'],
  ['"v": "\u007f"', '\u007f'],
];

test.each(VALUES)('%s is read', (text, value) => {
  const [object] = readDocuments(`${HEAD}${text}}`, 'manifest.json').objects.map(toPlain);
  expect(JSON.stringify((object as { v: unknown }).v)).toBe(JSON.stringify(value));
});

/** The offset counts bytes from 1; what YAML could read is cut off by a bracket. */
const REFUSED: readonly [text: string, message: string][] = [
  ['"v": 01]', "json: offset 80: invalid character '1' after object key:value pair"],
  ['"v": -]', "json: offset 80: invalid character ']' in numeric literal"],
  ['"v": -a]', "json: offset 80: invalid character 'a' in numeric literal"],
  ['"v": 1.]', "json: offset 81: invalid character ']' after decimal point in numeric literal"],
  ['"v": 1.a]', "json: offset 81: invalid character 'a' after decimal point in numeric literal"],
  ['"v": 1e]', "json: offset 81: invalid character ']' in exponent of numeric literal"],
  ['"v": 1e+]', "json: offset 82: invalid character ']' in exponent of numeric literal"],
  ['"v": 1e+a]', "json: offset 82: invalid character 'a' in exponent of numeric literal"],
  ['"v": tru]', "json: offset 82: invalid character ']' in literal true (expecting 'e')"],
  ['"v": txue]', "json: offset 80: invalid character 'x' in literal true (expecting 'r')"],
  ['"v": fals]', "json: offset 83: invalid character ']' in literal false (expecting 'e')"],
  ['"v": fx]', "json: offset 80: invalid character 'x' in literal false (expecting 'a')"],
  ['"v": nul]', "json: offset 82: invalid character ']' in literal null (expecting 'l')"],
  ['"v": nx]', "json: offset 80: invalid character 'x' in literal null (expecting 'u')"],
  ['"v": "a\\q"]', "json: offset 82: invalid character 'q' in string escape code"],
  ['"v": "\\u12g4"]', "json: offset 84: invalid character 'g' in \\u hexadecimal character escape"],
  ['"v": "\\u12]', "json: offset 84: invalid character ']' in \\u hexadecimal character escape"],
  ['"v": "a\nb"]', "json: offset 81: invalid character '\\n' in string literal"],
  ['"v": "a\tb"]', "json: offset 81: invalid character '\\t' in string literal"],
  ['"v": "\u0001"]', "json: offset 80: invalid character '\\x01' in string literal"],
  ['"v" 1]', "json: offset 78: invalid character '1' after object key"],
  ['"v": 1,]', "json: offset 81: invalid character ']' looking for beginning of object key string"],
  ['"v": 1 "b"]', "json: offset 81: invalid character '\"' after object key:value pair"],
  ['"v": [1,]]', "json: offset 82: invalid character ']' looking for beginning of value"],
  ['"v": [1}]', "json: offset 81: invalid character '}' after array element"],
  ['"v": {,}]', "json: offset 80: invalid character ',' looking for beginning of object key string"],
  ['"v": {"a"}]', "json: offset 83: invalid character '}' after object key"],
  ['"v": {"a":}]', "json: offset 84: invalid character '}' looking for beginning of value"],
  ['"v": {1: 2}]', "json: offset 80: invalid character '1' looking for beginning of object key string"],
  ['"v": ]', "json: offset 79: invalid character ']' looking for beginning of value"],
  ['"v": é]', "json: offset 79: invalid character 'Ã' looking for beginning of value"],
  ['"v": \']', "json: offset 79: invalid character '\\'' looking for beginning of value"],
  ['"v": "]', 'unexpected EOF'],
  ['"v": 1]', "json: offset 80: invalid character ']' after object key:value pair"],
  ['"v"]', "json: offset 77: invalid character ']' after object key"],
  ['"v": 1} x: [', "json: offset 82: invalid character 'x' looking for beginning of value"],
  ['"v": 1} "]', 'unexpected EOF'],
  ['"v": 1} \'x', "json: offset 82: invalid character '\\'' looking for beginning of value"],
  ['"v": +1]', "json: offset 79: invalid character '+' looking for beginning of value"],
  ['"v": .5]', "json: offset 79: invalid character '.' looking for beginning of value"],
  ['"v": \\]', "json: offset 79: invalid character '\\\\' looking for beginning of value"],
  ['"v": 🚀]', "json: offset 79: invalid character 'ð' looking for beginning of value"],
  ['"v": \u00a0]', "json: offset 79: invalid character 'Â' looking for beginning of value"],
  ['"v": &]', "json: offset 79: invalid character '&' looking for beginning of value"],
  ['"v": "x"y]', "json: offset 82: invalid character 'y' after object key:value pair"],
  ['"v": {"a": 1 é]', "json: offset 87: invalid character 'Ã' after object key:value pair"],
  ['"v": [1 \'a]', "json: offset 82: invalid character '\\'' after array element"],
  ['"v": [1 "a"]]', "json: offset 82: invalid character '\"' after array element"],
  ['"v": tr\'e]', "json: offset 81: invalid character '\\'' in literal true (expecting 'u')"],
  ['"v": 1e"]', "json: offset 81: invalid character '\"' in exponent of numeric literal"],
  ['"v": 0x1]', "json: offset 80: invalid character 'x' after object key:value pair"],
];

test.each(REFUSED)('kubectl refuses %j', (text, message) => {
  expect(kubectlApply(HEAD + text).stderr).toBe(`error: error parsing manifest.yaml: ${message}\n`);
});

const INVALID: readonly [text: string, message: string][] = [
  ['', 'unexpected end of JSON input'],
  ['  ', 'unexpected end of JSON input'],
  ['{', 'unexpected end of JSON input'],
  ['{"', 'unexpected end of JSON input'],
  ['{"a', 'unexpected end of JSON input'],
  ['{"a"', 'unexpected end of JSON input'],
  ['{"a":', 'unexpected end of JSON input'],
  ['{"a":1', 'unexpected end of JSON input'],
  ['{"a":1,', 'unexpected end of JSON input'],
  ['[', 'unexpected end of JSON input'],
  ['[1', 'unexpected end of JSON input'],
  ['[1,', 'unexpected end of JSON input'],
  ['"a', 'unexpected end of JSON input'],
  ['"a\\', "invalid character ' ' in string escape code"],
  ['"a\\u', "invalid character ' ' in \\u hexadecimal character escape"],
  ['"a\\u12', "invalid character ' ' in \\u hexadecimal character escape"],
  ['-', "invalid character ' ' in numeric literal"],
  ['1.', "invalid character ' ' after decimal point in numeric literal"],
  ['1e', "invalid character ' ' in exponent of numeric literal"],
  ['1e-', "invalid character ' ' in exponent of numeric literal"],
  ['t', "invalid character ' ' in literal true (expecting 'r')"],
  ['tru', "invalid character ' ' in literal true (expecting 'e')"],
  ['f', "invalid character ' ' in literal false (expecting 'a')"],
  ['fals', "invalid character ' ' in literal false (expecting 'e')"],
  ['n', "invalid character ' ' in literal null (expecting 'u')"],
  ['nul', "invalid character ' ' in literal null (expecting 'l')"],
  ['{} x', "invalid character 'x' after top-level value"],
  ['1 2', "invalid character '2' after top-level value"],
  ['[1] ]', "invalid character ']' after top-level value"],
  ['tru ', "invalid character ' ' in literal true (expecting 'e')"],
  ['nulx', "invalid character 'x' in literal null (expecting 'l')"],
  ['01', "invalid character '1' after top-level value"],
  ['1.5.5', "invalid character '.' after top-level value"],
  ['"\t"', "invalid character '\\t' in string literal"],
  ['"\\x"', "invalid character 'x' in string escape code"],
  ['"\\u00zz"', "invalid character 'z' in \\u hexadecimal character escape"],
  ['{a', "invalid character 'a' looking for beginning of object key string"],
  ['{"a" 1', "invalid character '1' after object key"],
  ['{"a":1 "b":2}', "invalid character '\"' after object key:value pair"],
  ['[1 2]', "invalid character '2' after array element"],
  ["'a'", "invalid character '\\'' looking for beginning of value"],
  ['é', "invalid character 'Ã' looking for beginning of value"],
  ['🚀', "invalid character 'ð' looking for beginning of value"],
  ['\u0000', "invalid character '\\x00' looking for beginning of value"],
  ['{"a":\u007f}', "invalid character '\\x7f' looking for beginning of value"],
  ['-x', "invalid character 'x' in numeric literal"],
  ['1.x', "invalid character 'x' after decimal point in numeric literal"],
  ['1ex', "invalid character 'x' in exponent of numeric literal"],
  ['{"a":}', "invalid character '}' looking for beginning of value"],
  ['[,]', "invalid character ',' looking for beginning of value"],
  ['{,}', "invalid character ',' looking for beginning of object key string"],
  ['"a\nb"', "invalid character '\\n' in string literal"],
  ['\u2028', "invalid character '\u00e2' looking for beginning of value"],
  ['<', "invalid character '<' looking for beginning of value"],
];

test.each(INVALID)('the API server refuses %j', (text, message) => {
  expect(messageOf(post(text, { contentType: 'application/json' }))).toContain(
    `couldn't get version/kind; json parse error: ${message} (`,
  );
});

const QUOTED: readonly [text: string, quoted: string][] = [
  ['a"b\\c', '"a\\"b\\\\c"'],
  ['\u0007\b\f\n\r\t\u000b', '"\\a\\b\\f\\n\\r\\t\\v"'],
  ['\u0000\u001f\u007f', '"\\x00\\x1f\\x7f"'],
  ['é中🚀', '"é中🚀"'],
  ['\u00a0\u2028\ufeff\u200b', '"\\u00a0\\u2028\\ufeff\\u200b"'],
  ['\u{e0001}\u{10ffff}', '"\\U000e0001\\U0010ffff"'],
  ['a b', '"a b"'],
  ['\u0085', '"\\u0085"'],
  ['\ue000', '"\\ue000"'],
];

test.each(QUOTED)('%j is quoted as Go does: %s', (text, quoted) => {
  const body = JSON.stringify({ metadata: { name: 'web' }, spec: { type: text, ports: [{ port: 80 }] } });
  expect(messageOf(post(body, { contentType: 'application/json' }))).toContain(
    `spec.type: Unsupported value: ${quoted}: supported values: `,
  );
});

const FLOATS: readonly [value: string, written: string][] = [
  ['1e-06', '0.000001'],
  ['9.99e-07', '9.99e-7'],
  ['1e+21', '1e+21'],
  ['9.99e+20', '999000000000000000000'],
  ['1.5', '1.5'],
  ['1e-10', '1e-10'],
  ['1.23456789125e+08', '123456789.125'],
  ['5e-324', '5e-324'],
  ['1.7976931348623157e+308', '1.7976931348623157e+308'],
  ['-1e-07', '-1e-7'],
];

test.each(FLOATS)('%s is written as %s', (value, written) => {
  expect(messageOf(post(service(`{ports: [{port: ${value}}]}`)))).toContain(
    `cannot unmarshal number ${written} into Go struct field ServicePort.spec.ports.port of type int32`,
  );
});

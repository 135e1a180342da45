/** What is kept on the device, whatever the device does. */
import { describe, expect, test } from 'vitest';
import { clearAll, exportAll, importAll, type OpenAll } from '../../src/quiz/backup.ts';
import type { Entry } from '../../src/quiz/log.ts';
import { ASIDE_KEY, LOG_KEY, PracticeStore } from '../../src/quiz/store.ts';

class Device {
  readonly kept = new Map<string, string>();
  room = Number.POSITIVE_INFINITY;
  forbidden = false;

  readonly open: OpenAll = () => {
    if (this.forbidden) throw new DOMException('denied', 'SecurityError');
    const { kept } = this;
    return {
      get length() {
        return kept.size;
      },
      key: (index: number) => [...kept.keys()][index] ?? null,
      getItem: (key: string) => kept.get(key) ?? null,
      removeItem: (key: string) => void kept.delete(key),
      setItem: (key: string, value: string) => {
        if (value.length > this.room) throw new DOMException('full', 'QuotaExceededError');
        kept.set(key, value);
      },
    };
  };
}

const entry = (id: string, at: number, answers: readonly string[] = ['8170']): Entry => ({
  id,
  seed: 0,
  bank: 'abc',
  at,
  answers,
});
const idsOf = (store: PracticeStore): string[] => store.log.map(({ id }) => id);

test('what was answered is there after a reload', () => {
  const device = new Device();
  expect(new PracticeStore(device.open).add(entry('a', 1))).toBe(true);
  expect(idsOf(new PracticeStore(device.open))).toEqual(['a']);
});

test('a retry is the same entry with one more answer', () => {
  const store = new PracticeStore(new Device().open);
  store.add(entry('a', 1, ['8080']));
  store.add(entry('a', 1, ['8080', '8170']));
  store.add(entry('a', 1, ['8080']));
  expect(store.log.map(({ answers }) => answers)).toEqual([['8080', '8170']]);
});

test('two tabs that answer at once both keep their answers', () => {
  const device = new Device();
  const [left, right] = [new PracticeStore(device.open), new PracticeStore(device.open)];
  left.add(entry('a', 1));
  right.add(entry('b', 2));
  left.refresh();
  expect(idsOf(left)).toEqual(['a', 'b']);
  expect(idsOf(new PracticeStore(device.open))).toEqual(['a', 'b']);
});

test('what one tab has deleted, another does not bring back', () => {
  const device = new Device();
  const [left, right] = [new PracticeStore(device.open), new PracticeStore(device.open)];
  left.add(entry('a', 1));
  right.refresh();
  left.clear();
  right.add(entry('b', 2));
  expect(idsOf(new PracticeStore(device.open))).toEqual(['b']);
});

test('where storage is forbidden, practice goes on in memory and says so', () => {
  const device = new Device();
  device.forbidden = true;
  const store = new PracticeStore(device.open);
  expect(store.add(entry('a', 1))).toBe(false);
  expect(idsOf(store)).toEqual(['a']);
  expect(store.troubles).toEqual(['forbidden']);
});

test('when storage is full, what did not fit is kept in memory and written once there is room', () => {
  const device = new Device();
  const store = new PracticeStore(device.open);
  store.add(entry('a', 1));
  device.room = 10;
  expect(store.add(entry('b', 2))).toBe(false);
  expect(store.troubles).toEqual(['full']);
  expect(idsOf(store)).toEqual(['a', 'b']);
  device.room = 10_000;
  expect(store.add(entry('c', 3))).toBe(true);
  expect(store.troubles).toEqual([]);
  expect(idsOf(new PracticeStore(device.open))).toEqual(['a', 'b', 'c']);
});

describe('damaged storage', () => {
  test.each(['{', '[]', '"x"', 'null', '{"version":0,"entries":[]}', '{"version":1}'])(
    '%s is set aside, reported, and practice goes on',
    (damaged) => {
      const device = new Device();
      device.kept.set(LOG_KEY, damaged);
      const store = new PracticeStore(device.open);
      expect(store.troubles).toEqual(['damaged']);
      expect(device.kept.get(ASIDE_KEY)).toBe(damaged);
      expect(store.add(entry('a', 1))).toBe(true);
      expect(idsOf(new PracticeStore(device.open))).toEqual(['a']);
    },
  );

  test.each([
    { ...entry('x', 1), answers: [] },
    { ...entry('x', 1), answers: [8170] },
    { ...entry('x', 1), id: '<b>' },
    { ...entry('x', 1), seed: -1 },
    { ...entry('x', 1), sure: 'very' },
    { ...entry('x', 1), grade: { right: 'yes' } },
    null,
    'x',
  ])('one entry that makes no sense does not take the others with it: %j', (broken) => {
    const device = new Device();
    device.kept.set(LOG_KEY, JSON.stringify({ version: 1, entries: [entry('a', 1), broken] }));
    const store = new PracticeStore(device.open);
    expect(idsOf(store)).toEqual(['a']);
    expect(device.kept.get(ASIDE_KEY)).toBe(JSON.stringify([broken]));
    expect(new PracticeStore(device.open).troubles).toEqual([]);
  });

  test('what a newer version wrote is not touched', () => {
    const device = new Device();
    const newer = '{"version":2,"entries":{"any":"thing"}}';
    device.kept.set(LOG_KEY, newer);
    const store = new PracticeStore(device.open);
    expect(store.add(entry('a', 1))).toBe(false);
    expect(store.troubles).toEqual(['newer']);
    expect(idsOf(store)).toEqual(['a']);
    expect(device.kept.get(LOG_KEY)).toBe(newer);
  });
});

describe('export and import', () => {
  function filled(): Device {
    const device = new Device();
    new PracticeStore(device.open).add(entry('a', 1), entry('b', 2));
    device.kept.set('port-of-call/question/dial-the-port', '{"version":1,"answers":["5000"]}');
    device.kept.set('theme', 'dark');
    device.kept.set('somebody-else', 'secret');
    return device;
  }

  test('a file carries everything of this site, and nothing of others, to another device', () => {
    const text = exportAll(filled().open) ?? '';
    expect(text).not.toContain('secret');
    const other = new Device();
    expect(importAll(other.open, text)).toEqual({ added: 2, damaged: false });
    expect(idsOf(new PracticeStore(other.open))).toEqual(['a', 'b']);
    expect(other.kept.get('theme')).toBe('dark');
    expect(other.kept.get('port-of-call/question/dial-the-port')).toContain('5000');
  });

  test('importing adds to what is there and replaces nothing', () => {
    const text = exportAll(filled().open) ?? '';
    const other = new Device();
    new PracticeStore(other.open).add(entry('b', 2), entry('c', 3));
    other.kept.set('theme', 'light');
    expect(importAll(other.open, text)).toEqual({ added: 1, damaged: false });
    expect(importAll(other.open, text)).toEqual({ added: 0, damaged: false });
    expect(idsOf(new PracticeStore(other.open))).toEqual(['a', 'b', 'c']);
    expect(other.kept.get('theme')).toBe('light');
  });

  test.each([
    '',
    '{',
    '[]',
    '{"format":"other"}',
    '{"format":"port-of-call-backup","data":{}}',
    'null',
    '{"format":"port-of-call-backup","version":1,"data":3}',
  ])('"%s" is no backup and changes nothing', (text) => {
    const device = filled();
    const before = new Map(device.kept);
    expect(importAll(device.open, text)).toEqual({ problem: 'not-a-backup' });
    expect(device.kept).toEqual(before);
  });

  test('a backup of a newer version is refused', () => {
    const text = '{"format":"port-of-call-backup","version":2,"data":{}}';
    expect(importAll(filled().open, text)).toEqual({ problem: 'newer' });
  });

  test('a log of a newer version in a file is refused, and entries that make no sense are set aside', () => {
    const file = (log: string): string =>
      JSON.stringify({ format: 'port-of-call-backup', version: 1, data: { 'port-of-call/practice': log } });
    expect(importAll(filled().open, file('{"version":2}'))).toEqual({ problem: 'newer' });
    const device = filled();
    const log = JSON.stringify({ version: 1, entries: [entry('d', 4), { id: 'no entry' }] });
    expect(importAll(device.open, file(log))).toEqual({ added: 1, damaged: true });
    expect(device.kept.get('port-of-call/practice-set-aside')).toContain('no entry');
  });

  test.each([
    ['theme', '"><script>'],
    ['lang', 'xx'],
    ['port-of-call/question/dial-the-port', '{"version":1,"answers":["<b>"]}'],
    ['port-of-call/anything', 'else'],
  ])('%s: %s is nothing that this site writes, and is not taken', (key, value) => {
    const device = new Device();
    importAll(
      device.open,
      JSON.stringify({ format: 'port-of-call-backup', version: 1, data: { [key]: value } }),
    );
    expect(device.kept.has(key)).toBe(false);
  });

  test('a full device says that nothing was kept', () => {
    const device = new Device();
    device.room = 10;
    expect(importAll(device.open, exportAll(filled().open) ?? '')).toEqual({ problem: 'not-kept' });
  });

  test('foreign keys in a file are not taken', () => {
    const device = new Device();
    const text = '{"format":"port-of-call-backup","version":1,"data":{"evil":"1","lang":"pl"}}';
    importAll(device.open, text);
    expect([...device.kept.keys()]).toEqual(['lang']);
  });

  test('deleting everything leaves what belongs to others', () => {
    const device = filled();
    expect(clearAll(device.open)).toBe(true);
    expect([...device.kept.keys()]).toEqual(['somebody-else']);
  });
});

import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findingsStore } from '../../src/node/findings-store.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'isms-store-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const key = (number: number): string => number.toString(16).padStart(64, '0');
const file = (number: number): string => join(folder, `${key(number)}.findings`);
const entries = (): string[] => readdirSync(folder).sort();

test('gives back what was kept, to another store of the same folder too', async () => {
  const text = 'first line\nsecond line with ü, 😀 and \ud7ff';
  await findingsStore(folder, 'build').write(key(1), text);
  expect(await findingsStore(folder, 'build').read(key(1))).toBe(text);
  expect(await findingsStore(folder, 'build').read(key(2))).toBeUndefined();
});

test('makes its folder, for nobody else to look into, and nothing before', async () => {
  const inner = join(folder, 'a/b');
  const store = findingsStore(inner, 'build');
  expect(await store.read(key(1))).toBeUndefined();
  expect(entries()).toEqual([]);
  await store.write(key(1), 'text');
  expect(readdirSync(inner)).toEqual([`${key(1)}.findings`]);
  if (process.platform !== 'win32') expect(statSync(inner).mode & 0o077).toBe(0);
});

test('a key differs between builds, and is the same within one', () => {
  const keyOf = (build: string, ...texts: string[]): string => {
    const hash = findingsStore(folder, build).hash();
    for (const text of texts) hash.update(text);
    return hash.digest();
  };
  expect(keyOf('one', 'a', 'b')).toBe(keyOf('one', 'a', 'b'));
  expect(keyOf('one', 'a', 'b')).not.toBe(keyOf('two', 'a', 'b'));
  expect(keyOf('one', 'a', 'b')).not.toBe(keyOf('one', 'a', 'c'));
  expect(keyOf('one', 'a')).toMatch(/^[0-9a-f]{64}$/);
});

test('an entry that is cut at any byte, or has any byte changed, is none', async () => {
  const store = findingsStore(folder, 'build');
  await store.write(key(1), 'text\nmore');
  const whole = readFileSync(file(1));
  for (let length = 0; length < whole.length; length++) {
    writeFileSync(file(1), whole.subarray(0, length));
    expect(await store.read(key(1))).toBeUndefined();
  }
  for (let at = 0; at < whole.length; at++) {
    const other = Buffer.from(whole);
    other[at] = (other[at] ?? 0) ^ 1;
    writeFileSync(file(1), other);
    expect(await store.read(key(1))).toBeUndefined();
  }
  writeFileSync(file(1), Buffer.concat([whole, Buffer.from(' ')]));
  expect(await store.read(key(1))).toBeUndefined();
  writeFileSync(file(1), whole);
  expect(await store.read(key(1))).toBe('text\nmore');
});

test('an entry under another key, a folder, or one that is too large is none', async () => {
  await findingsStore(folder, 'build').write(key(1), 'text');
  writeFileSync(file(2), readFileSync(file(1)));
  mkdirSync(file(3));
  const store = findingsStore(folder, 'build');
  expect(await store.read(key(2))).toBeUndefined();
  expect(await store.read(key(3))).toBeUndefined();
  expect(await findingsStore(folder, 'build', { entries: 9, bytes: 10 }).read(key(1))).toBeUndefined();
  expect(await store.read(key(1))).toBe('text');
});

const hoursAgo = (path: string, hours: number): void => {
  const time = new Date(Date.now() - hours * 3_600_000);
  utimesSync(path, time, time);
};

test('holds no more than so many entries: the least recently used goes', async () => {
  const store = findingsStore(folder, 'build', { entries: 3, bytes: 1e6 });
  for (const number of [1, 2, 3]) {
    await store.write(key(number), `text ${number}`);
    hoursAgo(file(number), 10 - number);
  }
  // Used, so that the second is now the oldest.
  expect(await store.read(key(1))).toBe('text 1');
  await store.write(key(4), 'text 4');
  expect(entries()).toEqual([1, 3, 4].map(number => `${key(number)}.findings`));
});

test('holds no more than so many bytes, and no entry that is larger', async () => {
  const store = findingsStore(folder, 'build', { entries: 100, bytes: 1000 });
  for (const number of [1, 2, 3]) {
    await store.write(key(number), 'x'.repeat(300));
    hoursAgo(file(number), 10 - number);
  }
  await store.write(key(4), 'x'.repeat(2000));
  expect(entries()).toEqual([2, 3].map(number => `${key(number)}.findings`));
});

test('removes only what is its own: entries, and what an interrupted writer left behind', async () => {
  const left = `${key(1)}.00000000-0000-4000-8000-000000000000.tmp`;
  const fresh = `${key(2)}.00000000-0000-4000-8000-000000000000.tmp`;
  const others = ['.git', 'isms.isms', `${key(1)}.findings.bak`, 'report.findings', 'a.tmp'];
  for (const name of [left, fresh, ...others]) writeFileSync(join(folder, name), 'x');
  for (const name of [left, ...others]) hoursAgo(join(folder, name), 1000);
  await findingsStore(folder, 'build', { entries: 1, bytes: 1e6 }).write(key(3), 'text');
  expect(entries()).toEqual([`${key(3)}.findings`, fresh, ...others].sort());
});

test('a link in the place of an entry is replaced, not followed', async () => {
  const elsewhere = join(folder, 'precious');
  writeFileSync(elsewhere, 'precious');
  symlinkSync(elsewhere, file(1));
  await findingsStore(folder, 'build').write(key(1), 'text');
  expect(readFileSync(elsewhere, 'utf8')).toBe('precious');
  expect(await findingsStore(folder, 'build').read(key(1))).toBe('text');
});

test('many writers at once leave whole entries and nothing else', async () => {
  const text = (number: number): string => `text ${number} `.repeat(10_000);
  const stores = Array.from({ length: 4 }, () => findingsStore(folder, 'build', { entries: 2, bytes: 1e6 }));
  const isWhole = (found: string | undefined, number: number): boolean => found === undefined || found === text(number);
  await Promise.all(
    stores.map(async store => {
      for (const number of [1, 2, 3, 1, 2, 3]) {
        await store.write(key(number), text(number));
        expect(isWhole(await store.read(key(number)), number)).toBe(true);
      }
    }),
  );
  await findingsStore(folder, 'build', { entries: 2, bytes: 1e6 }).write(key(1), text(1));
  expect(entries()).toHaveLength(2);
  expect(await findingsStore(folder, 'build').read(key(1))).toBe(text(1));
});

test('rejects where nothing can be written, and finds nothing there', async () => {
  const blocked = join(folder, 'file');
  writeFileSync(blocked, '');
  const store = findingsStore(blocked, 'build');
  await expect(store.write(key(1), 'text')).rejects.toThrow();
  expect(await store.read(key(1))).toBeUndefined();
  expect(entries()).toEqual(['file']);
});

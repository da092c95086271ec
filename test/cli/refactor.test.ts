import { mkdirSync, readFileSync, rmdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { replaceTexts } from '../../src/node/replace-texts.ts';
import { folderWith, isms } from './isms.ts';

const files = {
  'isms.isms': 'isms I "i" {\n  owner: Anna\n}\nperson Anna "a" {}\nperson Ben "b" {}\n',
  'risks.isms': '\uFEFFrisk R-2 "r" {\r\n  owner: Anna\r\n  accepted: 2026-01-01 by Anna\r\n}\r\n',
};
const read = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');

test('hands over in all files; line ends and byte order marks stay', async () => {
  const cwd = folderWith(files);
  const { code, stdout } = await isms(['refactor', 'hand-over', 'Anna', 'Ben'], { cwd });
  expect([code, stdout]).toEqual([
    0,
    'Hand over to Ben what Anna owns: 2 open duties\nChanged isms.isms\nChanged risks.isms\nStays: risks.isms:3:27: it is no duty of an owner\n',
  ]);
  expect(read(cwd, 'isms.isms')).toBe(files['isms.isms'].replace('owner: Anna', 'owner: Ben'));
  expect(read(cwd, 'risks.isms')).toBe(files['risks.isms'].replace('owner: Anna', 'owner: Ben'));
});

test('moves a declaration into another file', async () => {
  const cwd = folderWith(files);
  const { code, stdout } = await isms(['refactor', 'move', 'person', 'Ben', 'risks.isms'], { cwd });
  expect([code, stdout]).toEqual([0, 'Move person Ben to risks.isms\nChanged isms.isms\nChanged risks.isms\n']);
  expect(read(cwd, 'isms.isms')).toBe(files['isms.isms'].replace('person Ben "b" {}\n', ''));
  expect(read(cwd, 'risks.isms')).toBe(`${files['risks.isms']}\r\nperson Ben "b" {}\r\n`);
});

test('--dry-run shows what would change, and changes nothing', async () => {
  const cwd = folderWith(files);
  const { code, stdout } = await isms(['refactor', 'renumber', 'risk', '--dry-run'], { cwd });
  expect([code, stdout]).toEqual([
    0,
    'Number 1 risk anew\nWould change risks.isms\n  1 - risk R-2 "r" {\n  1 + risk R-1 "r" {\n',
  ]);
  expect(read(cwd, 'risks.isms')).toBe(files['risks.isms']);
});

test('--format json is for programs', async () => {
  const cwd = folderWith(files);
  const { stdout } = await isms(['refactor', 'renumber', 'risk', '--dry-run', '--format', 'json'], { cwd });
  expect(JSON.parse(stdout)).toEqual({
    title: 'Number 1 risk anew',
    written: false,
    edits: [{ path: 'risks.isms', line: 1, column: 6, endLine: 1, endColumn: 9, newText: 'R-1' }],
    kept: [],
    notes: [],
  });
});

test.each([
  [['hand-over', 'Anna'], 'Say who takes over, as in: isms refactor hand-over Anna SUCCESSOR'],
  [['hand-over', 'Anna', 'Bem'], 'There is no person or role Bem. Did you mean Ben?'],
  [['renumber', 'thing'], 'thing is no kind that has names. Give one such as risk.'],
  [['hand-over', 'Anna', 'Ben', '--width', '3'], '--prefix, --width and --start are for renumber only.'],
  [['renumber', 'risk', '--of', 'tags'], '--of is for rename-word only.'],
])('%j is refused', async (args, message) => {
  const { code, stderr } = await isms(['refactor', ...args], { cwd: folderWith(files) });
  expect([code, stderr]).toEqual([2, `isms: ${message}\n`]);
});

test('nothing is written through a link that leads out of the ISMS', async () => {
  const cwd = folderWith({ 'isms.isms': files['isms.isms'] });
  const elsewhere = join(folderWith({ 'risks.isms': files['risks.isms'] }), 'risks.isms');
  symlinkSync(elsewhere, join(cwd, 'risks.isms'));
  const { code, stderr } = await isms(['refactor', 'hand-over', 'Anna', 'Ben'], { cwd });
  expect([code, stderr]).toEqual([
    2,
    'isms: Nothing was changed: risks.isms is a link that leads out of the folder of its ISMS. Replace it by the file.\n',
  ]);
  expect(read(cwd, 'isms.isms')).toBe(files['isms.isms']);
});

test('files are written all or none', async () => {
  const cwd = folderWith({ a: 'one', b: 'changed' });
  mkdirSync(join(cwd, 'c'));
  const change = (path: string, before: string) => ({ path: join(cwd, path), before, after: 'new' });
  await expect(replaceTexts([change('a', 'one'), change('b', 'two')])).rejects.toMatchObject({
    code: 'ISMS_NOT_WRITTEN',
    path: join(cwd, 'b'),
    left: [],
  });
  expect(read(cwd, 'a')).toBe('one');
  await expect(replaceTexts([change('a', 'one'), change('c', '')])).rejects.toMatchObject({ path: join(cwd, 'c') });
  expect(read(cwd, 'a')).toBe('one');
  writeFileSync(join(cwd, 'b'), 'two');
  await replaceTexts([change('a', 'one'), change('b', 'two')]);
  expect([read(cwd, 'a'), read(cwd, 'b')]).toEqual(['new', 'new']);
});

describe('ISMSs that use the one that is refactored', () => {
  const group = {
    'group/isms.isms': 'isms Group "g" {}\nperson Anna "a" {}\nperson Ben "b" {}\n',
    'sites/plant/isms.isms': 'isms Plant "p" {\n  uses: "../../group"\n}\nasset Press "p" {\n  owner: Anna\n}\n',
    'other/isms.isms': 'isms Other "o" {}\nasset Press "p" {\n  owner: Anna\n}\n',
  };

  test('follow, wherever they lie in the repository', async () => {
    const cwd = folderWith(group);
    const { code, stdout } = await isms(['refactor', 'hand-over', 'Anna', 'Ben', '--in', 'group'], { cwd });
    expect([code, stdout]).toEqual([
      0,
      'Hand over to Ben what Anna owns: 1 open duty\nChanged sites/plant/isms.isms\n',
    ]);
    expect(read(cwd, 'other/isms.isms')).toContain('owner: Anna');
  });

  test('are looked for beside it where there is no repository', async () => {
    const cwd = folderWith({ ...group, 'plant/isms.isms': group['sites/plant/isms.isms'].replace('../../', '../') });
    rmdirSync(join(cwd, '.git'));
    await isms(['refactor', 'hand-over', 'Anna', 'Ben', '--in', 'group'], { cwd });
    expect(read(cwd, 'plant/isms.isms')).toContain('owner: Ben');
  });

  test('that may be one and cannot be read are told', async () => {
    const cwd = folderWith({ ...group, 'other/isms.isms': new Uint8Array([0xff, 0xfe, 0xff]) });
    const { code, stderr } = await isms(['refactor', 'hand-over', 'Anna', 'Ben', '--in', 'group'], { cwd });
    expect(code).toBe(0);
    expect(stderr).toContain('other/isms.isms cannot be read, so it is not known whether it uses this ISMS');
  });
});

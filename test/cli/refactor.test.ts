import { existsSync, readFileSync, rmdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
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
  const { code, stdout } = await isms(['refactor', 'move', 'Ben', '--to', 'risks.isms'], { cwd });
  expect([code, stdout]).toEqual([0, 'Move Ben to risks.isms\nChanged isms.isms\nChanged risks.isms\n']);
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
    creates: [],
    deletes: [],
    kept: [],
    notes: [],
  });
});

test.each([
  [['hand-over', 'Anna'], 'Say who hands over to whom, as in: isms refactor hand-over Anna Ben'],
  [['hand-over', 'Anna', 'Bem'], 'There is no person or role Bem. Did you mean Ben?'],
  [['renumber', 'thing'], 'thing is no kind that has names. Give one such as risk.'],
  [['hand-over', 'Anna', 'Ben', '--width', '3'], '--width is for renumber only.'],
  [['renumber', 'risk', '--of', 'tags'], '--of is for rename-word only.'],
  [['split', '--to', 'x.isms'], '--to is for move and merge only.'],
  [['move', 'R-2'], 'Say what goes where, as in: isms refactor move R-7 --to risks.isms'],
  [['move', 'R-3', '--to', 'new.isms'], 'There is no R-3. Correct the name.'],
  [
    ['move', 'R-2', '--to', '../new.isms'],
    'new.isms would not be a file of this ISMS there. Choose a place in its folder.',
  ],
  [['merge', 'risks.isms'], 'Say which files go where, as in: isms refactor merge roles.isms --to people.isms'],
  [['split', 'none.isms'], 'none.isms is no file of this ISMS. Name one of its files.'],
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

test('splits by kind into new files, and merges them again', async () => {
  const cwd = folderWith(files);
  const split = await isms(['refactor', 'split'], { cwd });
  expect([split.code, split.stdout]).toEqual([0, 'Split isms.isms by kind\nChanged isms.isms\nCreated people.isms\n']);
  expect(read(cwd, 'isms.isms')).toBe('isms I "i" {\n  owner: Anna\n}\n');
  expect(read(cwd, 'people.isms')).toBe('person Anna "a" {}\nperson Ben "b" {}\n');
  const merge = await isms(['refactor', 'merge', 'people.isms', 'risks.isms', '--to', 'isms.isms'], { cwd });
  expect([merge.code, merge.stdout]).toEqual([
    0,
    'Merge 2 files into isms.isms\nChanged isms.isms\nDeleted people.isms\nDeleted risks.isms\n',
  ]);
  expect([existsSync(join(cwd, 'people.isms')), existsSync(join(cwd, 'risks.isms'))]).toEqual([false, false]);
  expect((await isms(['refactor', 'renumber', 'risk', '--dry-run'], { cwd })).stdout).toContain('isms.isms');
});

test('--dry-run says what would be created and deleted, and does neither', async () => {
  const cwd = folderWith({ ...files, 'all.isms': 'risk R-1 "r" {}\nrole A "a" {}\n' });
  const { stdout } = await isms(['refactor', 'split', 'all.isms', '--dry-run'], { cwd });
  expect(stdout).toBe(
    [
      'Split all.isms by kind',
      'Would create people.isms',
      '  1 + role A "a" {}',
      'Would change risks.isms',
      '  5 + ',
      '  6 + risk R-1 "r" {}',
      'Would delete all.isms',
      '  1 - risk R-1 "r" {}',
      '  2 - role A "a" {}',
      '',
    ].join('\n'),
  );
  const json = await isms(['refactor', 'split', 'all.isms', '--dry-run', '--format', 'json'], { cwd });
  expect(JSON.parse(json.stdout)).toMatchObject({ written: false, creates: ['people.isms'], deletes: ['all.isms'] });
  expect([existsSync(join(cwd, 'all.isms')), existsSync(join(cwd, 'people.isms'))]).toEqual([true, false]);
});

test('a new file in a folder that a link leads out of the ISMS is not written', async () => {
  const cwd = folderWith(files);
  const elsewhere = folderWith({});
  symlinkSync(elsewhere, join(cwd, 'out'));
  const { code, stderr } = await isms(['refactor', 'move', 'R-2', '--to', 'out/new.isms'], { cwd });
  expect([code, stderr]).toEqual([
    2,
    'isms: Nothing was changed: out/new.isms is a link that leads out of the folder of its ISMS. Replace it by the file.\n',
  ]);
  expect(existsSync(join(elsewhere, 'new.isms'))).toBe(false);
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

/** What the command line writes, where it does not, and what it says about that. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { leadsOut, replaceText, writeNewFiles, writeWhole } from '../../src/node/files.ts';
import { saying } from '../../src/wording/wording.ts';
import { buildCommand } from './bundle.ts';
import { folderWith, isms, only } from './isms.ts';

const head = 'isms Small "Small" {\n  approved: 2026-01-01 by Ceo\n}\nrole Ceo "CEO" { top-management }\n';
const fixable = 'risk R-1 "x" { controls: A.9.4.2 }\n';

describe('links that lead out of the ISMS', () => {
  test('check --fix leaves such a file, says so, fixes the others, and ends with 2', async () => {
    const elsewhere = folderWith({ 'shared.isms': fixable });
    const folder = folderWith({ 'isms.isms': head, 'own.isms': fixable.replace('R-1', 'R-2') });
    symlinkSync(join(elsewhere, 'shared.isms'), join(folder, 'shared.isms'));
    const run = await isms(['check', '--fix'], { cwd: folder });
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('Fixed own.isms\n');
    expect(run.stderr).toContain('isms: shared.isms was not fixed and is as it was: a link leads out of the folder');
    expect(readFileSync(join(elsewhere, 'shared.isms'), 'utf8')).toBe(fixable);
    expect(run.stdout).toContain('shared.isms:1:26');
  });

  test.each([
    ['approve', ['approve', 'my'], 'my/isms.lock.json'],
    ['export', ['export', 'soa', 'my', '--format', 'csv', '-o', 'my/soa.csv'], 'my/soa.csv'],
    ['export into a folder', ['export', 'soa', 'my', '--format', 'csv', '-o', 'my/out/x.csv'], 'my/out'],
    ['new', ['new', 'my', '--template', 'starter'], 'my/soa'],
  ])('%s writes nothing there', async (_, argv, link) => {
    const elsewhere = folderWith({ victim: 'kept' });
    const cwd = folderWith(argv[0] === 'new' ? { 'my/readme': '' } : { 'my/isms.isms': head });
    const target = /\/(?:out|soa)$/.test(link) ? elsewhere : join(elsewhere, 'victim');
    symlinkSync(target, join(cwd, link));
    const run = await isms(argv, { cwd });
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(/^isms: my\/.* was not written: a link leads out of the folder of the ISMS\./);
    expect(readdirSync(elsewhere).sort()).toEqual(['.git', 'victim']);
    expect(readFileSync(join(elsewhere, 'victim'), 'utf8')).toBe('kept');
  });

  test('are those of a folder on the way too, but none within the folder, and none to nowhere', () => {
    const elsewhere = folderWith({});
    const folder = folderWith({ 'a/x': '' });
    symlinkSync(elsewhere, join(folder, 'out'));
    symlinkSync(join(folder, 'a'), join(folder, 'within'));
    symlinkSync('nowhere', join(folder, 'dangling'));
    expect(leadsOut(folder, join(folder, 'out/deep/new.csv'))).toBe(true);
    expect(leadsOut(folder, join(folder, 'within/new.csv'))).toBe(false);
    expect(leadsOut(folder, join(folder, 'dangling'))).toBe(false);
    expect(leadsOut(folder, join(elsewhere, 'x'))).toBe(false);
  });
});

describe('files', () => {
  test('that changed since they were read are not overwritten', async () => {
    const path = join(folderWith({ 'x.isms': 'newer' }), 'x.isms');
    expect(await replaceText(path, 'old', 'fixed')).toBe(false);
    expect(readFileSync(path, 'utf8')).toBe('newer');
  });

  test.each(['\uFEFFold\r\n', 'old\r', 'old'])('keep their mark and line ends: %j', async text => {
    const path = join(folderWith({ 'x.isms': text }), 'x.isms');
    expect(await replaceText(path, text.replace('\uFEFF', ''), 'new\r\n')).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe(text.startsWith('\uFEFF') ? '\uFEFFnew\r\n' : 'new\r\n');
  });

  test('may have names as long as the file system allows', async () => {
    const folder = folderWith({});
    const name = `${'n'.repeat(251)}.csv`;
    await writeWhole(join(folder, name), 'x');
    expect(readdirSync(folder).sort()).toEqual(['.git', name]);
  });

  test('of a new ISMS are all written or none, and the folders made for them go', async () => {
    const folder = folderWith({ taken: 'a file' });
    const files = ['a/b/x.isms', 'c/y.isms', 'taken/z.isms'].map(path => ({ path: join(folder, path), text: 'x' }));
    await expect(writeNewFiles(files)).rejects.toMatchObject({ code: 'ISMS_NOT_WRITTEN', left: [] });
    expect(readdirSync(folder).sort()).toEqual(['.git', 'taken']);
  });
});

test.each([
  [['check', ''], /^isms: A PATH is empty\./],
  [['new', ''], /^isms: The name of the folder is empty\./],
  [['check', '--cache', ''], /^isms: --cache is empty\./],
  [['export', 'soa', '--format', 'csv', '-o', ''], /^isms: -o is empty\./],
  [['export', 'soa', '--format', 'csv', '-o', 'isms.isms'], /^isms: isms\.isms would be read as a file of an ISMS\./],
  [
    ['export', 'soa', '--format', 'csv', '-o', 'isms.isms/x.csv'],
    /^isms: isms\.isms\/x\.csv was not written: a part of its path is a file\./,
  ],
  [['export', 'soa', '--format', 'html', '--bom'], /^isms: --bom is for CSV/],
  [['export', 'soa', '--format', 'html', '--template', 'isms.isms'], /^isms: --template is for DOCX; leave it out/],
  [
    ['export', 'soa', '--format', 'docx', '--template', 'none.docx'],
    /^isms: none\.docx cannot be read as a template: /,
  ],
  [
    ['export', 'soa', '-o', 'soa.docx', '--template', 'isms.isms'],
    /^isms: soa\.docx was not written: isms\.isms cannot be filled: it is no Word document; save it as \.docx\. Nothing was changed\.\n$/,
  ],
  [['export', 'soa', '--format', 'text', '-o', 'x.isms'], /^isms: x\.isms would be .* a name that ends in \.txt\./],
  [
    ['export', 'readiness', '--format', 'md', '--set', 'stage=x\n::error::y'],
    /^isms: There is no stage “x␊::error::y”\. Use one of: 1, 2, surveillance\.\n$/,
  ],
  [
    ['export', 'readiness', '--format', 'md', '--set', 'x\n::error::y'],
    /^isms: option '--set <name=value>' argument 'x␊::error::y' is invalid\./,
  ],
  [['check', 'x\n::error::y'], /^isms: There is no file or folder x␊::error::y\. [^\n]*\n$/],
  [['x\n::error::y'], /^isms: unknown command 'x␊::error::y'/],
])('%j is refused in one sentence', async (argv, message) => {
  const cwd = folderWith({ 'isms.isms': head });
  const run = await isms(argv, { cwd });
  expect([run.code, run.stdout]).toEqual([2, '']);
  expect(run.stderr).toMatch(message);
  expect(readFileSync(join(cwd, 'isms.isms'), 'utf8')).toBe(head);
});

test('what files hold does nothing to a terminal or a CI', async () => {
  const title = 'a\u001b[31m\u202Eb';
  const cwd = folderWith({
    'isms.isms': `isms Small "${title}" {\n  version: "1\u0007"\n  approved: 2026-01-01 by Ceo\n}\nrole Ceo "CEO"\n`,
    'x\n::error::y.isms': 'risk R-1 "x" { owner: Nobody }\n',
  });
  const exports = ['soa', 'risk-register', 'risk-treatment-plan', 'readiness'].map(name => {
    return ['export', name, '--format', 'text', '-o', '-'];
  });
  for (const argv of [['check'], ['stats'], ['approve'], ['readiness'], ...exports]) {
    const { stdout, stderr } = await isms(argv, { cwd });
    expect(['\u001b', '\u0007', '\u202e', '\n::error::'].filter(raw => (stdout + stderr).includes(raw))).toEqual([]);
  }
});

test.each([
  ['-', 'standard output'],
  ['soa.xlsx', 'soa.xlsx'],
])('a text too long for a workbook is refused, not called a fault of the program: -o %s', async (output, named) => {
  const long = `control A.5.1 { justification: "${'x'.repeat(32_768)}" }\n`;
  const cwd = folderWith({ 'isms.isms': head + long });
  const { code, stdout, stderr } = await isms(['export', 'soa', '--format', 'xlsx', '-o', output], { cwd });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(
    new RegExp(`^isms: ${named} was not written: .*: “.+” has 32768 characters.* Nothing was changed\\.\\n$`),
  );
  expect(existsSync(join(cwd, 'soa.xlsx'))).toBe(false);
});

test('--bom puts a byte order mark before CSV', async () => {
  const cwd = folderWith({ 'isms.isms': head });
  const argv = ['export', 'soa', '--format', 'csv', '-o', '-'];
  const plain = await isms(argv, { cwd });
  const marked = await isms([...argv, '--bom'], { cwd });
  expect(marked.stdout).toBe(`\uFEFF${plain.stdout}`);
});

describe('standard output', () => {
  let command: ReturnType<typeof buildCommand>;
  beforeAll(() => {
    command = buildCommand();
  });
  afterAll(() => command?.remove());
  const files = {
    'isms.config.json': only('soa/missing-justification'),
    'soa.isms': `${head}${'control A.5.1 { applicable: yes }\n'.repeat(3000)}`,
  };
  const hasFullDevice = existsSync('/dev/full') && statSync('/dev/full').isCharacterDevice();

  test
    .runIf(hasFullDevice)
    .each([
      [['--help']],
      [['check']],
      [['check', '--format', 'json']],
      [['export', 'asset-inventory', '--format', 'xlsx', '-o', '-']],
    ])('%j on a full disk: one sentence, exit code 2', argv => {
    const cwd = folderWith(files);
    const line = '"$0" "$@" > /dev/full';
    const run = spawnSync('sh', ['-c', line, process.execPath, command.bin, ...argv], { cwd, encoding: 'utf8' });
    expect([run.status, run.stderr]).toEqual([2, 'isms: standard output was not written: the disk is full.\n']);
  });

  test('whose reader stops leaves the exit code true, also with a cold store', () => {
    const cwd = folderWith(files);
    const line = '{ "$0" "$@"; echo $? > code; } | head -c 10';
    const argv = [command.bin, 'check', '--cache', 'cache', '--format', 'json'];
    const run = spawnSync('sh', ['-c', line, process.execPath, ...argv], { cwd, encoding: 'utf8' });
    expect([run.stdout.length, run.stderr]).toEqual([10, '']);
    expect(readFileSync(join(cwd, 'code'), 'utf8')).toBe('1\n');
  });
});

test('an error of a bundle that is loaded later is told by its code', async () => {
  const { TooLongError, isTooLong } = await import('../../src/export/index.ts');
  const { UnknownChoiceError, isUnknownChoice } = await import('../../src/export/index.ts');
  const { UsageError, isUsageError } = await import('../../src/cli/io.ts');
  for (const [error, tells] of [
    [new TooLongError(saying('x')), isTooLong],
    [new UnknownChoiceError(saying('x')), isUnknownChoice],
    [new UsageError('x'), isUsageError],
  ] as const) {
    const copy = Object.assign(new Error('x'), { code: (error as { code: string }).code });
    expect([tells(error), tells(copy), tells(new Error('x'))]).toEqual([true, true, false]);
  }
});

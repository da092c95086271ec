import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, isms } from './isms.ts';

const unformed = 'role  A "a" {external}\n';
const formed = 'role A "a" { external }\n';
const block = 'isms I "i" {\n  owner: A\n}\n';

const inFolder = (folder: string) => ({ cwd: folder });
/** The longest path that can be read in a folder: nothing with a longer name, as that of a new version, can be written beside it. */
function deepPath(folder: string): string {
  const longest = { darwin: 1023, win32: 259 }[process.platform as string] ?? 4095;
  const room = longest - Buffer.byteLength(folder) - '/a.isms'.length;
  const part = `${'d'.repeat(39)}/`;
  return `${part.repeat(Math.floor(room / part.length))}a.isms`;
}

const read = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');

describe('isms fmt', () => {
  test('formats the files of the folder, and says which', async () => {
    const folder = folderWith({ 'isms.isms': block, 'people.isms': unformed, 'sub/more.isms': unformed });
    const { code, stdout, stderr } = await isms(['fmt'], inFolder(folder));
    expect([code, stdout, stderr]).toEqual([0, 'Formatted people.isms\nFormatted sub/more.isms\n', '']);
    expect(read(folder, 'people.isms')).toBe(formed);
    expect(read(folder, 'isms.isms')).toBe(block);
    expect((await isms(['fmt'], inFolder(folder))).stdout).toBe('');
  });

  test('--check lists the files that would change, and changes none', async () => {
    const folder = folderWith({ 'isms.isms': block, 'people.isms': unformed });
    const { code, stdout } = await isms(['fmt', '--check', '.'], inFolder(folder));
    expect([code, stdout]).toEqual([1, 'people.isms\n']);
    expect(read(folder, 'people.isms')).toBe(unformed);
    const { code: after } = await isms(['fmt', '--check', 'isms.isms'], inFolder(folder));
    expect(after).toBe(0);
  });

  test('only what was asked for', async () => {
    const folder = folderWith({ 'isms.isms': block, 'a.isms': unformed, 'b.isms': unformed });
    expect((await isms(['fmt', 'a.isms'], inFolder(folder))).stdout).toBe('Formatted a.isms\n');
    expect(read(folder, 'b.isms')).toBe(unformed);
  });

  test('as wide as the configuration of the ISMS says', async () => {
    const long = 'evidence E "A title of some length" { file: "a file"  owner: SomebodyElse }\n';
    const narrow = '{ "format": { "lineWidth": 60 } }';
    const folder = folderWith({
      'a/isms.isms': block,
      'a/e.isms': long,
      'a/isms.config.json': narrow,
      'b/isms.isms': block,
      'b/e.isms': long,
    });
    expect((await isms(['fmt', '.'], inFolder(folder))).stdout).toBe('Formatted a/e.isms\n');
  });

  test('what the configuration excludes stays', async () => {
    const folder = folderWith({
      'isms.isms': block,
      'old/a.isms': unformed,
      'isms.config.json': '{ "exclude": ["old"] }',
    });
    expect((await isms(['fmt', '.'], inFolder(folder))).stdout).toBe('');
  });

  test('line ends, byte order mark and permissions stay', async () => {
    const folder = folderWith({ 'isms.isms': `\uFEFF${unformed.replace('\n', '\r\n')}` });
    chmodSync(join(folder, 'isms.isms'), 0o640);
    await isms(['fmt', '.'], inFolder(folder));
    expect(read(folder, 'isms.isms')).toBe(`\uFEFF${formed.replace('\n', '\r\n')}`);
    expect(statSync(join(folder, 'isms.isms')).mode & 0o777).toBe(0o640);
  });

  test('a damaged declaration stays, and is named', async () => {
    const folder = folderWith({ 'isms.isms': `${unformed}risk R {\n owner  A\n}\n` });
    const { code, stderr } = await isms(['fmt', '.'], inFolder(folder));
    expect(code).toBe(0);
    expect(stderr).toBe('isms: isms.isms:2: what stands here cannot be read and stays as it is; see isms check.\n');
    expect(read(folder, 'isms.isms')).toBe(`${formed}risk R {\n owner  A\n}\n`);
  });

  test('a file that is no text fails alone', async () => {
    const folder = folderWith({ 'a.isms': unformed, 'b.isms': new Uint8Array([0x72, 0xff, 0xfe]), 'c.isms': unformed });
    const { code, stdout, stderr } = await isms(['fmt', '.'], inFolder(folder));
    expect([code, stdout]).toEqual([2, 'Formatted a.isms\nFormatted c.isms\n']);
    expect(stderr).toMatch(/^isms: b\.isms was not read: .+\.\n$/);
  });

  test('a file that cannot be written stays whole, and the others are formatted', async () => {
    const folder = folderWith({ 'isms.isms': block, 'open/b.isms': unformed });
    const deep = deepPath(folder);
    mkdirSync(dirname(join(folder, deep)), { recursive: true });
    writeFileSync(join(folder, deep), unformed);
    const { code, stdout, stderr } = await isms(['fmt', '.'], inFolder(folder));
    expect([code, stdout]).toEqual([2, 'Formatted open/b.isms\n']);
    expect(stderr).toBe(`isms: ${deep} was not formatted and is as it was: its name is too long.\n`);
    expect(read(folder, deep)).toBe(unformed);
  });

  test('a link that leads out of the ISMS is not followed', async () => {
    const elsewhere = folderWith({ 'a.isms': unformed });
    const folder = folderWith({ 'isms.isms': block });
    symlinkSync(join(elsewhere, 'a.isms'), join(folder, 'a.isms'));
    const { code, stderr } = await isms(['fmt', '.'], inFolder(folder));
    expect(code).toBe(2);
    expect(stderr).toContain('a link leads out of the folder of its ISMS');
    expect(read(elsewhere, 'a.isms')).toBe(unformed);
  });

  test.each([
    ['no such path', ['nowhere'], /There is no file or folder nowhere/],
    ['no sources', ['empty'], /There are no \.isms files under empty/],
  ])('refuses %s', async (_, paths, message) => {
    const folder = folderWith({});
    mkdirSync(join(folder, 'empty'));
    const { code, stderr } = await isms(['fmt', ...paths], inFolder(folder));
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });
});

describe('isms fmt and faulty configurations', () => {
  test.each([
    [
      '{ "format": { "lineWidth": 3 } }',
      'a/isms.config.json:1:15: "lineWidth" has to be a whole number from 40 to 1000.',
    ],
    ['{ "format": 100 }', 'a/isms.config.json:1:3: "format" has to be an object, as in { "lineWidth": 100 }.'],
    [
      '{ "format": {',
      'a/isms.config.json:1:14: isms.config.json is not valid JSON here (CloseBraceExpected); correct it.',
    ],
  ])('%s leaves its ISMS as it is, and the others are formatted', async (config, message) => {
    const folder = folderWith({
      'a/isms.isms': block,
      'a/people.isms': unformed,
      'a/isms.config.json': config,
      'b/isms.isms': block,
      'b/people.isms': unformed,
    });
    const { code, stdout, stderr } = await isms(['fmt', '.'], inFolder(folder));
    expect([code, stdout]).toEqual([2, 'Formatted b/people.isms\n']);
    expect(stderr).toContain(message);
    expect(read(folder, 'a/people.isms')).toBe(unformed);
  });

  test('what is wrong elsewhere in them hinders nothing', async () => {
    const folder = folderWith({
      'isms.isms': block,
      'people.isms': unformed,
      'isms.config.json': '{ "asOf": "soon" }',
    });
    expect(await isms(['fmt'], inFolder(folder))).toMatchObject({
      code: 0,
      stdout: 'Formatted people.isms\n',
      stderr: '',
    });
  });
});

describe('isms fmt --stdin', () => {
  test('formats what comes in onto standard output, and writes no file', async () => {
    const folder = folderWith({ 'isms.isms': block });
    const { code, stdout } = await isms(['fmt', '--stdin', 'new.isms'], { cwd: folder, stdin: `\uFEFF${unformed}` });
    expect([code, stdout]).toEqual([0, `\uFEFF${formed}`]);
    expect(existsSync(join(folder, 'new.isms'))).toBe(false);
  });

  test('as the configuration says for the file that PATH names', async () => {
    const long = 'evidence E "A title of some length" { file: "a file"  owner: SomebodyElse }\n';
    const folder = folderWith({ 'a/isms.isms': block, 'a/isms.config.json': '{ "format": { "lineWidth": 60 } }' });
    const run = (...paths: string[]) => isms(['fmt', '--stdin', ...paths], { cwd: folder, stdin: long });
    expect((await run()).stdout).toBe(long);
    expect((await run('a')).stdout).not.toBe(long);
    expect((await run('a/e.isms')).stdout).not.toBe(long);
    writeFileSync(join(folder, 'a/isms.config.json'), '{ "format": { "lineWidth": 3 } }');
    expect(await run('a/e.isms')).toMatchObject({ code: 2, stdout: '' });
  });

  test('--check says it by the exit code alone', async () => {
    const folder = folderWith({});
    const run = (stdin: string | Uint8Array, ...paths: string[]) =>
      isms(['fmt', '--stdin', '--check', ...paths], { cwd: folder, stdin });
    expect(await run(unformed)).toMatchObject({ code: 1, stdout: '', stderr: '' });
    expect(await run(formed)).toMatchObject({ code: 0, stdout: '', stderr: '' });
    expect(await run(new Uint8Array([0xff]))).toMatchObject({ code: 2, stdout: '' });
    expect(await run(formed, 'a', 'b')).toMatchObject({ code: 2, stdout: '' });
  });

  test('tells of damage', async () => {
    const { stdout, stderr } = await isms(['fmt', '--stdin'], { cwd: folderWith({}), stdin: 'risk  R {' });
    expect(stdout).toBe('risk  R {');
    expect(stderr).toContain('standard input:1: what stands here cannot be read');
  });
});

/** `isms diff`: folders, archives and git revisions; what a revision is like is told by git itself, in repositories made here. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterEach, describe, expect, test } from 'vitest';
import { folderWith, isms } from './isms.ts';

const first = 'isms Acme "Acme" { organization: "Acme" }\nrole Ceo "Chief executive" { top-management }\n';
const second = first.replace('Chief executive', 'Managing director');

const git = (cwd: string, ...argv: string[]): string =>
  execFileSync(
    'git',
    ['-c', 'user.name=T', '-c', 'user.email=t@example.com', '-c', 'init.defaultBranch=main', ...argv],
    {
      cwd,
      encoding: 'utf8',
    },
  );

/** A repository with an ISMS in a folder, in two revisions, and changed since. */
function repository(): string {
  const folder = folderWith({ 'sub/isms.isms': first, 'sub/evidence.pdf': 'x', 'other.txt': 'x' });
  rmSync(join(folder, '.git'), { recursive: true });
  git(folder, 'init', '--quiet');
  git(folder, 'add', '.');
  git(folder, 'commit', '--quiet', '-m', 'first');
  git(folder, 'tag', 'v1');
  writeFileSync(join(folder, 'sub/isms.isms'), second);
  git(folder, 'commit', '--quiet', '-a', '-m', 'second');
  return folder;
}

const titles = (stdout: string): (string | undefined)[][] =>
  JSON.parse(stdout).sections.flatMap((section: { changes: { facts: { before: string[]; after: string[] }[] }[] }) =>
    section.changes.flatMap(({ facts }) => facts.map(({ before, after }) => [before?.[0], after?.[0]])),
  );

const change = [['Chief executive', 'Managing director']];

const path = process.env.PATH;
afterEach(() => {
  process.env.PATH = path;
});

describe('git revisions', () => {
  test.each([
    ['of the folder itself', 'sub', ['HEAD~1', 'HEAD']],
    ['by a tag and a branch', 'sub', ['v1', 'main']],
    ['with a path from the top', '.', ['v1:sub', 'main:sub']],
    ['with a path from the folder', 'sub', ['v1:./', 'main:.']],
    ['with the working files', 'sub', ['HEAD~1']],
    ['of a file of the ISMS', 'sub', ['v1:sub/', 'isms.isms']],
  ])('%s', async (_, folder, sides) => {
    const cwd = join(repository(), folder);
    const run = await isms(['diff', ...sides, '--format', 'json'], { cwd });
    expect(run.stderr).toBe('');
    expect(titles(run.stdout)).toEqual(change);
    expect(run.code).toBe(1);
  });

  test('--in names the folder that they are of', async () => {
    const cwd = repository();
    const run = await isms(['diff', 'HEAD', '--in', 'sub'], { cwd });
    expect([run.code, run.stderr]).toEqual([0, '']);
    expect(run.stdout).toContain('Nothing has changed');
    writeFileSync(join(cwd, 'sub/isms.isms'), first);
    expect((await isms(['diff', 'HEAD', '--in', 'sub', '--format', 'md'], { cwd })).stdout).toMatch(
      /\| role Ceo +\| Chief executive +\| changed +\| title +\| Managing director +\| Chief executive/,
    );
  });

  test('a file that is a link, evidence of then, and what cannot be told of a file elsewhere', async () => {
    const cwd = repository();
    writeFileSync(
      join(cwd, 'sub/real.txt'),
      'evidence E "E" { file: "evidence.pdf" }\nevidence F "F" { file: "../../x.pdf" }\n',
    );
    symlinkSync('real.txt', join(cwd, 'sub/linked.isms'));
    git(cwd, 'add', '.');
    git(cwd, 'commit', '--quiet', '-m', 'third');
    rmSync(join(cwd, 'sub/linked.isms'));
    writeFileSync(join(cwd, 'sub/linked.isms'), readFileSync(join(cwd, 'sub/real.txt')));
    const run = await isms(['diff', 'HEAD', '--in', 'sub', '--format', 'json'], { cwd });
    expect(run.stderr).toBe('');
    expect(JSON.parse(run.stdout).sections).toEqual([]);
  });

  test('what a repository sets is not run', async () => {
    const cwd = repository();
    const mark = join(cwd, 'ran');
    git(cwd, 'config', 'core.fsmonitor', `touch ${mark}`);
    mkdirSync(join(cwd, '.git/hooks'), { recursive: true });
    expect((await isms(['diff', 'HEAD~1', '--in', 'sub'], { cwd })).code).toBe(1);
    expect(readdirSync(cwd)).not.toContain('ran');
  });

  test.each<[what: string, argv: string[], message: string]>([
    ['an unknown revision', ['nowhere'], 'There is no revision nowhere in the repository'],
    ['an option in disguise', ['--', '--output=x'], 'There is no revision --output=x'],
    ['a path that is not there', ['v1:nothing'], 'There are no .isms files in v1:nothing under nothing/'],
    ['a path out of the repository', ['v1:../../x'], 'v1:../../x leads out of the repository'],
    ['no revision', [':x'], ':x names no revision before its colon'],
    ['a folder that is not there', ['v1', '--in', 'gone'], 'There is no folder gone'],
    ['nothing', [''], 'A side is empty'],
    ['an output that would be read', ['v1', '-o', 'x.isms'], 'would be read as a file of an ISMS'],
    ['a revision without one', ['v1:', '--in', 'other.txt'], 'There is no file or folder'],
  ])('%s is told', async (_, argv, message) => {
    const cwd = repository();
    const run = await isms(['diff', ...argv], { cwd: argv.includes('other.txt') ? cwd : join(cwd, 'sub') });
    expect([run.code, run.stdout]).toEqual([2, '']);
    expect(run.stderr).toContain(argv.includes('other.txt') ? 'other.txt' : message);
  });

  test('outside of a repository, and without git', async () => {
    const cwd = folderWith({ 'isms.isms': first });
    rmSync(join(cwd, '.git'), { recursive: true });
    const outside = await isms(['diff', 'HEAD'], { cwd });
    expect([outside.code, outside.stderr]).toEqual([2, expect.stringContaining('is not in a git repository')]);
    process.env.PATH = folderWith({});
    const without = await isms(['diff', 'HEAD'], { cwd });
    expect([without.code, without.stderr]).toEqual([2, expect.stringContaining('Git is not installed')]);
  });
});

describe('folders and archives', () => {
  const zip = (files: Record<string, string>): Uint8Array =>
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)])));

  test('are compared with each other, in whatever file a declaration stands', async () => {
    const [head, role] = second.split('\n');
    const cwd = folderWith({
      'old.zip': zip({ 'acme/isms.isms': first, 'acme/node_modules/x.isms': 'risk', 'acme/a.pdf': 'x' }),
      'new/isms.isms': `${head}\n`,
      'new/people/roles.isms': `// moved\n${role}\n`,
    });
    const run = await isms(['diff', 'old.zip', 'new', '--format', 'json'], { cwd });
    expect(run.stderr).toBe('');
    expect(titles(run.stdout)).toEqual(change);
    expect((await isms(['diff', 'new', 'new'], { cwd })).code).toBe(0);
  });

  test('both are judged as of one day', async () => {
    const cwd = folderWith({
      'a/isms.isms': first,
      'a/isms.config.json': '{ "asOf": "2020-01-01" }',
      'b/isms.isms': second,
      'b/isms.config.json': '{ "asOf": "2026-01-01" }',
    });
    const asOf = async (...argv: string[]): Promise<string> =>
      JSON.parse((await isms(['diff', 'a', 'b', '--format', 'json', ...argv], { cwd })).stdout).asOf;
    expect(await asOf()).toBe('2026-01-01');
    expect(await asOf('--as-of', '2027-05-05')).toBe('2027-05-05');
  });

  test.each<[what: string, content: Uint8Array, message: string]>([
    ['no archive', new TextEncoder().encode('PK no'), 'is no whole .zip archive'],
    ['one that is cut off', zip({ 'isms.isms': first }).subarray(0, 60), 'is no whole .zip archive'],
    ['one without an ISMS', zip({ 'a.txt': 'x' }), 'There are no .isms files in x.zip'],
    ['one that leads out of itself', zip({ '../isms.isms': first }), 'There are no .isms files in x.zip'],
    ['no text', zipSync({ 'isms.isms': Uint8Array.from([0xff, 0xfe]) }), 'is not UTF-8 text'],
    ['a broken lock file', zip({ 'isms.isms': first, 'isms.lock.json': '[' }), 'is not what “isms approve” writes'],
  ])('%s is told', async (_, content, message) => {
    const run = await isms(['diff', 'x.zip', 'y'], { cwd: folderWith({ 'x.zip': content, 'y/isms.isms': first }) });
    expect([run.code, run.stdout]).toEqual([2, '']);
    expect(run.stderr).toContain(message);
  });

  test('a file is written whole', async () => {
    const cwd = folderWith({ 'a/isms.isms': first, 'b/isms.isms': second });
    const run = await isms(['diff', 'a', 'b', '--format', 'html', '-o', 'changes.html'], { cwd });
    expect([run.code, run.stdout]).toEqual([1, 'Wrote changes.html\n']);
    expect(readFileSync(join(cwd, 'changes.html'), 'utf8')).toMatch(
      /^<!DOCTYPE html>[\s\S]*Managing director[\s\S]*<\/html>\s*$/i,
    );
    const nowhere = await isms(['diff', 'a', 'b', '-o', 'gone/changes.md', '--format', 'md'], { cwd });
    expect([nowhere.code, nowhere.stderr]).toEqual([2, expect.stringContaining('was not written')]);
  });
});

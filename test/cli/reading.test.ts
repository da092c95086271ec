/** What the command line reads, leaves out, and cannot read. */
import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith, isms, type Run } from './isms.ts';

interface Found {
  readonly code: string;
  readonly file: string;
}

const found = ({ stdout }: Run, code: string): string[] =>
  (JSON.parse(stdout) as Found[]).filter(finding => finding.code === code).map(({ file }) => file);

const check = (cwd: string, ...argv: string[]): Promise<Run> => isms(['check', '--format', 'json', ...argv], { cwd });

const using = (name: string): string =>
  `isms ${name} "${name}" {\n}\nrole Ciso "C" {\n}\nasset X "x" {\n  owner: Ciso\n  supplier: Aws\n}\n`;

test('a link to a file beside the ISMS counts, whichever folder is named; a second name of a file does not', async () => {
  const cwd = folderWith({
    'a/isms.isms': using('A'),
    'b/isms.isms': using('B'),
    'b/own.isms': '',
    'shared/suppliers.isms': 'supplier Aws "AWS" {\n}\n',
  });
  for (const folder of ['a', 'b']) symlinkSync('../shared/suppliers.isms', join(cwd, folder, 'suppliers.isms'));
  symlinkSync('suppliers.isms', join(cwd, 'b/again.isms'));
  for (const paths of [['.'], ['a'], ['b'], ['a', 'b']]) {
    const run = await check(cwd, ...paths);
    expect([paths, found(run, 'name/unresolved'), found(run, 'name/duplicate')]).toEqual([paths, [], []]);
  }
});

test('the ISMS above is found through a file with an isms block that is a link', async () => {
  const cwd = folderWith({ 'elsewhere/a.isms': using('A').replace('  supplier: Aws\n', ''), 'w/risks/r.isms': '' });
  symlinkSync('../elsewhere/a.isms', join(cwd, 'w/isms.isms'));
  expect(found(await check(cwd, 'w/risks'), 'isms/missing')).toEqual([]);
});

test('what the configuration excludes is left out; if it is all that is named, that is said', async () => {
  const cwd = folderWith({
    'isms.isms': using('A'),
    'isms.config.json': '{ "exclude": ["archive", "**/*.draft.isms"] }',
    'archive/a.isms': 'role Ciso "C" {\n}\n',
    'x/y.draft.isms': 'role Ciso "C" {\n}\n',
    'templates/isms.isms': using('T'),
  });
  expect(found(await check(cwd), 'name/duplicate')).toEqual([]);
  const run = await check(cwd, 'archive/a.isms');
  expect([run.code, run.stderr]).toEqual([
    2,
    'isms: All files under archive/a.isms are left out by “exclude” in isms.config.json.\n',
  ]);
});

test('a pipe and a circle of links named like sources are named in each format, and the rest is reported', async () => {
  const cwd = folderWith({ 'isms.isms': using('A') });
  execFileSync('mkfifo', [join(cwd, 'pipe.isms')]);
  symlinkSync('circle.isms', join(cwd, 'circle.isms'));
  const run = await check(cwd);
  expect([run.code, found(run, 'syntax/unreadable')]).toEqual([1, ['circle.isms', 'pipe.isms']]);
  expect(found(run, 'name/unresolved')).toEqual(['isms.isms']);
  const sarif = await isms(['check', '--format', 'sarif'], { cwd });
  const [{ invocations }] = (JSON.parse(sarif.stdout) as { runs: [{ invocations: unknown }] }).runs;
  expect(invocations).toMatchObject([
    { executionSuccessful: false, toolExecutionNotifications: [{ level: 'error' }, { level: 'error' }] },
  ]);
  const soa = await isms(['export', 'soa', '--format', 'csv', '-o', '-'], { cwd });
  expect([soa.code, soa.stdout]).toEqual([2, '']);
  expect(soa.stderr).toMatch(/circle\.isms: .*links go round in circles.*\npipe\.isms: .*a pipe or a device/);
});

test('an isms file above that cannot be read is named', async () => {
  const cwd = folderWith({ 'isms.isms': new Uint8Array([0xff]), 'risks/r.isms': 'asset X "x" {\n}\n' });
  const run = await check(cwd, 'risks');
  expect([run.code, found(run, 'syntax/unreadable')]).toEqual([1, ['../isms.isms']]);
});

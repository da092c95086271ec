/** The built command as a process of its own. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildCommand } from './bundle.ts';
import { folderWith, only } from './isms.ts';

let command: ReturnType<typeof buildCommand>;
beforeAll(() => {
  command = buildCommand();
});
afterAll(() => command?.remove());

const files = {
  'isms.config.json': only('soa/missing-justification'),
  'isms.isms': 'isms Small "Small" {\n}\n',
  'soa.isms': 'control A.5.1 { applicable: yes }\n',
};

const run = (cwd: string, ...argv: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command.bin, ...argv], { cwd, encoding: 'utf8' });
  return { code: status, stdout, stderr };
};

test.each([
  ['findings', ['check'], 1],
  ['findings below the threshold', ['check', '--fail-on', 'error', '--as-of', '2026-01-01'], 1],
  ['nothing found', ['check', 'isms.isms'], 0],
  ['a bad call', ['check', '--nonsense'], 2],
  ['a missing path', ['check', 'nowhere'], 2],
  ['a version', ['--version'], 0],
])('%s: exit code', (_, argv, code) => {
  const result = run(folderWith(files), ...argv);
  expect(result.code).toBe(code);
  expect(result.stderr).not.toMatch(/^\s+at /m);
});

test('prints no colours into a pipe, and JSON alone on standard output', () => {
  const cwd = folderWith(files);
  expect(run(cwd, 'check').stdout).not.toContain('\u001b');
  const { stdout, stderr } = run(cwd, 'check', '--format', 'json');
  expect(JSON.parse(stdout)).toHaveLength(1);
  expect(stderr).toBe('');
});

describe.each(['xlsx', 'csv', 'md', 'html', 'json'])('export to %s', format => {
  test('loads its writer, and writes to a file what it writes to a pipe', () => {
    const cwd = folderWith(files);
    const argv = [command.bin, 'export', 'soa', '.', '--format', format];
    expect(spawnSync(process.execPath, argv, { cwd }).status).toBe(0);
    const piped = execFileSync(process.execPath, [...argv, '-o', '-'], { cwd, maxBuffer: 1e8 });
    expect(readFileSync(join(cwd, `Small-soa.${format}`)).equals(piped)).toBe(true);
  });
});

test('knows its build, so that it finds what it kept itself', () => {
  const cwd = folderWith(files);
  const first = run(cwd, 'check', '--cache', 'cache');
  const [entry] = readdirSync(join(cwd, 'cache'));
  expect(entry).toMatch(/^[0-9a-f]{64}\.findings$/);
  expect(run(cwd, 'check', '--cache', 'cache')).toEqual(first);
  expect(readdirSync(join(cwd, 'cache'))).toEqual([entry]);
  expect(readFileSync(command.bin.replace('isms.cjs', 'main.cjs'), 'utf8')).not.toContain('-'.repeat(64));
});

test('a disk that is full in the middle of a file leaves the old file, whole, and nothing beside it', () => {
  const cwd = folderWith({ ...files, 'soa.html': 'the old one' });
  // One block (512 or 1,024 bytes) is all that this process may write to a file.
  const limited = `ulimit -f 1; exec "$0" "$@"`;
  const argv = [process.execPath, command.bin, 'export', 'soa', '.', '--format', 'html', '-o', 'soa.html'];
  const { status, stderr } = spawnSync('sh', ['-c', limited, ...argv], { cwd, encoding: 'utf8' });
  expect(status).toBe(2);
  expect(stderr).toMatch(/^isms: soa\.html was not written: .*\. Nothing was changed\.\n$/);
  expect(readFileSync(join(cwd, 'soa.html'), 'utf8')).toBe('the old one');
  expect(readdirSync(cwd).sort()).toEqual(['.git', 'isms.config.json', 'isms.isms', 'soa.html', 'soa.isms']);
});

test.each(['csv', 'html', 'xlsx'])('an export to %s ends quietly when its reader stops reading', format => {
  const own = Array.from({ length: 4000 }, (_, index) => `control X-${index} "Own" { applicable: yes }\n`).join('');
  const cwd = folderWith({ ...files, 'own.isms': own });
  const line = `"$0" "$1" export soa . --format ${format} -o - | head -c 10`;
  const run = spawnSync('sh', ['-c', line, process.execPath, command.bin], { cwd });
  expect(run.stdout).toHaveLength(10);
  // What the document lacks is said in any case.
  expect(run.stderr.toString()).toMatch(/^isms: Statement of Applicability is incomplete: [^\n]*\n$/);
});

test.each(['SIGINT', 'SIGTERM'] as const)('serves until %s, and then ends well', async signal => {
  const child = spawn(process.execPath, [command.bin, 'serve'], { cwd: folderWith(files) });
  let said = '';
  let signalled = false;
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', data => {
      said += data;
      if (signalled || !said.includes('Ctrl+C')) return;
      signalled = true;
      child.kill(signal);
    });
  }
  const [code] = await once(child, 'close');
  expect(said).toMatch(/^Small is shown at\n\n {2}http:\/\/127\.0\.0\.1:\d+\/[\w-]{32}\/\n/);
  expect(code).toBe(0);
});

test('ends quietly when its reader stops reading', () => {
  const cwd = folderWith({ ...files, 'many.isms': 'control A.5.2 { applicable: yes }\n'.repeat(3000) });
  const line = `"$0" "$1" check --format json | head -c 10`;
  const { stdout, stderr } = spawnSync('sh', ['-c', line, process.execPath, command.bin], { cwd, encoding: 'utf8' });
  expect(stdout).toHaveLength(10);
  expect(stderr).toBe('');
});

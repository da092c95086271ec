/** What is left of a file when the process is interrupted while it is written. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { folderWith } from '../cli/isms.ts';

/** Says when the first half is written, and never writes the second one. */
const program = `
  import { writeWhole } from './src/node/files.ts';
  async function* halves() {
    yield 'the first half';
    process.stdout.write('half');
    await new Promise(resolve => setTimeout(resolve, 60_000));
  }
  void writeWhole(process.argv[2], halves());
`;

test.runIf(process.platform !== 'win32').each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s leaves the old file, and no new one beside it',
  async signal => {
    const folder = folderWith({ 'x.csv': 'old' });
    const script = join(folderWith({}), 'write.cjs');
    await build({
      stdin: { contents: program, resolveDir: join(import.meta.dirname, '../..'), loader: 'ts' },
      outfile: script,
      bundle: true,
      platform: 'node',
      mainFields: ['module', 'main'],
      format: 'cjs',
      logLevel: 'error',
    });
    const child = spawn(process.execPath, [script, join(folder, 'x.csv')]);
    const ended = new Promise(resolve => child.once('exit', (code, how) => resolve(how ?? code)));
    const begun = new Promise(resolve => child.stdout.once('data', data => resolve(String(data))));
    expect(await Promise.race([begun, ended])).toBe('half');
    expect(readdirSync(folder).some(name => name.endsWith('.tmp'))).toBe(true);
    child.kill(signal);
    expect(await ended).toBe(signal);
    expect(readdirSync(folder)).toEqual(['.git', 'x.csv']);
    expect(readFileSync(join(folder, 'x.csv'), 'utf8')).toBe('old');
  },
);

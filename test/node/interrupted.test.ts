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

/** Changes two files, and says so and waits in between, in one turn. */
const changing = `
  import { changeFiles, disk } from './src/node/change-files.ts';
  import { writeSync } from 'node:fs';
  import { join } from 'node:path';
  const folder = process.argv[2];
  const change = name => ({ path: join(folder, name), before: 'old', after: 'new' });
  let isFirst = true;
  changeFiles(() => folder, [change('a'), change('b')], {
    ...disk,
    rename: (from, to) => {
      disk.rename(from, to);
      if (isFirst) writeSync(1, 'half');
      isFirst = false;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
    },
  });
  setTimeout(() => {}, 60_000);
`;

async function bundled(contents: string): Promise<string> {
  const script = join(folderWith({}), 'write.cjs');
  await build({
    stdin: { contents, resolveDir: join(import.meta.dirname, '../..'), loader: 'ts' },
    outfile: script,
    bundle: true,
    platform: 'node',
    mainFields: ['module', 'main'],
    format: 'cjs',
    logLevel: 'error',
  });
  return script;
}

test.runIf(process.platform !== 'win32')(
  'a signal waits until all files are changed, and then ends the process',
  async () => {
    const folder = folderWith({ a: 'old', b: 'old' });
    const child = spawn(process.execPath, [await bundled(changing), folder]);
    const ended = new Promise(resolve => child.once('exit', (code, how) => resolve(how ?? code)));
    await new Promise(resolve => child.stdout.once('data', resolve));
    child.kill('SIGTERM');
    expect(await ended).toBe('SIGTERM');
    expect(readdirSync(folder)).toEqual(['.git', 'a', 'b']);
    expect(['a', 'b'].map(name => readFileSync(join(folder, name), 'utf8'))).toEqual(['new', 'new']);
  },
);

test.runIf(process.platform !== 'win32').each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s leaves the old file, and no new one beside it',
  async signal => {
    const folder = folderWith({ 'x.csv': 'old' });
    const script = await bundled(program);
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

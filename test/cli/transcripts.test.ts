/**
 * Transcripts: each file of test/cli/transcripts/ holds the files of a folder and calls with what they print.
 *
 *     --- risks.isms          begins a file
 *     --- only CODE …         a configuration with just these rules (`--- only in FOLDER CODE …`)
 *     $ isms check .          a call; below it its output, lines of standard error with `! ` before them
 *     = 1                     its exit code
 *
 * `UPDATE=1` writes what was printed into the files; read the difference.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, isms, only } from './isms.ts';

const folder = new URL('transcripts/', import.meta.url).pathname;

interface Transcript {
  readonly head: string;
  readonly files: Record<string, string>;
  readonly calls: readonly { readonly argv: string; readonly printed: string }[];
}

function read(text: string): Transcript {
  const [before, ...rest] = text.split(/^(?=\$ isms)/m) as [string, ...string[]];
  const files: Record<string, string> = {};
  for (const section of before.split(/^--- /m).slice(1)) {
    const [name, ...lines] = section.split('\n') as [string, ...string[]];
    const config = /^only (?:in (\S+) )?(.*)$/.exec(name);
    if (config) files[join(config[1] ?? '.', 'isms.config.json')] = only(...(config[2] ?? '').split(' '));
    else files[name] = lines.join('\n');
  }
  const calls = rest.map(call => {
    const end = call.indexOf('\n');
    return { argv: call.slice('$ isms'.length, end).trim(), printed: call.slice(end + 1) };
  });
  return { head: before, files, calls };
}

async function print(argv: string, cwd: string): Promise<string> {
  const { code, stdout, stderr } = await isms(argv.split(' ').filter(Boolean), { cwd });
  const errors = stderr.replace(/^(?=.)/gm, '! ');
  return `${stdout}${stdout && !stdout.endsWith('\n') ? '\n' : ''}${errors}= ${code}\n`;
}

describe.each(readdirSync(folder).sort())('%s', name => {
  const file = join(folder, name);
  const { head, files, calls } = read(readFileSync(file, 'utf8'));
  const cwd = folderWith(files);
  test('prints what the transcript says', async () => {
    expect(calls.length).toBeGreaterThan(0);
    const printed: string[] = [];
    for (const { argv } of calls) printed.push(`$ isms ${argv}\n${await print(argv, cwd)}`);
    const now = head + printed.join('\n');
    if (process.env.UPDATE) writeFileSync(file, now);
    expect(now).toBe(readFileSync(file, 'utf8'));
  });
});

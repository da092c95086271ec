/** Runs an editor whose script does the task and tells each outcome as a line of JSON. */
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { TestResult } from '../e2e/report.ts';
import type { Setting } from './main.ts';
import { taskIn } from './task.ts';

/** Bounds an editor that hangs, ms; its script bounds each wait itself. */
const patience = 600_000;

/** Starts the editor with arguments, `isms` on its path and a home of its own, and reports what its script tells under `name`. */
export async function runScript(setting: Setting, name: string, args: readonly string[]): Promise<void> {
  const { root, program, work, report } = setting;
  const home = join(work, 'home');
  mkdirSync(home);
  const results = join(work, 'results.jsonl');
  const task = join(work, 'task.json');
  writeFileSync(task, JSON.stringify({ ...taskIn(setting.folder), results }));
  const env = {
    ...process.env,
    HOME: home,
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_DATA_HOME: join(home, 'data'),
    XDG_STATE_HOME: join(home, 'state'),
    XDG_CACHE_HOME: join(home, 'cache'),
    PATH: [withCommand(root, work), process.env.PATH ?? ''].join(delimiter),
    ISMS_TASK: task,
  };
  const { code, said } = await run(program, args, env, setting.folder);
  const lines = existsSync(results) ? readFileSync(results, 'utf8').split('\n').filter(Boolean) : [];
  let isFinished = false;
  for (const line of lines) {
    const result: TestResult | { finished: true } = JSON.parse(line);
    if ('finished' in result) isFinished = true;
    else report.add({ ...result, title: `${name} ${result.title}` });
  }
  if (!isFinished || code !== 0)
    report.add({
      title: `${name} does the whole task`,
      passed: false,
      ms: 0,
      error: `it ended with ${code} after ${lines.length} outcomes; it said:\n${said.slice(-4000)}`,
    });
}

/** A folder with the command `isms`, as an installation puts one on the path. */
function withCommand(root: string, work: string): string {
  const folder = join(work, 'bin');
  mkdirSync(folder);
  const command = join(folder, 'isms');
  writeFileSync(command, `#!/bin/sh\nexec '${process.execPath}' '${join(root, 'dist/cli/isms.cjs')}' "$@"\n`);
  chmodSync(command, 0o755);
  return folder;
}

function run(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  cwd: string,
): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', chunk => {
        said += chunk;
      });
    const timer = setTimeout(() => child.kill('SIGKILL'), patience);
    child.on('error', reject);
    child.on('close', code => {
      clearTimeout(timer);
      resolve({ code, said });
    });
  });
}

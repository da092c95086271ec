import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { runScript } from './in-editor.ts';
import type { Setting } from './main.ts';

/** Emacs without a screen, with the configuration of docs/editors/emacs.md, Debian's packages and nothing else. */
export function runEmacs(setting: Setting): Promise<void> {
  const folder = join(setting.root, 'test/editors/emacs');
  const files = ['isms.el', 'steps.el'].flatMap(name => ['-l', join(folder, name)]);
  return runScript(setting, 'Emacs', ['--batch', '-L', folder, ...files]);
}

/** Emacs before version 29 has Eglot only as a package. */
export function lackOfEglot(program: string): string | undefined {
  const { status } = spawnSync(program, ['--batch', '--eval', "(require 'eglot)"], { stdio: 'ignore' });
  return status === 0 ? undefined : 'eglot is not installed';
}

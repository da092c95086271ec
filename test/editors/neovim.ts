import { join } from 'node:path';
import { runScript } from './in-editor.ts';
import type { Setting } from './main.ts';

/** Neovim without a screen, with the configuration of docs/editors/neovim.md and nothing else. */
export function runNeovim(setting: Setting): Promise<void> {
  const folder = join(setting.root, 'test/editors/neovim');
  const args = ['--headless', '-n', '-u', join(folder, 'init.lua'), '-c', `luafile ${join(folder, 'steps.lua')}`];
  return runScript(setting, 'Neovim', args);
}

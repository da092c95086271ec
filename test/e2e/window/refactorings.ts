import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Setting } from '../main.ts';
import { inWindow } from '../workbench/in-window.ts';
import { until } from '../workbench/page.ts';
import { workbenchUrl } from '../workbench/server.ts';

/** Refactorings that make and delete files, chosen in the window, and taken back at once. */
export async function runRefactorings(setting: Setting): Promise<void> {
  const { folder } = setting;
  await inWindow('refactorings', setting, async ({ window, page, server, test }) => {
    /** All sources, by their paths in the folder. */
    const texts = (): Record<string, string> =>
      Object.fromEntries(
        readdirSync(folder, { recursive: true, encoding: 'utf8' })
          .filter(path => path.endsWith('.isms'))
          .sort()
          .map(path => [path, readFileSync(join(folder, path), 'utf8')]),
      );
    const before = texts();

    const choose = async (menu: string, action: string): Promise<void> => {
      await window.runCommand(menu);
      const row = page.locator('.action-widget .monaco-list-row.action', { hasText: action }).first();
      await row.waitFor();
      await window.screenshot(`refactorings-${action.split(' ')[0]?.toLowerCase()}`);
      // A sheet lies over the page until the pointer moves, which playwright would wait out.
      await row.click({ force: true });
    };
    const saved = async (what: string, check: () => boolean): Promise<void> => {
      await until(what, async () => {
        await window.runCommand('File: Save All');
        return check();
      });
    };
    /** Undoes once. Whether the editor asks for all files first depends on the file that is in front. */
    const undo = async (name: string): Promise<void> => {
      await window.openFile(name);
      await page.keyboard.press('Control+Z');
      const all = page.locator('.monaco-dialog-box .monaco-button', { hasText: /Undo in \d+ Files/ }).first();
      const unsaved = page.locator('.tabs-container .tab.dirty').first();
      await all.or(unsaved).first().waitFor();
      if ((await all.count()) > 0) await all.click();
      await saved('the files of before', () => JSON.stringify(texts()) === JSON.stringify(before));
    };

    await window.goto(workbenchUrl(server, { folder }));
    await until('the coverage', () => window.coverage());

    await test('a declaration is moved to a new file, its comments with it, and one undo takes it back', async () => {
      const path = Object.keys(before).find(name => name.endsWith('cyber.isms')) ?? '';
      const lines = (before[path] ?? '').split('\n');
      const line = lines.findIndex(text => text.startsWith('risk '));
      const name = lines[line]?.split(' ')[1] ?? '';
      await window.openFile('cyber.isms', line + 1);
      await choose('Refactor...', `Move ${name} to file…`);
      await window.quickPick('New file…', 'New file');
      await window.answer('risks/deeper/moved.isms');
      const moved = join(folder, 'risks/deeper/moved.isms');
      await saved('the new file', () => existsSync(moved) && readFileSync(moved, 'utf8').includes(`risk ${name} `));
      if (readFileSync(join(folder, path), 'utf8').includes(`risk ${name} `)) throw new Error(`${name} is still there`);
      if ((await window.squiggles('error').count()) > 0) throw new Error('there are errors');
      await undo('cyber.isms');
    });

    await test('a file is split by kind, and one undo takes it back', async () => {
      await window.openFile('locations-and-suppliers.isms');
      await choose('Refactor...', 'Split this file by kind');
      const suppliers = join(folder, 'suppliers.isms');
      await saved(
        'suppliers.isms',
        () =>
          existsSync(suppliers) &&
          readFileSync(suppliers, 'utf8').includes('supplier ') &&
          existsSync(join(folder, 'assets.isms')),
      );
      await window.screenshot('refactorings-split-done');
      await undo('suppliers.isms');
    });
  });
}

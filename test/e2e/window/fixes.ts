import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import type { Setting } from '../main.ts';
import { inWindow } from '../workbench/in-window.ts';
import { drawn, until } from '../workbench/page.ts';
import { workbenchUrl } from '../workbench/server.ts';

const main = `isms Acme "Acme" {
  organization: "Acme"
  owner: Ciso
}
role Ciso "Security officer"
method "Ours" {
  likelihood { 1: rare  2: likely }
  impact { 1: minor  2: severe }
  levels { low: 1..2  high: 3..4 }
  appetite: low
}
supplier Hoster "Hosting provider" {
  owner: Ciso
}
risk R-1 "Loss of the database" {
  vulnerabilities: LatePatching
  owner: Ciso
  likelihood: likely
  impact: severe
}
`;
const soa = `control A.8.13 "Information backup" {
}
change Move "Move to another region" {
  status: done
  owner: Ciso
}
asset Crm "CRM" {
  owner: Cfo
}
finding NC-1 "Restore test skipped" {
  severity: minor
  owner: Ciso
  due: 2020-01-31
}
`;

/** What an author who does not know the language does with the mouse: decide, declare, silence, drop, and begin. */
export async function runFixes(setting: Setting): Promise<void> {
  const folder = join(setting.work, 'fixes');
  mkdirSync(join(folder, 'files'), { recursive: true });
  writeFileSync(join(folder, 'isms.isms'), main);
  writeFileSync(join(folder, 'soa.isms'), soa);
  writeFileSync(join(folder, 'files/restore-test.txt'), 'Restored.\n');
  await inWindow('fixes', setting, async ({ window, page, server, test }) => {
    await window.goto(workbenchUrl(server, { folder }));
    await until('the coverage', () => window.coverage());
    const text = (file: string): Promise<string> => drawn(window.editor(file).locator('.view-lines'));
    const stands = (file: string, what: string): Promise<true> =>
      until(`${what} in ${file}`, async () => (await text(file)).includes(what));
    /** The menu of actions at a place, once it has one of them. */
    const actions = async (file: string, line: number, column: number, title: string): Promise<Locator> => {
      const row = page.locator('.action-widget .monaco-list-row.action', { hasText: title }).first();
      await window.openFile(file, line, column);
      await until(`“${title}”`, async () => {
        await page.keyboard.press('Control+.');
        try {
          await row.waitFor({ timeout: 4_000 });
          return true;
        } catch {
          await page.keyboard.press('Escape');
          return false;
        }
      });
      return row;
    };

    /** Takes a row of a menu. A click is lost where the list is just being drawn, and then the menu stays. */
    const take = (row: Locator): Promise<true> =>
      until('the menu to close', async () => {
        await row.click({ force: true, timeout: 2_000 }).catch(() => undefined);
        return row.waitFor({ state: 'hidden', timeout: 2_000 }).then(
          () => true,
          () => false,
        );
      });

    await test('a decision about a control is one of the fixes, and stands in every theme', async () => {
      const title = 'Exclude: no such activity';
      await (await actions('soa.isms', 1, 10, title)).waitFor();
      await window.screenshot('fixes-light');
      await page.keyboard.press('Escape');
      for (const [theme, name] of [
        ['Dark Modern', 'dark'],
        ['Dark High Contrast', 'contrast'],
      ] as const) {
        await window.runCommand('Preferences: Color Theme');
        await window.quickPick(theme);
        await (await actions('soa.isms', 1, 10, title)).waitFor();
        await window.screenshot(`fixes-${name}`);
        await page.keyboard.press('Escape');
      }
      // Twice the size is half the room.
      await page.setViewportSize({ width: 640, height: 400 });
      await (await actions('soa.isms', 1, 10, title)).waitFor();
      await window.screenshot('fixes-zoomed');
      await page.keyboard.press('Escape');
      await page.setViewportSize({ width: 1280, height: 800 });
      await take(await actions('soa.isms', 1, 10, title));
      await stands('soa.isms', 'because: no-such-activity');
    });

    await test('a date that only the author knows is where the cursor goes', async () => {
      const title = 'Write `approved: … by Ciso`';
      await take(await actions('soa.isms', 4, 13, title));
      await stands('soa.isms', 'approved: 0000-00-00 by Ciso');
      await window.screenshot('fixes-date');
      await page.keyboard.type('2026-02-01');
      await stands('soa.isms', 'approved: 2026-02-01 by Ciso');
    });

    await test('a missing name is declared in a new file, which is shown', async () => {
      const row = await actions('soa.isms', 8, 12, 'Declare the person Cfo in a new people.isms');
      await window.screenshot('fixes-declare');
      await take(row);
      await stands('people.isms', 'person Cfo "Cfo"');
      await window.screenshot('fixes-declared');
    });

    await test('the severity of a rule is set for the ISMS', async () => {
      const row = await actions('soa.isms', 4, 13, 'Set change/unapproved to hint for this ISMS');
      await window.screenshot('fixes-severity');
      await take(row);
      await stands('isms.config.json', '"change/unapproved": "hint"');
      await window.screenshot('fixes-configuration');
    });

    await test('a file that is dropped on a control is evidence of it', async () => {
      await window.openFile('soa.isms', 1);
      await window.runCommand('Focus on Folders View');
      const file = page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'restore-test.txt' }).first();
      if ((await file.count()) === 0)
        await page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'files' }).first().click();
      await file.waitFor();
      const line = window.editor('soa.isms').locator('.view-line', { hasText: 'control' }).first();
      const from = await file.boundingBox();
      const to = await line.boundingBox();
      if (!from || !to) throw new Error('nothing to drag');
      await page.mouse.move(from.x + 60, from.y + from.height / 2);
      await page.mouse.down();
      await page.mouse.move(to.x + 40, to.y + to.height / 2, { steps: 12 });
      await page.keyboard.down('Shift');
      await page.mouse.move(to.x + 60, to.y + to.height / 2, { steps: 4 });
      await page.mouse.up();
      await page.keyboard.up('Shift');
      await stands('soa.isms', 'evidence: RestoreTest');
      await stands('soa.isms', 'file: "files/restore-test.txt"');
      await window.screenshot('fixes-drop');
    });

    await test('what is late is counted on the icon of the views', async () => {
      await window.runCommand('Focus on Due View');
      const badge = page.locator('.activitybar .action-item', { has: page.locator('[aria-label^="ISMS"]') });
      await until('a badge', async () => /\d/.test(await drawn(badge.locator('.badge-content').first())));
      await window.screenshot('views-badge');
    });

    await test('File > New begins a file of the language', async () => {
      await window.runCommand('Create: New File...');
      await window.quickPick('ISMS File', 'ISMS');
      await page.locator('.editor-group-container.active .monaco-editor.focused').first().waitFor();
      await until('the language', async () =>
        (await drawn(page.locator('.statusbar-item[id="status.editor.mode"]'))).includes('ISMS'),
      );
      await window.screenshot('new-file');
    });

    const begun = join(setting.work, 'begun');
    mkdirSync(begun);
    await test('the steps of the walkthrough tick themselves off as one begins', async () => {
      await window.tidy();
      await window.goto(workbenchUrl(server, { folder: begun }));
      await window.runCommand('Focus on What Next View');
      await window.runCommand('Welcome: Open Walkthrough...');
      await window.quickPick('Begin an ISMS');
      await page.locator('.gettingStartedContainer .getting-started-step').first().waitFor();
      const done = page.locator('.gettingStartedContainer .codicon-getting-started-step-checked:visible');
      const before = await done.count();
      writeFileSync(join(begun, 'isms.isms'), main);
      await until('the step to make an ISMS ticked', async () => (await done.count()) > before);
      await window.runCommand('Focus on Risks View');
      await until('the step to look at the risks ticked', async () => (await done.count()) > before + 1);
      await window.screenshot('walkthrough-ticked');
    });
  });
}

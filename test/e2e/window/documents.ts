import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import type { Setting } from '../main.ts';
import { inWindow } from '../workbench/in-window.ts';
import { until } from '../workbench/page.ts';
import { workbenchUrl } from '../workbench/server.ts';

/** The documents of an ISMS: exported with whatever may be chosen about them, and looked at beside the text. */
export async function runDocuments(setting: Setting): Promise<void> {
  const { folder } = setting;
  await inWindow('documents', setting, async ({ window, page, server, test }) => {
    const preview = (): FrameLocator =>
      page.frameLocator('iframe.webview.ready').first().frameLocator('iframe#active-frame');
    await window.goto(workbenchUrl(server, { folder }));
    await until('the coverage', () => window.coverage());

    await test('an export asks for the document, for what may be chosen about it, and for the format', async () => {
      await window.openFile('cyber.isms');
      await window.runCommand('ISMS: Export…');
      await window.asked('Document');
      await window.screenshot('export-documents');
      await window.quickPick('Audit report');
      await window.asked('Audit: Only this audit');
      await window.screenshot('export-audits');
      await window.quickPick('IA-2026-1');
      await window.asked('Format');
      await window.quickPick('.md', 'md');
      const proposed = await window.question('.md');
      if (!basename(proposed).includes('audit-IA-2026-1')) throw new Error(`proposed: ${proposed}`);
      await window.answer();
      const text = await until('the exported file', () => existsSync(proposed) && readFileSync(proposed, 'utf8'));
      if (!/^# .*IA-2026-1/m.test(text)) throw new Error(text.slice(0, 200));
      await window.editor(basename(proposed)).waitFor();
    });

    await test('a preview beside the text follows what is typed, and its look the theme', async () => {
      await window.openFile('cyber.isms');
      await window.runCommand('ISMS: Preview…');
      await window.quickPick('Risk register');
      await preview().locator('h1', { hasText: 'Risk register' }).waitFor();
      await window.screenshot('preview');
      const title = 'Zebras <b>loose</b> in the server room';
      await window.openFile('cyber.isms');
      await page.keyboard.press('Control+End');
      await page.keyboard.press('Enter');
      await page.keyboard.insertText(`risk R-900 "${title}" { }`);
      await preview().locator('td', { hasText: title }).waitFor();
      if ((await preview().locator('td b').count()) > 0) throw new Error('a text of the model has become markup');
      await window.screenshot('preview-live');
    });

    await test('a preview says quietly that there is nothing to show, and shows the document again once there is', async () => {
      await window.openFile('isms.isms');
      await window.runCommand('ISMS: Preview…');
      await window.quickPick('Supplier', 'Register of suppliers');
      await preview().locator('h1', { hasText: 'Register of suppliers' }).waitFor();
      await window.openFile('isms.isms');
      await page.keyboard.press('Control+A');
      await page.keyboard.press('Delete');
      await preview().locator('h1', { hasText: '“Register of suppliers” cannot be made now' }).waitFor();
      await window.screenshot('preview-nothing');
      if ((await window.notifications()).length > 0) throw new Error((await window.notifications()).join());
      await page.keyboard.press('Control+Z');
      await preview().locator('h1', { hasText: 'Register of suppliers' }).waitFor();
      await preview().locator('table').first().waitFor();
    });

    await test('what changed against git stands beside the text, and follows what is typed', async () => {
      const git = (...argv: string[]): string =>
        execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.com', ...argv], {
          cwd: folder,
          encoding: 'utf8',
        });
      git('init', '--quiet');
      git('add', '--all');
      git('commit', '--quiet', '-m', 'As it was approved');
      await window.openFile('cyber.isms');
      await window.runCommand('ISMS: Compare with Git…');
      await window.asked('Revision to compare with; type any other, such as HEAD~3');
      await window.screenshot('compare-revisions');
      await window.quickPick('HEAD', 'HEAD');
      await preview().locator('h1', { hasText: 'Changes of the ISMS' }).waitFor();
      await window.openFile('cyber.isms');
      await page.keyboard.press('Control+End');
      await page.keyboard.press('Enter');
      await page.keyboard.insertText('risk R-901 "Floods <i>in</i> the archive" { }');
      await preview().locator('td', { hasText: 'Floods <i>in</i> the archive' }).first().waitFor();
      if ((await preview().locator('td i').count()) > 0) throw new Error('a text of the model has become markup');
      await window.screenshot('compare-live');
      await preview().locator('a', { hasText: 'R-901' }).first().click();
      await window.editor('cyber.isms').waitFor();
    });

    await test('a copied table is pasted as declarations', async () => {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await window.openFile('cyber.isms');
      await page.keyboard.press('Control+End');
      await page.keyboard.press('Enter');
      await page.evaluate(
        'navigator.clipboard.writeText("Risk ID\\tRisk title\\tTreatment\\nP-1\\tTheft of <i>laptops</i>\\tMitigate\\nP-2\\tFire\\tAccept\\n")',
      );
      await page.keyboard.press('Control+V');
      // A plain paste stays what it is; the widget beside it offers the other.
      await page.locator('.post-edit-widget').first().waitFor();
      await page.keyboard.press('Control+.');
      await page.locator('.action-widget', { hasText: 'Paste as ISMS declarations (2 risks)' }).first().waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.locator('.view-line', { hasText: 'risk P-2 "Fire"' }).first().waitFor();
      await page.locator('.view-line', { hasText: 'risk P-1 "Theft of <i>laptops</i>"' }).first().waitFor();
      await window.screenshot('pasted');
    });

    await test('registers are imported after a look at what becomes of them', async () => {
      await window.tidy();
      writeFileSync(
        join(folder, 'old-risks.csv'),
        'Risk ID,Risk title,Likelihood,Impact,Zqx\nQ-1,Theft of <i>laptops</i>,likely,severe,Jane Doe\n',
      );
      await window.runCommand('ISMS: Import…');
      await window.answer(join(folder, 'old-risks.csv'), 'Import');
      await window.asked('Folder');
      await window.quickPick(basename(folder));
      await window.asked('Nothing is written yet. Entries of the report that need a look: 1');
      const report = (): FrameLocator =>
        page.frameLocator('iframe.webview.ready').first().frameLocator('iframe#active-frame');
      await report().locator('h1', { hasText: 'Report of the import' }).waitFor();
      if ((await report().locator('td i').count()) > 0) throw new Error('a text of the register has become markup');
      await window.screenshot('import');
      await window.quickPick('Say What a Column Is…');
      await window.asked('Column');
      await window.quickPick('Zqx');
      await window.quickPick('owner');
      await window.asked('Nothing is written yet. Entries of the report that need a look: 0');
      await window.quickPick('risks.isms');
      await page.locator('.editor-instance .view-line', { hasText: 'owner: JaneDoe' }).first().waitFor();
      await window.screenshot('import-text');
      await window.quickPick('Write');
      await until('a refusal', async () =>
        (await window.notifications()).some(text => text.includes('would overwrite')),
      );
    });
  });
}

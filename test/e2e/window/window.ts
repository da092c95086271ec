import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { controlEntries, controlReference, type Entry, exclusion } from '../example.ts';
import type { Setting } from '../main.ts';
import { inWindow } from '../workbench/in-window.ts';
import { drawn, until } from '../workbench/page.ts';
import { workbenchUrl } from '../workbench/server.ts';

/** What a user sees and does: the installed package in the window of the workbench. */
export async function runWindow(setting: Setting): Promise<void> {
  const { work, folder, shots } = setting;
  await inWindow('window', setting, async ({ window, page, server, test }) => {
    const entry = controlEntries(folder).at(-1) as Entry;
    await window.goto(workbenchUrl(server, { folder }));
    // Shown without any file open, as there is one ISMS: from then on the server answers.
    await until('the coverage', () => window.coverage());

    await test('status bar shows the coverage of the Statement of Applicability', async () => {
      await window.openFile(entry.file);
      await until('SoA 93/93', async () => (await window.coverage()).includes('SoA 93/93'));
      await window.coverageItem.hover();
      const tooltip = page.locator('.monaco-hover:visible', { hasText: 'Controls decided' });
      await tooltip.waitFor();
      await window.screenshot('status-bar');
    });

    await test('a squiggle appears after a justification is deleted and vanishes once the quick fix is filled in', async () => {
      const excluded = exclusion(folder);
      await window.deleteLines(excluded.file, excluded.reasons);
      await window.squiggles().first().waitFor();
      // While the lines go one by one, what is left of a text is found to be wrong.
      const rows = await until('only the finding in the Problems view', async () => {
        const all = await window.problems();
        const isAlone = all.some(row => row.includes('missing-justification')) && !all.join().includes('syntax/error');
        return isAlone && all;
      });
      await window.screenshot('squiggle');

      const [, line, column] = /\[Ln (\d+), Col (\d+)\]/.exec(rows.join(' ')) ?? [];
      await window.openFile(excluded.file, Number(line), Number(column));
      await page.keyboard.press('Control+.');
      const action = page.locator('.action-widget .monaco-list-row.action', { hasText: /justification/i }).first();
      await action.waitFor();
      await window.screenshot('quick-fix');
      // A sheet lies over the page until the pointer moves, which playwright would wait out.
      await action.click({ force: true });
      await window.fillIn(excluded.file, excluded.decision + 1, 'justification: ""', 'Nothing of the kind is done');
    });

    await test('coverage falls when a control is undecided, leads to the gap, and completion fills it', async () => {
      const count = 93 - entry.ids.length;
      await window.openFile(entry.file, entry.head + 1);
      await page.keyboard.press('Home');
      for (let i = entry.head; i <= entry.last; i++) await page.keyboard.press('Control+Shift+K');
      await until(`SoA ${count}/93`, async () => (await window.coverage()).includes(`SoA ${count}/93`));
      await window.screenshot('coverage-gap');

      const id = entry.ids[0] as string;
      await page.keyboard.press('Control+End');
      await page.keyboard.press('Enter');
      await page.keyboard.type(`control ${id.slice(0, -1)}`, { delay: 30 });
      await page.keyboard.press('Control+Space');
      const row = page.locator('.suggest-widget.visible .monaco-list-row', { hasText: id }).first();
      await row.waitFor();
      await window.screenshot('completion');
      await row.click();
      await page.keyboard.press('Escape');
      await until('the id in the editor', async () =>
        (await drawn(window.editor(entry.file).locator('.view-lines'))).includes(`control ${id}`),
      );

      await window.coverageItem.click();
      await until(
        'an editor at the gap',
        async () => (await page.locator('.editor-instance .monaco-editor').count()) > 0,
      );
    });

    await test('hover tells a control’s title, and its definition opens Annex A read-only', async () => {
      const reference = controlReference(folder);
      await window.openFile(reference.file, reference.line + 1);
      await page.keyboard.press('End');
      for (let i = 0; i < 2; i++) await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('Control+K');
      await page.keyboard.press('Control+I');
      await page.locator('.monaco-hover:visible', { hasText: reference.id }).first().waitFor();
      await window.screenshot('hover');
      await page.keyboard.press('Escape');

      await page.keyboard.press('F12');
      // The decision in the Statement of Applicability and Annex A both define a control: the editor shows both.
      const group = page.locator('.peekview-widget .monaco-list-row', { hasText: /annex-a/i }).first();
      const tab = page.locator('.tab.active').first();
      await until('Annex A', async () => (await group.count()) > 0 || /annex-a/i.test(await drawn(tab)));
      if ((await group.count()) > 0) {
        await group.click();
        const definition = page
          .locator('.peekview-widget .monaco-list-row', { hasText: `entry ${reference.id} ` })
          .first();
        await definition.dblclick();
      }
      await until('the tab of Annex A', async () => /annex-a/i.test(await drawn(tab)));
      await page.locator('.editor-group-container.active .monaco-editor.focused').first().waitFor();
      await page.keyboard.type('x');
      await page
        .locator('.monaco-editor-overlaymessage', { hasText: /read-only/i })
        .first()
        .waitFor();
      await window.screenshot('annex-a');
    });

    await test('the export from the palette asks edition, format and place and writes the file', async () => {
      await window.openFile(entry.file);
      await window.runCommand('ISMS: Export Statement of Applicability…');
      await window.quickPick('Internal');
      await window.quickPick('.csv', 'csv');
      const proposed = await window.question('.csv');
      if (!proposed.startsWith(folder)) throw new Error(`proposed: ${proposed}`);
      await window.screenshot('export');
      await window.answer();
      const text = await until('the exported file', () => existsSync(proposed) && readFileSync(proposed, 'utf8'));
      const ids = text.split(/\r?\n/).filter(line => /^"?A\.[5-8]\.\d+"?,/.test(line));
      if (ids.length !== 93) throw new Error(`${ids.length} controls in the exported file`);
      await window.editor(basename(proposed)).waitFor();
      await window.screenshot('exported');
    });

    await test('a page is shown where there is no browser beside the files', async () => {
      await window.openFile(entry.file);
      await window.runCommand('ISMS: Export Statement of Applicability…');
      await window.quickPick('Customer');
      await window.quickPick('.html', 'html');
      await window.question('.html');
      await window.answer();
      const inner = page.frameLocator('iframe.webview.ready').first().frameLocator('iframe#active-frame');
      await inner.locator('h1, caption, th').first().waitFor();
      await window.screenshot('exported-page');
    });

    await test('the readiness is a page whose links open the places', async () => {
      await window.openFile(entry.file);
      await window.runCommand('ISMS: Show Certification Readiness');
      const inner = page.frameLocator('iframe.webview.ready').first().frameLocator('iframe#active-frame');
      await inner.locator('h2', { hasText: 'Stage 2' }).waitFor();
      await window.screenshot('readiness');
      await inner.locator('li', { hasText: 'Method of risk assessment' }).locator('a').first().click();
      await window.editor('method.isms').waitFor();
    });

    await test('a check of the workspace says its result', async () => {
      await window.runCommand('ISMS: Check Workspace');
      await until('the result', async () =>
        (await window.notifications()).some(text => /as of \d{4}-\d\d-\d\d/.test(text)),
      );
      await window.screenshot('check');
    });

    await test('a new ISMS from a template is written to the chosen folder and opened', async () => {
      const into = join(work, 'new-isms');
      mkdirSync(into);
      await window.runCommand('ISMS: New ISMS from Template');
      await window.asked('Template');
      await window.screenshot('templates');
      await page.keyboard.press('Enter');
      const first = page.locator('.quick-input-title', { hasText: 'New ISMS (1/' });
      await first.waitFor();
      const count = Number(/\(1\/(\d+)\)/.exec(await drawn(first))?.[1]);
      for (let number = 1; number <= count; number++) {
        await page.locator('.quick-input-title', { hasText: `New ISMS (${number}/${count})` }).waitFor();
        await page.keyboard.press('Enter');
      }
      await window.asked('Folder');
      await window.quickPick('Another folder…', 'Another');
      await window.question('/');
      await window.answer(into, 'Create Here');
      await until('an editor with one of its files', async () => {
        const names = readdirSync(into, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.isms'));
        // By the tab's label: what a tab draws differs between versions.
        const label = (await page.locator('.tab.active').first().getAttribute('aria-label')) ?? '';
        return names.some(name => label.includes(basename(name)));
      });
      await window.screenshot('new-isms');
    });

    // How long is for the benchmark to say, on a machine that does nothing else: `npm run bench` reads it from the file.
    await test('VS Code tells how long activation took', async () => {
      await window.runCommand('Developer: Show Running Extensions');
      const row = page.locator('.runtime-extensions-editor .monaco-list-row', { hasText: 'isms' }).first();
      await row.waitFor();
      const text = await drawn(row);
      await window.screenshot('activation');
      const activationMs = Number(/Activation: (\d+)\s*ms/.exec(text)?.[1] ?? Number.NaN);
      if (Number.isNaN(activationMs)) throw new Error(text);
      writeFileSync(join(shots, 'activation.json'), `${JSON.stringify({ activationMs })}\n`);
    });
  });
}

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Setting } from '../main.ts';
import { inWindow } from '../workbench/in-window.ts';
import { until } from '../workbench/page.ts';
import { workbenchUrl } from '../workbench/server.ts';

/**
 * What a language pack does as far as it concerns extensions: it says which language is displayed. The words of VS Code itself, which
 * the pack would bring, stay English.
 */
const displayLanguage = `Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', { get: () => 'de', set: () => {} });`;

/** An editor in German: what the manifest, the extension and its server say. */
export async function runGerman(setting: Setting): Promise<void> {
  const { work, folder } = setting;
  await inWindow('german', setting, async ({ window, page, server, test }) => {
    await page.addInitScript({ content: displayLanguage });
    await window.goto(workbenchUrl(server, { folder }));
    await until('the coverage', () => window.coverage());

    await test('commands and what they ask are in German', async () => {
      await window.runCommand('ISMS: Exportieren …');
      const input = page.locator('.quick-input-widget');
      await input.locator('.quick-input-title', { hasText: 'Exportieren' }).waitFor();
      await input.locator('.monaco-list-row', { hasText: 'Inventar der Assets' }).first().waitFor();
      await window.screenshot('german-export');
      await page.keyboard.press('Escape');
      await window.runCommand('ISMS: Arbeitsbereich prüfen');
      await page
        .locator('.notification-toast', { hasText: /Stichtag \d{4}-\d\d-\d\d/ })
        .first()
        .waitFor();
    });

    await test('views, lenses and hints are in German', async () => {
      await window.runCommand('Focus on Risiken View');
      await page.locator('.pane-header[aria-label^="Nächste Schritte"]').first().waitFor();
      await page
        .locator('.monaco-list-row', { hasText: /\d+ Risik/ })
        .first()
        .waitFor();
      await window.openFile('cyber.isms');
      await page
        .locator('.codelens-decoration', { hasText: /akzeptiert bis \d{4}/ })
        .first()
        .waitFor();
      await window.screenshot('german-views');
    });

    await test('an empty folder is told how to begin', async () => {
      const empty = join(work, 'empty');
      mkdirSync(empty);
      await window.tidy();
      await window.goto(workbenchUrl(server, { folder: empty }));
      await window.runCommand('Focus on Nächste Schritte View');
      const welcome = page.locator('.welcome-view', { hasText: 'In diesem Ordner gibt es noch kein ISMS.' });
      await welcome.first().waitFor();
      await welcome.locator('a', { hasText: 'In sechs Schritten' }).first().click();
      await page.locator('.gettingStartedContainer', { hasText: 'Über eine Maßnahme entscheiden' }).first().waitFor();
      await window.screenshot('german-walkthrough');
    });
  });
}

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Setting } from '../main.ts';
import { inWindow } from '../workbench/in-window.ts';
import { Keys } from '../workbench/keys.ts';
import { drawn, until } from '../workbench/page.ts';
import { workbenchUrl } from '../workbench/server.ts';

/** Of the machine's zone, as the editor takes it. */
const today = (): string => new Date().toLocaleDateString('sv-SE');

/** What a finding says of a place that is there to be filled in. */
const toBeFilledIn = /fill it in/;

/**
 * Somebody who has never seen the language: from the empty folder to the first Statement of Applicability, by completion, fixes and
 * what the palette offers; by the keyboard alone.
 */
export async function runNewcomer(setting: Setting): Promise<void> {
  const folder = join(setting.work, 'own');
  mkdirSync(folder);
  await inWindow('newcomer', setting, async ({ window, page, server, test }) => {
    const keys = new Keys(window);
    const steps: Record<string, { characters: number; chords: number }> = {};
    /** What a step costs, and that nothing is marked in what the tool has written but what has to be filled in. */
    const step = async (name: string, run: () => Promise<void>): Promise<void> => {
      const { characters, chords } = keys;
      await run();
      steps[name] = { characters: keys.characters - characters, chords: keys.chords - chords };
      await window.screenshot(`newcomer-${name}`);
    };
    const errors = page.locator('.statusbar-item[id="status.problems"]');
    /** Looking at the findings costs a newcomer nothing here, since they are marked where the cursor is; then the editor has the focus again. */
    const findings = async (): Promise<string[]> => {
      if (/^0 0$/.test(await drawn(errors))) return [];
      const rows = (await window.problems()).filter(row => row.includes('[Ln'));
      await page.keyboard.press('Control+1');
      await page.locator('.editor-group-container.active .monaco-editor.focused').first().waitFor();
      return rows;
    };
    const nothingMarked = (): Promise<true> => until('no finding', async () => /^0 0$/.test(await drawn(errors)));
    const read = (file: string): string => readFileSync(join(folder, file), 'utf8');

    await window.goto(workbenchUrl(server, { folder }));

    await test('from the empty folder to the exported Statement of Applicability, by keyboard alone', async () => {
      await step('new', async () => {
        await keys.command('new isms from', 'ISMS: New ISMS from Template');
        await keys.take('Starter');
        const asked = (number: number) =>
          page.locator('.quick-input-title', { hasText: `New ISMS (${number}/8)` }).waitFor();
        await asked(1);
        await keys.type('Tea House Ltd.');
        await keys.press('Enter');
        await asked(2);
        await keys.type('skip');
        await keys.take('Skip');
        await asked(3);
        // Said at once, and nothing of what was answered is lost.
        await keys.type('skip');
        await page.locator('.quick-input-message', { hasText: 'Give a whole number' }).waitFor();
        await keys.press('Backspace', 4);
        await keys.press('Enter');
        for (let number = 4; number <= 7; number++) {
          await asked(number);
          await keys.type('skip');
          await keys.take('Skip');
        }
        await asked(8);
        await keys.press('Enter');
        await keys.take('own');
        await until('the coverage', () => window.coverage());
        await nothingMarked();
      });

      await step('scope', async () => {
        // What is to be written is selected.
        await until('the selected placeholder', async () => (await keys.position()).includes('selected'));
        await keys.type('Sale of tea');
        await keys.press('Control+s');
        await until('the scope', () => read('isms.isms').includes('"Sale of tea by Tea House Ltd."'));
        await nothingMarked();
      });

      await step('asset', async () => {
        await keys.open('assets.isms');
        await keys.press('Control+End');
        await keys.press('Enter');
        await keys.type('as');
        await keys.complete('asset');
        await nothingMarked();
        await keys.type('TillData');
        await keys.press('Tab');
        await keys.type('Sales of the day');
        await keys.press('Tab');
        // The choices are shown; Enter takes one and goes on.
        await keys.complete('information');
        await keys.press('Tab', 2);
        await keys.complete('high');
        await keys.complete('high');
        await keys.complete('high');
        await keys.press('Control+s');
        await until('the asset', () =>
          /asset TillData "Sales of the day"[^}]*availability: high\n\}/.test(read('assets.isms')),
        );
        await nothingMarked();
      });

      await step('risk', async () => {
        await keys.open('risks.isms');
        await keys.press('Control+End');
        await keys.press('Enter');
        await keys.type('ri');
        await keys.complete('risk');
        const marked = await until('what is to be filled in', findings);
        const others = marked.filter(row => !toBeFilledIn.test(row));
        if (others.length) throw new Error(`marked in what completion wrote: ${others.join('\n')}`);
        // The next free number stays.
        await keys.press('Tab');
        await keys.type('The till forgets the day');
        await keys.press('Tab');
        await keys.type('ti');
        await keys.complete('TillData');
        await keys.complete('Ransomware');
        await keys.complete('LatePatching');
        await keys.complete('confidentiality');
        await keys.press('Tab');
        await keys.type('li');
        await keys.complete('likely');
        await keys.press('Tab');
        await keys.type('ma');
        await keys.complete('major');
        await keys.press('Tab');
        await keys.press('Control+Space');
        await keys.complete(today());
        await keys.press('Tab');
        await keys.complete('modify');
        await keys.type('8.13');
        await keys.complete('A.8.13');
        await keys.press('Tab');
        await keys.type('unl');
        await keys.complete('unlikely');
        await keys.press('Tab');
        await keys.type('mo');
        await keys.complete('moderate');
        await keys.press('Tab');
        await keys.press('Control+Space');
        await keys.complete(today());
        await keys.press('Tab', 2);
        await keys.press('Control+s');
        await until('the risk', () =>
          /risk R-007 [\s\S]*residual \{ likelihood: unlikely {2}impact: moderate \}/.test(read('risks.isms')),
        );
        await nothingMarked();
      });

      await step('controls', async () => {
        const decide = async (title: string): Promise<void> => {
          const chosen = page.locator('.action-widget .monaco-list-row.action.focused');
          await keys.press('Control+.');
          await until(`“${title}” as the first action`, async () => (await drawn(chosen)).startsWith(title));
          await window.screenshot('newcomer-decide');
          await keys.press('Enter');
        };
        const text = (file: string): Promise<string> => drawn(window.editor(file).locator('.view-lines'));
        // Nothing tells of it in a draft; the coverage leads to it, and there it can be decided.
        await keys.command('first gap', 'ISMS: Go to First Gap');
        await until(
          'the gap',
          async () => (await keys.position()).includes('selected') && (await text('organizational.isms')) !== '',
        );
        await decide('Applicable');
        await until('the decision', async () => (await text('organizational.isms')).includes('applicable: yes'));
        await until('SoA 1/93', async () => (await window.coverage()).includes('SoA 1/93'));
        await keys.press('Control+s');
        // A control that treats a risk has its reason.
        await keys.open('technological.isms');
        await keys.press('Control+f');
        await keys.type('A.8.13');
        await keys.press('Enter');
        await keys.press('Escape');
        await decide('Applicable because R-007');
        await until('SoA 2/93', async () => (await window.coverage()).includes('SoA 2/93'));
        await keys.press('Control+s');
        await until('the reason', () => read('soa/technological.isms').includes('because: R-007'));
        const decided = ['organizational', 'people', 'physical', 'technological'].flatMap(
          file => read(`soa/${file}.isms`).match(/^ +applicable:/gm) ?? [],
        );
        if (decided.length !== 2) throw new Error(`${decided.length} controls were decided by two decisions`);
        await nothingMarked();
      });

      await step('readiness', async () => {
        await keys.command('certif', 'ISMS: Show Certification Readiness');
        const inner = page.frameLocator('iframe.webview.ready').first().frameLocator('iframe#active-frame');
        await inner.locator('h2', { hasText: 'Stage 2' }).waitFor();
      });

      await step('export', async () => {
        await keys.command('export stat', 'ISMS: Export Statement of Applicability');
        await keys.take('Internal');
        await keys.type('xlsx');
        await keys.take('.xlsx');
        const proposed = await window.question('.xlsx');
        await keys.press('Enter');
        await until(
          'the workbook',
          () => existsSync(proposed) && readFileSync(proposed).subarray(0, 2).toString() === 'PK',
        );
      });

      const taken = { characters: keys.characters, chords: keys.chords };
      writeFileSync(join(setting.shots, 'newcomer.json'), `${JSON.stringify({ steps, taken })}\n`);
      const said = /(\d+) characters typed and (\d+) keys pressed/.exec(
        readFileSync(join(setting.root, 'docs/editor.md'), 'utf8'),
      );
      if (taken.characters !== Number(said?.[1]) || taken.chords !== Number(said?.[2]))
        throw new Error(`it took ${JSON.stringify(taken)}; docs/editor.md says ${said?.[0]}`);
    });

    await test('the hover of a risk shows where it stands in the matrix, in every theme and at twice the size', async () => {
      const shown = async (name: string): Promise<void> => {
        await window.openFile('risks.isms', 41, 8);
        const image = page.locator('.monaco-hover:visible img').first();
        await until('the hover with its picture', async () => {
          await page.keyboard.press('Control+k');
          await page.keyboard.press('Control+i');
          return image.waitFor({ timeout: 4_000 }).then(
            () => true,
            () => false,
          );
        });
        // A picture that the editor does not let through is there as well, but has no size.
        await until('a drawn picture', () =>
          image.evaluate(element => (element as unknown as { naturalWidth: number }).naturalWidth > 0),
        );
        await window.screenshot(`newcomer-hover-${name}`);
        await page.keyboard.press('Escape');
      };
      for (const [theme, name] of [
        ['Light Modern', 'light'],
        ['Dark Modern', 'dark'],
        ['Dark High Contrast', 'contrast'],
        ['Light High Contrast', 'contrast-light'],
      ] as const) {
        await window.runCommand('Preferences: Color Theme');
        await window.quickPick(theme);
        await shown(name);
      }
      await page.setViewportSize({ width: 640, height: 400 });
      await shown('zoomed');
      await page.setViewportSize({ width: 1280, height: 800 });
    });
  });
}

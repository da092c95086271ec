import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { giveHistory, historyDays } from '../history.ts';
import type { Setting } from '../main.ts';
import { inWindow } from '../workbench/in-window.ts';
import { drawn, isInLayout, until } from '../workbench/page.ts';
import { workbenchUrl } from '../workbench/server.ts';

const views = ['landscape', 'soa', 'trace', 'calendar', 'trends'] as const;

/** The themes of VS Code in which the panel is looked at. */
const themes = {
  light: 'Light Modern',
  dark: 'Dark Modern',
  contrast: 'Default High Contrast',
} as const;

/** What nobody may run or see as anything but a text. */
const hostile = '</script><img src=x onerror=alert(1)>';

/** The pictures beside the text. */
export async function runDashboard(setting: Setting): Promise<void> {
  const { root, folder } = setting;
  giveHistory(folder);
  const axe = readFileSync(createRequire(join(root, 'package.json')).resolve('axe-core/axe.min.js'), 'utf8');
  await inWindow('dashboard', setting, async ({ window, page, server, test }) => {
    const panel = (): FrameLocator =>
      page.frameLocator('iframe.webview.ready').first().frameLocator('iframe#active-frame');
    const open = async (): Promise<void> => {
      await window.openFile('cyber.isms');
      await window.runCommand('ISMS: Open Dashboard');
      await panel().locator('h1').waitFor();
    };
    const cursorAt = (text: string): Promise<unknown> =>
      until(`the cursor at ${text}`, async () =>
        (await drawn(page.locator('.editor-group-container .view-line').filter({ hasText: text }).first())).includes(
          text,
        ),
      );
    await window.goto(workbenchUrl(server, { folder }));
    await until('the coverage', () => window.coverage());
    // Room for text and picture.
    await window.runCommand('View: Close Primary Side Bar');

    await test('a click on a mark shows the line that it comes from, and leaves the reader with the picture', async () => {
      await open();
      await window.screenshot('dashboard');
      await panel().locator('svg [data-risk="R-013"]').click();
      await panel().locator('.details .kind', { hasText: 'R-013' }).waitFor();
      await cursorAt('risk R-013');
      await panel().locator('#view-soa').click();
      await panel().locator('svg [data-control="A.8.13"]').click();
      await cursorAt('A.8.13');
      await panel().locator('.details .kind', { hasText: 'A.8.13' }).waitFor();
      await window.screenshot('dashboard-control');
      await panel().locator('.details .source .link').click();
      await page.locator('.editor-group-container.active .monaco-editor.focused').first().waitFor();
    });

    await test('pictures can be read and chosen at twice the size', async () => {
      await open();
      await window.atTwiceTheSize(async () => {
        for (const view of views) {
          await panel().locator(`#view-${view}`).click();
          await panel().locator(`#view-${view}[aria-current]`).waitFor();
          await window.screenshot(`twice-dashboard-${view}`);
        }
        await panel().locator('#view-soa').click();
        await panel().locator('svg [data-control="A.8.13"]').click();
        await panel().locator('.details .kind', { hasText: 'A.8.13' }).waitFor();
        await window.screenshot('twice-dashboard-control');
      });
    });

    await test('the picture follows what is typed, and a text is only ever a text', async () => {
      await open();
      await window.openFile('cyber.isms');
      await page.keyboard.press('Control+End');
      await page.keyboard.press('Enter');
      await page.keyboard.insertText(`risk R-900 "${hostile}" { likelihood: likely impact: severe }`);
      await panel().locator('#row-R-900').waitFor();
      await panel().locator('tr', { hasText: hostile }).first().waitFor();
      if ((await panel().locator('img').count()) > 0) throw new Error('a text of the model has become markup');
      await window.screenshot('dashboard-live');
    });

    await test('what was chosen is there after the panel was hidden, and after the window was loaded anew', async () => {
      await open();
      await panel().locator('#view-soa').click();
      await panel().locator('svg [data-control="A.8.13"]').click();
      const isKept = async (): Promise<void> => {
        await panel().locator('#view-soa[aria-current]').waitFor();
        await panel().locator('.details .kind', { hasText: 'A.8.13' }).waitFor();
      };
      await isKept();
      // Another editor lies over it.
      await page.locator('.tab', { hasText: 'cyber.isms' }).first().click();
      await window.runCommand('View: Move Editor into Next Group');
      await page.locator('iframe.webview.ready').first().waitFor({ state: 'hidden' });
      await page.locator('.tab', { hasText: 'Dashboard: ' }).first().click();
      await isKept();
      await until('the layout to be kept', () => isInLayout(page, 'isms.dashboard', 'A.8.13'));
      await page.reload();
      // Which of the tabs was last in front VS Code may have noted just before or after the click.
      await page.locator('.tab', { hasText: 'Dashboard: ' }).first().click();
      await isKept();
      await window.screenshot('dashboard-restored');
    });

    await test('what is picked is written, as one undo, and seen in the picture', async () => {
      await open();
      await panel().locator('#view-soa').click();
      await panel().locator('svg [data-control="A.8.12"]').click();
      await cursorAt('A.8.12');
      const state = (words: RegExp) => panel().locator('.details dd', { hasText: words }).first();
      await state(/^◐ partial/).waitFor();
      await panel().locator('#decide').click();
      await window.asked('What is to be written');
      await window.screenshot('dashboard-decide');
      await window.quickPick('Write `status: implemented`', 'status: implemented');
      await state(/^● implemented/).waitFor();
      await window.screenshot('dashboard-decided');
      await panel().locator('#justify').click();
      await window.answer('Because "we" decided');
      await panel().locator('.details dd', { hasText: 'Because "we" decided' }).waitFor();
      await panel().locator('.details .source .link').click();
      await page.locator('.editor-group-container.active .monaco-editor.focused').first().waitFor();
      await page.keyboard.press('Control+Z');
      await page.keyboard.press('Control+Z');
      await state(/^◐ partial/).waitFor();
    });

    await test('the history is read when it is asked for, and leads back to today', async () => {
      await open();
      await panel().locator('#view-landscape').click();
      await panel().locator('#past').click();
      await panel().locator('#moment').focus();
      await page.keyboard.press('Home');
      await panel()
        .locator('.notice.then', { hasText: historyDays[0] ?? '' })
        .waitFor();
      await window.screenshot('dashboard-past');
      await panel().locator('svg [data-risk="R-001"]').click();
      await panel().locator('.details .kind', { hasText: 'R-001' }).waitFor();
      await cursorAt('risk R-001');
      // Nothing is written from the past.
      if ((await panel().locator('#accept').count()) > 0) throw new Error('the past can be written');
      await panel().locator('#to-today').click();
      await panel().locator('.notice.then').waitFor({ state: 'detached' });
      await panel().locator('#accept').waitFor();
      await panel().locator('#past').click();
    });

    await test('the outcome of a meeting is typed in and written, and the meeting stays where it is', async () => {
      /** The question is up that says this: the one before it is over. */
      const prompted = (text: string): Promise<void> =>
        page.locator('.quick-input-widget:visible .quick-input-message', { hasText: text }).waitFor();
      const card = (words: string | RegExp) => panel().locator('.card dd', { hasText: words }).first();
      await open();
      await panel().locator('#view-landscape').click();
      await panel().locator('svg [data-risk="R-013"]').click();
      await panel().locator('.details .kind', { hasText: 'R-013' }).waitFor();
      await panel().locator('#meeting').click();
      await panel().locator('#meeting-title', { hasText: 'Outage of the Frankfurt region' }).waitFor();
      const position = await panel().locator('.position span').textContent();
      await window.screenshot('meeting-before');
      await panel().locator('#accept').click();
      await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Cto' }).first().waitFor();
      await window.quickPick('Ceo');
      await prompted('The day on which it was accepted');
      await window.answer('2026-06-10');
      await prompted('The last day of the acceptance');
      await window.answer('2026-12-31');
      await prompted('Why it is accepted');
      await window.answer('The move is under way.');
      await card(/^2026-06-10 by .* until 2026-12-31 because The move is under way\.$/).waitFor();
      await panel().locator('#record').click();
      await window.quickPick('MR-2026');
      await prompted('What was decided');
      await window.question('R-013: ');
      await window.answer('R-013: rent a second region');
      await window.asked('Who carries it out');
      await window.quickPick('Cto');
      await prompted('The day by which it is to be done');
      await window.answer('2026-09-30');
      await card('R-013: rent a second region').waitFor();
      if ((await panel().locator('.position span').textContent()) !== position)
        throw new Error('the meeting has moved on');
      await window.screenshot('meeting-after');
      // One undo each: the acceptance of before is there again, the decision gone.
      await panel().locator('.item .kind .link').click();
      await page.locator('.editor-group-container.active .monaco-editor.focused').first().waitFor();
      await page.keyboard.press('Control+Z');
      await card(/^2026-03-26 by .* until 2027-03-25/).waitFor();
      await panel().locator('.card dd', { hasText: 'rent a second region' }).locator('.link').click();
      await page.locator('.tab.active', { hasText: 'reviews.isms' }).first().waitFor();
      await page.locator('.editor-group-container.active .monaco-editor.focused').first().waitFor();
      await page.keyboard.press('Control+Z');
      await card('R-013: rent a second region').waitFor({ state: 'detached' });
      await panel().locator('#next-item').focus();
      await page.keyboard.press('Enter');
      await panel().locator('.meeting:not([data-item="R-013"])').waitFor();
      await page.keyboard.press('Escape');
      await panel().locator('#view-landscape[aria-current]').waitFor();
    });

    await test('a picture is saved as a file', async () => {
      await open();
      await panel().locator('#save').click();
      const proposed = await window.question('risk-landscape.svg');
      await window.answer();
      const svg = await until('the file', () => existsSync(proposed) && readFileSync(proposed, 'utf8'));
      if (!svg.startsWith('<?xml') || svg.includes('<img')) throw new Error(svg.slice(0, 200));
      await panel().locator('#save-png').click();
      const pixels = await window.question('risk-landscape.png');
      await window.answer();
      await until('the pixels', () => existsSync(pixels) && readFileSync(pixels).subarray(1, 4).toString() === 'PNG');
    });

    await test('where there is nothing to show the page says why, and shows the last pictures', async () => {
      await open();
      await window.openFile('isms.isms');
      await page.keyboard.press('Control+A');
      await page.keyboard.press('Delete');
      await panel().locator('.notice .problem', { hasText: 'There is no ISMS' }).waitFor();
      await panel().locator('svg').first().waitFor();
      await page.keyboard.press('Control+Z');
      await panel().locator('.notice').waitFor({ state: 'detached' });
    });

    for (const [name, theme] of Object.entries(themes)) {
      await test(`axe finds nothing in any picture or meeting, ${name}`, async () => {
        await window.runCommand('Preferences: Color Theme');
        await window.quickPick(theme);
        await open();
        const findsNothing = async (shown: string): Promise<void> => {
          await window.screenshot(`dashboard-${shown}-${name}`);
          const frame = await (await panel().locator('html').elementHandle())?.ownerFrame();
          const found = await frame?.evaluate(
            `${axe};axe.run(document.getElementById('dashboard')).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))`,
          );
          if (JSON.stringify(found) !== '[]') throw new Error(`${shown}: ${JSON.stringify(found)}`);
        };
        for (const view of views) {
          await panel().locator(`#view-${view}`).click();
          await panel().locator(`#view-${view}[aria-current]`).waitFor();
          if (view === 'trends') await panel().locator('svg [data-moment]').first().waitFor();
          await findsNothing(view);
        }
        for (const agenda of ['risks', 'controls']) {
          await panel()
            .locator(`#view-${agenda === 'risks' ? 'landscape' : 'soa'}`)
            .click();
          await panel().locator('#meeting').click();
          await panel().locator('#agenda').selectOption(agenda);
          await panel().locator('.meeting .card').first().waitFor();
          await findsNothing(`meeting-${agenda}`);
          await panel().locator('#leave-meeting').click();
        }
      });
    }
  });
}

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { controlEntries, type Entry } from '../example.ts';
import type { Setting } from '../main.ts';
import { inWindow } from '../workbench/in-window.ts';
import { drawn, until } from '../workbench/page.ts';
import { workbenchUrl } from '../workbench/server.ts';

/** The side bar with the views of an ISMS, what stands between the words, and how a newcomer begins. */
export async function runViews(setting: Setting): Promise<void> {
  const { work, folder } = setting;
  await inWindow('views', setting, async ({ window, page, server, test }) => {
    /** The pane of a view, opened. */
    const pane = async (title: string): Promise<Locator> => {
      await window.runCommand(`Focus on ${title} View`);
      const found = page.locator('.pane', { has: page.locator(`.pane-header[aria-label^="${title}"]`) }).first();
      await found.locator('.monaco-list-row').first().waitFor();
      return found;
    };
    const row = (view: Locator, text: string | RegExp): Locator =>
      view.locator('.monaco-list-row', { hasText: text }).first();
    await window.goto(workbenchUrl(server, { folder }));
    await until('the coverage', () => window.coverage());

    await test('show controls, risks and dates, and lead to the text', async () => {
      const soa = await pane('Statement of Applicability');
      await row(soa, /Technological controls.*34 of 34 decided/).click();
      await window.screenshot('views');
      const risks = await pane('Risks');
      const risk = row(risks, /R-\d+/);
      if ((await risk.count()) === 0) await row(risks, /[1-9]\d* risk/).click();
      await risk.waitFor();
      const name = /R-\d+/.exec(await drawn(risk))?.[0] ?? '';
      await risk.click();
      await window.editor('.isms').waitFor();
      await until(
        `the cursor at ${name}`,
        async () =>
          (await drawn(page.locator('.editor-group-container.active .view-line').filter({ hasText: name }).first()))
            .length,
      );
      await window.screenshot('views-risk');
      await pane('Due');
      await window.screenshot('views-due');
    });

    await test('can be read and opened at twice the size', async () => {
      await window.atTwiceTheSize(async () => {
        for (const [title, text] of [
          ['Statement of Applicability', /Technological controls/],
          ['Risks', /risk/],
          ['Due', /./],
          ['Readiness', /Stage 1/],
        ] as const) {
          await row(await pane(title), text).click();
          await window.screenshot(`twice-${title.replaceAll(' ', '-')}`);
        }
      });
    });

    await test('are filtered', async () => {
      const soa = await pane('Statement of Applicability');
      await window.runCommand('ISMS: Filter Statement of Applicability…');
      await window.quickPick('Undecided');
      await soa.getByText('No control is left.').waitFor();
      await window.runCommand('ISMS: Filter Statement of Applicability…');
      await window.quickPick('All controls');
      await row(soa, 'decided').waitFor();
    });

    await test('follow what is typed', async () => {
      const entry = controlEntries(folder).at(-1) as Entry;
      const readiness = await pane('Readiness');
      const before = await drawn(row(readiness, 'Stage 1'));
      await window.deleteLines(entry.file, { first: entry.head, last: entry.last });
      await until('another readiness', async () => (await drawn(row(readiness, 'Stage 1'))) !== before);
      const next = await pane('What Next');
      await row(next, 'Statement of Applicability').waitFor();
      await window.screenshot('views-next');
    });

    await test('hints and lenses stand between the words', async () => {
      await window.openFile('cyber.isms');
      await page.locator('.codelens-decoration', { hasText: /→/ }).first().waitFor();
      // The title of the role that `owner: Cto` names stands in the hint only.
      await page
        .locator('.view-line', { hasText: /owner:.*Chief.technology.officer/ })
        .first()
        .waitFor();
      await window.screenshot('hints-and-lenses');
      await window.atTwiceTheSize(() => window.screenshot('twice-hints'));
    });

    const empty = join(work, 'empty');
    mkdirSync(empty);
    await test('an empty folder is told how to begin, and the walkthrough has six steps', async () => {
      // A file that is not saved would keep the window from leaving.
      await window.tidy();
      await window.goto(workbenchUrl(server, { folder: empty }));
      await window.runCommand('Focus on What Next View');
      const welcome = page.locator('.welcome-view', { hasText: 'There is no ISMS in this folder yet.' });
      await welcome.first().waitFor();
      await window.screenshot('welcome');
      await window.atTwiceTheSize(() => window.screenshot('twice-welcome'));
      await welcome.locator('a', { hasText: 'Take the six steps' }).first().click();
      const steps = page.locator('.gettingStartedContainer .getting-started-step');
      await steps.first().waitFor();
      await until('six steps', async () => (await steps.count()) === 6);
      await window.runCommand('View: Close Primary Side Bar');
      await page.locator('.gettingStartedContainer .getting-started-media').first().waitFor();
      await window.screenshot('walkthrough');
      await window.atTwiceTheSize(() => window.screenshot('twice-walkthrough'));
    });
  });
}

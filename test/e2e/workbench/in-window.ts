/** A window of the workbench with the installed package, in which the tests of an area run one after the other. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Setting } from '../main.ts';
import { Window } from './page.ts';
import { installVsix, makeProfile, startServer } from './server.ts';

export interface OpenedWindow {
  readonly window: Window;
  readonly page: Page;
  readonly server: Awaited<ReturnType<typeof startServer>>;
  /** Runs a test of the area, if it was not left out, and tidies up behind it. */
  readonly test: (title: string, run: () => Promise<void>) => Promise<void>;
}

/** Opens the window, runs `run` in it, and closes it. What goes wrong is shown with the last lines of both consoles. */
export async function inWindow(
  area: string,
  { vsix, workbench, browser, work, shots, report, grep }: Setting,
  run: (opened: OpenedWindow) => Promise<void>,
): Promise<void> {
  const profile = makeProfile(join(work, 'profile'));
  installVsix(workbench, profile, vsix);
  const server = await startServer(workbench, profile);
  const window = await Window.open(browser, shots);
  const { page } = window;
  const test: OpenedWindow['test'] = async (title, work) => {
    if (grep && !title.includes(grep)) return;
    await report.test(`${area}: ${title}`, work, () => window.screenshot(`failed-${title.replace(/\W+/g, '-')}`));
    await window.tidy().catch(() => {});
  };
  try {
    await run({ window, page, server, test });
  } catch (error) {
    await window.screenshot(`${area}-failed`).catch(() => {});
    throw new Error(
      `${error}\n${window.console.slice(-20).join('\n')}\n${server.log().split('\n').slice(-20).join('\n')}`,
    );
  } finally {
    await page.context().close();
    await server.stop();
  }
}

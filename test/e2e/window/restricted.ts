import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exclusion } from '../example.ts';
import type { Setting } from '../main.ts';
import { until, Window } from '../workbench/page.ts';
import { installVsix, makeProfile, startServer, workbenchUrl } from '../workbench/server.ts';

interface Contributed {
  commands: { command: string; title: string; enablement?: string }[];
  menus: { commandPalette: { command: string; when: string }[] };
}

/** A folder that the user does not trust: reading and checking work, writing is off. */
export async function runRestricted({
  root,
  vsix,
  workbench,
  browser,
  work,
  folder,
  shots,
  report,
  grep,
}: Setting): Promise<void> {
  const profile = makeProfile(join(work, 'profile'), {
    'security.workspace.trust.enabled': true,
    'security.workspace.trust.startupPrompt': 'never',
    'security.workspace.trust.banner': 'never',
    'security.workspace.trust.untrustedFiles': 'open',
  });
  installVsix(workbench, profile, vsix);
  const server = await startServer(workbench, profile, { workspaceTrust: true });
  const window = await Window.open(browser, shots);
  const entry = exclusion(folder);
  const test = async (title: string, run: () => Promise<void>): Promise<void> => {
    if (grep && !title.includes(grep)) return;
    await report.test(`untrusted workspace: ${title}`, run, () =>
      window.screenshot(`failed-${title.replace(/\W+/g, '-')}`),
    );
  };
  try {
    await window.goto(workbenchUrl(server, { folder }));

    await test('checking works', async () => {
      await window.page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).first().waitFor();
      await window.openFile(entry.file);
      await until('SoA 93/93', async () => (await window.coverage()).includes('SoA 93/93'));
      await window.deleteLines(entry.file, entry.reasons);
      await window.squiggles().first().waitFor();
      await window.screenshot('restricted');
    });

    await test('the commands that write are not offered', async () => {
      const { commands, menus } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
        .contributes as Contributed;
      const hidden = new Set(menus.commandPalette.filter(({ when }) => when === 'false').map(({ command }) => command));
      const shown = commands.filter(({ command }) => !hidden.has(command));
      const [writing, others] = [true, false].map(isWriting =>
        shown
          .filter(({ enablement }) => (enablement === 'isWorkspaceTrusted') === isWriting)
          .map(({ title }) => `ISMS: ${title}`),
      ) as [string[], string[]];
      if (!writing.length) throw new Error('no command asks for trust');
      for (const title of others)
        await until(`the palette offers ${title}`, async () =>
          (await window.paletteRows(title)).some(row => row.startsWith(title)),
        );
      for (const title of writing) {
        const rows = await window.paletteRows(title);
        if (rows.some(row => row.startsWith(title))) throw new Error(`offered: ${title}`);
      }
    });
  } catch (error) {
    throw new Error(`${error}\n${window.console.slice(-20).join('\n')}`);
  } finally {
    await window.page.context().close();
    await server.stop();
  }
}

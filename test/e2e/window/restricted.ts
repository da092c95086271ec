import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exclusion } from '../example.ts';
import type { Setting } from '../main.ts';
import { until, Window } from '../workbench/page.ts';
import { installVsix, makeProfile, startServer, workbenchUrl } from '../workbench/server.ts';

interface Contributed {
  readonly commands: readonly { readonly title: string; readonly enablement?: string }[];
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
      const { commands } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).contributes as Contributed;
      const wanted = commands.filter(({ enablement }) => !enablement).map(({ title }) => `ISMS: ${title}`);
      if (wanted.length === commands.length) throw new Error('no command asks for trust');
      const text = (rows: string[]) => [...rows].sort().join(' | ');
      // All of them and no others: what is still being filtered is another list.
      await until(`the palette offers ${text(wanted)}`, async () => {
        const rows = (await window.paletteRows('ISMS:')).filter(row => row.startsWith('ISMS:'));
        // Beside the title stands its key, if it has one, or that it was used lately.
        const titles = rows.map(row => wanted.find(title => row.startsWith(title)) ?? row);
        return text(titles) === text(wanted);
      });
    });
  } catch (error) {
    throw new Error(`${error}\n${window.console.slice(-20).join('\n')}`);
  } finally {
    await window.page.context().close();
    await server.stop();
  }
}

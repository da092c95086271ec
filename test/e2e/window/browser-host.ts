import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { exclusion } from '../example.ts';
import type { Setting } from '../main.ts';
import { until, Window } from '../workbench/page.ts';
import {
  installedExtension,
  installVsix,
  makeProfile,
  serveWebExtension,
  startServer,
  workbenchUrl,
} from '../workbench/server.ts';

/** The package's other half: client and server as workers of the page, as in vscode.dev. */
export async function runBrowserHost({
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
  const unpacked = makeProfile(join(work, 'unpacked'));
  installVsix(workbench, unpacked, vsix);
  const web = serveWebExtension(workbench, installedExtension(unpacked, 'isms-as-code.isms-as-code'));
  // A profile without the extension, so that only its browser half is there.
  const server = await startServer(workbench, makeProfile(join(work, 'profile')));
  const window = await Window.open(browser, shots);
  const entry = exclusion(folder);
  const test = async (title: string, run: () => Promise<void>): Promise<void> => {
    if (grep && !title.includes(grep)) return;
    await report.test(`browser host: ${title}`, run, () =>
      window.screenshot(`failed-browser-${title.replace(/\W+/g, '-')}`),
    );
  };
  try {
    await window.useWebExtension(root, web.path);
    await window.goto(workbenchUrl(server, { folder }));

    await test('a squiggle appears after a justification is deleted', async () => {
      await window.openFile(entry.file);
      await until('SoA 93/93', async () => (await window.coverage()).includes('SoA 93/93'));
      await window.deleteLines(entry.file, entry.reasons);
      await window.squiggles().first().waitFor();
      await window.screenshot('browser-squiggle');
      await window.tidy();
    });

    await test('the export writes the file', async () => {
      await window.openFile(entry.file);
      await window.runCommand('ISMS: Export Statement of Applicability…');
      await window.quickPick('Internal');
      await window.quickPick('.csv', 'csv');
      const proposed = await window.question('.csv');
      await window.answer();
      const text = await until('the exported file', () => existsSync(proposed) && readFileSync(proposed, 'utf8'));
      const ids = text.split(/\r?\n/).filter(line => /^"?A\.[5-8]\.\d+"?,/.test(line));
      if (ids.length !== 93) throw new Error(`${ids.length} controls in the exported file`);
      await window.editor(basename(proposed)).waitFor();
    });

    await test('the server restarts', async () => {
      await window.runCommand('ISMS: Restart Language Server');
      await window.runCommand('ISMS: Check Workspace');
      await until('the result', async () =>
        (await window.notifications()).some(text => /as of \d{4}-\d\d-\d\d/.test(text)),
      );
    });
  } catch (error) {
    throw new Error(`${error}\n${window.console.slice(-20).join('\n')}`);
  } finally {
    await window.page.context().close();
    await server.stop();
    web.remove();
  }
}

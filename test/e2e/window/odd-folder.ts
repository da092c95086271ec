import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exclusion } from '../example.ts';
import type { Setting } from '../main.ts';
import { until, Window } from '../workbench/page.ts';
import { installVsix, makeProfile, startServer, workbenchUrl } from '../workbench/server.ts';

/** With characters that URIs, patterns and shells read as their own, and one outside ASCII. */
const name = 'ISMS (2026) R&D+ü';

/** A folder with an odd name, with a folder in it that nobody may read and a file that is not UTF-8: as good as any other. */
export async function runOddFolder(setting: Setting): Promise<void> {
  const { vsix, workbench, browser, work, shots, report, grep } = setting;
  const folder = join(work, name);
  renameSync(setting.folder, folder);
  const closed = join(folder, 'closed');
  mkdirSync(closed);
  writeFileSync(join(closed, 'secret.isms'), 'role Secret "Secret"\n');
  chmodSync(closed, 0o000);
  // What Excel and old editors on Windows write.
  writeFileSync(
    join(folder, 'windows-1252.isms'),
    Buffer.from('role Geschaeftsfuehrer "Gesch\xe4ftsf\xfchrer"\n', 'latin1'),
  );

  const profile = makeProfile(join(work, 'profile'));
  installVsix(workbench, profile, vsix);
  const server = await startServer(workbench, profile, { obeysPermissions: true });
  const window = await Window.open(browser, shots);
  const { page } = window;
  const entry = exclusion(folder);
  const test = async (title: string, run: () => Promise<void>): Promise<void> => {
    if (grep && !title.includes(grep)) return;
    await report.test(`odd folder: ${title}`, run, () => window.screenshot(`failed-odd-${title.replace(/\W+/g, '-')}`));
    await window.tidy().catch(() => {});
  };
  try {
    await window.goto(workbenchUrl(server, { folder }));
    await until('the coverage', () => window.coverage());

    await test('what cannot be read is said, and nothing else is found', async () => {
      const rows = await until('both in the Problems view', async () => {
        const all = await window.problems();
        return (
          all.some(row => row.includes('UTF-8')) && all.some(row => row.includes('This folder cannot be read')) && all
        );
      });
      await window.screenshot('odd-folder-unread');
      const codes = rows.flatMap(
        row => /isms\(([\w/-]+)\)|\b([a-z]+\/[a-z-]+)\b/.exec(row)?.slice(1).filter(Boolean) ?? [],
      );
      const others = codes.filter(code => code !== 'syntax/unreadable');
      if (!codes.length || others.length) throw new Error(rows.join(' | '));
      await until('SoA 93/93', async () => (await window.coverage()).includes('SoA 93/93'));
    });

    await test('a squiggle appears and vanishes once the quick fix is filled in', async () => {
      await window.deleteLines(entry.file, entry.reasons);
      await window.squiggles().first().waitFor();
      const rows = await until('the finding in the Problems view', async () => {
        const all = await window.problems();
        return all.some(row => row.includes('missing-justification')) && all;
      });
      const found = rows.find(row => row.includes('missing-justification')) ?? '';
      const [, line, column] = /\[Ln (\d+), Col (\d+)\]/.exec(found) ?? [];
      await window.openFile(entry.file, Number(line), Number(column));
      await page.keyboard.press('Control+.');
      const action = page.locator('.action-widget .monaco-list-row.action', { hasText: /justification/i }).first();
      await action.waitFor();
      // A sheet lies over the page until the pointer moves, which playwright would wait out.
      await action.click({ force: true });
      await window.fillIn(entry.file, entry.decision + 1, 'justification: ""', 'Nothing of the kind is done');
    });

    await test('the export is written where it is proposed', async () => {
      await window.openFile(entry.file);
      await window.runCommand('ISMS: Export Statement of Applicability…');
      await window.quickPick('Internal');
      await window.quickPick('.csv', 'csv');
      const proposed = await window.question('.csv');
      if (!proposed.startsWith(folder)) throw new Error(`proposed: ${proposed}`);
      await window.answer();
      const text = await until('the exported file', () => existsSync(proposed) && readFileSync(proposed, 'utf8'));
      const ids = text.split(/\r?\n/).filter(line => /^"?A\.[5-8]\.\d+"?,/.test(line));
      if (ids.length !== 93) throw new Error(`${ids.length} controls in the exported file`);
      await window.screenshot('odd-folder-exported');
    });
  } catch (error) {
    await window.screenshot('odd-folder-failed').catch(() => {});
    throw new Error(`${error}\n${window.console.slice(-20).join('\n')}`);
  } finally {
    await page.context().close();
    await server.stop();
    chmodSync(closed, 0o700);
  }
}

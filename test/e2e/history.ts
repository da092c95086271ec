/** A git history for a copy of the example, so that there is something to look back at: its last commit is the example as it is. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Commits that the history has; of them one is damaged. */
export const historyDays = [
  '2025-03-10',
  '2025-05-19',
  '2025-08-04',
  '2025-09-22',
  '2025-12-01',
  '2026-02-16',
  '2026-06-08',
];

/** A risk that is found and later goes. */
export const formerRisk = 'R-OLD';

const subjects = [
  'Begin with scope, assets and the first workshop',
  'Decide on the controls of the first theme',
  'Add the old server room',
  'A commit in a hurry',
  'Give up the server room; access and backups are done',
  'Ready for the internal audit',
  'After the surveillance audit',
];

/** Of ten controls and actions that are done today, so many were so. */
const done = [0, 2, 4, 4, 6, 8, 10];

/** Measured values, as many as commits. */
const values = [12, 10.5, 9, 9, 7.5, 6, 4];

/** Makes a repository of the folder, with these commits. */
export function giveHistory(folder: string): void {
  const git = (day: string, ...argv: string[]): void => {
    const when = `${day}T09:00:00+00:00`;
    execFileSync(
      'git',
      ['-c', 'user.name=T', '-c', 'user.email=t@example.com', '-c', 'init.defaultBranch=main', ...argv],
      {
        cwd: folder,
        env: { ...process.env, GIT_AUTHOR_DATE: when, GIT_COMMITTER_DATE: when, GIT_CONFIG_GLOBAL: '/dev/null' },
      },
    );
  };
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.isms'));
  const today = new Map(sources.map(name => [name, readFileSync(join(folder, name), 'utf8')]));
  const [former, metric] = [join(folder, 'risks/former.isms'), join(folder, 'patching.isms')];
  git('2025-03-10', 'init', '--quiet');
  for (const [index, day] of historyDays.entries()) {
    let turn = 0;
    for (const [name, text] of today)
      writeFileSync(
        join(folder, name),
        earlier(text, () => turn++ % 10 < (done[index] ?? 10)),
      );
    const risk = `risk ${formerRisk} "The server room in the basement floods" {\n  likelihood: possible\n  impact: severe\n`;
    if (index === 2) writeFileSync(former, `${risk}}\n`);
    if (index === 3) writeFileSync(former, `${risk}  oops\n`);
    if (index === 4) rmSync(former);
    writeFileSync(metric, metricUntil(index));
    git(day, 'add', '--all');
    git(day, 'commit', '--quiet', '-m', subjects[index] ?? day);
  }
}

/** A text in which only some of what is done today was done. */
function earlier(text: string, isDone: () => boolean): string {
  return text
    .replace(/^( *)status: implemented$/gm, (line, indent) => (isDone() ? line : `${indent}status: planned`))
    .replace(/^( *)status: done\n *completed: .*\n/gm, (line, indent) => (isDone() ? line : `${indent}status: open\n`));
}

const metricUntil = (last: number): string =>
  `metric PatchDays "Days until critical flaws are fixed" {\n  at-most: 7\n  unit: "days"\n  method: "Median of the scanner's export"\n${historyDays
    .slice(0, last + 1)
    .map((day, index) => `  result "median" { on: ${day} value: ${values[index]} }\n`)
    .join('')}}\n`;

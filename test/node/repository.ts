/** Temporary git repositories for tests. */
import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith } from '../cli/isms.ts';

/** Runs git in a folder, as an author whom every machine has. */
export const git = (cwd: string, ...argv: string[]): string =>
  execFileSync(
    'git',
    ['-c', 'user.name=T', '-c', 'user.email=t@example.com', '-c', 'init.defaultBranch=main', ...argv],
    { cwd, encoding: 'utf8' },
  );

/** What a commit holds beside what was there before; the day on which it is made. */
export interface TestCommit {
  readonly files: Readonly<Record<string, string>>;
  readonly on?: string;
  readonly message?: string;
  readonly tag?: string;
}

/** A repository with some commits. Returns its folder. */
export function repositoryWith(...commits: readonly TestCommit[]): string {
  const folder = folderWith({});
  rmSync(join(folder, '.git'), { recursive: true, force: true });
  git(folder, 'init', '--quiet');
  for (const commit of commits) commitTo(folder, commit);
  return folder;
}

/** Writes files and commits them. Folders have to be there. */
export function commitTo(folder: string, { files, on = '2026-01-01', message = 'change', tag }: TestCommit): void {
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
  git(folder, 'add', '--all');
  const date = `${on}T12:00:00+02:00`;
  execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.com', 'commit', '--quiet', '-m', message], {
    cwd: folder,
    env: { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
  });
  if (tag !== undefined) git(folder, 'tag', tag);
}

/** Git repositories with commits of given days, for tests. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { folderWith } from './isms.ts';

/** Runs git as somebody who is nobody, with nothing of this machine's settings. */
export function git(cwd: string, argv: readonly string[], day = '2026-01-01'): string {
  const when = `${day}T12:00:00+00:00`;
  return execFileSync(
    'git',
    [
      '-c',
      'user.name=T',
      '-c',
      'user.email=t@example.com',
      '-c',
      'init.defaultBranch=main',
      '-c',
      'commit.gpgsign=false',
      ...argv,
    ],
    {
      cwd,
      encoding: 'utf8',
      env: {
        ...process.env,
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_CONFIG_SYSTEM: '/dev/null',
        GIT_AUTHOR_DATE: when,
        GIT_COMMITTER_DATE: when,
      },
    },
  );
}

/** Files that a commit writes; null takes one away. */
export interface CommitFiles {
  readonly day: string;
  readonly subject: string;
  readonly files: Readonly<Record<string, string | Uint8Array | null>>;
}

/** A repository with these commits, gone after the tests of the file. */
export function repositoryWith(commits: readonly CommitFiles[]): string {
  const folder = folderWith({});
  rmSync(join(folder, '.git'), { recursive: true });
  git(folder, ['init', '--quiet']);
  for (const commit of commits) commitInto(folder, commit);
  return folder;
}

export function commitInto(folder: string, { day, subject, files }: CommitFiles): void {
  for (const [path, content] of Object.entries(files)) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    if (content === null) rmSync(target);
    else writeFileSync(target, content);
  }
  git(folder, ['add', '--all']);
  git(folder, ['commit', '--quiet', '--allow-empty', '-m', subject], day);
}

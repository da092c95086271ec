/** Revisions of an ISMS in git: its files then, the commits that changed it, and what is said where none can be had. */
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { RepositoryFault } from '../../server/session/host.ts';
import { nodeRepository } from '../../server/session/node-repository.ts';
import { uriOfPath } from '../../src/node/files.ts';
import { isRevisionFault, refsOf, revisionsOf, snapshotAt, stateOf } from '../../src/node/revision.ts';
import { folderWith } from '../cli/isms.ts';
import { commitTo, git, repositoryWith } from './repository.ts';

const first = 'isms Acme "Acme" {}\n';

function repository(): string {
  const folder = repositoryWith();
  mkdirSync(join(folder, 'sub'));
  commitTo(folder, {
    files: { 'sub/isms.isms': first, 'sub/x.pdf': 'x' },
    on: '2026-01-31',
    message: 'Begin',
    tag: 'v1',
  });
  commitTo(folder, { files: { 'README.md': 'x' }, on: '2026-02-01', message: 'No ISMS' });
  commitTo(folder, { files: { 'sub/isms.config.json': '{}' }, on: '2026-02-02', message: 'Set\n\nA body' });
  commitTo(folder, { files: { 'sub/isms.isms': `${first}// x\n` }, on: '2026-02-03', message: 'Größe' });
  return folder;
}

const path = process.env.PATH;
afterEach(() => {
  process.env.PATH = path;
});

describe('a snapshot', () => {
  test('has the texts of then, named like the files of today, and knows what was there', async () => {
    const folder = join(repository(), 'sub');
    const then = await snapshotAt(folder, 'v1');
    const uri = uriOfPath(join(folder, 'isms.isms'));
    expect(then.folder).toBe(uriOfPath(folder));
    expect([...then.texts]).toEqual([[uri, first]]);
    expect(then.fileExists(uriOfPath(join(folder, 'x.pdf')))).toBe(true);
    expect(then.fileExists(uriOfPath(join(folder, 'isms.config.json')))).toBe(false);
    expect(then.fileExists('file:///elsewhere')).toBeUndefined();
    expect((await snapshotAt(folder, 'HEAD')).texts.size).toBe(2);
  });

  test('is named as whoever asks came there', async () => {
    const linked = join(folderWith({}), 'link');
    symlinkSync(repository(), linked);
    const then = await snapshotAt(join(linked, 'sub'), 'v1');
    expect([...then.texts.keys()]).toEqual([uriOfPath(join(linked, 'sub/isms.isms'))]);
  });

  test('is another state only where files are other ones', async () => {
    const folder = join(repository(), 'sub');
    expect(await stateOf(folder, 'HEAD')).toBe(await stateOf(folder, 'main'));
    expect(await stateOf(folder, 'HEAD')).not.toBe(await stateOf(folder, 'v1'));
  });
});

describe('the commits that changed an ISMS', () => {
  test('come newest first, with day and subject, and are bounded', async () => {
    const folder = join(repository(), 'sub');
    const { commits, isCut, isShallow } = await revisionsOf(folder);
    expect(commits.map(({ on, subject }) => [on, subject])).toEqual([
      ['2026-02-03', 'Größe'],
      ['2026-02-02', 'Set'],
      ['2026-01-31', 'Begin'],
    ]);
    expect([isCut, isShallow]).toEqual([false, false]);
    expect(commits[0]?.id).toBe(git(folder, 'rev-parse', 'HEAD').trim());
    const two = await revisionsOf(folder, { most: 2 });
    expect([two.commits.length, two.isCut]).toEqual([2, true]);
  });

  test('can be those since a revision, or of a path', async () => {
    const folder = join(repository(), 'sub');
    const subjects = async (asked: Parameters<typeof revisionsOf>[1]): Promise<string[]> =>
      (await revisionsOf(folder, asked)).commits.map(({ subject }) => subject);
    expect(await subjects({ since: 'v1' })).toEqual(['Größe', 'Set']);
    expect(await subjects({ until: 'v1' })).toEqual(['Begin']);
    expect(await subjects({ paths: ['isms.isms'] })).toEqual(['Größe', 'Begin']);
    expect(await subjects({ paths: ['*.isms'] })).toEqual([]);
  });

  test('count a merge as one where the main line is asked for', async () => {
    const top = repository();
    git(top, 'checkout', '--quiet', '-b', 'side', 'v1');
    commitTo(top, { files: { 'sub/more.isms': '// 1\n' }, on: '2026-02-04', message: 'Side 1' });
    commitTo(top, { files: { 'sub/more.isms': '// 2\n' }, on: '2026-02-05', message: 'Side 2' });
    git(top, 'checkout', '--quiet', 'main');
    git(top, 'merge', '--quiet', '--no-ff', '-m', 'Merge side', 'side');
    const folder = join(top, 'sub');
    const main = (await revisionsOf(folder, { isMainLine: true })).commits.map(({ subject }) => subject);
    expect(main).toEqual(['Merge side', 'Größe', 'Set', 'Begin']);
    expect((await revisionsOf(folder)).commits.map(({ subject }) => subject)).toContain('Side 1');
  });

  test('a folder whose name looks like a pattern means itself', async () => {
    const top = repositoryWith();
    mkdirSync(join(top, 'a[b]'));
    mkdirSync(join(top, 'ab'));
    commitTo(top, { files: { 'a[b]/isms.isms': first }, message: 'one' });
    commitTo(top, { files: { 'ab/isms.isms': first }, message: 'other' });
    expect((await revisionsOf(join(top, 'a[b]'))).commits.map(({ subject }) => subject)).toEqual(['one']);
  });

  test('branches and tags are listed', async () => {
    const top = repository();
    git(top, 'branch', 'draft/new', 'v1');
    expect(await refsOf(top)).toEqual([
      { name: 'main', kind: 'branch' },
      { name: 'draft/new', kind: 'branch' },
      { name: 'v1', kind: 'tag' },
    ]);
  });
});

describe('why nothing is known of earlier', () => {
  test.each<[what: string, folder: () => string, revision: string, message: RegExp, problem: string]>([
    ['no repository', () => folderWithout(), 'HEAD', /is not in a git repository/, 'no-repository'],
    ['no commit', () => repositoryWith(), 'HEAD', /has no commit yet/, 'no-commit'],
    [
      'no such revision',
      repository,
      'nowhere',
      /There is no revision nowhere in the repository [^.]*\.$/,
      'no-revision',
    ],
    ['a shallow clone', shallow, 'HEAD~1', /is a shallow clone.*git fetch --unshallow/, 'no-revision'],
  ])('%s', async (_, folder, revision, message, problem) => {
    const error = await snapshotAt(folder(), revision).then(
      () => undefined,
      thrown => thrown,
    );
    expect(isRevisionFault(error)).toBe(true);
    expect(error).toMatchObject({ message: expect.stringMatching(message), problem });
  });

  test('no git', async () => {
    const folder = repository();
    process.env.PATH = folderWith({});
    await expect(revisionsOf(folder)).rejects.toMatchObject({ problem: 'no-git' });
  });

  test('the clone says that older commits may be missing', async () => {
    const { commits, isShallow } = await revisionsOf(shallow());
    expect([commits.length, isShallow]).toEqual([1, true]);
  });

  function shallow(): string {
    const clone = join(folderWith({}), 'clone');
    git('/', 'clone', '--quiet', '--depth', '1', `file://${repository()}`, clone);
    return join(clone, 'sub');
  }

  function folderWithout(): string {
    const folder = folderWith({ 'isms.isms': first });
    rmSync(join(folder, '.git'), { recursive: true, force: true });
    return folder;
  }
});

test('a signature is not checked by what the repository sets', async () => {
  const folder = repository();
  git(folder, 'config', 'log.showSignature', 'true');
  const program = join(folder, 'gpg.sh');
  writeFileSync(program, `#!/bin/sh\ntouch ${join(folder, 'ran')}\n`, { mode: 0o755 });
  git(folder, 'config', 'gpg.program', program);
  const body = git(folder, 'cat-file', 'commit', 'HEAD').replace(
    '\n\n',
    '\ngpgsig -----BEGIN PGP SIGNATURE-----\n x\n -----END PGP SIGNATURE-----\n\n',
  );
  writeFileSync(join(folder, 'signed'), body);
  const signed = git(folder, 'hash-object', '-t', 'commit', '-w', 'signed').trim();
  git(folder, 'update-ref', 'HEAD', signed);
  expect((await revisionsOf(folder)).commits[0]?.id).toBe(signed);
  expect(git(folder, 'status', '--porcelain')).not.toContain('ran');
});

describe('for the server', () => {
  const context = (trusted: boolean) => nodeRepository({ isTrusted: () => trusted });

  test('a trusted workspace is told, one that nobody trusts runs nothing', async () => {
    const uri = uriOfPath(join(repository(), 'sub'));
    expect((await context(true).snapshot(uri, 'v1')).folder).toBe(uri);
    expect((await context(true).commits(uri)).commits).toHaveLength(3);
    const untrusted = context(false);
    for (const asked of [() => untrusted.snapshot(uri, 'v1'), () => untrusted.commits(uri), () => untrusted.refs(uri)])
      await expect(asked()).rejects.toThrow(/not trusted, so git is not run/);
  });

  test('what is not on this computer, and what git refuses, is told in a sentence', async () => {
    await expect(context(true).commits('memfs:/x')).rejects.toThrow(RepositoryFault);
    await expect(context(true).snapshot(uriOfPath(repository()), 'nowhere')).rejects.toThrow(RepositoryFault);
  });
});

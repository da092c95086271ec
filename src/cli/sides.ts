/** What a side of a comparison is: a folder, a `.zip` archive, or a revision of a git repository; and how it is read. */
import { join, resolve } from 'node:path';
import { isFolder, isThere, uriExists, uriOfPath } from '../node/files.ts';
import { isPartOfIsms, isSnapshotFault, type Snapshot, snapshotOf } from '../node/snapshot.ts';
import { printable } from '../syntax/text/printable.ts';
import { fileReason } from './file-errors.ts';
import { type Io, UsageError } from './io.ts';
import { type Input, readInput } from './read.ts';

/** What was read of a side. */
export interface Side {
  /** As it was given. */
  readonly name: string;
  readonly input: Input;
  /** URI of the folder that is meant. */
  readonly folder: string;
  readonly fileExists: (uri: string) => boolean | undefined;
}

/**
 * Reads a side. What is there as a file or folder is meant as one, anything else as a revision: `HEAD~1`, or `main:path` with a path from
 * the top of the repository, `main:./path` from the folder.
 * @param around a path in the repository that revisions are of
 * @throws UsageError if it is neither, or cannot be read
 */
export async function readSide(given: string, around: string, io: Io): Promise<Side> {
  if (given === '') throw new UsageError('A side is empty. Give a folder, a .zip archive or a git revision.');
  const path = resolve(io.cwd, given);
  if (!isThere(path)) return readRevision(given, resolve(io.cwd, around), around);
  if (/\.zip$/i.test(path) && !isFolder(path)) return readZip(given, path);
  return { name: given, input: await readInput([given], {}, io), folder: uriOfPath(path), fileExists: uriExists };
}

async function readZip(name: string, path: string): Promise<Side> {
  const { isArchiveFault, readArchive } = await import('../node/archive.ts');
  const { files, paths } = await readArchive(path, inside => isPartOfIsms(inside, '')).catch((error: unknown) => {
    const why = isArchiveFault(error) ? error.message : `cannot be read: ${fileReason(error)}`;
    throw new UsageError(`${printable(name)} ${why}.`);
  });
  try {
    return asSide(name, snapshotOf(name, path, { files, paths, links: new Map(), asked: '' }));
  } catch (error) {
    throw isSnapshotFault(error) ? new UsageError(printable(error.message)) : error;
  }
}

/** What else can be given where git does not help. */
const instead: Readonly<Record<string, string>> = {
  'no-git': ' Give two folders or archives instead.',
  'no-repository': ' Give folders or .zip archives, or name a folder of the repository with --in.',
  'no-revision': ' No folder or archive has that name either. Look with “git log --oneline”.',
};

async function readRevision(given: string, folder: string, around: string): Promise<Side> {
  if (!isThere(folder)) {
    throw new UsageError(
      `There is no folder ${printable(around)}, so the repository of ${printable(given)} is not known.`,
    );
  }
  const { isRevisionFault, snapshotAt } = await import('../node/revision.ts');
  try {
    return asSide(given, await snapshotAt(isFolder(folder) ? folder : join(folder, '..'), given));
  } catch (error) {
    if (!isRevisionFault(error)) throw error;
    const { message, problem = '' } = error as Error & { readonly problem?: string };
    throw new UsageError(printable(`${message}${instead[problem] ?? ''}`));
  }
}

const asSide = (name: string, { folder, texts, sources, unreadFiles, links, fileExists }: Snapshot): Side => ({
  name,
  folder,
  input: { texts, sources, unreadFiles, unreadFolders: [], borrowed: new Set(), links },
  fileExists,
});

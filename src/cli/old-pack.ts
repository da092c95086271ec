/** The audit pack that lies in a folder before another one is written there: what only the old one has goes, unless somebody changed it. */
import { lstat, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '../export/all.ts';
import { formats } from '../export/index.ts';
import { type ListedFile, type Manifest, manifestName, readManifest } from '../export/manifest.ts';
import { counted } from '../model/counted.ts';
import { isGone, textIn } from '../node/files.ts';
import { printable } from '../syntax/text/printable.ts';
import { fileReason } from './file-errors.ts';
import { type Io, UsageError } from './io.ts';

/**
 * The manifest of the pack in a folder; undefined where there is none. Throws `UsageError` if a file of that name is there that is none:
 * it would be lost.
 * @param name what the folder was called
 */
export async function manifestIn(folder: string, name: string): Promise<Manifest | undefined> {
  const refuse = (problem: string): UsageError =>
    new UsageError(
      `${printable(`${name}/${manifestName}`)} is there and is no manifest of documents that could be replaced. ${printable(problem)} Delete it if nothing needs it, or name another folder.`,
    );
  let bytes: Uint8Array;
  try {
    bytes = await readFile(join(folder, manifestName));
  } catch (error) {
    if (isGone(error)) return undefined;
    throw refuse(`It cannot be read: ${fileReason(error)}.`);
  }
  const text = textIn(bytes);
  const manifest = text === undefined ? { problem: 'It is not UTF-8.' } : readManifest(text);
  if ('problem' in manifest) throw refuse(manifest.problem);
  return manifest;
}

/**
 * Removes the files that an old pack lists and the new one has not written, and tells how many. A file stays that is not as the old pack
 * wrote it, or that cannot be removed; it is told. Of another ISMS all of them stay.
 */
export async function removeOld(
  old: Manifest,
  current: Pick<Manifest, 'isms' | 'organization'>,
  { folder, name, written }: { readonly folder: string; readonly name: string; readonly written: ReadonlySet<string> },
  io: Io,
): Promise<void> {
  const left = old.files.filter(({ file }) => !written.has(file));
  if (old.isms !== current.isms || old.organization !== current.organization) {
    if (left.length)
      io.stderr.write(
        `isms: ${printable(name)} had the documents of another ISMS, ${printable(old.isms ?? 'without a name')}; ${counted(left.length, 'file')} of it still lie there.\n`,
      );
    return;
  }
  let removed = 0;
  for (const listed of left) {
    const { file, sha256: sum } = listed;
    const why = isDocument(listed) ? await whyKept(join(folder, file), sum) : 'it is called like no document';
    if (why === undefined) removed++;
    else if (why !== 'gone')
      io.stderr.write(
        `isms: ${printable(file)} in ${printable(name)} is of the documents that were there before, and was kept: ${why}.\n`,
      );
  }
  if (removed) io.stdout.write(`Removed ${counted(removed, 'file')} of the documents that were there before\n`);
}

/** Whether a file is called as documents are: a manifest that somebody else wrote must not make anything else go. */
const isDocument = ({ artefact, format, file }: ListedFile): boolean =>
  formats.some(({ id, extension }) => id === format && file.endsWith(`.${extension}`) && file.includes(`-${artefact}`));

/** Removes a file that has this sum; why not, in words, or `gone`. */
async function whyKept(path: string, sum: string): Promise<string | undefined> {
  try {
    // A link may lead anywhere, and no pack has one.
    if (!(await lstat(path)).isFile()) return 'it is no file any more';
    if ((await sha256(await readFile(path))) !== sum) return 'it was changed since';
    await unlink(path);
    return undefined;
  } catch (error) {
    return isGone(error) ? 'gone' : fileReason(error);
  }
}

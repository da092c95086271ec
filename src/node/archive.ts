/** Reads those files out of a `.zip` archive that are wanted, and nothing else of it. Loaded only for an archive. */
import { readFile, stat } from 'node:fs/promises';
import { unzipSync } from 'fflate';

const mega = 1024 * 1024;

/** What is taken on, so that a hostile archive costs bounded time and memory. */
const limits = { archive: 256 * mega, files: 100_000, unpacked: 256 * mega };

/** An archive that cannot be read. The message is the end of a sentence that begins with its name. */
export class ArchiveFault extends Error {
  readonly code = 'ISMS_ARCHIVE';
}

/** Whether an error is an `ArchiveFault`, also one of another bundle. */
export const isArchiveFault = (error: unknown): error is Error =>
  (error as { readonly code?: unknown } | undefined)?.code === 'ISMS_ARCHIVE';

export interface ArchiveContent {
  /** The bytes of those that are wanted, by their paths in the archive. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** The paths of all files. */
  readonly paths: ReadonlySet<string>;
}

/** Whether a file is to be unpacked, by its path in the archive. */
export type IsWanted = (path: string) => boolean;

/** Reads an archive. Rejects with `ArchiveFault` if it is none, damaged or too large, else with the error of the file system. */
export async function readArchive(path: string, isWanted: IsWanted): Promise<ArchiveContent> {
  const { size } = await stat(path);
  if (size > limits.archive) throw new ArchiveFault(`has more than ${limits.archive / mega} MB; export only the ISMS`);
  return archiveContent(await readFile(path), isWanted);
}

/** The same of bytes. */
export function archiveContent(bytes: Uint8Array, isWanted: IsWanted): ArchiveContent {
  const paths = new Set<string>();
  const files = new Map<string, Uint8Array>();
  let unpacked = 0;
  try {
    const found = unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        const path = normal(name);
        if (path === undefined) return false;
        if (paths.add(path).size > limits.files) throw new ArchiveFault(`holds more than ${limits.files} files`);
        if (!isWanted(path)) return false;
        // The library unpacks no more than is declared.
        unpacked += originalSize === 0 && size > 2 ? Number.POSITIVE_INFINITY : originalSize;
        if (unpacked > limits.unpacked)
          throw new ArchiveFault('would be far larger unpacked than any ISMS, as an archive made to exhaust memory is');
        return true;
      },
    });
    for (const [name, content] of Object.entries(found)) files.set(normal(name) ?? name, content);
  } catch (error) {
    if (error instanceof ArchiveFault) throw error;
    throw new ArchiveFault('is no whole .zip archive; copy or download it again');
  }
  return { files, paths };
}

/** A path with `/`; undefined for a folder, and for one that would lead out of the archive. */
function normal(name: string): string | undefined {
  const parts = name.replaceAll('\\', '/').split('/');
  if (parts.at(-1) === '' || parts.includes('..') || parts[0] === '') return undefined;
  return parts.filter(part => part !== '.').join('/');
}

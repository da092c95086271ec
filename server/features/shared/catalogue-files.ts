/** Built-in documents as read-only files, for editors that open nothing else. */
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { FrameworkDocument } from '../../../src/frameworks/texts.ts';
import { pathOf, uriOfPath } from '../../../src/node/files.ts';
import type { CatalogueFiles } from './catalogues.ts';

/**
 * Files in the folder that the client allows for (a URI), or else in a temporary folder of this process's own, which goes when it ends.
 * Their names follow from their content, so that no version of the program meets the files of another.
 */
export function catalogueFiles(storage: string | undefined): CatalogueFiles {
  const stored = storage === undefined ? undefined : pathOf(storage);
  let folder = stored;
  const own = (): string => {
    if (folder !== undefined) return folder;
    const temporary = mkdtempSync(join(tmpdir(), 'isms-'));
    process.on('exit', () => rmSync(temporary, { recursive: true, force: true }));
    return (folder = temporary);
  };
  return {
    write: document => {
      try {
        const path = join(own(), ...partsOf(document));
        writeWhole(path, document.text);
        return uriOfPath(path);
      } catch {
        return undefined;
      }
    },
    is: (uri, document) => uri.endsWith(`/${partsOf(document).join('/')}`),
  };
}

const partsOf = ({ uri, text }: FrameworkDocument): [string, string, string] => [
  'isms-catalogue',
  createHash('sha256').update(text).digest('hex').slice(0, 16),
  uri.slice(uri.lastIndexOf('/') + 1),
];

/** Writes a file whole, or not at all: beside its place first. One that is right stays. */
function writeWhole(path: string, text: string): void {
  if (readOrNothing(path) === text) return;
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const aside = mkdtempSync(join(folder, '.new-'));
  try {
    const file = join(aside, 'document');
    writeFileSync(file, text);
    chmodSync(file, 0o444);
    renameSync(file, path);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

function readOrNothing(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * The files of ISMSs that are not on the disk, as if they lay under a folder: of a revision, or out of an archive. A workspace is made of
 * them like of files that were read.
 */
import { basename, join } from 'node:path';
import { refusing, SaidError } from '../wording/said-error.ts';
import { lockFileName } from '../workspace/configuration/config.ts';
import { parseLock } from '../workspace/lock.ts';
import { fileReason } from './file-reason.ts';
import { isIsmsFile, isLeftOut, sourceExtension, textIn, uriOfPath } from './files.ts';

/** What a workspace is made of. URIs are in their normal form. */
export interface Snapshot {
  /** URI of the folder that was asked for. */
  readonly folder: string;
  /** Texts by URI, in order of the URIs: sources, configuration and lock files, and files of words. */
  readonly texts: ReadonlyMap<string, string>;
  /** The sources under the folder that was asked for, in order of their paths. */
  readonly sources: readonly { readonly path: string; readonly uri: string }[];
  /** The files that cannot be read, by URI, with the end of the sentence that says why. */
  readonly unreadFiles: ReadonlyMap<string, string>;
  /** Where links lead, by the URI of the link. */
  readonly links: ReadonlyMap<string, string>;
  /** Whether a file was there; undefined for what lies elsewhere, of which nothing is known. */
  readonly fileExists: (uri: string) => boolean | undefined;
}

/** Why files are no ISMS that can be looked at. The message is a sentence for people. */
export class SnapshotFault extends SaidError {
  readonly code = 'ISMS_SNAPSHOT';
}

/** Whether an error is a `SnapshotFault`, also one of another bundle. */
export const isSnapshotFault = (error: unknown): error is SnapshotFault =>
  (error as { readonly code?: unknown } | undefined)?.code === 'ISMS_SNAPSHOT';

/** Files by their paths in what holds them, with `/`. */
export interface Held {
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Of all files there are, so that evidence is found. */
  readonly paths: ReadonlySet<string>;
  /** Where links lead. */
  readonly links: ReadonlyMap<string, string>;
  /** The folder that is meant, with `/` at the end; empty for all of it. */
  readonly asked: string;
}

/** Whether a path is that of a source. */
export const isSource = (path: string): boolean => path.endsWith(sourceExtension) && isIsmsFile(path);

/**
 * Whether a file below a folder could be one of an ISMS there.
 * @param prefix the folder, with `/` at the end; empty at the top
 */
export function isPartOfIsms(path: string, prefix: string): boolean {
  if (!path.startsWith(prefix)) return false;
  const parts = path.slice(prefix.length).split('/');
  const name = parts.pop() ?? '';
  return isIsmsFile(name) && !name.startsWith('.') && !parts.some(isLeftOut);
}

/**
 * What is held somewhere, as if it lay under a folder.
 * @param given what it is called in messages
 * @throws SnapshotFault if there is no source, or a lock file is broken
 */
export function snapshotOf(given: string, folder: string, { files, paths, links, asked }: Held): Snapshot {
  const texts: [uri: string, text: string][] = [];
  const unreadFiles = new Map<string, string>();
  const uriOf = (path: string): string => uriOfPath(join(folder, path));
  for (const [path, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const text = textIn(bytes);
    if (text === undefined) unreadFiles.set(uriOf(path), fileReason({ code: 'NOT_TEXT' }));
    else texts.push([uriOf(path), text]);
    if (text !== undefined && basename(path) === lockFileName && !parseLock(text))
      throw new SnapshotFault(refusing('{0} of {1} is not what “isms approve” writes.', path, given));
  }
  const sources = [...files.keys()]
    .filter(path => isSource(path) && path.startsWith(asked))
    .sort()
    .map(path => ({ path: join(folder, path), uri: uriOf(path) }));
  if (!sources.length) {
    throw new SnapshotFault(
      asked === ''
        ? refusing('There are no .isms files in {0}, so there is nothing to compare.', given)
        : refusing('There are no .isms files in {0} under {1}, so there is nothing to compare.', given, asked),
    );
  }
  const there = new Set([...paths].map(path => uriOf(path).normalize('NFC')));
  const within = `${uriOfPath(folder)}/`;
  return {
    folder: uriOf(asked),
    texts: new Map(texts.sort(([a], [b]) => (a < b ? -1 : 1))),
    sources,
    unreadFiles,
    links: new Map([...links].map(([path, target]) => [uriOf(path), uriOf(target)])),
    fileExists: uri => (uri.startsWith(within) ? there.has(uri.normalize('NFC')) : undefined),
  };
}

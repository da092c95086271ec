/** Where an audit pack is not what its manifest says, or not what the source gives today. */
import { artefacts } from './index.ts';
import type { ListedFile, Manifest } from './manifest.ts';

/** What a file is, for people: its document, else its name. */
export const titleOf = ({ artefact, file }: ListedFile): string =>
  artefacts.find(({ id }) => id === artefact)?.title ?? file;

/** What is in the folder of a pack, beside its manifest: the sum of a file, or why it has none. */
export type FoundFile = { readonly sha256: string } | { readonly reason: string };

export interface PackDifference {
  readonly file: string;
  readonly is: 'changed' | 'missing' | 'unreadable' | 'not in the manifest';
  /** Why it is unreadable. */
  readonly reason?: string;
}

/** Where the folder is not what its manifest says, in the order of the manifest, then of names. */
export function packDifferences(
  { files }: Pick<Manifest, 'files'>,
  found: ReadonlyMap<string, FoundFile>,
): PackDifference[] {
  const listed = new Set(files.map(({ file }) => file));
  const differing = files.flatMap(({ file, sha256 }): PackDifference[] => {
    const one = found.get(file);
    if (one === undefined) return [{ file, is: 'missing' }];
    if ('reason' in one) return [{ file, is: 'unreadable', reason: one.reason }];
    return one.sha256 === sha256 ? [] : [{ file, is: 'changed' }];
  });
  const others = [...found.keys()].filter(file => !listed.has(file)).sort();
  return [...differing, ...others.map((file): PackDifference => ({ file, is: 'not in the manifest' }))];
}

export interface SourceDifference {
  /** The title of the document. */
  readonly document: string;
  readonly file: string;
  readonly is: 'different' | 'no longer written' | 'not in the pack';
}

/**
 * Where the pack is not what the source gives now. `now` has the sums of the files that are written now, by name, in their order, with the
 * title of each. A file that is missing or unreadable in the folder is told by `packDifferences`.
 */
export function sourceDifferences(
  { files }: Pick<Manifest, 'files'>,
  found: ReadonlyMap<string, FoundFile>,
  now: ReadonlyMap<string, { readonly title: string; readonly sha256: string }>,
): SourceDifference[] {
  const listed = new Map(files.map(one => [one.file, one]));
  const written = [...now].flatMap(([file, { title, sha256 }]): SourceDifference[] => {
    const one = found.get(file);
    if (one && 'sha256' in one) return one.sha256 === sha256 ? [] : [{ document: title, file, is: 'different' }];
    return one || listed.has(file) ? [] : [{ document: title, file, is: 'not in the pack' }];
  });
  const gone = files.filter(({ file }) => !now.has(file));
  return [
    ...written,
    ...gone.map((one): SourceDifference => ({ document: titleOf(one), file: one.file, is: 'no longer written' })),
  ];
}

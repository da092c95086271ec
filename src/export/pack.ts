/** What an audit pack is checked by: its manifest, read without trust, and what the source gives today. */
import { artefacts, formats } from './index.ts';

/** The name of the file that lists the others. */
export const manifestName = 'manifest.json';

/** What `format` of a manifest says; another number is another layout. */
export const manifestFormat = 'isms-audit-pack/1';

export interface ListedFile {
  /** The id of the document; none for the page that leads to the documents. */
  readonly artefact?: string | undefined;
  /** The id of the format that it is written in. */
  readonly format?: string | undefined;
  /** Its name in the folder of the pack. */
  readonly file: string;
  /** In hexadecimal, as `sha256sum` writes it. */
  readonly sha256: string;
  /** Its size. */
  readonly bytes: number;
}

export interface Manifest {
  readonly format: string;
  readonly isms: string | null;
  readonly organization: string | null;
  readonly version: string | null;
  /** `YYYY-MM-DD`: the day as of which the documents speak. */
  readonly asOf: string;
  readonly edition: string;
  /** What was chosen when the pack was written; null where nothing was. By it the pack can be written again. */
  readonly asked: { readonly formats: readonly string[] | null; readonly edition: string | null };
  readonly files: readonly ListedFile[];
}

/** Reads a manifest. Returns what is wrong with it, as a sentence, where it cannot be relied on. */
export function readManifest(text: string): Manifest | { readonly problem: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: 'It is damaged: it is no JSON.' };
  }
  if (!isRecord(value) || value.format !== manifestFormat) {
    return { problem: `It is of another format than ${manifestFormat}; write the pack again with “isms export all”.` };
  }
  const damaged = damageIn(value);
  return damaged === undefined ? (value as unknown as Manifest) : { problem: damaged };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isTextOrNull = (value: unknown): boolean => value === null || typeof value === 'string';

function damageIn({ isms, organization, version, asOf, edition, asked, files }: Readonly<Record<string, unknown>>) {
  const damaged = (what: string): string => `It is damaged: ${what}.`;
  if (![isms, organization, version].every(isTextOrNull) || typeof edition !== 'string')
    return damaged('“isms”, “organization”, “version” or “edition” is no text');
  if (typeof asOf !== 'string' || !isDate(asOf)) return damaged('“asOf” is no date');
  if (!isRecord(asked) || !isTextOrNull(asked.edition)) return damaged('“asked” does not say what was chosen');
  const known = formats.map(({ id }) => id);
  if (asked.formats !== null && !(Array.isArray(asked.formats) && asked.formats.every(id => known.includes(id))))
    return damaged('“asked.formats” names a format that there is not');
  if (!Array.isArray(files)) return damaged('“files” is no list');
  const seen = new Set<string>();
  for (const [index, one] of files.entries()) {
    if (!isRecord(one) || typeof one.file !== 'string') return damaged(`files[${index}] names no file`);
    if (!isPlainName(one.file)) return `It names ${JSON.stringify(one.file)}, which is no plain name of a file.`;
    if (one.file === manifestName || seen.has(one.file)) return damaged(`files[${index}] names a file again`);
    seen.add(one.file);
    if (typeof one.sha256 !== 'string' || !/^[0-9a-f]{64}$/.test(one.sha256))
      return damaged(`files[${index}] has no SHA-256 sum`);
    if (!Number.isSafeInteger(one.bytes) || Number(one.bytes) < 0) return damaged(`files[${index}] has no size`);
    if (![one.artefact, one.format].every(id => id === undefined || typeof id === 'string'))
      return damaged(`files[${index}] names no document`);
  }
  return undefined;
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** A pack is one folder: no path, no drive, no way out of it, on any system. */
export const isPlainName = (name: string): boolean =>
  name !== '' && name !== '.' && name !== '..' && !/[/\\:\p{Cc}]/u.test(name);

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

/** The manifest of an audit pack. Its shape is published in docs/schemas/manifest.schema.json; a change of it is a new version. */
import { isDate } from '../model/dates.ts';
import { isRecord } from '../model/record.ts';
import { formats } from './index.ts';

/** The name of the file that lists the others. */
export const manifestName = 'manifest.json';

/** What `$schema` of a manifest says; another number is another layout. */
export const manifestSchema = 'urn:isms-as-code:schema:manifest:1';

export interface ListedFile {
  /** The id of the document; null for the page that leads to the documents. */
  readonly artefact: string | null;
  /** The id of the format that it is written in, of a document. */
  readonly format: string | null;
  /** Its name in the folder of the pack. */
  readonly file: string;
  /** In hexadecimal, as `sha256sum` writes it. */
  readonly sha256: string;
  /** Its size. */
  readonly bytes: number;
}

export interface Manifest {
  readonly $schema: 'urn:isms-as-code:schema:manifest:1';
  /** The name of the `isms` block. */
  readonly isms: string | null;
  readonly organization: string | null;
  readonly version: string | null;
  /** `YYYY-MM-DD`: the day as of which the documents speak. */
  readonly asOf: string;
  /** For whom the documents are written. */
  readonly edition: string;
  /** What was chosen when the pack was written; null where nothing was. By it the pack can be written again. */
  readonly asked: {
    readonly formats: readonly string[] | null;
    readonly edition: string | null;
    /** Left out where the configuration of the ISMS says in which language. */
    readonly language?: string;
  };
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
  if (!isRecord(value) || value.$schema !== manifestSchema) {
    return { problem: `It is of another format than ${manifestSchema}; write the pack again with “isms export all”.` };
  }
  const damaged = damageIn(value);
  return damaged === undefined ? (value as unknown as Manifest) : { problem: damaged };
}

const isTextOrNull = (value: unknown): boolean => value === null || typeof value === 'string';

function damageIn({ isms, organization, version, asOf, edition, asked, files }: Readonly<Record<string, unknown>>) {
  const damaged = (what: string): string => `It is damaged: ${what}.`;
  if (![isms, organization, version].every(isTextOrNull) || typeof edition !== 'string')
    return damaged('“isms”, “organization”, “version” or “edition” is no text');
  if (typeof asOf !== 'string' || !isDate(asOf)) return damaged('“asOf” is no date');
  if (!isRecord(asked) || !isTextOrNull(asked.edition) || !isTextOrNull(asked.language ?? null))
    return damaged('“asked” does not say what was chosen');
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
    if (![one.artefact, one.format].every(isTextOrNull)) return damaged(`files[${index}] names no document`);
  }
  return undefined;
}

/** A pack is one folder: no path, no drive, no way out of it, on any system. */
export const isPlainName = (name: string): boolean =>
  name !== '' && name !== '.' && name !== '..' && !/[/\\:\p{Cc}]/u.test(name);

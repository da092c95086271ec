import { Packer } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Document } from '../documents/blocks.ts';
import { refusing } from '../wording/said-error.ts';
import { wordDocument } from './docx/document.ts';
import { fillTemplate } from './docx/template.ts';
import { type Format, TooLongError, type WriteOptions } from './shared/format.ts';
import type { Piece } from './shared/pieces.ts';
import { printTable } from './shared/print.ts';
import { forReaders } from './shared/readers.ts';
import { refuseEmpty } from './shared/tables.ts';

export const format: Format = {
  id: 'docx',
  label: 'Word document',
  extension: 'docx',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  isText: false,
  can: { write: 'all blocks', links: true, drawings: true, branding: true },
  write,
};

/** More rows make a document that word processors take minutes to open, and it is made whole in memory. */
const mostRows = 12_000;

/** The dates of an archive are local times, so this one is built as such. */
const archived = () => ({ mtime: new Date(1980, 0, 1), level: 6 }) as const;

const dayUnknown = '2000-01-01';

/**
 * The document for word processors: A4, headings and lists as such, the head row of a table on each of its pages, and in the margins of
 * every page whose document it is, in which version and class. Columns that find no room side by side stand below their row.
 *
 * A template of one's own takes the place of pages, margins and styles.
 *
 * The library dates the file by the clock and names links by chance, so both are replaced, and the archive is packed again.
 */
async function* write(document: Document, { linkTo, template, branding }: WriteOptions): AsyncGenerator<Piece> {
  refuseEmpty(document);
  const rows = document.blocks
    .flatMap(block => printTable(block)?.groups ?? [])
    .reduce((sum, group) => sum + group.rows.length, 0);
  if (rows > mostRows) {
    throw new TooLongError(
      refusing(
        '“{0}” has {1} rows, more than the {2} of a Word document; choose HTML, XLSX or CSV',
        document.title,
        rows,
        mostRows,
      ),
    );
  }
  const shown = forReaders(document);
  const packed = template
    ? await fillTemplate(template, shown, { linkTo, branding })
    : new Uint8Array(await Packer.toArrayBuffer(wordDocument(shown, { linkTo, branding })));
  const parts = unzipSync(packed);
  const day = `${document.asOf ?? dayUnknown}T00:00:00Z`;
  const steady = Object.entries(withSteadyLinks(parts)).map(([path, bytes]) => [
    path,
    path === 'docProps/core.xml' ? strToU8(strFromU8(bytes).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, day)) : bytes,
  ]);
  yield zipSync(Object.fromEntries(steady), archived());
}

const relationsPath = 'word/_rels/document.xml.rels';
const documentPath = 'word/document.xml';

/** The archive with the names of links in the order in which the links stand. */
function withSteadyLinks(parts: Record<string, Uint8Array>): Record<string, Uint8Array> {
  const text = strFromU8(parts[documentPath] ?? new Uint8Array());
  const names = new Map<string, string>();
  for (const [, id = ''] of text.matchAll(/<w:hyperlink [^>]*r:id="([^"]+)"/g)) {
    if (!names.has(id)) names.set(id, `rIdLink${names.size + 1}`);
  }
  const renamed = (id: string): string => names.get(id) ?? id;
  const relations = strFromU8(parts[relationsPath] ?? new Uint8Array());
  return {
    ...parts,
    [documentPath]: strToU8(text.replace(/(?<=r:id=")[^"]+(?=")/g, renamed)),
    [relationsPath]: strToU8(relations.replace(/(?<= Id=")[^"]+(?=")/g, renamed)),
  };
}

/** What registers and copied tables become. Loaded on first use. */

import type { Document } from '../../../../src/documents/blocks.ts';
import { isImportFault } from '../../../../src/exchange/fault.ts';
import type { TableReport } from '../../../../src/exchange/import.ts';
import { importFiles, isUnreadFiles } from '../../../../src/exchange/import-files.ts';
import { needsLook } from '../../../../src/exchange/ledger.ts';
import { fieldsOf } from '../../../../src/exchange/recognise/headings.ts';
import { type Mapping, parseMapping } from '../../../../src/exchange/recognise/mapping.ts';
import { reportDocument } from '../../../../src/exchange/report/document.ts';
import { forImport } from '../../../../src/exchange/report/wording.ts';
import { sayingIn, type Wording } from '../../../../src/wording/wording.ts';
import type { ColumnChoice, ImportedColumn, ImportParams, ImportResult } from '../../../protocol/protocol.ts';

export { pasted } from '../../../../src/exchange/paste.ts';

/** What becomes of an import. The counts are in no language, for the request to say them in that of the client. */
type Imported = Omit<ImportResult, 'summary' | 'html'> & {
  readonly counts: ReadonlyMap<string, number>;
  /** The account of every cell. */
  readonly report: Document;
};

/** The files, the account in a language, and what columns were taken for; or why nothing can be read. */
export async function imported(
  { files, columns = [] }: ImportParams,
  isInIsms: boolean,
  spoken: Wording,
): Promise<Imported | { readonly unread: string }> {
  const wording = forImport(spoken);
  const inputs = files.map(({ name, content }) => ({ name, bytes: bytesOf(content) }));
  try {
    const result = await importFiles(inputs, { mapping: mappingOf(columns), isInIsms });
    return {
      files: result.files.map(({ path, text }) => ({ path, text })),
      counts: result.counts,
      toLookAt: result.remarks.filter(({ category }) => needsLook.has(category)).length,
      report: reportDocument(result, wording),
      columns: result.tables.flatMap(columnsOf),
    };
  } catch (error) {
    if (isImportFault(error)) return { unread: sayingIn(wording, error.saying) };
    if (!isUnreadFiles(error)) throw error;
    return { unread: error.faults.map(({ file, fault }) => `${file}: ${sayingIn(wording, fault.saying)}`).join(' ') };
  }
}

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), letter => letter.charCodeAt(0));

/**
 * What was said of columns, sheet by sheet, as the mapping file that would say so.
 * @throws ImportFault if a field is none
 */
function mappingOf(columns: readonly ColumnChoice[]): Mapping {
  const tables = new Map<string, { file: string; sheet: string; columns: Map<string, string> }>();
  for (const { file, sheet, letters, field } of columns) {
    const key = JSON.stringify([file, sheet]);
    const table = tables.get(key) ?? { file, sheet, columns: new Map() };
    table.columns.set(letters, field);
    tables.set(key, table);
  }
  const said = [...tables.values()].map(table => ({ ...table, columns: Object.fromEntries(table.columns) }));
  return parseMapping(JSON.stringify({ tables: said }));
}

const columnsOf = ({ file, sheet, kind, columns }: TableReport): ImportedColumn[] =>
  columns.map(({ letters, heading, field, by }) => ({
    file,
    sheet,
    letters,
    heading,
    field: field ?? null,
    isCertain: by === 'heading' || by === 'mapping',
    fields: [...fieldsOf(kind), 'notes', 'ignore'],
  }));

/** The account of an import as a document, for every format that documents have. */
import { type Column, type Document, flatTable, type Row, type Tone } from '../../documents/blocks.ts';
import type { ImportResult } from '../import.ts';
import { categories } from '../ledger.ts';
import { categoryTitles, cellRanges, groupRemarks } from './groups.ts';
import { importReportId } from './json.ts';

const tones: Readonly<Record<string, Tone>> = {
  [categoryTitles.contradiction]: 'bad',
  [categoryTitles['not understood']]: 'bad',
  [categoryTitles['not imported']]: 'attention',
  [categoryTitles.guessed]: 'attention',
  [categoryTitles.incomplete]: 'attention',
};

const remarkColumns: readonly Column[] = [
  { id: 'category', title: 'What', kind: 'name', tones },
  { id: 'file', title: 'File', kind: 'name' },
  { id: 'sheet', title: 'Sheet', kind: 'name' },
  { id: 'cells', title: 'Cells', kind: 'name' },
  { id: 'message', title: 'Reason', kind: 'prose' },
  { id: 'texts', title: 'What stands there', kind: 'names' },
  { id: 'about', title: 'Concerns', kind: 'names' },
];

const columnColumns: readonly Column[] = [
  { id: 'file', title: 'File', kind: 'name' },
  { id: 'sheet', title: 'Sheet', kind: 'name' },
  { id: 'kind', title: 'Read as', kind: 'word' },
  { id: 'column', title: 'Column', kind: 'id' },
  { id: 'heading', title: 'Heading', kind: 'title' },
  { id: 'field', title: 'Taken for', kind: 'name' },
  { id: 'by', title: 'Known by', kind: 'word' },
];

export function reportDocument(result: ImportResult): Document {
  const { tables, remarks, counts, cells } = result;
  const groups = groupRemarks(remarks);
  const rows = groups.map(
    ({ category, file, sheet, cells: names, message, texts, about }): Row => [
      categoryTitles[category],
      file,
      sheet,
      cellRanges(names),
      message,
      texts,
      about,
    ],
  );
  const columns = tables.flatMap(({ file, sheet, kind, columns: own }): Row[] =>
    own.map(({ letters, heading, field, by }) => [file, sheet, kind, letters, heading, field ?? 'notes', by]),
  );
  return {
    id: 'import-report',
    title: 'Report of the import',
    head: [
      { id: 'cells', label: 'Filled cells', value: cells },
      ...[...counts].map(([keyword, count]) => ({
        id: `count-${keyword}`,
        label: `Declarations of ${keyword}`,
        value: count,
      })),
      ...categories.map(category => ({
        id: category.replaceAll(' ', '-'),
        label: categoryTitles[category],
        value: groups.filter(group => group.category === category).length,
      })),
    ],
    blocks: [
      flatTable('remarks', 'What to look at', remarkColumns, rows),
      flatTable('columns', 'Columns', columnColumns, columns),
    ],
    data: () => ({ $schema: importReportId }),
  };
}

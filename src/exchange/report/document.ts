/** The account of an import as a document, for every format that documents have. */
import { type Document, flatTable, type Row, type Table, type Tone } from '../../documents/blocks.ts';
import { english, type Say, sayIn, sayingIn, type Wording } from '../../wording/wording.ts';
import type { ImportResult } from '../import.ts';
import { type Category, categories } from '../ledger.ts';
import { categoryTitles, cellRanges, groupRemarks } from './groups.ts';
import { importReportId } from './json.ts';
import { headingOf, sheetOf, textsOf } from './shown.ts';

const tones: Partial<Readonly<Record<Category, Tone>>> = {
  contradiction: 'bad',
  'not understood': 'bad',
  'not imported': 'attention',
  guessed: 'attention',
  incomplete: 'attention',
};

/** Days and levels stay as they stand in the text, where whoever reads of them looks for them. */
export function reportDocument(result: ImportResult, wording: Wording = english): Document {
  const say = sayIn(wording);
  const { tables, remarks, counts, cells, libraries } = result;
  const groups = groupRemarks(remarks);
  const rows = groups.map(
    (group): Row => [
      say(categoryTitles[group.category]),
      group.file,
      sheetOf(group, libraries, say),
      cellRanges(group.cells),
      sayingIn(wording, group.message),
      textsOf(group, say),
      group.about,
    ],
  );
  const columns = tables.flatMap(({ file, sheet, kind, columns: own }): Row[] =>
    own.map(column => [
      file,
      sheet,
      say(kind),
      column.letters,
      headingOf(column, say),
      column.field ?? 'notes',
      say(column.by),
    ]),
  );
  return {
    id: 'import-report',
    title: say('Report of the import'),
    head: [
      { id: 'cells', label: say('Filled cells'), value: cells },
      ...[...counts].map(([keyword, count]) => ({
        id: `count-${keyword}`,
        label: say('Declarations of {0}', keyword),
        value: count,
      })),
      ...categories.map(category => ({
        id: category.replaceAll(' ', '-'),
        label: say(categoryTitles[category]),
        value: groups.filter(group => group.category === category).length,
      })),
    ],
    blocks: [remarksTable(rows, say), columnsTable(columns, say)],
    data: () => ({ $schema: importReportId }),
    wording,
  };
}

const remarksTable = (rows: readonly Row[], say: Say): Table =>
  flatTable(
    'remarks',
    say('What to look at'),
    [
      { id: 'category', title: say('What'), kind: 'name', tones: tonesIn(say) },
      { id: 'file', title: say('File'), kind: 'name' },
      { id: 'sheet', title: say('Sheet'), kind: 'name' },
      { id: 'cells', title: say('Cells'), kind: 'name' },
      { id: 'message', title: say('Reason'), kind: 'prose' },
      { id: 'texts', title: say('What stands there'), kind: 'names' },
      { id: 'about', title: say('Concerns'), kind: 'names' },
    ],
    rows,
  );

const tonesIn = (say: Say): Record<string, Tone> =>
  Object.fromEntries(
    categories.flatMap(category => {
      const tone = tones[category];
      return tone ? [[say(categoryTitles[category]), tone]] : [];
    }),
  );

const columnsTable = (rows: readonly Row[], say: Say): Table =>
  flatTable(
    'columns',
    say('Columns'),
    [
      { id: 'file', title: say('File'), kind: 'name' },
      { id: 'sheet', title: say('Sheet'), kind: 'name' },
      { id: 'kind', title: say('Read as'), kind: 'word' },
      { id: 'column', title: say('Column'), kind: 'id' },
      { id: 'heading', title: say('Heading'), kind: 'title' },
      { id: 'field', title: say('Taken for'), kind: 'name' },
      { id: 'by', title: say('Known by'), kind: 'word' },
    ],
    rows,
  );

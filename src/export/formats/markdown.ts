import type { List, ListItem, PhrasingContent, RootContent, Table, TableRow } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { type Cell, type ExportDocument, mainSheet, type Row, type Sheet } from '../document.ts';
import { type Piece, rowBatches } from './pieces.ts';
import { cellLines, plainText } from './text.ts';

/**
 * The document as GitHub-flavoured Markdown: title, head as a list, a section for each sheet and in it one for each titled group.
 * Trees are built and the library writes them, so that markup in texts is text. Lines within cells are parted by `<br>`, the only HTML.
 */
export function* writeMarkdown(document: ExportDocument): Generator<Piece> {
  mainSheet(document);
  yield write([
    { type: 'heading', depth: 1, children: oneLine(document.title) },
    ...(document.head.length > 0 ? [head(document)] : []),
  ]);
  for (const sheet of document.sheets) yield* section(sheet);
}

/** Blocks, with an empty line between them and a line break at the end. */
function write(children: RootContent[]): string {
  return toMarkdown(
    { type: 'root', children },
    { bullet: '-', rule: '-', extensions: [gfmToMarkdown({ tablePipeAlign: false })] },
  );
}

function head(document: ExportDocument): List {
  const items = document.head.map(
    ({ label, value }): ListItem => ({
      type: 'listItem',
      children: [
        {
          type: 'paragraph',
          children: [
            { type: 'strong', children: oneLine(label) },
            { type: 'text', value: ': ' },
            ...oneLine(String(value)),
          ],
        },
      ],
    }),
  );
  return { type: 'list', ordered: false, spread: false, children: items };
}

function* section(sheet: Sheet): Generator<string> {
  yield `\n${write([{ type: 'heading', depth: 2, children: oneLine(sheet.name) }])}`;
  for (const { title, begins, rows } of rowBatches(sheet)) {
    const table = write([groupTable(sheet, rows)]);
    if (!begins) {
      yield withoutHeader(table);
    } else {
      const heading: RootContent = { type: 'heading', depth: 3, children: oneLine(title) };
      yield title === '' ? `\n${table}` : `\n${write([heading])}\n${table}`;
    }
  }
}

function groupTable(sheet: Sheet, rows: readonly Row[]): Table {
  return {
    type: 'table',
    align: sheet.columns.map(column => (column.kind === 'number' ? 'right' : null)),
    children: [
      tableRow(sheet.columns.map(column => oneLine(column.title))),
      ...rows.map(row => tableRow(sheet.columns.map((_, index) => cellContent(row[index])))),
    ],
  };
}

/** The lines below the first two: a table goes on. Every row is one line. */
function withoutHeader(table: string): string {
  const first = table.indexOf('\n') + 1;
  return table.slice(table.indexOf('\n', first) + 1);
}

function tableRow(cells: PhrasingContent[][]): TableRow {
  return { type: 'tableRow', children: cells.map(children => ({ type: 'tableCell', children })) };
}

function cellContent(cell: Cell): PhrasingContent[] {
  return cellLines(cell)
    .flatMap(line => line.split('\n'))
    .flatMap((line, index) => (index === 0 ? oneLine(line) : [{ type: 'html', value: '<br>' }, ...oneLine(line)]));
}

/** The text in one line: a line break would end the table's row or the heading. */
function oneLine(text: string): PhrasingContent[] {
  return [
    {
      type: 'text',
      value: plainText(text)
        .replace(/[ \t\n]+/g, ' ')
        .replace(/^ | $/g, ''),
    },
  ];
}

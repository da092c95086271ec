import type { List, ListItem, PhrasingContent, Root, RootContent, Table, TableRow } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { type Cell, type ExportDocument, groupsToShow, mainSheet, type RowGroup, type Sheet } from '../document.ts';
import { cellLines, plainText, utf8 } from './text.ts';

/**
 * The document as GitHub-flavoured Markdown: title, head as a list, a section for each sheet and in it one for each titled group.
 * A tree is built and the library writes it, so that markup in texts is text. Lines within cells are parted by `<br>`, the only HTML.
 */
export async function writeMarkdown(document: ExportDocument): Promise<Uint8Array> {
  mainSheet(document);
  const children: RootContent[] = [
    { type: 'heading', depth: 1, children: oneLine(document.title) },
    ...(document.head.length > 0 ? [head(document)] : []),
    ...document.sheets.flatMap(section),
  ];
  return utf8(write({ type: 'root', children }));
}

function write(tree: Root): string {
  return toMarkdown(tree, { bullet: '-', rule: '-', extensions: [gfmToMarkdown({ tablePipeAlign: false })] });
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

function section(sheet: Sheet): RootContent[] {
  const heading: RootContent = { type: 'heading', depth: 2, children: oneLine(sheet.name) };
  return [heading, ...groupsToShow(sheet).flatMap(group => groupSection(sheet, group))];
}

function groupSection(sheet: Sheet, group: RowGroup): RootContent[] {
  const table = groupTable(sheet, group);
  return group.title === '' ? [table] : [{ type: 'heading', depth: 3, children: oneLine(group.title) }, table];
}

function groupTable(sheet: Sheet, group: RowGroup): Table {
  return {
    type: 'table',
    align: sheet.columns.map(column => (column.kind === 'number' ? 'right' : null)),
    children: [
      tableRow(sheet.columns.map(column => oneLine(column.title))),
      ...group.rows.map(row => tableRow(sheet.columns.map((_, index) => cellContent(row[index])))),
    ],
  };
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

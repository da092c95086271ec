import type {
  BlockContent,
  List,
  ListItem,
  Table as MarkdownTable,
  PhrasingContent,
  RootContent,
  TableRow,
} from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import type {
  Block,
  Cell,
  Checklist,
  Document,
  Fact,
  Inline,
  Place,
  Point,
  Prose,
  Row,
  Table,
} from '../documents/blocks.ts';
import type { Format, WriteOptions } from './shared/format.ts';
import { type Piece, rowBatches } from './shared/pieces.ts';
import { forReaders } from './shared/readers.ts';
import { figureTable, refuseEmpty } from './shared/tables.ts';
import { cellLines, plainText } from './shared/text.ts';

export const format: Format = {
  id: 'md',
  label: 'Markdown',
  extension: 'md',
  mediaType: 'text/markdown;charset=utf-8;variant=GFM',
  isText: true,
  can: { write: 'all blocks', links: true, drawings: false },
  write: writeMarkdown,
};

type LinkTo = WriteOptions['linkTo'];

/**
 * The document as GitHub-flavoured Markdown: title, head as a list, a section for each table and in it one for each titled group.
 * Trees are built and the library writes them, so that markup in texts is text. Lines within cells are parted by `<br>`, the only HTML.
 */
function* writeMarkdown(given: Document, { linkTo }: WriteOptions): Generator<Piece> {
  refuseEmpty(given);
  const document = forReaders(given);
  yield write([
    { type: 'heading', depth: 1, children: oneLine(document.title) },
    ...(document.head.length > 0 ? [facts(document.head)] : []),
  ]);
  for (const block of document.blocks) yield* section(block, linkTo);
}

/** Blocks, with an empty line between them and a line break at the end. */
function write(children: RootContent[]): string {
  return toMarkdown(
    { type: 'root', children },
    { bullet: '-', rule: '-', extensions: [gfmToMarkdown({ tablePipeAlign: false })] },
  );
}

function* section(block: Block, linkTo: LinkTo): Generator<string> {
  switch (block.type) {
    case 'table':
      yield* table(block, linkTo);
      break;
    case 'figure':
      yield* table(figureTable(block), linkTo);
      break;
    case 'checklist':
      yield `\n${write(checklist(block, linkTo))}`;
      break;
    case 'heading':
      yield `\n${write([heading(block.level ?? 2, block.text)])}`;
      break;
    case 'facts':
      yield `\n${write([facts(block.facts)])}`;
      break;
    default:
      yield `\n${write(prose([block], linkTo))}`;
  }
}

const heading = (depth: 2 | 3 | 4, text: string): RootContent => ({ type: 'heading', depth, children: oneLine(text) });

const facts = (all: readonly Fact[]): List => ({
  type: 'list',
  ordered: false,
  spread: false,
  children: all.map(({ label, value }) =>
    item([{ type: 'strong', children: oneLine(label) }, { type: 'text', value: ': ' }, ...oneLine(String(value))]),
  ),
});

const item = (children: PhrasingContent[], more: BlockContent[] = []): ListItem => ({
  type: 'listItem',
  spread: false,
  children: [{ type: 'paragraph', children }, ...more],
});

function checklist({ title, summary, points }: Checklist, linkTo: LinkTo): RootContent[] {
  return [
    heading(2, title),
    { type: 'paragraph', children: [{ type: 'strong', children: oneLine(summary) }] },
    { type: 'list', ordered: false, spread: false, children: points.map(point => pointItem(point, linkTo)) },
  ];
}

function pointItem(point: Point, linkTo: LinkTo): ListItem {
  const { remarks: shown, more: rest } = point;
  const remarks = [
    ...shown.map(({ note, text, place, code }) =>
      item([
        ...(note ? oneText(`${note}: `) : []),
        ...placed(text, place, linkTo),
        ...(code ? [...oneText(' '), { type: 'inlineCode' as const, value: code }] : []),
      ]),
    ),
    ...(rest ? [item(oneText(rest))] : []),
  ];
  return item(
    [
      ...oneText(`${point.status.sign} `),
      ...placed(point.title, point.place, linkTo),
      ...oneText(` (${point.reference}): `),
      { type: 'strong', children: oneLine(point.status.word) },
      ...(point.details ? oneText(`; ${point.details}`) : []),
    ],
    remarks.length ? [{ type: 'list', ordered: false, spread: false, children: remarks }] : [],
  );
}

const placed = (words: string, place: Place | undefined, linkTo: LinkTo): PhrasingContent[] =>
  place && linkTo ? [{ type: 'link', url: linkTo(place), children: oneLine(words) }] : oneLine(words);

function prose(blocks: Prose, linkTo: LinkTo): BlockContent[] {
  return blocks.map((block): BlockContent => {
    if (block.type === 'paragraph') return { type: 'paragraph', children: inlines(block.content, linkTo) };
    return {
      type: 'list',
      ordered: block.start !== undefined,
      start: block.start ?? null,
      spread: false,
      children: block.items.map(blocksOf => ({ type: 'listItem', spread: false, children: prose(blocksOf, linkTo) })),
    };
  });
}

function inlines(content: readonly Inline[], linkTo: LinkTo): PhrasingContent[] {
  return content.flatMap((inline): PhrasingContent[] => {
    if (typeof inline === 'string') return oneText(inline);
    switch (inline.type) {
      case 'break':
        return [{ type: 'html', value: '<br>' }];
      case 'code':
        return [{ type: 'inlineCode', value: plainText(inline.text) }];
      case 'link': {
        const children = inlines(inline.content, linkTo);
        const url = 'url' in inline.to ? inline.to.url : linkTo?.(inline.to.place);
        return url === undefined ? children : [{ type: 'link', url, children }];
      }
      default:
        return [{ type: inline.type, children: inlines(inline.content, linkTo) }];
    }
  });
}

function* table(from: Table, linkTo: LinkTo): Generator<string> {
  const { level = 2 } = from;
  yield `\n${write([heading(level, from.title)])}`;
  for (const { title, begins, rows } of rowBatches(from)) {
    const text = write([groupTable(from, rows, linkTo)]);
    if (!begins) {
      yield withoutHeader(text);
    } else {
      yield title === '' ? `\n${text}` : `\n${write([heading(level === 2 ? 3 : 4, title)])}\n${text}`;
    }
  }
}

function groupTable({ columns }: Table, rows: readonly Row[], linkTo: LinkTo): MarkdownTable {
  return {
    type: 'table',
    align: columns.map(column => (column.kind === 'number' ? 'right' : null)),
    children: [
      tableRow(columns.map(column => oneLine(column.title))),
      ...rows.map(row => tableRow(columns.map((_, index) => cellContent(row[index], linkTo)))),
    ],
  };
}

/** The lines below the first two: a table goes on. Every row is one line. */
function withoutHeader(text: string): string {
  const first = text.indexOf('\n') + 1;
  return text.slice(text.indexOf('\n', first) + 1);
}

function tableRow(cells: PhrasingContent[][]): TableRow {
  return { type: 'tableRow', children: cells.map(children => ({ type: 'tableCell', children })) };
}

function cellContent(cell: Cell, linkTo: LinkTo): PhrasingContent[] {
  if (typeof cell === 'object' && 'type' in cell) {
    return cell.type === 'link' ? inlines([cell], linkTo) : joinedLines(proseLines(cell.blocks, linkTo));
  }
  return joinedLines(cellLines(cell).flatMap(line => line.split('\n').map(oneLine)));
}

/** A cell is one line, so the items of lists have their marks as text. */
function proseLines(blocks: Prose, linkTo: LinkTo): PhrasingContent[][] {
  return blocks.flatMap(block => {
    if (block.type === 'paragraph') return [inlines(block.content, linkTo)];
    return block.items.flatMap((blocksOf, index) => {
      const mark = block.start === undefined ? '• ' : `${block.start + index}. `;
      return proseLines(blocksOf, linkTo).map((line, y) => [...oneText(y === 0 ? mark : '  '), ...line]);
    });
  });
}

const joinedLines = (lines: readonly PhrasingContent[][]): PhrasingContent[] =>
  lines.flatMap((line, index) => (index === 0 ? line : [{ type: 'html', value: '<br>' }, ...line]));

/** The text in one line: a line break would end the table's row or the heading. */
function oneLine(text: string): PhrasingContent[] {
  return [{ type: 'text', value: spaced(text).replace(/^ | $/g, '') }];
}

/** The same for a part of a line. */
const oneText = (text: string): PhrasingContent[] => [{ type: 'text', value: spaced(text) }];

const spaced = (text: string): string => plainText(text).replace(/[ \t\n]+/g, ' ');

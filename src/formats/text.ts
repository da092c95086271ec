import { createColors } from 'picocolors';
import type { Block, Cell, Checklist, Document, Fact, Place, Point, Table, Tone } from '../documents/blocks.ts';
import { printable } from '../syntax/text/printable.ts';
import type { Format, WriteOptions } from './shared/format.ts';
import type { Piece } from './shared/pieces.ts';
import { forReaders } from './shared/readers.ts';
import { figureTable, refuseEmpty, toneOf } from './shared/tables.ts';
import { cellLines, proseText } from './shared/text.ts';

export const format: Format = {
  id: 'text',
  label: 'Plain text',
  extension: 'txt',
  mediaType: 'text/plain;charset=utf-8',
  isText: true,
  can: { write: 'all blocks', links: false, drawings: false },
  write: writeText,
};

/** A table wider than this, in characters, is written as a paragraph for each row. */
const widest = 120;

type Colors = ReturnType<typeof createColors>;

/** How a document is written at a terminal. */
interface Terminal {
  readonly colors: Colors;
  readonly where: (place: Place | undefined) => string;
}

/** The document for people at a terminal, or in a mail. Colours are added only where `color` says so; the words say it all without. */
function* writeText(given: Document, { color = false, nameOf }: WriteOptions): Generator<Piece> {
  refuseEmpty(given);
  const document = forReaders(given);
  const colors = createColors(color);
  const where = (place: Place | undefined): string => (place && nameOf ? printable(nameOf(place)) : '');
  yield lines([colors.bold(printable(document.title)), ...document.head.map(factLine)]);
  for (const block of document.blocks) yield* section(block, { colors, where });
}

const lines = (all: readonly string[]): string => all.map(line => `${line}\n`).join('');

const factLine = ({ label, value }: Fact): string => `${printable(label)}: ${printable(String(value))}`;

function* section(block: Block, terminal: Terminal): Generator<string> {
  switch (block.type) {
    case 'heading':
      yield `\n${lines([terminal.colors.bold(printable(block.text))])}`;
      break;
    case 'facts':
      yield `\n${lines(block.facts.map(factLine))}`;
      break;
    case 'checklist':
      yield `\n${lines(checklist(block, terminal))}`;
      break;
    case 'table':
      yield* table(block, terminal);
      break;
    case 'figure':
      yield* table(figureTable(block), terminal);
      break;
    default:
      yield `\n${lines(proseText([block]).split('\n').map(printable))}`;
  }
}

const paint = (colors: Colors, tone: Tone | undefined, words: string): string =>
  tone === undefined
    ? words
    : { good: colors.green, attention: colors.yellow, bad: colors.red, muted: colors.dim }[tone](words);

const checklist = ({ title, summary, points }: Checklist, terminal: Terminal): string[] => [
  terminal.colors.bold(printable(title)),
  printable(summary),
  ...points.flatMap(point => pointLines(point, terminal)),
];

function pointLines(point: Point, { colors, where }: Terminal): string[] {
  const { status, title, reference, details, place } = point;
  const { remarks: shown, more: rest } = point;
  const at = where(place);
  const first = `  ${paint(colors, status.tone, status.sign)} ${printable(title)} (${printable(reference)}): ${paint(colors, status.tone, printable(status.word))}`;
  return [
    `${first}${details ? `; ${printable(details)}` : ''}${at ? colors.dim(` ${at}`) : ''}`,
    ...shown.map(({ note, text: words, code, place: there }) => {
      const before = where(there);
      return `      ${before ? `${before}: ` : ''}${note ? `${printable(note)}: ` : ''}${printable(words)}${code ? colors.dim(` [${printable(code)}]`) : ''}`;
    }),
    ...(rest ? [`      ${rest}`] : []),
  ];
}

function* table(from: Table, terminal: Terminal): Generator<string> {
  const rows = from.groups.flatMap(group => group.rows);
  const widths = from.columns.map(({ title }, x) =>
    rows.reduce((longest, row) => Math.max(longest, oneLine(row[x]).length), title.length),
  );
  const isNarrow = widths.reduce((sum, width) => sum + width + 2, 0) <= widest;
  yield `\n${lines([terminal.colors.bold(printable(from.title))])}`;
  if (isNarrow) {
    const header = from.columns.map(({ title }, x) => printable(title).padEnd(widths[x] ?? 0));
    yield lines([terminal.colors.dim(`  ${header.join('  ').trimEnd()}`)]);
  }
  for (const { title, rows: own } of from.groups) {
    if (title !== '' && own.length) yield `\n${lines([terminal.colors.bold(printable(title))])}`;
    for (const row of own) yield isNarrow ? rowLine(from, row, widths, terminal) : rowParagraph(from, row, terminal);
  }
}

function rowLine(
  { columns }: Table,
  row: readonly Cell[],
  widths: readonly number[],
  { colors, where }: Terminal,
): string {
  const cells = columns.map((column, x) => {
    const words = oneLine(row[x]);
    const room = ' '.repeat(Math.max((widths[x] ?? 0) - words.length, 0));
    const painted = paint(colors, toneOf(column, row[x]), words);
    return column.kind === 'number' ? room + painted : painted + room;
  });
  const at = where(row.map(placeOf).find(place => place !== undefined));
  return lines([`  ${cells.join('  ').trimEnd()}${at ? colors.dim(`  ${at}`) : ''}`]);
}

/** The first cell as a heading, and each of the others that says something with its column's title. */
function rowParagraph({ columns }: Table, row: readonly Cell[], { colors }: Terminal): string {
  const parts = columns.slice(1).flatMap(({ title }, index) => {
    const [first, ...rest] = cellLines(row[index + 1])
      .flatMap(line => line.split('\n'))
      .map(printable);
    return first === undefined ? [] : [`  ${printable(title)}: ${first}`, ...rest.map(line => `    ${line}`)];
  });
  return `\n${lines([colors.bold(oneLine(row[0])), ...parts])}`;
}

const oneLine = (cell: Cell): string => printable(cellLines(cell).join('; ').replace(/\s+/g, ' '));

const placeOf = (cell: Cell): Place | undefined =>
  typeof cell === 'object' && 'type' in cell && cell.type === 'link' && 'place' in cell.to ? cell.to.place : undefined;

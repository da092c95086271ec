/** The blocks of a document on the pages of a PDF. */
import type { Block, Checklist, Document, Fact, Level, Point } from '../../documents/blocks.ts';
import { drawnOrTable } from '../shared/figures.ts';
import type { WriteOptions } from '../shared/format.ts';
import { plainText } from '../shared/text.ts';
import { soft, toneColours } from '../shared/tones.ts';
import { drawingRoom, figureHeight, writeFigure } from './figures.ts';
import { type Run, runsOf, type TextBlock, textBlocks } from './lines.ts';
import { bodyLook, type Element, headingHeight, headingSizes, lineHeight, type PdfPages } from './pages.ts';
import { factHeight, tableBeginning, writeFacts, writeTable } from './tables.ts';

type LinkTo = WriteOptions['linkTo'];

/** In points. */
const titleSize = 22;

export function writeBlocks(document: Document, pages: PdfPages, linkTo: LinkTo): void {
  pages.title(oneLine(document.title), titleSize, factHeight);
  if (document.head.length) writeFacts(pages, document.head);
  const room = drawingRoom(pages);
  const blocks = document.blocks.map(block => drawnOrTable(block, room));
  for (const [at, block] of blocks.entries())
    writeBlock(block, pages, linkTo, () => beginningOf(blocks, at + 1, pages, linkTo));
}

/** How much a block needs of a page to begin there, in points: a heading, with what it is above. */
function beginningOf(blocks: readonly Block[], at: number, pages: PdfPages, linkTo: LinkTo): number {
  const block = blocks[at];
  switch (block?.type) {
    case undefined:
      return 0;
    case 'heading':
      return headingHeight(headingSizes[block.level ?? 2]) + beginningOf(blocks, at + 1, pages, linkTo);
    case 'facts':
      return factHeight;
    case 'table':
      return headingHeight(headingSizes[block.level ?? 2]) + tableBeginning(pages, block, linkTo);
    case 'figure':
      return headingHeight(headingSizes[2]) + figureHeight(pages, block);
    default:
      return 2 * lineHeight(bodyLook.size);
  }
}

const oneLine = (text: string): string => plainText(text).replace(/\s+/g, ' ');

const headingOf = (pages: PdfPages, text: string, following: number, level: Level = 2): void =>
  pages.heading(oneLine(text), level, headingSizes[level], following);

/** @param following how much the blocks after it need to begin, in points */
function writeBlock(block: Block, pages: PdfPages, linkTo: LinkTo, following: () => number): void {
  switch (block.type) {
    case 'heading':
      headingOf(pages, block.text, following(), block.level);
      break;
    case 'facts':
      writeFacts(pages, block.facts satisfies readonly Fact[]);
      break;
    case 'checklist':
      writeChecklist(block, pages, linkTo);
      break;
    case 'table':
      headingOf(pages, block.title, tableBeginning(pages, block, linkTo), block.level);
      writeTable(pages, block, linkTo);
      break;
    case 'figure':
      headingOf(pages, block.title, figureHeight(pages, block));
      writeFigure(pages, block);
      break;
    default:
      writeText(textBlocks([block], bodyLook, linkTo), pages);
  }
}

/** Paragraphs, and the items of a list in a list. */
function writeText(blocks: readonly TextBlock[], pages: PdfPages): void {
  let list: Element | undefined;
  for (const block of blocks) {
    if (block.mark === undefined) {
      list = undefined;
      pages.paragraph(block);
    } else {
      list ??= pages.element('L');
      pages.paragraph(block, 'LBody', pages.element('LI', list));
    }
  }
}

function writeChecklist({ title, summary, points }: Checklist, pages: PdfPages, linkTo: LinkTo): void {
  headingOf(pages, title, 3 * lineHeight(bodyLook.size));
  pages.paragraph({ runs: [{ text: plainText(summary), look: { ...bodyLook, bold: true } }], indent: 0 });
  const list = pages.element('L');
  const item = (runs: readonly Run[], level: number): void =>
    pages.paragraph({ runs, indent: (level + 1) * 12, mark: '•' }, 'LBody', pages.element('LI', list));
  for (const point of points) {
    item(pointRuns(point, linkTo), 0);
    const { remarks: shown, more: rest } = point;
    for (const { note, text, place, code } of shown) {
      item(
        [
          ...(note ? [{ text: plainText(`${note}: `), look: bodyLook }] : []),
          ...placed(text, place, linkTo),
          ...(code ? [{ text: plainText(` ${code}`), look: { ...bodyLook, color: soft } }] : []),
        ],
        1,
      );
    }
    if (rest) item([{ text: rest, look: bodyLook }], 1);
  }
}

const placed = (text: string, place: Point['place'], linkTo: LinkTo): Run[] =>
  runsOf([place ? { type: 'link', to: { place }, content: [text] } : text], bodyLook, linkTo);

const pointRuns = ({ status, title, reference, details, place }: Point, linkTo: LinkTo): Run[] => [
  ...placed(title, place, linkTo),
  { text: plainText(` (${reference}): `), look: { ...bodyLook, color: soft } },
  { text: plainText(status.word), look: { ...bodyLook, bold: true, color: toneColours[status.tone].text } },
  ...(details ? [{ text: plainText(`; ${details}`), look: bodyLook }] : []),
];

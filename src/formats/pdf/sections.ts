/** The blocks of a document on the pages of a PDF. */
import type { Block, Checklist, Document, Fact, Point } from '../../documents/blocks.ts';
import type { WriteOptions } from '../shared/format.ts';
import { printTable } from '../shared/print.ts';
import { plainText } from '../shared/text.ts';
import { soft, toneColours } from '../shared/tones.ts';
import { type Run, runsOf, type TextBlock, textBlocks } from './lines.ts';
import { bodyLook, type Element, type PdfPages } from './pages.ts';
import { writeFacts, writeTable } from './tables.ts';

type LinkTo = WriteOptions['linkTo'];

/** In points. */
const titleSize = 22;
const headingSize = 14;

export function writeBlocks(document: Document, pages: PdfPages, linkTo: LinkTo): void {
  pages.heading(oneLine(document.title), 1, titleSize);
  if (document.head.length) writeFacts(pages, document.head);
  for (const block of document.blocks) writeBlock(block, pages, linkTo);
}

const oneLine = (text: string): string => plainText(text).replace(/\s+/g, ' ');

function writeBlock(block: Block, pages: PdfPages, linkTo: LinkTo): void {
  switch (block.type) {
    case 'heading':
      pages.heading(oneLine(block.text), 2, headingSize);
      break;
    case 'facts':
      writeFacts(pages, block.facts satisfies readonly Fact[]);
      break;
    case 'checklist':
      writeChecklist(block, pages, linkTo);
      break;
    case 'table':
    case 'figure': {
      const table = printTable(block);
      if (!table) break;
      pages.heading(oneLine(table.title), 2, headingSize);
      writeTable(pages, table, linkTo);
      break;
    }
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
  pages.heading(oneLine(title), 2, headingSize);
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

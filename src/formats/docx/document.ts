/** A document as the library's description of a Word document. */
import {
  AlignmentType,
  Footer,
  Header,
  HeadingLevel,
  PageNumber,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
  TabStopType,
  TextRun,
  Document as WordDocument,
  type Table as WordTable,
} from 'docx';
import type { Block, Checklist, Document, Level, Point } from '../../documents/blocks.ts';
import { accentOf } from '../shared/branding.ts';
import type { WriteOptions } from '../shared/format.ts';
import { marginTexts, orientationOf } from '../shared/print.ts';
import { plainText } from '../shared/text.ts';
import { ink, soft, toneColours } from '../shared/tones.ts';
import { figureParts } from './figures.ts';
import { logoLine } from './logo.ts';
import { type LinkTo, placed, prose, runs } from './prose.ts';
import { factTable, gridTable, type Page } from './tables.ts';

/** In twentieths of a point: A4 and its margins. */
const short = 11906;
const long = 16838;
const margin = { side: 850, top: 1134, bottom: 1134 };

const font = 'Calibri';

/** What Word shows as properties of the file. */
export function properties(document: Document) {
  const title = plainText(document.title);
  const organisation = plainText(String(document.head.find(({ id }) => id === 'organisation')?.value ?? ''));
  return {
    title,
    subject: title,
    creator: organisation,
    lastModifiedBy: organisation,
    description: document.head.map(({ label, value }) => plainText(`${label}: ${value}`)).join('\n'),
  };
}

export type { Page } from './tables.ts';

/** What only whoever writes the document knows. */
export type WordOptions = Pick<WriteOptions, 'linkTo' | 'branding'>;

/** Labels and values of the head. */
export const headTable = (document: Document, { width }: Pick<Page, 'width'>): WordTable[] =>
  document.head.length ? [factTable(document.head, width)] : [];

/** All blocks of a document. */
export const bodyOf = (document: Document, page: Page, linkTo: LinkTo): (Paragraph | WordTable)[] =>
  document.blocks.flatMap(block => section(block, page, linkTo));

export function wordDocument(document: Document, { linkTo, branding }: WordOptions): WordDocument {
  const accent = accentOf(branding);
  const orientation = orientationOf(document);
  const width = (orientation === 'landscape' ? long : short) - 2 * margin.side;
  return new WordDocument({
    ...properties(document),
    styles: styles(document.wording?.language ?? 'en', accent),
    sections: [
      {
        properties: {
          page: {
            // The library turns the sizes itself.
            size: {
              width: short,
              height: long,
              orientation: orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: {
              left: margin.side,
              right: margin.side,
              top: margin.top,
              bottom: margin.bottom,
              header: 500,
              footer: 500,
            },
          },
        },
        headers: { default: pageHeader(document, width) },
        footers: { default: pageFooter(document, width) },
        children: [
          ...logoLine(branding?.logo),
          new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(plainText(document.title))] }),
          ...headTable(document, { width }),
          ...bodyOf(document, { orientation, width, accent }, linkTo),
        ],
      },
    ],
  });
}

const styles = (language: string, accent: string): ConstructorParameters<typeof WordDocument>[0]['styles'] => ({
  default: {
    document: {
      run: { font, size: 20, color: ink, language: { value: language } },
      paragraph: { spacing: { after: 80 } },
    },
    title: { run: { font, size: 44, bold: true, color: accent }, paragraph: { spacing: { after: 240 } } },
    heading1: {
      run: { font, size: 28, bold: true, color: accent },
      paragraph: { spacing: { before: 320, after: 120 }, keepNext: true },
    },
    heading2: {
      run: { font, size: 24, bold: true, color: accent },
      paragraph: { spacing: { before: 240, after: 80 }, keepNext: true },
    },
    listParagraph: { run: { font } },
    hyperlink: { run: { color: '1F4E9E', underline: {} } },
  },
});

const small = (text: string): TextRun => new TextRun({ text, size: 16, color: soft });

const tabbed = (width: number, children: ParagraphChild[]): Paragraph =>
  new Paragraph({ tabStops: [{ type: TabStopType.RIGHT, position: width }], children });

function pageHeader(document: Document, width: number): Header {
  const { left, right } = marginTexts(document);
  return new Header({ children: [tabbed(width, [small(left), small(`\t${right}`)])] });
}

function pageFooter(document: Document, width: number): Footer {
  const { below } = marginTexts(document);
  const number = new TextRun({
    size: 16,
    color: soft,
    children: ['\t', PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
  });
  return new Footer({ children: [tabbed(width, [small(below), number])] });
}

/** The title has a style of its own, so that headings of level 2 are the first ones. */
const heading = (text: string, level: Level = 2): Paragraph =>
  new Paragraph({
    heading: level === 2 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
    children: [new TextRun(plainText(text).replaceAll('\n', ' '))],
  });

function section(block: Block, page: Page, linkTo: LinkTo): (Paragraph | WordTable)[] {
  switch (block.type) {
    case 'heading':
      return [heading(block.text, block.level)];
    case 'facts':
      // Two tables in a row would be one.
      return [factTable(block.facts, page.width), new Paragraph({})];
    case 'checklist':
      return checklist(block, linkTo);
    case 'table':
      return [heading(block.title, block.level), gridTable(block, page, linkTo), new Paragraph({})];
    case 'figure':
      return [heading(block.title), ...figureParts(block, page.width)];
    default:
      return prose([block], linkTo);
  }
}

const checklist = ({ title, summary, points }: Checklist, linkTo: LinkTo): Paragraph[] => [
  heading(title),
  new Paragraph({ children: runs(summary, { bold: true }) }),
  ...points.flatMap(point => pointParagraphs(point, linkTo)),
];

function pointParagraphs(point: Point, linkTo: LinkTo): Paragraph[] {
  const { remarks: shown, more: rest } = point;
  const { status, title, reference, details, place } = point;
  const remark = (children: ParagraphChild[]): Paragraph => new Paragraph({ bullet: { level: 1 }, children });
  return [
    new Paragraph({
      bullet: { level: 0 },
      alignment: AlignmentType.LEFT,
      children: [
        ...placed(title, place, linkTo),
        ...runs(` (${reference}): `, { color: soft }),
        ...runs(status.word, { bold: true, color: toneColours[status.tone].text }),
        ...(details ? runs(`; ${details}`) : []),
      ],
    }),
    ...shown.map(({ note, text, place: at, code }) =>
      remark([
        ...(note ? runs(`${note}: `) : []),
        ...placed(text, at, linkTo),
        ...(code ? runs(` ${code}`, { color: soft }) : []),
      ]),
    ),
    ...(rest ? [remark(runs(rest))] : []),
  ];
}

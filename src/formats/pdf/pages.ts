/** The pages of a PDF: where the next line goes, which font has which sign, and what is said of it to those who have it read to them. */
import PDFDocument from 'pdfkit';
import type { Document, Level } from '../../documents/blocks.ts';
import { sayIn } from '../../wording/wording.ts';
import { accentOf, type Branding, logoSize } from '../shared/branding.ts';
import { joinedBytes } from '../shared/pieces.ts';
import { fileTitle, marginTexts, type Orientation, orientationOf } from '../shared/print.ts';
import { plainText } from '../shared/text.ts';
import { ink, soft } from '../shared/tones.ts';
import { isoDay } from '../xlsx/values.ts';
import { Fonts } from './fonts.ts';
import { breakLines, type Line, type Look, type TextBlock } from './lines.ts';
import { PngImage } from './png-image.ts';

/** In points. */
const margin = { side: 40, top: 56, bottom: 52 };
const lineFactor = 1.36;

export const bodyLook: Look = { color: ink, size: 10 };

type Pdf = InstanceType<typeof PDFDocument>;
export type Element = PDFKit.PDFStructureElement;

const dayUnknown = '2000-01-01';

/** What is left free below, in points, and above a heading, by its size. */
const gaps = { paragraph: 4, heading: 2 };
const gapFactor = 0.7;

/** Between the title and the logo, and between the texts of a page's margin, in points. */
const logoGap = 24;
const marginGap = 16;

export const lineHeight = (size: number): number => size * lineFactor;

/** Of headings within the document by their levels, in points. */
export const headingSizes = { 2: 14, 3: 11 } as const;

/** How much a heading of one line takes of a page, in points. */
export const headingHeight = (size: number): number =>
  size * gapFactor + lineHeight(size) + gaps.paragraph + gaps.heading;

export class PdfPages {
  readonly orientation: Orientation;
  readonly left = margin.side;
  readonly width: number;
  /** The colour of headings and heads of tables. */
  readonly accent: string;
  /** Where the next line begins, in points from the top. */
  y = margin.top;
  private readonly pdf: Pdf;
  private readonly fonts: Fonts;
  private readonly root: Element;
  private readonly document: Document;
  private readonly branding: Branding | undefined;
  /** The entry of the last heading of level 2 among the bookmarks. */
  private part: PDFKit.PDFOutline | undefined;
  private readonly chunks: Uint8Array[] = [];
  private readonly ended: Promise<void>;

  constructor(document: Document, branding?: Branding) {
    this.document = document;
    this.branding = branding;
    this.accent = accentOf(branding);
    this.orientation = orientationOf(document);
    const day = isoDay(document.asOf ?? dayUnknown) ?? new Date(`${dayUnknown}T00:00:00Z`);
    const organisation = String(document.head.find(({ id }) => id === 'organisation')?.value ?? '');
    this.pdf = new PDFDocument({
      size: 'A4',
      layout: this.orientation,
      margins: { left: margin.side, right: margin.side, top: margin.top, bottom: margin.bottom },
      bufferPages: true,
      pdfVersion: '1.7',
      tagged: true,
      displayTitle: true,
      lang: document.wording?.language ?? 'en',
      // The fonts of the file are embedded; the library's own are not.
      font: null as unknown as string,
      info: {
        Title: fileTitle(document),
        Author: organisation,
        Subject: document.title,
        Creator: 'ISMS as code',
        Producer: 'ISMS as code',
        CreationDate: day,
        ModDate: day,
      },
    });
    this.ended = new Promise((resolve, reject) => {
      this.pdf.on('data', (chunk: Uint8Array) => this.chunks.push(chunk));
      this.pdf.on('end', resolve);
      this.pdf.on('error', reject);
    });
    this.width = this.pdf.page.width - 2 * margin.side;
    this.fonts = new Fonts(this.pdf);
    this.root = this.pdf.struct('Document');
    this.pdf.addStructure(this.root);
  }

  /** Where lines end, in points from the top. */
  get bottom(): number {
    return this.pdf.page.height - margin.bottom;
  }

  /** How much of a fresh page is free, in points. */
  get room(): number {
    return this.bottom - margin.top;
  }

  readonly measure = (text: string, look: Look): number => this.fonts.measure(text, look);

  lines(block: TextBlock, width: number): Line[] {
    return breakLines(block, width, this.measure);
  }

  /** An element of the document's structure; `words` stand for what cannot be read. */
  element(tag: string, parent = this.root, attributes?: Record<string, unknown>, words?: string): Element {
    const element = this.pdf.struct(tag, words === undefined ? {} : { alt: words });
    if (attributes)
      (element as unknown as { dictionary: { data: object } }).dictionary.data = {
        ...(element as unknown as { dictionary: { data: object } }).dictionary.data,
        A: attributes,
      };
    parent.add(element);
    return element;
  }

  /** An element that is seen only; `words` say what it shows. Its place is in points from the top left. */
  figure(words: string, { x, y, width, height }: { x: number; y: number; width: number; height: number }): Element {
    const foot = this.pdf.page.height - y - height;
    return this.element(
      'Figure',
      this.root,
      { O: 'Layout', Placement: 'Block', BBox: [x, foot, x + width, foot + height] },
      words,
    );
  }

  /** Draws what belongs to an element, on one page. */
  content(element: Element, tag: string, draw: () => void): void {
    const content = this.pdf.markStructureContent(tag);
    draw();
    this.pdf.endMarkedContent();
    element.add(content);
  }

  /** Draws what is only there to be seen. */
  artifact(draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
    this.pdf.markContent('Artifact', { type });
    draw();
    this.pdf.endMarkedContent();
  }

  newPage(): void {
    this.pdf.addPage();
    this.y = margin.top;
  }

  /** Goes to a new page unless so much room is left on this one. */
  ensure(height: number): void {
    if (this.y + height > this.bottom && this.y > margin.top) this.newPage();
  }

  /** A line at a place; right-aligned where a room is given for it. */
  drawLine({ runs, indent, width }: Line, x: number, y: number, alignedIn?: number): void {
    let at = alignedIn === undefined ? x + indent : x + Math.max(alignedIn - width, 0);
    for (const { text, look, width: runWidth } of runs) {
      this.fonts.draw(text, look, at, y);
      if (look.link !== undefined && text.trim() !== '') {
        this.pdf.link(at, y, runWidth, lineHeight(look.size), look.link, { Contents: new String(text) } as object);
      }
      at += runWidth;
    }
  }

  /** @param gap how much of its edges is white, in points, so that neighbours are told apart */
  rectangle(x: number, y: number, width: number, height: number, color: string, gap = 0): void {
    this.pdf
      .save()
      .rect(x + gap, y + gap, Math.max(width - 2 * gap, 0), Math.max(height - 2 * gap, 0))
      .fill(`#${color}`)
      .restore();
  }

  rule(x: number, y: number, width: number, color: string, thickness = 0.5): void {
    this.pdf
      .save()
      .lineWidth(thickness)
      .moveTo(x, y)
      .lineTo(x + width, y)
      .stroke(`#${color}`)
      .restore();
  }

  /** The title of the document, and beside it the logo, where there is one. It stays with what follows it, which needs so many points to begin. */
  title(text: string, size: number, following: number): void {
    const logo = this.branding?.logo;
    if (!logo) {
      this.heading(text, 1, size, following);
      return;
    }
    const { width, height } = logoSize(logo);
    const top = this.y;
    const figure = this.figure(plainText(logo.words), { x: this.left + this.width - width, y: top, width, height });
    this.content(figure, 'Figure', () => {
      // The library takes images and bytes as well as the names of files that its types speak of.
      const image = (logo.type === 'png' ? new PngImage(logo.bytes) : logo.bytes) as unknown as string;
      this.pdf.image(image, this.left + this.width - width, top, { width, height });
    });
    this.heading(text, 1, size, following, this.width - width - logoGap);
    this.y = Math.max(this.y, top + height + gaps.paragraph);
  }

  /** A paragraph or heading, over as many pages as it takes. */
  paragraph(block: TextBlock, tag = 'P', parent?: Element, width = this.width): void {
    const element = this.element(tag, parent);
    const lines = this.lines(block, width);
    const height = lineHeight(block.runs[0]?.look.size ?? bodyLook.size);
    for (let next = 0; next < lines.length; ) {
      // Neither the first nor the last of several lines stands alone.
      this.ensure(height * Math.min(lines.length - next, 2));
      const fit = Math.max(Math.floor((this.bottom - this.y) / height), 1);
      const isLastAlone = next + fit === lines.length - 1 && fit > 2;
      const here = lines.slice(next, next + (isLastAlone ? fit - 1 : fit));
      this.content(element, tag, () => {
        for (const [index, line] of here.entries()) this.drawLine(line, this.left, this.y + index * height);
      });
      this.y += here.length * height;
      next += here.length;
    }
    this.y += gaps.paragraph;
  }

  /** A heading. It stays with what follows it, which needs so many points to begin. */
  heading(text: string, level: 1 | Level, size: number, following: number, width?: number): void {
    this.y += this.y > margin.top ? size * gapFactor : 0;
    this.ensure(headingHeight(size) + following);
    if (level === 3) (this.part ?? this.pdf.outline).addItem(text);
    else this.part = this.pdf.outline.addItem(text);
    const look: Look = { color: this.accent, size, bold: true };
    this.paragraph({ runs: [{ text, look }], indent: 0 }, `H${level}`, undefined, width);
    this.y += gaps.heading;
  }

  /** The whole file. Nothing can be added afterwards. */
  async finish(): Promise<Uint8Array> {
    this.missingSigns();
    this.pageMargins();
    this.pdf.end();
    await this.ended;
    return joinedBytes(this.chunks);
  }

  private missingSigns(): void {
    const { missing } = this.fonts;
    if (missing === 0) return;
    const text = sayIn(this.document.wording)(
      '{0} characters of this document have no sign in the fonts of this file and are shown as \uFFFD. HTML, Word and Markdown show them.',
      missing,
    );
    this.paragraph({ runs: [{ text, look: { ...bodyLook, color: soft } }], indent: 0 });
  }

  private pageMargins(): void {
    const { left, right, below } = marginTexts(this.document);
    const look: Look = { color: soft, size: 8 };
    const line = (text: string, room: number): Line =>
      this.lines({ runs: [{ text: this.shortened(text, look, room), look }], indent: 0 }, 10_000)[0] as Line;
    // The title gives way where both are long, but never more than to its half.
    const organisation = line(right, this.width / 2);
    const title = line(left, this.width - organisation.width - marginGap);
    const { start, count } = this.pdf.bufferedPageRange();
    for (let page = start; page < start + count; page++) {
      this.pdf.switchToPage(page);
      const top = 26;
      const foot = this.pdf.page.height - 36;
      const number = line(`${page - start + 1} / ${count}`, this.width);
      this.artifact(() => {
        this.drawLine(title, this.left, top);
        this.drawLine(organisation, this.left, top, this.width);
        this.drawLine(line(below, this.width - number.width - marginGap), this.left, foot);
        this.drawLine(number, this.left, foot, this.width);
      }, 'Pagination');
    }
  }

  /** As much of a text as there is room for, in points, with a sign for the rest. */
  private shortened(text: string, look: Look, room: number): string {
    if (this.measure(text, look) <= room) return text;
    const signs = [...text];
    while (signs.length && this.measure(`${signs.join('').trimEnd()}…`, look) > room) signs.pop();
    return `${signs.join('').trimEnd()}…`;
  }
}

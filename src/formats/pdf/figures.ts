/** Figures of a PDF: the drawing that pages of HTML show, in the colours of paper, said in words for those who have it read to them. */
import type { Figure, Tone } from '../../documents/blocks.ts';
import { figureDrawing } from '../../drawing/figure.ts';
import { type Extent, extentOf, type Shape } from '../../drawing/shape.ts';
import { plainText } from '../shared/text.ts';
import { band, ink, shadedGround, soft, toneColours } from '../shared/tones.ts';
import type { Look } from './lines.ts';
import { headingHeight, headingSizes, type PdfPages } from './pages.ts';

/** In points: nobody reads smaller letters on paper; and the largest, which stand beside texts of 10 points. */
const letters = { least: 7.5, most: 9.5 };
/** In units of a drawing: how high letters are, and how far their foot is below their top, as a share. */
const [labelSize, strongSize, foot] = [13, 16, 1.07];
const below = 6;

/** How large a drawing may be for its letters to be read on a page of its own. */
export const drawingRoom = ({ width, room }: PdfPages): Extent => ({
  width: (width * labelSize) / letters.least,
  height: ((room - headingHeight(headingSizes[2]) - below) * labelSize) / letters.least,
});

/** A drawing, and how many points a unit of it is. */
interface Scaled {
  readonly shape: Shape;
  readonly scale: number;
}

function scaled(pages: PdfPages, figure: Figure): Scaled | undefined {
  const shape = figureDrawing(figure, drawingRoom(pages));
  if (!shape) return undefined;
  const { width, height } = extentOf(shape);
  const [least, most] = [letters.least / labelSize, letters.most / labelSize];
  // A tall one takes a part of a page, if it can be read then: what it is about has to find room there, too.
  return { shape, scale: Math.min(pages.width / width, most, Math.max(pages.room / 5 / height, least)) };
}

/** How much of a page a figure takes, in points. */
export function figureHeight(pages: PdfPages, figure: Figure): number {
  const drawn = scaled(pages, figure);
  return drawn ? extentOf(drawn.shape).height * drawn.scale + below : 0;
}

/** Draws a figure that finds room on a page; nothing where it does not. */
export function writeFigure(pages: PdfPages, figure: Figure): void {
  const drawn = scaled(pages, figure);
  if (!drawn) return;
  const { shape, scale } = drawn;
  const { width, height } = extentOf(shape);
  const [left, top] = [pages.left, pages.y];
  const element = pages.figure(plainText(String(shape.attributes['aria-label'])), {
    x: left,
    y: top,
    width: width * scale,
    height: height * scale,
  });
  pages.content(element, 'Figure', () => {
    for (const child of shape.children) if (typeof child !== 'string') draw(pages, child, { left, top, scale });
  });
  pages.y = top + height * scale + below;
}

interface Place {
  readonly left: number;
  readonly top: number;
  readonly scale: number;
}

function draw(pages: PdfPages, { tag, attributes, children }: Shape, { left, top, scale }: Place): void {
  const at = (name: string): number => Number(attributes[name] ?? 0) * scale;
  const name = String(attributes.class ?? '');
  if (tag === 'rect') pages.rectangle(left + at('x'), top + at('y'), at('width'), at('height'), groundOf(name), scale);
  if (tag !== 'text') return;
  const isStrong = name === 'strong';
  const look: Look = {
    color: name === 'axis' ? soft : ink,
    size: (isStrong ? strongSize : labelSize) * scale,
    ...(isStrong && { bold: true }),
  };
  const words = plainText(children.filter(child => typeof child === 'string').join('')).replace(/\s+/g, ' ');
  const width = pages.measure(words, look);
  const anchor = attributes['text-anchor'];
  const before = anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0;
  const line = { runs: [{ text: words, look, width }], indent: 0, width };
  pages.drawLine(line, left + at('x') - before, top + at('y') - look.size * foot);
}

/** The ground of a box by its class, such as `attention` or `attention shade-1`. */
function groundOf(name: string): string {
  const [tone = '', shade] = name.split(' shade-');
  return Object.hasOwn(toneColours, tone) ? shadedGround(tone as Tone, Number(shade ?? 0)) : band;
}

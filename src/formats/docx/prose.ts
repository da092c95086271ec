/** Texts as paragraphs and runs of a Word document. */
import { ExternalHyperlink, type IRunOptions, Paragraph, type ParagraphChild, TextRun } from 'docx';
import type { Inline, Place, Prose } from '../../documents/blocks.ts';
import type { WriteOptions } from '../shared/format.ts';
import { plainText } from '../shared/text.ts';

export type LinkTo = WriteOptions['linkTo'];

/** What runs may look like beside their text. */
export type Look = Pick<IRunOptions, 'bold' | 'italics' | 'color' | 'size' | 'style'>;

/** A text with its line breaks. */
export const runs = (text: string, look: Look = {}): TextRun[] =>
  plainText(text)
    .split('\n')
    .map((line, index) => new TextRun({ ...look, text: line, ...(index > 0 && { break: 1 }) }));

/** Words that lead to a place of the sources, if it has an address. */
export const placed = (words: string, place: Place | undefined, linkTo: LinkTo): ParagraphChild[] =>
  place && linkTo ? [link(linkTo(place), runs(words, linkLook))] : runs(words);

const linkLook: Look = { style: 'Hyperlink' };

const link = (address: string, children: ParagraphChild[]): ExternalHyperlink =>
  new ExternalHyperlink({ link: address, children });

export function inlines(all: readonly Inline[], linkTo: LinkTo, look: Look = {}): ParagraphChild[] {
  return all.flatMap((inline): ParagraphChild[] => {
    if (typeof inline === 'string') return runs(inline, look);
    switch (inline.type) {
      case 'break':
        return [new TextRun({ break: 1 })];
      case 'code':
        return [new TextRun({ ...look, text: plainText(inline.text), font: 'Consolas' })];
      case 'link': {
        const address = 'url' in inline.to ? inline.to.url : linkTo?.(inline.to.place);
        if (address === undefined) return inlines(inline.content, linkTo, look);
        return [link(address, inlines(inline.content, linkTo, { ...look, ...linkLook }))];
      }
      default:
        return inlines(inline.content, linkTo, {
          ...look,
          ...(inline.type === 'strong' ? { bold: true } : { italics: true }),
        });
    }
  });
}

/** In twentieths of a point: a step of a list. */
const step = 360;

/** Prose as paragraphs. Numbers of lists are texts, as they may begin anywhere; other items are those of a list. */
export function prose(blocks: Prose, linkTo: LinkTo, look: Look = {}, level = 0): Paragraph[] {
  return blocks.flatMap(block => {
    if (block.type === 'paragraph') {
      const indent = level > 0 ? { indent: { left: level * step } } : {};
      return [new Paragraph({ ...indent, children: inlines(block.content, linkTo, look) })];
    }
    return block.items.flatMap((item, index) => {
      const [first, ...rest] = item;
      const mark = block.start === undefined ? undefined : `${block.start + index}. `;
      const begins = first?.type === 'paragraph';
      const children = [
        ...(mark === undefined ? [] : runs(mark, look)),
        ...(begins ? inlines(first.content, linkTo, look) : []),
      ];
      const own =
        mark === undefined
          ? new Paragraph({ bullet: { level: Math.min(level, 8) }, children })
          : new Paragraph({ indent: { left: (level + 1) * step, hanging: step }, children });
      return [own, ...prose(begins ? rest : item, linkTo, look, level + 1)];
    });
  });
}

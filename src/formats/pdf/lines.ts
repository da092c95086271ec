/** Texts as lines that fit a width: what is drawn knows nothing of words. */
import type { Inline, Prose } from '../../documents/blocks.ts';
import type { WriteOptions } from '../shared/format.ts';
import { plainText } from '../shared/text.ts';

/** What a stretch of text looks like. */
export interface Look {
  readonly bold?: boolean;
  readonly oblique?: boolean;
  /** `1F2937`. */
  readonly color: string;
  /** In points. */
  readonly size: number;
  readonly link?: string;
}

export interface Run {
  readonly text: string;
  readonly look: Look;
}

/** Stretches in one line, each beginning where the one before ends. */
export interface Line {
  readonly runs: readonly (Run & { readonly width: number })[];
  /** From the left edge, in points. */
  readonly indent: number;
  readonly width: number;
}

/** A paragraph, or the item of a list. */
export interface TextBlock {
  readonly runs: readonly Run[];
  /** In points. */
  readonly indent: number;
  /** What stands before the first line, such as `•`. */
  readonly mark?: string;
}

/** How wide a text is, in points. */
export type Measure = (text: string, look: Look) => number;

/** In points: what sums of widths may be off, so that a word still stands in a column that is made for it. */
const rounding = 0.01;

/** The lines of a paragraph: broken between words, and within words that are wider than a line. Line feeds are line breaks. */
export function breakLines({ runs, indent, mark }: TextBlock, width: number, measure: Measure): Line[] {
  const room = Math.max(width - indent, 20) + rounding;
  const lines: Line[] = [];
  let line: (Run & { width: number })[] = [];
  let used = 0;
  const end = (): void => {
    lines.push({ runs: line, indent, width: used });
    line = [];
    used = 0;
  };
  const add = (text: string, look: Look, textWidth: number): void => {
    const last = line.at(-1);
    if (last && last.look === look)
      line[line.length - 1] = { text: last.text + text, look, width: last.width + textWidth };
    else line.push({ text, look, width: textWidth });
    used += textWidth;
  };
  for (const { text, look } of runs) {
    for (const [index, part] of text.split('\n').entries()) {
      if (index > 0) end();
      for (const word of part.match(/\s+|\S+/g) ?? []) {
        const isBlank = /^\s/.test(word);
        if (isBlank && line.length === 0) continue;
        const wordWidth = measure(word, look);
        if (used + wordWidth <= room) {
          add(word, look, wordWidth);
          continue;
        }
        if (line.length > 0) end();
        if (isBlank) continue;
        if (wordWidth <= room) add(word, look, wordWidth);
        else addBroken(word, look);
      }
    }
  }
  if (line.length > 0 || lines.length === 0) end();
  return mark === undefined ? lines : [marked(lines[0] as Line, mark, runs[0]?.look, measure), ...lines.slice(1)];

  /** A word that no line holds, sign by sign. */
  function addBroken(word: string, look: Look): void {
    for (const sign of word) {
      const signWidth = measure(sign, look);
      if (used + signWidth > room && line.length > 0) end();
      add(sign, look, signWidth);
    }
  }
}

/** The first line with the mark of its item in the room of its indent. */
function marked(line: Line, mark: string, look: Look | undefined, measure: Measure): Line {
  if (!look) return line;
  const plain: Look = { color: look.color, size: look.size };
  const gap = `${mark} `;
  const markWidth = measure(gap, plain);
  return {
    runs: [{ text: gap, look: plain, width: markWidth }, ...line.runs],
    indent: Math.max(line.indent - markWidth, 0),
    width: line.width + markWidth,
  };
}

/** In points: a step of a list. */
const step = 12;

type LinkTo = WriteOptions['linkTo'];

/** Prose as paragraphs and items. */
export function textBlocks(prose: Prose, look: Look, linkTo: LinkTo, level = 0): TextBlock[] {
  return prose.flatMap(block => {
    if (block.type === 'paragraph') return [{ runs: runsOf(block.content, look, linkTo), indent: level * step }];
    return block.items.flatMap((item, index) => {
      const mark = block.start === undefined ? '•' : `${block.start + index}.`;
      const [first, ...rest] = item;
      const begins = first?.type === 'paragraph';
      const runs = begins ? runsOf(first.content, look, linkTo) : [{ text: '', look }];
      const own: TextBlock = { runs, indent: (level + 1) * step, mark };
      return [own, ...textBlocks(begins ? rest : item, look, linkTo, level + 1)];
    });
  });
}

export function runsOf(content: readonly Inline[], look: Look, linkTo: LinkTo): Run[] {
  return content.flatMap((inline): Run[] => {
    if (typeof inline === 'string') return [{ text: plainText(inline), look }];
    switch (inline.type) {
      case 'break':
        return [{ text: '\n', look }];
      case 'code':
        return [{ text: plainText(inline.text), look }];
      case 'link': {
        const address = 'url' in inline.to ? inline.to.url : linkTo?.(inline.to.place);
        const linked: Look = address === undefined ? look : { ...look, link: address, color: '1F4E9E' };
        return runsOf(inline.content, linked, linkTo);
      }
      default:
        return runsOf(
          inline.content,
          { ...look, ...(inline.type === 'strong' ? { bold: true } : { oblique: true }) },
          linkTo,
        );
    }
  });
}

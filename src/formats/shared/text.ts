import type { Cell, Inline, Prose, ProseBlock } from '../../documents/blocks.ts';

/** Between the items of a list in a cell of a spreadsheet. The same in CSV and XLSX, so that both give the same table. */
export const LIST_SEPARATOR = '; ';

/** Before an item of a list within a cell. No hyphen, since CSV would need an apostrophe before each: a spreadsheet may calculate behind one. */
const CELL_BULLET = '• ';

/**
 * Control characters (other than tab and line feed), lone surrogates and noncharacters: no XML, HTML or spreadsheet carries them. And the
 * marks that turn the direction of whatever follows, by which a text can read as another one than it is.
 */
const UNCARRIABLE = /(?![\t\n])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u202A-\u202E\u2066-\u2069]/gu;

/**
 * The text as every format of this folder writes it: line breaks are line feeds, and what XML 1.0 or HTML forbids or what would turn the
 * direction of reading is U+FFFD.
 * So the formats agree with each other, and no text can make a file that its reader refuses.
 */
export function plainText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(UNCARRIABLE, '\uFFFD');
}

/** The text of one cell in a spreadsheet. */
export function cellText(cell: Cell): string {
  if (cell === undefined) {
    return '';
  }
  if (typeof cell === 'string') {
    return plainText(cell);
  }
  if (typeof cell === 'number') {
    return numberText(cell);
  }
  return 'type' in cell ? plainText(markedText(cell)) : plainText(cell.join(LIST_SEPARATOR));
}

const markedText = (cell: Extract<Cell, { readonly type: string }>): string =>
  cell.type === 'prose' ? proseText(cell.blocks, CELL_BULLET) : inlineText([cell]);

/** The lines of one cell, for formats that can show them below each other: a list's items, or the text's own lines. */
export function cellLines(cell: Cell): string[] {
  if (cell === undefined || cell === '') {
    return [];
  }
  if (typeof cell === 'object' && !('type' in cell)) {
    return cell.map(plainText);
  }
  return cellText(cell).split('\n');
}

/** Prose where there is nothing but text: marks of emphasis and lists as in Markdown, addresses in brackets after their words. */
export function proseText(blocks: Prose, bullet = '- '): string {
  return blocks
    .map((block, index) => {
      const isList = block.type === 'list';
      const before = index === 0 ? '' : isList || blocks[index - 1]?.type === 'list' ? '\n' : '\n\n';
      return before + blockText(block, bullet);
    })
    .join('');
}

function blockText(block: ProseBlock, bullet: string): string {
  if (block.type === 'paragraph') return inlineText(block.content);
  return block.items
    .map((item, index) => {
      const mark = block.start === undefined ? bullet : `${block.start + index}. `;
      return mark + proseText(item, bullet).replaceAll('\n', `\n${' '.repeat(mark.length)}`);
    })
    .join('\n');
}

/** Text within a line, with the same marks. */
export function inlineText(content: readonly Inline[]): string {
  return content.map(oneInlineText).join('');
}

function oneInlineText(inline: Inline): string {
  if (typeof inline === 'string') return inline;
  switch (inline.type) {
    case 'break':
      return '\n';
    case 'code':
      return `\`${inline.text}\``;
    case 'link': {
      const words = inlineText(inline.content);
      if (!('url' in inline.to)) return words;
      const { url } = inline.to;
      return url.replace(/^mailto:/, '') === words || url === `http://${words}` ? words : `${words} (${url})`;
    }
    default: {
      const mark = inline.type === 'strong' ? '**' : '*';
      return mark + inlineText(inline.content) + mark;
    }
  }
}

/** A number with a point, in no locale; empty for what is no number, as spreadsheets have no such cell. */
function numberText(value: number): string {
  return Number.isFinite(value) ? String(value) : '';
}

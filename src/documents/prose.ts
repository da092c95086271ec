/** Reads the texts of the model as Markdown: paragraphs, lists, emphasis, code and links. All else in them is text. */
import type { ListItem, Nodes, PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { withoutEnd } from '../model/without-end.ts';
import type { Inline, List, Paragraph, Prose } from './blocks.ts';

/**
 * Markdown that is no markup here: a text is part of a document that has its own headings, tables and pictures, and HTML, entities
 * and indented lines are more often meant as they stand.
 */
const asText = [
  'blockQuote',
  'characterReference',
  'codeFenced',
  'codeIndented',
  'definition',
  'gfmFootnoteCall',
  'gfmFootnoteDefinition',
  'gfmPotentialFootnoteCall',
  'headingAtx',
  'htmlFlow',
  'htmlText',
  'labelStartImage',
  'setextUnderline',
  'strikethrough',
  'table',
  'tasklistCheck',
  'thematicBreak',
];

const extensions = [gfm(), { disable: { null: asText } }];

/** Lines shorter than this, in characters, were ended on purpose; longer ones because the source is only so wide. */
const shortest = 50;

/** The text as blocks; none for a blank text. Links lead to the web or to a mail address; others are the text that they are. */
export function readProse(text: string): Prose {
  const source = unwrap(text.replace(/\r\n?/g, '\n'));
  return mayBeMarkup.test(source) ? readMarkdown(source) : plainParagraphs(source);
}

/** What can begin markup: most texts have none of it, and are read a hundred times faster without the library. */
const mayBeMarkup = /[\\*_`[\]<@\0]|:\/\/|www\.| \n|^[ \t]*(?:[-+]|\d+[.)])(?:\s|$)/im;

/** The paragraphs of a text without markup: what `readMarkdown` makes of it. */
const plainParagraphs = (source: string): Prose =>
  source
    .split(/\n[ \t]*(?=\n)/)
    .map(part =>
      part
        .split('\n')
        .map(line => withoutEnd(line.replace(/^[ \t]+/, ''), ' \t'))
        .filter(line => line !== ''),
    )
    .filter(lines => lines.length > 0)
    .map(lines => ({
      type: 'paragraph',
      content: lines.flatMap((line, index): Inline[] => (index ? [{ type: 'break' }, line] : [line])),
    }));

/** The text as blocks, by the library, whatever it says. */
export function readMarkdown(source: string): Prose {
  const { children } = fromMarkdown(source, { extensions, mdastExtensions: [gfmFromMarkdown()] });
  return children.flatMap(node => blocks(node, source));
}

/**
 * A text without the line ends that only its source asks for, so that a reader's own width decides. A line end stays after a short
 * line or a break that Markdown knows, at an empty line, and before the item of a list.
 */
export function unwrap(text: string): string {
  const [first = '', ...rest] = text.split('\n');
  let joined = first;
  let before = first;
  for (const line of rest) {
    joined += before.trim().length >= shortest && goesOn(before, line) ? ` ${line.trimStart()}` : `\n${line}`;
    before = line;
  }
  return joined;
}

const goesOn = (before: string, line: string): boolean =>
  !/(?: {2}|\\)$/.test(before) && line.trim() !== '' && !/^\s*(?:[-*+•–]|\d+[.)])\s/.test(line);

function blocks(node: RootContent | ListItem['children'][number], source: string): (Paragraph | List)[] {
  if (node.type === 'list') {
    const items = node.children.map(({ children }) => children.flatMap(child => blocks(child, source)));
    // A list without a word, such as a `-` for nothing, is the text that it is.
    if (items.every(item => item.length === 0))
      return [{ type: 'paragraph', content: linesOf(sourceOf(node, source)) }];
    return [{ type: 'list', items, ...(node.ordered && { start: node.start ?? 1 }) }];
  }
  const content = node.type === 'paragraph' ? inlines(node.children, source) : [sourceOf(node, source)];
  return content.length ? [{ type: 'paragraph', content }] : [];
}

const inlines = (nodes: readonly PhrasingContent[], source: string): Inline[] =>
  nodes.flatMap(node => inline(node, source));

function inline(node: PhrasingContent, source: string): Inline[] {
  switch (node.type) {
    case 'text':
      return linesOf(node.value);
    case 'emphasis':
    case 'strong':
      return [{ type: node.type, content: inlines(node.children, source) }];
    case 'inlineCode':
      return [{ type: 'code', text: node.value }];
    case 'break':
      return [{ type: 'break' }];
    case 'link':
      return isAddress(node.url)
        ? [{ type: 'link', to: { url: node.url }, content: inlines(node.children, source) }]
        : [sourceOf(node, source)];
    default:
      return [sourceOf(node, source)];
  }
}

const linesOf = (text: string): Inline[] =>
  text
    .split('\n')
    .flatMap((line, index): Inline[] => [...(index ? [{ type: 'break' as const }] : []), ...(line ? [line] : [])]);

/** Nothing else is a link in a document: not a script, and no path, as nobody knows where the document will lie. */
const isAddress = (url: string): boolean => /^(?:https?:\/\/|mailto:)[^\s]+$/i.test(url);

const sourceOf = ({ position }: Nodes, source: string): string =>
  position ? source.slice(position.start.offset, position.end.offset) : '';

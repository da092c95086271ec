import * as fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { expect, it } from 'vitest';
import { code, escapeMarkdown, shorten } from '../../src/ide/markdown.ts';
import { docText } from '../../src/ide/schema-text.ts';
import { nodeTypes } from '../../src/language/schema.ts';

// The transforms of this parser look for addresses once more in texts that were escaped; editors and the specification do not.
const nodes = gfmFromMarkdown().map(extension => ({ ...extension, transforms: [] }));
const parse = (markdown: string) => fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: nodes });

/** The text of a Markdown that is one paragraph of plain text; undefined for anything else. */
function plainText(markdown: string): string | undefined {
  const [paragraph, ...more] = parse(markdown).children;
  if (!paragraph && !more.length) return '';
  if (paragraph?.type !== 'paragraph' || more.length) return undefined;
  const [text, ...others] = paragraph.children;
  return text?.type === 'text' && !others.length ? text.value : undefined;
}

it.each([
  '<img src=x onerror=alert(1)>',
  '**bold** _it_ ~~gone~~ `code`',
  '[link](command:evil) ![image](x)',
  'https://evil.example and www.evil.example, mailto:a@b.example, ftp://x',
  'a@b.example',
  '# head',
  '1. one',
  '1) one',
  '- item',
  '+ item',
  '> quote',
  '| a | b |',
  '&lt; &#60;',
  '---',
  '===',
  'back\\slash \\*',
  '[^1]: note',
  '[ ] task',
])('%s is told as text', text => {
  expect(plainText(escapeMarkdown(text))).toBe(text);
});

it('tells any text as text', () => {
  const piece = fc.constantFrom(...'*_`[]()<>#+-.!|~&:/@\\$"\'=1a w^{}'.split(''), 'www.', 'http://', '\n');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
      const text = pieces.join('');
      expect(plainText(escapeMarkdown(text))).toBe(text.replace(/\s+/g, ' ').trim());
    }),
    { numRuns: 1000 },
  );
});

it('writes names as code and cuts long texts', () => {
  expect(code('A.8.13')).toBe('`A.8.13`');
  expect(code('a`b')).toBe('`a b`');
  expect(shorten('one  two\nthree', 9)).toBe('one two…');
  expect(shorten('short', 9)).toBe('short');
});

it('shows the documentation of the grammar without markup of its own but code', () => {
  for (const nodeType of Object.values(nodeTypes)) {
    for (const { doc } of [nodeType, ...nodeType.properties]) {
      for (const node of parse(docText(doc)).children) {
        const shown = node.type === 'paragraph' ? node.children.map(child => child.type) : [node.type];
        expect(
          shown.filter(type => type !== 'text' && type !== 'inlineCode'),
          doc,
        ).toEqual([]);
      }
    }
  }
});

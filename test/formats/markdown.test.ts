import fc from 'fast-check';
import type { Node, Parent, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import { plainText } from '../../src/formats/shared/text.ts';
import { documentOf, nastyTexts, sample, textOf } from './sample.ts';

/** As GFM's specification says; the library also makes links of addresses that are escaped, by a transformation after parsing. */
function parse(markdown: string): Root {
  const mdastExtensions = gfmFromMarkdown().map(({ transforms: _, ...asSpecified }) => asSpecified);
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions });
}

function nodes(tree: Node): Node[] {
  return [tree, ...((tree as Parent).children ?? []).flatMap(nodes)];
}

function typed(tree: Node, type: string): Node[] {
  return nodes(tree).filter(node => node.type === type);
}

/** The text a reader sees, `<br>` as a line break. */
function shown(tree: Node): string {
  return nodes(tree)
    .map(node => (node.type === 'text' ? (node as Node & { value: string }).value : node.type === 'html' ? '\n' : ''))
    .join('');
}

/** White space within a line is one space for Markdown's readers, and none around it. */
function expected(text: string): string {
  return plainText(text)
    .split('\n')
    .map(line => line.replace(/[ \t]+/g, ' ').replace(/^ | $/g, ''))
    .join('\n');
}

async function shownTexts(texts: readonly string[]): Promise<{ tree: Root; cells: string[] }> {
  const tree = parse(await textOf('md', documentOf(texts)));
  const rows = typed(tree, 'tableRow').slice(1) as Parent[];
  return { tree, cells: rows.map(row => shown(row.children[1]!)) };
}

/** All that our own trees hold: nothing of it comes from a text. */
const ours = new Set([
  'root',
  'heading',
  'text',
  'table',
  'tableRow',
  'tableCell',
  'html',
  'list',
  'listItem',
  'paragraph',
  'strong',
]);

describe('Markdown', () => {
  test('has the title, the head as a list, a section for each sheet and group', async () => {
    expect(await textOf('md', sample)).toBe(`# Statement of Applicability

- **Organisation**: Harbour & Sons \\<Logistics>
- **Version**: 3.10
- **Approved on**: 2025-05-12
- **Controls**: 4

## Controls

### Organizational controls

| Control | Title | Status | Reasons | Risks | Reviewed |
| - | - | - | - | -: | - |
| A.5.1 | Policies | implemented | Risk assessment<br>Contract | 3 | 2025-01-15 |
| 5.10 | Acceptable use | planned | Best practice | 0 | yearly |

### Technological controls

| Control | Title | Status | Reasons | Risks | Reviewed |
| - | - | - | - | -: | - |
| A.8.1 | Line one<br>line two | none | | | |
| A.8.2 | | | | | |

## Coverage

| Theme | Covered |
| - | -: |
| Organizational controls | 2 |
`);
  });

  test('shows markup in texts as text', async () => {
    const { tree, cells } = await shownTexts(nastyTexts);
    expect(cells).toEqual(nastyTexts.map(expected));
    expect(nodes(tree).filter(node => !ours.has(node.type))).toEqual([]);
    expect(typed(tree, 'html').every(node => (node as Node & { value: string }).value === '<br>')).toBe(true);
  });

  test('shows every text as it is', async () => {
    const markup = fc.string({ unit: fc.constantFrom(...'ab1 \n|\\`*_~[]()<>!#&;:/.@-=+"\'w') });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(markup, fc.string({ unit: 'binary' })), { minLength: 1, maxLength: 8 }),
        async texts => {
          const { tree, cells } = await shownTexts(texts);
          expect(cells).toEqual(texts.map(expected));
          expect(nodes(tree).every(node => ours.has(node.type))).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
  });

  test.each(nastyTexts.filter(text => text.trim() !== ''))('shows %j as a title and in the head', async text => {
    const document = { ...sample, title: text, head: [{ id: 'organisation', label: text, value: text }] };
    const tree = parse(await textOf('md', document));
    const line = expected(text).replace(/\n/g, ' ').replace(/^ | $/g, '');
    expect(shown(typed(tree, 'heading')[0]!)).toBe(line);
    expect(shown(typed(tree, 'listItem')[0]!)).toBe(`${line}: ${line}`.replace(/ $/, ''));
    expect(nodes(tree).every(node => ours.has(node.type))).toBe(true);
  });
});

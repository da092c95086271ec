import { unzipSync } from 'fflate';
import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, test } from 'vitest';
import { type Document, flatTable } from '../../src/documents/blocks.ts';
import { plainText } from '../../src/formats/shared/text.ts';
import { bytesOf, documentOf, everyBlock, figuresOf, nastyTexts, sample } from './sample.ts';

async function partsOf(document: Document): Promise<Record<string, string>> {
  const parts = unzipSync(await bytesOf('docx', document));
  return Object.fromEntries(Object.entries(parts).map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]));
}

const bodyOf = async (document: Document): Promise<string> => (await partsOf(document))['word/document.xml'] ?? '';

/** The texts of a part, read by a parser of markup. */
function textsOf(xml: string): string[] {
  const found: string[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'element' && (node as Element).tagName === 'w:t') found.push(shown(node));
    else if ('children' in node) node.children.forEach(visit);
  };
  visit(fromHtml(xml.replace(/<w:t\/>/g, '<w:t></w:t>'), { fragment: true }));
  return found;
}

const shown = (node: Nodes): string =>
  node.type === 'text' ? node.value : 'children' in node ? node.children.map(shown).join('') : '';

describe('DOCX', () => {
  test('says what the document says', async () => {
    const texts = textsOf(await bodyOf(sample)).join(' ');
    for (const words of ['Statement of Applicability', 'Harbour & Sons <Logistics>', 'Acceptable use', 'line two'])
      expect(texts).toContain(words);
  });

  test('has headings as such, and a head row that repeats in each table', async () => {
    const body = await bodyOf(sample);
    expect(body.match(/<w:pStyle w:val="Title"\/>/g)).toHaveLength(1);
    expect(body.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(2);
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(2);
  });

  test('has page numbers, and whose document it is in which version, on every page', async () => {
    const parts = await partsOf(sample);
    const footer = Object.entries(parts).find(([path]) => /footer\d\.xml$/.test(path))?.[1] ?? '';
    const header = Object.entries(parts).find(([path]) => /header\d\.xml$/.test(path))?.[1] ?? '';
    expect(footer).toMatch(/PAGE/);
    expect(footer).toMatch(/NUMPAGES/);
    expect(footer).toContain('Version: 3.10');
    expect(header).toContain('Harbour &amp; Sons &lt;Logistics&gt;');
  });

  test('is dated by the document, and names its links in their order', async () => {
    const core = (await partsOf(sample))['docProps/core.xml'] ?? '';
    expect(core.match(/2025-06-30T00:00:00Z/g)?.length).toBeGreaterThanOrEqual(2);
    expect(core).toContain('Statement of Applicability');
    const parts = await partsOf(everyBlock('Words'));
    const ids = [...(parts['word/document.xml'] ?? '').matchAll(/<w:hyperlink [^>]*r:id="([^"]+)"/g)].map(
      ([, id]) => id,
    );
    expect(ids.length).toBeGreaterThan(1);
    expect(ids[0]).toBe('rIdLink1');
    const relations = parts['word/_rels/document.xml.rels'] ?? '';
    for (const id of ids) expect(relations).toContain(`Id="${id}"`);
    expect(relations).toContain('https://example.org/a?b=1&amp;c=');
  });

  test('keeps the head of a table with its first row, and a row with what is below it', async () => {
    const columns = Array.from({ length: 12 }, (_, x) => ({
      id: `c${x}`,
      title: `Column ${x}`,
      kind: 'names' as const,
    }));
    const wide = flatTable('wide', 'Wide', columns, [columns.map((_, x) => `Words ${x}`)]);
    const rows = (await bodyOf({ ...sample, head: [], blocks: [wide] })).split('<w:tr>').slice(1);
    expect(rows.map(row => row.includes('<w:keepNext/>'))).toEqual([true, true, false]);
  });

  test('gives each column room for its longest word', async () => {
    const columns = ['id', 'title', 'prose'].map(id => ({ id, title: id, kind: id as 'id' }));
    const table = flatTable('t', 'T', columns, [['R-1', 'Telecommunications', 'words and words '.repeat(30)]]);
    const narrow = [...(await bodyOf({ ...sample, head: [], blocks: [table] })).matchAll(/<w:gridCol w:w="(\d+)"/g)];
    // In twentieths of a point: eighteen letters of eight points.
    expect(Number(narrow[1]?.[1])).toBeGreaterThan(18 * 4 * 20);
  });

  test('shows every text as it is', async () => {
    const texts = textsOf(await bodyOf(documentOf(nastyTexts)));
    for (const text of nastyTexts) {
      for (const line of plainText(text)
        .split('\n')
        .filter(part => part !== ''))
        expect(texts).toContain(line);
    }
  });

  test('draws figures: coloured cells, and bars whose cells are as wide as their parts', async () => {
    const body = await bodyOf(figuresOf('severe'));
    expect(textsOf(body)).toEqual(
      expect.arrayContaining(['7', 'high', 'often', 'People', '90 severe', '1', '13 planned', ' severe   ']),
    );
    expect(textsOf(body)).not.toContain(' never   ');
    const cells = [
      ...body.matchAll(
        /<w:tcW w:type="dxa" w:w="(\d+)"\/>(?:(?!<w:tc>).)*?w:fill="(\w+)"(?:(?!<w:tc>).)*?<w:t[^>]*>(\d+)[ <]/gs,
      ),
    ];
    const widths = new Map(cells.map(([, width, , value]) => [value, Number(width)]));
    expect((widths.get('90') ?? 0) / (widths.get('1') ?? 1)).toBeGreaterThan(5);
    expect((widths.get('90') ?? 0) + (widths.get('1') ?? 0)).toBeCloseTo(widths.get('13') ?? 0, -1);
  });

  test('refuses a document that is too long, and says what else to choose', async () => {
    await expect(bytesOf('docx', documentOf(Array<string>(12_001).fill('a')))).rejects.toMatchObject({
      code: 'ISMS_TOO_LONG',
      message: expect.stringContaining('12001 rows, more than the 12000 of a Word document; choose HTML'),
    });
  });
});

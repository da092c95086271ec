import { describe, expect, test } from 'vitest';
import type { Document, Table } from '../../src/documents/blocks.ts';
import { type PdfFile, readPdf } from './pdf-reader.ts';
import { bytesOf, documentOf, everyBlock, figuresOf, sample } from './sample.ts';

const pdfOf = async (document: Document): Promise<PdfFile> => readPdf(await bytesOf('pdf', document));

const shown = ({ pages }: PdfFile): string => pages.join('\n').replace(/\s+/g, ' ');

const count = ({ objects }: PdfFile, pattern: RegExp): number =>
  [...objects.values()].filter(dictionary => pattern.test(dictionary)).length;

describe('PDF', () => {
  test('says what the document says', async () => {
    const text = shown(await pdfOf(sample));
    for (const words of ['Statement of Applicability', 'Harbour & Sons <Logistics>', 'Acceptable use', 'line two'])
      expect(text).toContain(words);
  });

  test('is tagged: headings, tables with their heads, and all text belongs to something', async () => {
    const file = await pdfOf(sample);
    expect(count(file, /\/S \/H1\b/)).toBe(1);
    expect(count(file, /\/S \/H2\b/)).toBe(2);
    // The head and two tables.
    expect(count(file, /\/S \/Table\b/)).toBe(3);
    expect(count(file, /\/S \/TH\b[\s\S]*\/Scope \/Column/)).toBe(8);
    expect(count(file, /\/Marked true/)).toBe(1);
    expect(count(file, /\/Lang \(en\)/)).toBe(1);
    expect(count(file, /\/DisplayDocTitle true/)).toBe(1);
  });

  test('has its title, author and day in its properties', async () => {
    const bytes = Buffer.from(await bytesOf('pdf', sample)).toString('latin1');
    expect(bytes).toContain('(D:20250630000000Z)');
    expect(bytes).not.toMatch(/D:(?!20250630000000Z)\d/);
  });

  test('repeats the head row, and in the margins what the document is and the number of the page', async () => {
    const texts = Array.from({ length: 200 }, (_, i) => `Text ${i} `.repeat(20));
    const { pages } = await pdfOf({ ...documentOf(texts), head: sample.head });
    expect(pages.length).toBeGreaterThan(5);
    for (const [index, page] of pages.entries()) {
      expect(page.split('\n')).toContain('Text');
      expect(page).toContain(`${index + 1} / ${pages.length}`);
      expect(page).toContain('Version: 3.10');
    }
  });

  test('parts a text that is longer than a page, and loses nothing of it', async () => {
    const words = Array.from({ length: 4000 }, (_, i) => `w${i}`);
    const text = shown(await pdfOf(documentOf([words.join(' ')])));
    expect(words.filter(word => !text.includes(`${word} `) && !text.includes(` ${word}`))).toEqual([]);
  });

  test.each(Array.from({ length: 40 }, (_, lines) => lines))(
    'keeps headings and the head of a table with the first row, below %i lines',
    async lines => {
      const above = Array.from({ length: lines }, (_, at) => ({
        type: 'paragraph' as const,
        content: [`Above ${at}`],
      }));
      const [table] = documentOf(['Firstrow', 'Secondrow']).blocks;
      const headings = ['Chapter', 'Section'].map(text => ({ type: 'heading' as const, text, level: 2 as const }));
      const { pages } = await pdfOf({ ...sample, blocks: [...above, ...headings, table as Table] });
      expect(pages.filter(page => page.includes('Chapter') || page.includes('Section'))).toEqual([
        expect.stringMatching(/Chapter[\s\S]*Section[\s\S]*Firstrow/),
      ]);
    },
  );

  test.each(Array.from({ length: 12 }, (_, step) => 4 * step))(
    'keeps the title of a group with its first row, however tall that is, below %i lines',
    async lines => {
      const rows = (name: string, count: number) => [[name, 'words '.repeat(count)]];
      const [table] = documentOf([]).blocks as [Table];
      const groups = [
        { title: 'Firstgroup', rows: rows('R-1', lines * 20) },
        { title: 'Secondgroup', rows: rows('R-2', 180) },
      ];
      const { pages } = await pdfOf({ ...sample, blocks: [{ ...table, groups }] });
      expect(pages.filter(page => page.includes('Secondgroup'))).toEqual([
        expect.stringMatching(/Secondgroup[\s\S]*R-2/),
      ]);
    },
  );

  test('leaves no line of a paragraph alone at the foot or the top of a page', async () => {
    const content = [Array.from({ length: 9 }, (_, line) => `Line${line}`).join('\n')];
    for (let above = 33; above < 42; above++) {
      const blocks = [
        ...Array.from({ length: above }, () => ({ type: 'paragraph' as const, content: ['Above'] })),
        { type: 'paragraph' as const, content },
      ];
      const { pages } = await pdfOf({ ...sample, head: [], blocks: [...blocks, ...documentOf(['x']).blocks] });
      for (const page of pages) expect(page.match(/Line\d/g)?.length).not.toBe(1);
    }
  });

  test('cuts what finds no room in the margins, so that nothing is drawn over something else', async () => {
    const head = ['organisation', 'document', 'version', 'classification'].map(id => {
      return { id, label: id, value: `${id} ${'of considerable length '.repeat(4)}` };
    });
    const { pages } = await pdfOf({ ...sample, title: 'A title that has no end '.repeat(8), head });
    const lines = pages[0]?.split('\n').filter(line => line.includes('…')) ?? [];
    expect(lines).toEqual([
      expect.stringMatching(/^A title .*…$/),
      expect.stringMatching(/^organisation .*…$/),
      expect.stringMatching(/^document: .*…$/),
    ]);
    for (const line of lines) expect(line.length).toBeLessThan(140);
  });

  test('has bookmarks, those of a part below it', async () => {
    const blocks = [
      { type: 'heading' as const, text: 'Chapter' },
      { type: 'heading' as const, text: 'Section', level: 3 as const },
      ...sample.blocks,
    ];
    const file = await pdfOf({ ...sample, blocks });
    expect(count(file, /\/S \/H3\b/)).toBe(1);
    const titled = (title: string): [number, string] | undefined =>
      [...file.objects].find(([, dictionary]) => dictionary.includes(`/Title (${title})`));
    expect(titled('Section')?.[1]).toContain(`/Parent ${titled('Chapter')?.[0]} 0 R`);
  });

  test('breaks a word that no line holds', async () => {
    const { pages } = await pdfOf(documentOf(['x'.repeat(5000)]));
    expect(pages.join('').replace(/[^x]/g, '').length).toBeGreaterThanOrEqual(5000);
  });

  test('has a link where the document has one', async () => {
    const file = await pdfOf(everyBlock('Words'));
    expect(count(file, /\/S \/URI[\s\S]*https:\/\/example\.org/)).toBeGreaterThan(0);
  });

  test('draws European scripts, and counts what it has no sign for', async () => {
    // Each font is a stretch of its own, so words are compared without the gaps between stretches.
    const text = shown(await pdfOf(documentOf(['Łódź Ünïcödé Ελλάδα Київ – “quoted” €', '中文 🔐']))).replaceAll(
      ' ',
      '',
    );
    for (const words of ['Łódź', 'Ünïcödé', 'Ελλάδα', 'Київ', '€']) expect(text).toContain(words);
    expect(text).toContain('3charactersofthisdocumenthavenosign');
  });

  test('draws figures, and says in words what they show', async () => {
    const file = await pdfOf(figuresOf('severe'));
    expect(count(file, /\/S \/Figure\b/)).toBe(2);
    expect(
      count(
        file,
        /\/S \/Figure\b[\s\S]*\/Alt \(Risks today\. often, severe \\\(high\\\): 7; rare, minor \\\(low\\\): 4\.\)/,
      ),
    ).toBe(1);
    expect(count(file, /\/S \/Figure\b[\s\S]*\/BBox \[/)).toBe(2);
    expect(count(file, /\/S \/Table\b/)).toBe(1);
    const text = shown(file);
    for (const words of ['Likelihood', 'often', 'severe', 'People', '90 severe', '13 planned'])
      expect(text).toContain(words);
    expect(text).not.toContain('never');
  });

  test('writes figures as tables where their words find no room', async () => {
    const long = `${'of consequences that nobody has ever seen, '.repeat(4)}nor knows how to name in a word`;
    const file = await pdfOf(figuresOf(long));
    expect(count(file, /\/S \/Figure\b/)).toBe(0);
    expect(count(file, /\/S \/Table\b/)).toBe(3);
    expect(shown(file)).toContain('nor knows how to name in a word');
  });

  test('refuses a document that is too long, and says what else to choose', async () => {
    await expect(bytesOf('pdf', documentOf(Array<string>(12_001).fill('a')))).rejects.toMatchObject({
      code: 'ISMS_TOO_LONG',
      message: expect.stringContaining('12001 rows, more than the 12000 of a PDF; choose HTML'),
    });
  });
});

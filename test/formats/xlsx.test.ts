import { type CellObject, read, utils, type WorkBook } from '@e965/xlsx';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { type Document, flatTable } from '../../src/documents/blocks.ts';
import { plainText } from '../../src/formats/shared/text.ts';
import { rowHeight } from '../../src/formats/xlsx/heights.ts';
import { cut, worksheetNames } from '../../src/formats/xlsx/sheet-names.ts';
import { sheetPages } from '../../src/formats/xlsx/sheet-pages.ts';
import { bytesOf, documentOf, figuresOf, nastyTexts, sample, withTable, workbookPart } from './sample.ts';

/** The workbook as another library than the writer's reads it. */
async function workbookOf(document: Document): Promise<WorkBook> {
  return read(await bytesOf('xlsx', document), { cellStyles: true, cellNF: true, cellFormula: true, cellDates: false });
}

/** The rows of a sheet; the cover is the first. */
async function rowsOf(document: Document, sheet = 1): Promise<unknown[][]> {
  const workbook = await workbookOf(document);
  return utils.sheet_to_json<unknown[]>(workbook.Sheets[workbook.SheetNames[sheet]!]!, {
    header: 1,
    defval: '',
    raw: false,
  });
}

async function cellsOfTexts(texts: readonly string[]): Promise<CellObject[]> {
  const { Sheets } = await workbookOf(documentOf(texts));
  return texts.map((_, index) => (Sheets.Texts![`B${index + 2}`] ?? { t: 's', v: '' }) as CellObject);
}

const paragraphOf = (text: string) => ({ type: 'paragraph', content: [text] }) as const;

describe('XLSX', () => {
  test('has a chart beside the numbers that it is made of, and colours the cells of a matrix', async () => {
    const document = figuresOf('severe');
    expect(await rowsOf(document, 3)).toEqual([
      ['Part', 'severe', 'planned', 'never'],
      ['People', '90', '1', '0'],
      ['Physical', '0', '13', '0'],
    ]);
    const chart = await workbookPart(document, 'xl/charts/chart1.xml');
    const ranges = [...chart.matchAll(/<c:f>([^<]*)<\/c:f>/g)].map(([, range]) => range);
    expect(ranges).toEqual(
      ['A', 'B', 'A', 'C', 'A', 'D'].map(column => `'Controls by theme'!$${column}$2:$${column}$3`),
    );
    expect(chart).toContain('<c:grouping val="stacked"/>');
    const { Sheets, SheetNames } = await workbookOf(document);
    const cell = Sheets[SheetNames[2] ?? '']?.C2 as CellObject & { s?: { fgColor?: { rgb?: string } } };
    expect(cell.v).toBe('7 (high)');
    expect(cell.s?.fgColor?.rgb).toBe('FDE4E6');
  });

  test('has the cover first, then the main sheet as a plain table, then the others', async () => {
    expect((await workbookOf(sample)).SheetNames).toEqual(['Cover', 'Controls', 'Coverage']);
    expect(await rowsOf(sample)).toEqual([
      ['Theme', 'Control', 'Title', 'Status', 'Reasons', 'Risks', 'Reviewed'],
      ['Organizational controls', 'A.5.1', 'Policies', 'implemented', 'Risk assessment; Contract', '3', '2025-01-15'],
      ['Organizational controls', '5.10', 'Acceptable use', 'planned', 'Best practice', '0', 'yearly'],
      ['Technological controls', 'A.8.1', 'Line one\nline two', 'none', '', '', ''],
      ['Technological controls', 'A.8.2', '', '', '', '', ''],
    ]);
    expect(await rowsOf(sample, 2)).toEqual([
      ['Theme', 'Covered'],
      ['Organizational controls', '2'],
    ]);
    expect(await rowsOf(sample, 0)).toEqual([
      ['Statement of Applicability', ''],
      ['', ''],
      ['Organisation', 'Harbour & Sons <Logistics>'],
      ['Version', '3.10'],
      ['Approved on', '2025-05-12'],
      ['Controls', '4'],
    ]);
  });

  test('types its cells: text, numbers, days', async () => {
    const sheet = (await workbookOf(sample)).Sheets.Controls!;
    expect(sheet.B3).toMatchObject({ t: 's', v: '5.10' });
    expect(sheet.F2).toMatchObject({ t: 'n', v: 3 });
    expect(sheet.G2).toMatchObject({ t: 'n', v: 45672, z: 'yyyy-mm-dd' });
    expect(sheet.G3).toMatchObject({ t: 's', v: 'yearly' });
  });

  test('writes only days that are some and that Excel counts rightly', async () => {
    const columns = [{ id: 'day', title: 'Day', kind: 'date' as const }];
    const days = ['2024-02-29', '2023-02-29', '1900-02-28', '1900-03-01', '0000-00-00', '2024-1-1'];
    const document = {
      ...sample,
      blocks: [
        flatTable(
          'd',
          'D',
          columns,
          days.map(day => [day]),
        ),
      ],
    };
    expect((await rowsOf(document)).slice(1).flat()).toEqual(days);
    const sheet = (await workbookOf(document)).Sheets.D!;
    expect(days.map((_, index) => sheet[`A${index + 2}`].t)).toEqual(['n', 's', 's', 'n', 's', 's']);
  });

  test('keeps every text a text, without a formula', async () => {
    const cells = await cellsOfTexts(nastyTexts);
    expect(cells.map(cell => cell.v)).toEqual(nastyTexts.map(plainText));
    expect(cells.filter(cell => cell.t !== 's' || cell.f !== undefined)).toEqual([]);
  });

  test('is read back as it was, whatever the texts', async () => {
    const escapes = fc.string({ unit: fc.constantFrom(...'_x004F\n\t\r #<&\u0001') });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(escapes, fc.string({ unit: 'binary' })), { minLength: 1 }), async texts => {
        const cells = await cellsOfTexts(texts);
        expect(cells.map(cell => cell.v ?? '')).toEqual(texts.map(plainText));
        expect(cells.every(cell => cell.t === (cell.v === undefined ? 'z' : 's') && cell.f === undefined)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('refuses a text over the limit of a cell, and says where it stands', async () => {
    const [fits] = await cellsOfTexts(['a'.repeat(32_767)]);
    expect(fits!.v).toBe('a'.repeat(32_767));
    await expect(cellsOfTexts(['b'.repeat(32_768)])).rejects.toMatchObject({
      code: 'ISMS_TOO_LONG',
      message: expect.stringMatching(/“.+” has 32768 characters, and a cell of a workbook holds 32767\./),
    });
  });

  test.each([
    ['the title', { title: 'b'.repeat(32_768) }, /^The title has 32768/],
    ['the head', { head: [{ id: 'a', label: 'Organisation', value: 'b'.repeat(32_768) }] }, /^“Organisation” has/],
    ['prose', { blocks: [...sample.blocks, paragraphOf('b'.repeat(32_768))] }, /^“b{40}…” has/],
    ['a heading', withTable({ groupBy: 'b'.repeat(32_768) }), /^A heading of “Controls” has/],
  ])('refuses a text over it wherever it stands: %s', async (_, part, message) => {
    await expect(bytesOf('xlsx', { ...sample, ...part })).rejects.toMatchObject({
      code: 'ISMS_TOO_LONG',
      message: expect.stringMatching(message),
    });
  });

  test('counts what does not fit into the cell of a point, and so refuses no checklist', async () => {
    const remarks = Array.from({ length: 1000 }, (_, i) => ({ text: `${i} ${'x'.repeat(60)}`, code: 'a/b' }));
    const status = { word: 'incomplete', sign: '✘', tone: 'bad' } as const;
    const point = { status, title: 'Risks', reference: '6.1.2', details: '', remarks };
    const blocks = [{ type: 'checklist', id: 'c', title: 'Stage 1', summary: '', points: [point] } as const];
    const [, row = []] = await rowsOf({ ...sample, blocks });
    const lines = String(row[5]).split('\n');
    expect(lines.slice(0, 2)).toEqual([`0 ${'x'.repeat(60)} [a/b]`, `1 ${'x'.repeat(60)} [a/b]`]);
    expect(lines.length).toBeGreaterThan(400);
    expect(lines.at(-1)).toBe(`and ${1000 - (lines.length - 1)} more`);
  });

  test('refuses a table of more rows than it can make, and says what else to choose', async () => {
    await expect(bytesOf('xlsx', documentOf(Array<string>(20_001).fill('a')))).rejects.toMatchObject({
      code: 'ISMS_TOO_LONG',
      message: '“Texts” has 20001 rows, more than the 20000 of a workbook; choose CSV',
    });
  });

  test('freezes the header and the row headings, filters the whole table, prints it on landscape pages', async () => {
    const sheet = await workbookPart(sample, 'xl/worksheets/sheet2.xml');
    expect(sheet).toContain('<pane xSplit="2" ySplit="1" topLeftCell="C2" state="frozen"');
    expect(sheet).toContain('<autoFilter ref="A1:G5"/>');
    expect(sheet).toMatch(/<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"\/>/);
    expect(sheet).toContain(
      '<oddFooter>&amp;LOrganisation: Harbour &amp;&amp; Sons &lt;Logistics&gt; · Version: 3.10&amp;R',
    );
    expect(await workbookPart(sample, 'xl/workbook.xml')).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="1">'Controls'!$1:$1<`,
    );
  });

  test('shows the widths, a bold header, tones and the groups', async () => {
    const { Sheets } = await workbookOf(sample);
    const sheet = Sheets.Controls!;
    expect(sheet['!cols']!.map(column => Math.round(column.width!))).toEqual([22, 11, 34, 15, 30, 14, 14]);
    const ground = (ref: string) => (sheet[ref] as { s?: { fgColor?: { rgb?: string } } }).s?.fgColor?.rgb;
    expect([ground('A1'), ground('D2'), ground('C2'), ground('C4')]).toEqual(['24405F', 'E1F5E7', undefined, 'F5F8FB']);
    const styles = await workbookPart(sample, 'xl/styles.xml');
    expect(styles).toMatch(/<font><b\/><color rgb="FFFFFFFF"\/>/);
  });

  test('draws a line above each group but the first, which stands under the header', async () => {
    const styles = await workbookPart(sample, 'xl/styles.xml');
    const [borders = '', formats = ''] = ['borders', 'cellXfs'].map(
      name => new RegExp(`<${name}[^>]*>(.*?)</${name}>`, 's').exec(styles)?.[1] ?? '',
    );
    const hasTop = [...borders.matchAll(/<border\b[^>]*>(.*?)<\/border>/gs)].map(([, inner]) =>
      /<top style/.test(inner!),
    );
    const borderOf = [...formats.matchAll(/<xf [^>]*borderId="(\d+)"/g)].map(([, id]) => hasTop[Number(id)]);
    const sheet = await workbookPart(sample, 'xl/worksheets/sheet2.xml');
    const lined = [...sheet.matchAll(/<c r="A(\d+)"[^>]* s="(\d+)"/g)].flatMap(([, row, style]) =>
      borderOf[Number(style)] ? [Number(row)] : [],
    );
    expect(lined).toEqual([4]);
  });

  test('gives rows room for their lines', async () => {
    const sheet = await workbookPart(sample, 'xl/worksheets/sheet2.xml');
    const heights = [...sheet.matchAll(/<row r="\d+"[^>]* ht="(\d+)"/g)].map(match => Number(match[1]));
    expect(heights).toEqual([30, 30, 30, 30, 30]);
  });

  test('keeps texts in page margins from being codes and from being longer than Excel allows', async () => {
    const long = '&P&'.repeat(200);
    const document = {
      ...sample,
      title: long,
      head: [1, 2, 3, 4].map(() => ({ id: 'organisation', label: long, value: long })),
    };
    const sheet = (await workbookOf({ ...document, blocks: withTable({ title: long }).blocks })).SheetNames;
    expect(sheet[1]!.length).toBe(31);
    const xml = await workbookPart(document, 'xl/worksheets/sheet2.xml');
    for (const [, margin] of xml.matchAll(/<odd(?:Header|Footer)>(.*?)<\/odd/g)) {
      const text = margin!.replaceAll('&amp;', '&');
      expect(text.length).toBeLessThanOrEqual(255);
      expect(text.replaceAll('&&', '').match(/&./g)).toEqual(
        margin!.startsWith('&amp;L&amp;B') ? ['&L', '&B', '&R'] : ['&L', '&R', '&P', '&N'],
      );
    }
  });

  test('dates its properties by the document, never by the clock', async () => {
    expect(await workbookPart(sample, 'docProps/core.xml')).toContain('>2025-06-30T00:00:00Z</dcterms:modified>');
    expect(await workbookPart({ ...sample, asOf: 'soon' }, 'docProps/core.xml')).toContain(
      '>2000-01-01T00:00:00Z</dcterms:modified>',
    );
    const bytes = await bytesOf('xlsx', sample);
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    expect([view.getUint16(10, true), view.getUint16(12, true)]).toEqual([0, 0x21]);
    expect(Object.keys(unzipSync(bytes))).toContain('xl/worksheets/sheet3.xml');
  });

  test('names its sheets as wished, quoted where the workbook refers to them', async () => {
    const document = withTable({ title: "Supplier's controls & risks" });
    expect((await workbookOf(document)).SheetNames).toEqual(['Cover', "Supplier's controls & risks", 'Coverage']);
    expect(await workbookPart(document, 'xl/workbook.xml')).toContain(">'Supplier''s controls &amp; risks'!$1:$1<");
  });

  test('writes tables of a series as one, with what each is for in the first column', async () => {
    const [main] = sample.blocks;
    const part = (of: string, texts: string[]) => ({
      ...flatTable(
        `of-${of}`,
        `Found in ${of}`,
        [{ id: 'id', title: 'Id', kind: 'id' as const }],
        texts.map(text => [text]),
      ),
      series: { id: 'found', title: 'Found', by: 'Audit', of },
    });
    const document = { ...sample, blocks: [main!, part('A-1', ['F-1', 'F-2']), part('A-2', []), part('A-3', ['F-3'])] };
    expect((await workbookOf(document)).SheetNames).toEqual(['Cover', 'Controls', 'Found']);
    expect(await rowsOf(document, 2)).toEqual([
      ['Audit', 'Id'],
      ['A-1', 'F-1'],
      ['A-1', 'F-2'],
      ['A-3', 'F-3'],
    ]);
    expect((await rowsOf(document, 0)).flat()).toEqual(expect.arrayContaining(['Found in A-2', 'None.']));
  });

  test('groups by months as days that can be sorted', async () => {
    const columns = [{ id: 'what', title: 'What', kind: 'word' as const }];
    const months = {
      ...flatTable('m', 'M', columns, []),
      groupBy: 'Month',
      groups: [{ title: '2026-03', rows: [['x']] }],
    };
    const sheet = (await workbookOf({ ...sample, blocks: [months] })).Sheets.M!;
    expect(sheet.A2).toMatchObject({ t: 'n', v: 46082, z: 'yyyy-mm' });
  });

  test('writes a table without rows', async () => {
    expect(await rowsOf(withTable({ groups: [] }))).toEqual([
      ['Theme', 'Control', 'Title', 'Status', 'Reasons', 'Risks', 'Reviewed'],
    ]);
  });
});

describe('worksheet names', () => {
  test.each([
    [['a/b:c*?[d]\\'], ['a b c d']],
    [
      ['', "''", ' \u0001 '],
      ['Sheet', 'Sheet (2)', 'Sheet (3)'],
    ],
    [
      ['History', 'history'],
      ['History_', 'history_ (2)'],
    ],
    [
      ['Cover', 'cover'],
      ['Cover', 'cover (2)'],
    ],
    [
      ['x'.repeat(40), 'X'.repeat(31)],
      ['x'.repeat(31), `${'X'.repeat(27)} (2)`],
    ],
    [[`${'y'.repeat(30)}\u{1F512}`], ['y'.repeat(30)]],
  ])('%j become %j', (wishes, names) => {
    expect(worksheetNames(wishes)).toEqual(names);
  });

  test('are allowed and distinct, whatever is wished', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 40 })), wishes => {
        const names = worksheetNames(wishes);
        expect(new Set(names.map(name => name.toLowerCase())).size).toBe(wishes.length);
        for (const name of names) {
          expect(name).toMatch(/^(?!['\s])[^[\]:*?/\\]{1,31}(?<!['\s])$/);
        }
      }),
    );
  });

  test('are never cut within a sign', () => {
    expect(cut('a\u{1F512}', 2)).toBe('a');
  });
});

describe('the pages of a worksheet', () => {
  test.each([
    ['A4 where all columns find room', [18, 34, 50], { paperSize: 'a4', fitToWidth: 1 }],
    ['A3 where they need more', Array<number>(12).fill(22), { paperSize: 'a3', fitToWidth: 1 }],
    ['pages beside each other beyond that', Array<number>(30).fill(30), { paperSize: 'a3', fitToWidth: 4 }],
  ])('are %s', (_, widths, pages) => {
    expect(sheetPages(widths, 2)).toEqual(pages);
  });

  test('repeat the columns that say which row it is', async () => {
    const columns = Array.from({ length: 30 }, (_, x) => ({ id: `c${x}`, title: `C ${x}`, kind: 'names' as const }));
    const document = { ...sample, blocks: [flatTable('wide', 'Wide', columns, [['a']])] };
    expect(await workbookPart(document, 'xl/workbook.xml')).toContain(">'Wide'!$A:$A,'Wide'!$1:$1<");
    expect(await workbookPart(document, 'xl/worksheets/sheet2.xml')).toMatch(
      /<pageSetup pageOrder="overThenDown" [^>]*fitToWidth="4"/,
    );
  });
});

test.each([
  [[], 17],
  [[{ text: '', width: 9, wrap: true }], 17],
  [[{ text: 'one two', width: 7, wrap: true }], 17],
  [[{ text: 'one two', width: 6, wrap: true }], 30],
  [[{ text: 'one two', width: 3, wrap: false }], 17],
  [[{ text: 'a\nb\n\nc', width: 9, wrap: true }], 56],
  [[{ text: 'x'.repeat(25), width: 10, wrap: true }], 43],
  [[{ text: '\u4E2D'.repeat(10), width: 10, wrap: true }], 30],
  [[{ text: 'x'.repeat(9999), width: 9, wrap: true }], 409],
])('the row of %j is %d points high', (cells, height) => {
  expect(rowHeight(cells)).toBe(height);
});

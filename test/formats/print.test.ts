/** What stands beside and below on paper. */
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Cell, Column, ColumnKind, Row, Table } from '../../src/documents/blocks.ts';
import { flatTable } from '../../src/documents/blocks.ts';
import { belowParts, printLayout } from '../../src/formats/shared/print.ts';
import { cellLines } from '../../src/formats/shared/text.ts';
import { readPdf } from './pdf-reader.ts';
import { bytesOf, sample, textOf } from './sample.ts';

const kinds: readonly ColumnKind[] = ['id', 'title', 'word', 'name', 'names', 'ids', 'prose', 'number', 'date'];

const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constant(undefined),
  fc.string({ maxLength: 80 }),
  fc.array(fc.string({ maxLength: 30 }), { maxLength: 6 }),
  fc.integer(),
);

const table: fc.Arbitrary<Table> = fc
  .record({
    kinds: fc.array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 30 }),
    rows: fc.array(fc.array(cell, { maxLength: 30 }), { maxLength: 8 }),
  })
  .map(({ kinds: chosen, rows }) =>
    flatTable(
      't',
      'T',
      chosen.map((kind, x): Column => ({ id: `c${x}`, title: `Column ${x}`, kind })),
      rows.map(row => row.slice(0, chosen.length)),
    ),
  );

const rowsOf = ({ groups }: Table): readonly Row[] => groups.flatMap(({ rows }) => rows);

describe('any table on paper', () => {
  test('has each column once, the first beside, and the order stays', () => {
    fc.assert(
      fc.property(table, one => {
        const { beside, below } = printLayout(one, 'landscape');
        expect(beside[0]?.x).toBe(0);
        expect([...beside, ...below].map(({ x }) => x).sort((a, b) => a - b)).toEqual(one.columns.map((_, x) => x));
        for (const part of [beside, below])
          expect(part.map(({ x }) => x)).toEqual(part.map(({ x }) => x).sort((a, b) => a - b));
      }),
    );
  });

  test('says below a row what is in it, each filled cell once, in the order of the columns', () => {
    fc.assert(
      fc.property(table, one => {
        const { below } = printLayout(one, 'landscape');
        for (const row of rowsOf(one)) {
          const parts = belowParts(row, below);
          const filled = below.filter(({ x }) => cellLines(row[x]).length > 0);
          expect(parts.flat().map(({ column }) => column)).toEqual(filled.map(({ column }) => column));
          for (const [at, { cell: shown }] of parts.flat().entries())
            expect(cellLines(shown).join('; ')).toBe(cellLines(row[filled[at]?.x ?? 0]).join('; '));
        }
      }),
    );
  });
});

const wide = flatTable(
  'wide',
  'Wide',
  [
    { id: 'id', title: 'Id', kind: 'id' },
    { id: 'title', title: 'Title', kind: 'title' },
    { id: 'rare', title: 'Rare', kind: 'word' },
    { id: 'state', title: 'State', kind: 'word' },
    ...Array.from({ length: 12 }, (_, x): Column => ({ id: `w${x}`, title: `Words ${x}`, kind: 'word' })),
    { id: 'assets', title: 'Assets', kind: 'names' },
    { id: 'owner', title: 'Owner', kind: 'name' },
    { id: 'threat', title: 'Threat', kind: 'name' },
  ],
  Array.from(
    { length: 5 },
    (_, y): Row => [
      `R-${y}`,
      'A title of some length that needs its room',
      y === 4 ? 'seldom' : undefined,
      'open',
      ...Array.from({ length: 12 }, () => 'not performed'),
      ['Servers', 'Laptops', 'A building with a name that is rather long, and so on and on'],
      'Head of something with a long name',
      'Fire in the building or beside it',
    ],
  ),
);

test('every page says that a document is not approved', async () => {
  const document = { ...sample, standing: 'not approved' };
  const zipped = async (id: string, path: RegExp): Promise<string> => {
    const parts = unzipSync(await bytesOf(id, document));
    const found = Object.keys(parts).find(name => path.test(name)) ?? '';
    return new TextDecoder().decode(parts[found]);
  };
  const words = 'Version: 3.10 · not approved';
  for (const page of readPdf(await bytesOf('pdf', document)).pages) expect(page).toContain(words);
  expect(await zipped('docx', /footer\d\.xml$/)).toContain(words);
  expect(await zipped('xlsx', /sheet1\.xml$/)).toContain(words);
  expect(await zipped('xlsx', /sheet2\.xml$/)).toContain(words);
  expect(await textOf('html', document)).toContain('not approved');
});

describe('a wide table', () => {
  test('keeps beside what most rows have, and moves below what few have', () => {
    const { beside, below } = printLayout(wide, 'landscape');
    expect(beside.map(({ column }) => column.id)).toContain('state');
    expect(below.map(({ column }) => column.id)).toContain('rare');
  });

  test('keeps beside what it is asked for, also where few rows have it', () => {
    const asked = {
      ...wide,
      columns: wide.columns.map(one => (one.id === 'rare' ? { ...one, isKey: true as const } : one)),
    };
    expect(printLayout(asked, 'landscape').beside.map(({ column }) => column.id)).toContain('rare');
  });

  test('stands in printed HTML as in PDF, and on the screen in its columns', async () => {
    const html = await textOf('html', { ...sample, blocks: [wide] });
    expect(html.match(/<th[^>]*class="screen"[^>]*>Assets<\/th>/)).not.toBeNull();
    expect(html.match(/<tr class="paper">/g)).toHaveLength(5);
    expect(html).toContain('<span data-label="Assets: " data-text="Servers; Laptops; A building');
    // What is read aloud, found and imported is there once.
    expect(html.match(/>[^<]*Servers/g)).toHaveLength(5);
    expect(html).toMatch(/@media screen \{ \.paper \{ display: none; \} \}/);
    expect(await textOf('html', { ...sample, blocks: [wide] }, { medium: 'editor' })).not.toContain('class="paper"');
    expect(await textOf('html', sample)).not.toContain('class="paper"');
  });

  test('has a list in one line and short texts on one line, in PDF and DOCX', async () => {
    const { below } = printLayout(wide, 'landscape');
    const parts = belowParts(rowsOf(wide)[4] as Row, below).map(part => part.map(({ column }) => column.id));
    expect(parts).toContainEqual(['assets']);
    expect(parts).toContainEqual(expect.arrayContaining(['owner', 'threat']));
    const document = { ...sample, blocks: [wide] };
    const list = 'Assets: Servers; Laptops; A building';
    const line = 'Owner: Head of something with a long name · Threat: Fire';
    const pdf = readPdf(await bytesOf('pdf', document))
      .pages.join('')
      .replace(/\s+/g, '');
    const xml = new TextDecoder().decode(unzipSync(await bytesOf('docx', document))['word/document.xml']);
    const docx = xml.replace(/<[^>]*>/g, '').replace(/\s+/g, '');
    for (const text of [pdf, docx]) for (const words of [list, line]) expect(text).toContain(words.replace(/\s+/g, ''));
  });
});

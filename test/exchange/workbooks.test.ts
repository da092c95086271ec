/** What the cells of a workbook show counts, not what is stored behind it. */
import { describe, expect, test } from 'vitest';
import { readXlsx } from '../../src/exchange/read/xlsx.ts';
import { workbook } from './cases.ts';
import { declarationOf, imported } from './text-of.ts';

async function cellOf(value: number, format: string) {
  const bytes = await workbook({ Sheet: { rows: [[{ value, format }]] } });
  return (await readXlsx('a.xlsx', bytes)).grids[0]?.rows[0]?.[0];
}

describe('a number', () => {
  test.each<[number, string, string]>([
    [1, '"R-"000', 'R-001'],
    [7, '0000', '0007'],
    [1, '0%', '100%'],
    [0.125, '0.0%', '12.5%'],
    [5, '0 "days"', '5 days'],
    [5, '0\\ \\d', '5 d'],
    [3, 'General" Personen"', '3 Personen'],
    [2, '"Stufe "0', 'Stufe 2'],
    [1.25, '[$-407]#,##0.00\\ "€"', '1.25 €'],
    [8, '[>=8]"High";[>=4]"Medium";"Low"', 'High (8)'],
    [5, '[>=8]"High";[>=4]"Medium";"Low"', 'Medium (5)'],
    [2, '[>=8]"High";[>=4]"Medium";"Low"', 'Low (2)'],
    [-3, '0 "up";0 "down"', '3 down'],
    [0, '0;-0;"none"', 'none (0)'],
    [2, '"a;b "0', 'a;b 2'],
  ])('%d with the format %s says %s', async (value, format, text) => {
    expect(await cellOf(value, format)).toMatchObject({ text, kind: 'text' });
  });

  test.each<[number, string, string]>([
    [4, '0', '4'],
    [4.25, '#,##0.00', '4.25'],
    [4, '[Red]0', '4'],
    [4, '0_)', '4'],
    [-4, '0;(0)', '-4'],
    [0.5, '# ?/?', '0.5'],
    [1200000, '0.0,,"M"', '1200000'],
    [4, 'x'.repeat(300), '4'],
    [4006381333931, 'General', '4006381333931'],
    [123456789012345, '0', '123456789012345'],
    [0.1 + 0.2, 'General', '0.3'],
  ])('%d with the format %s is the number %s', async (value, format, text) => {
    expect(await cellOf(value, format)).toMatchObject({ text, kind: 'number', number: value });
  });
});

describe('a time', () => {
  test.each<[number, string, string]>([
    [1 / 6, 'h:mm', '04:00'],
    [1 / 48, 'hh:mm:ss', '00:30'],
    [2, '[h]:mm', '48:00'],
    [100, '[h]:mm', '2400:00'],
    [1.5, 'h:mm', '36:00'],
    [90 / 86400, '[m]:ss', '00:01:30'],
  ])('of %d with the format %s is %s, and no date', async (value, format, text) => {
    const cell = await cellOf(value, format);
    expect(cell).toMatchObject({ text, kind: 'text' });
    expect(cell).not.toHaveProperty('date');
  });

  test.each<[number, string, string]>([
    [46112.587, 'm/d/yy h:mm', '2026-03-31 14:05'],
    [46112, 'm/d/yy h:mm', '2026-03-31'],
    [46112.587, 'yyyy-mm-dd', '2026-03-31'],
    [46112.5, 'h:mm', '2026-03-31 12:00'],
  ])('of %d with the format %s is %s, and its day', async (value, format, text) => {
    expect(await cellOf(value, format)).toEqual({
      text,
      kind: 'date',
      date: '2026-03-31',
      place: { file: 'a.xlsx', sheet: 'Sheet', cell: 'A1' },
    });
  });
});

test('ids, times and shares stand in the output as they are shown', async () => {
  const bytes = await workbook({
    Assets: {
      rows: [
        ['Asset ID', 'Asset', 'Type', 'RTO', 'Seen', 'Serial number'],
        [
          { value: 1, format: '"A-"000' },
          'ERP',
          'Software',
          { value: 1 / 6, format: 'h:mm' },
          { value: 46112.587, format: 'yyyy-mm-dd hh:mm' },
          4915112345678,
        ],
      ],
    },
    SoA: {
      rows: [
        ['Control ID', 'Applicable', 'Status'],
        ['A.5.1', 'Yes', { value: 1, format: '0%' }],
      ],
    },
  });
  const { written } = await imported('a.xlsx', bytes);
  const asset = declarationOf(written, 'asset A-001');
  for (const text of ['RTO: 04:00', 'Seen: 2026-03-31 14:05', 'Serial number: 4915112345678'])
    expect(asset).toContain(text);
  expect(declarationOf(written, 'control A.5.1')).toContain('status: implemented');
});

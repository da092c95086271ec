import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Document, flatTable } from '../../src/documents/blocks.ts';
import { spreadsheetText } from '../../src/formats/csv.ts';
import { mainTable } from '../../src/formats/shared/tables.ts';
import { plainText } from '../../src/formats/shared/text.ts';
import { isms } from '../cli/isms.ts';
import { bytesOf, documentOf, nastyTexts, sample, textOf } from './sample.ts';
import { convert, isInstalled } from './soffice.ts';

// Without it the tests below are counted as not run, by `npm test` with its reason; where it is demanded that is a failure.
test('LibreOffice is there, or nobody demands it', () => {
  const missing = 'LibreOffice is missing. Install it: apt-get install --no-install-recommends libreoffice-calc';
  expect(isInstalled || process.env.ISMS_REQUIRE_TOOLS !== '1', missing).toBe(true);
});

async function csvOf(document: Document): Promise<string[][]> {
  return parse(await textOf('csv', document), { record_delimiter: '\r\n' });
}

describe.skipIf(!isInstalled)('LibreOffice', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'libreoffice-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('reads in the workbook the table of the CSV', async () => {
    expect(convert(folder, await bytesOf('xlsx', sample))).toEqual(await csvOf(sample));
  });

  test('reads numbers, days and texts that look like them as in the CSV', async () => {
    const kinds = ['name', 'number', 'date'] as const;
    const columns = kinds.map(kind => ({ id: kind, title: kind, kind }));
    const rows = [
      ['5.10', 0, '2024-02-29'],
      ['1/2', -12.5, '1899-12-31'],
      ['1e5', 123456, '9999-12-31'],
    ];
    const document = { ...sample, blocks: [flatTable('kinds', 'Kinds', columns, rows)] };
    expect(convert(folder, await bytesOf('xlsx', document))).toEqual(await csvOf(document));
  });

  test('reads every text as it is; only the CSV has apostrophes before formulas', async () => {
    const texts = mainTable(documentOf(nastyTexts));
    const document = { ...sample, blocks: [{ ...texts, title: "Supplier's 'controls' & [risks]" }] };
    const [header, ...rows] = convert(folder, await bytesOf('xlsx', document));
    expect(header).toEqual(['Id', 'Text']);
    expect(rows.map(row => row[1])).toEqual(nastyTexts.map(plainText));
    const guarded = rows.map(([id, text]) => [id, spreadsheetText(text!)]);
    expect([header, ...guarded]).toEqual(await csvOf(document));
  });

  test('reads in the statement of the example what its CSV holds, and 93 controls', async () => {
    const example = fileURLToPath(new URL('../../examples/acme-cloud', import.meta.url));
    const [xlsx, csv] = await Promise.all(
      ['xlsx', 'csv'].map(format => isms(['export', 'soa', example, '--format', format, '-o', '-'])),
    );
    const rows = convert(folder, xlsx?.bytes ?? new Uint8Array());
    expect(rows.filter(([id]) => id?.startsWith('A.'))).toHaveLength(93);
    expect(rows).toEqual(parse(csv?.bytes ?? '', { record_delimiter: '\r\n' }));
  });
});

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ExportDocument, flatSheet } from '../../../src/export/document.ts';
import { plainText, spreadsheetText } from '../../../src/export/formats/text.ts';
import { bytesOf, documentOf, nastyTexts, sample, textOf } from './sample.ts';

const missing =
  'LibreOffice is missing: the workbooks were opened by no spreadsheet program. Install it: apt-get install --no-install-recommends libreoffice-calc';
const installed = isInstalled();

function isInstalled(): boolean {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore', timeout: 60_000 });
    return true;
  } catch {
    return false;
  }
}

test('LibreOffice is there, or this is no CI', () => {
  if (!installed && process.env.CI !== 'true') {
    console.warn(missing);
  }
  expect(installed || process.env.CI !== 'true', missing).toBe(true);
});

/** The first sheet as LibreOffice, another implementation than ours of both formats, writes it to CSV: `,` `"` and UTF-8. */
function convert(folder: string, workbook: Uint8Array): string[][] {
  writeFileSync(join(folder, 'book.xlsx'), workbook);
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const filter = 'csv:Text - txt - csv (StarCalc):44,34,76';
  const file = join(folder, 'book.xlsx');
  execFileSync('soffice', [profile, '--headless', '--convert-to', filter, '--outdir', folder, file], {
    stdio: 'ignore',
    timeout: 120_000,
  });
  return parse(readFileSync(join(folder, 'book.csv')));
}

async function csvOf(document: ExportDocument): Promise<string[][]> {
  return parse(await textOf('csv', document), { record_delimiter: '\r\n' });
}

if (installed) {
  describe('LibreOffice', () => {
    let folder = '';
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'libreoffice-'));
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    test('reads in the workbook the table of the CSV', async () => {
      expect(convert(folder, await bytesOf('xlsx', sample))).toEqual(await csvOf(sample));
    });

    test('reads numbers, days and texts that look like them as in the CSV', async () => {
      const kinds = ['text', 'number', 'date'] as const;
      const columns = kinds.map(kind => ({ key: kind, title: kind, width: 12, kind }));
      const rows = [
        ['5.10', 0, '2024-02-29'],
        ['1/2', -12.5, '1899-12-31'],
        ['1e5', 123456, '9999-12-31'],
      ];
      const document = { ...sample, sheets: [flatSheet('kinds', 'Kinds', columns, rows)] };
      expect(convert(folder, await bytesOf('xlsx', document))).toEqual(await csvOf(document));
    });

    test('reads every text as it is; only the CSV has apostrophes before formulas', async () => {
      const texts = documentOf(nastyTexts).sheets[0]!;
      const document = { ...sample, sheets: [{ ...texts, name: "Supplier's 'controls' & [risks]" }] };
      const [header, ...rows] = convert(folder, await bytesOf('xlsx', document));
      expect(header).toEqual(['Id', 'Text']);
      expect(rows.map(row => row[1])).toEqual(nastyTexts.map(plainText));
      const guarded = rows.map(([id, text]) => [id, spreadsheetText(text!)]);
      expect([header, ...guarded]).toEqual(await csvOf(document));
    });
  });
}

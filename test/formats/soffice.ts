import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'csv-parse/sync';

/** Whether LibreOffice, another implementation than ours of XLSX and CSV, is there. */
export const isInstalled = ((): boolean => {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore', timeout: 60_000 });
    return true;
  } catch {
    return false;
  }
})();

/** The second sheet, behind the cover, as LibreOffice writes it to CSV: `,` `"` and UTF-8. `folder` is one to work in. */
export function convert(folder: string, workbook: Uint8Array): string[][] {
  writeFileSync(join(folder, 'book.xlsx'), workbook);
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  // The last number is that of the sheet, whose name LibreOffice puts into the file's.
  const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2';
  const file = join(folder, 'book.xlsx');
  execFileSync('soffice', [profile, '--headless', '--convert-to', filter, '--outdir', folder, file], {
    stdio: 'ignore',
    timeout: 120_000,
  });
  const [csv = ''] = readdirSync(folder).filter(name => /^book-.*\.csv$/.test(name));
  const rows = parse(readFileSync(join(folder, csv))) as string[][];
  rmSync(join(folder, csv));
  return rows;
}

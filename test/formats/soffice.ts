import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
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

/** The first sheet as LibreOffice writes it to CSV: `,` `"` and UTF-8. `folder` is one to work in. */
export function convert(folder: string, workbook: Uint8Array): string[][] {
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

/** Imports one file, and gives what is written and what the report says of it, each as one text. */
import { importFiles } from '../../src/exchange/import-files.ts';
import { textReport } from '../../src/exchange/report/text.ts';
import { joined } from './language.ts';

export async function imported(
  name: string,
  content: string | Uint8Array,
): Promise<{ readonly written: string; readonly report: string }> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const result = await importFiles([{ name, bytes }]);
  return { written: joined(result.files), report: textReport(result) };
}

/** What is written of a declaration: `control A.5.1`. */
export function declarationOf(written: string, name: string): string {
  const start = written.indexOf(`${name} `);
  return start < 0 ? '' : written.slice(start, written.indexOf('\n}', start));
}

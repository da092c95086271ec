/** The account of an import for programs, in English: every remark with its cell and the whole text that stands there. */
import { inEnglish } from '../../wording/wording.ts';
import type { ImportResult } from '../import.ts';

/** Its `$id`: a change of the shape is a new version. */
export const importReportId = 'urn:isms-as-code:schema:import-report:1';

export function jsonReport({ files, tables, remarks, counts, cells }: ImportResult): string {
  const report = {
    $schema: importReportId,
    files: files.map(({ path }) => path),
    cells,
    declarations: Object.fromEntries(counts),
    tables,
    remarks: remarks.map(remark => ({ ...remark, message: inEnglish(remark.message) })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

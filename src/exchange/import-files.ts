/** Imports files, whatever they are: each is read by what is in it. */
import type { ReadFile } from './cells.ts';
import { type ImportFault, isImportFault } from './fault.ts';
import { type ImportOptions, type ImportResult, importTables } from './import.ts';
import { type InputFile, readFile } from './read/read.ts';

/** The files that cannot be read, each with its reason. Nothing is imported then: a part would be taken for the whole. */
export class UnreadFiles extends Error {
  readonly code = unreadFiles;
  readonly faults: readonly { readonly file: string; readonly fault: ImportFault }[];

  constructor(faults: UnreadFiles['faults']) {
    super(faults.map(({ file, fault }) => `${file}: ${fault.message}`).join('\n'));
    this.faults = faults;
  }
}

const unreadFiles = 'ISMS_UNREAD_FILES';

export const isUnreadFiles = (error: unknown): error is UnreadFiles =>
  error instanceof Error && (error as { readonly code?: unknown }).code === unreadFiles;

/** @throws UnreadFiles if a file cannot be read */
export async function importFiles(inputs: readonly InputFile[], options: ImportOptions = {}): Promise<ImportResult> {
  const read: ReadFile[] = [];
  const faults: UnreadFiles['faults'][number][] = [];
  for (const input of inputs) {
    try {
      read.push(await readFile(input));
    } catch (error) {
      if (!isImportFault(error)) throw error;
      faults.push({ file: input.name, fault: error });
    }
  }
  if (faults.length) throw new UnreadFiles(faults);
  return importTables(read, options);
}

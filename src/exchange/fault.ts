import { SaidError } from '../wording/said-error.ts';

/** A file, or a mapping, that cannot be imported. The message says what is wrong, why, and what to do, without the name of the file. */
export class ImportFault extends SaidError {
  readonly code = importFault;
}

const importFault = 'ISMS_IMPORT_FAULT';

/** Whether an error is an `ImportFault`, also one of another bundle. */
export const isImportFault = (error: unknown): error is ImportFault =>
  error instanceof Error && (error as { readonly code?: unknown }).code === importFault;

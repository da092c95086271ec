import { SaidError } from '../../wording/said-error.ts';

/** A document that OSCAL cannot say: the model asks for something that the ISMS does not have. The message says what, and what to do. */
export class NothingToSayError extends SaidError {
  readonly code = nothingToSay;
}

const nothingToSay = 'ISMS_NOTHING_TO_SAY';

/** Whether an error is a `NothingToSayError`, also one of another bundle. */
export const isNothingToSay = (error: unknown): error is Error =>
  error instanceof Error && (error as { readonly code?: unknown }).code === nothingToSay;

/** What is chosen and is not there. */
import { SaidError } from '../wording/said-error.ts';

/** There is no such artefact, format or parameter. The message names those there are. */
export class UnknownChoiceError extends SaidError {
  readonly code = unknownChoice;
}

const unknownChoice = 'ISMS_UNKNOWN_CHOICE';

/** Whether an error is an `UnknownChoiceError`, also one of another bundle. */
export const isUnknownChoice = (error: unknown): error is Error =>
  error instanceof Error && (error as { readonly code?: unknown }).code === unknownChoice;

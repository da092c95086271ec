/** What is said of faults of the program itself, so that nobody takes an incomplete result for a whole one. */

import { isUnusableLogo } from '../export/branding.ts';
import { reasonOf } from '../model/fault.ts';
import { printable } from '../syntax/text/printable.ts';
import { isWordingError } from '../wording/languages.ts';
import { type Io, isUsageError, UsageError } from './io.ts';

/** How many rules are named. */
const named = 5;

/** That a check is incomplete, and what to do. */
export function incomplete(failed: readonly string[]): string {
  const more = failed.length > named ? ` and ${failed.length - named} more` : '';
  const which = `${failed.slice(0, named).join(', ')}${more}`;
  return `the check is incomplete, since rules of this program failed: ${which}. All else is reported. Set ISMS_DEBUG=1 to see where, and please report it.`;
}

/**
 * Does what makes an artefact. What it throws becomes a sentence that names the artefact; a `UsageError` and what `isOther` accepts,
 * such as an error of the disk, stay as they are.
 * @param what the artefact, as in "the Statement of Applicability"
 */
export async function making<T>(
  what: string,
  io: Io,
  work: () => T | Promise<T>,
  isOther: (error: unknown) => boolean = () => false,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isUsageError(error) || isOther(error)) throw error;
    // A file with words that cannot be used, or a logo, is a fault of the text.
    if (isWordingError(error) || isUnusableLogo(error)) throw new UsageError(printable(error.message));
    if (io.env.ISMS_DEBUG && error instanceof Error) io.stderr.write(`isms: ${error.stack}\n`);
    throw new UsageError(
      `${what} cannot be made: ${reasonOf(error)}. This is a fault of the program, not of your text; please report it.`,
    );
  }
}

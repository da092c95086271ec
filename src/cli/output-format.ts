/** Which format a file is written in: the one that is asked for, else the one whose ending its name has. */
import { extname } from 'node:path';
import type { FormatInfo } from '../formats/shared/format.ts';
import { printable } from '../syntax/text/printable.ts';
import { UsageError } from './io.ts';

/**
 * The id of the format. `output` is the name after `-o`: undefined without one, `-` for standard output. Throws a `UsageError` where
 * neither says it, where the ending is that of no format, and where the ending is that of another format than `asked`.
 */
export function formatOfName(
  formats: readonly FormatInfo[],
  asked: string | undefined,
  output: string | undefined,
): string {
  const ending = output === undefined || output === '-' ? '' : extname(output).slice(1).toLowerCase();
  const meant = formats.find(({ id, extension }) => extension === ending || id === ending)?.id;
  const choice = `There are ${formats.map(({ id }) => id).join(', ')}.`;
  if (asked !== undefined) {
    if (meant === undefined || meant === asked) return asked;
    throw new UsageError(
      `--format ${asked} contradicts the ending of ${printable(output ?? '')}; change one of them, or leave --format out to write ${meant}.`,
    );
  }
  if (meant !== undefined) return meant;
  if (ending === '') throw new UsageError(`Say how it is written, as in --format xlsx or -o NAME.xlsx. ${choice}`);
  throw new UsageError(
    `No format is written with the ending .${printable(ending)}. Choose another one or add --format. ${choice}`,
  );
}

/** Which format a file is written in: the one that is asked for, else the one whose ending its name has. */
import { basename, extname } from 'node:path';
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
  const name = output === undefined || output === '-' ? '' : basename(output).toLowerCase();
  const ending = extname(name).slice(1);
  const meant = meantBy(formats, name, ending);
  const choice = `There are ${formats.map(({ id }) => id).join(', ')}.`;
  if (asked !== undefined) {
    const isLoose = formats.some(({ id, extension }) => id === asked && extension.endsWith(`.${ending}`));
    if (meant === undefined || meant === asked || isLoose) return asked;
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

/** The format with the longest ending that the name has: `soa.oscal-profile.json` is no plain JSON. */
function meantBy(formats: readonly FormatInfo[], name: string, ending: string): string | undefined {
  const fitting = formats.filter(({ id, extension }) => name.endsWith(`.${extension}`) || id === ending);
  return fitting.sort((a, b) => b.extension.length - a.extension.length)[0]?.id;
}

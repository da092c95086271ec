/** `isms diff`: what changed between two states of an ISMS, by what is said and not by how it is written. */
import { basename, resolve } from 'node:path';
import { isDifferent } from '../../diff/data.ts';
import type { Side as LoadedSide } from '../../export/difference.ts';
import { commonFormats, isTooLong, joined } from '../../export/index.ts';
import { isIsmsFile, writeWhole } from '../../node/files.ts';
import { printable } from '../../syntax/text/printable.ts';
import { wantsColor } from '../colour.ts';
import { making } from '../faults.ts';
import { cannotWrite, isFileError } from '../file-errors.ts';
import { exitCodes, type Io, UsageError } from '../io.ts';
import { type LoadOptions, loadInput, theOne } from '../load.ts';
import { asOfOption, formatOption, settingOption } from '../options.ts';
import { readSide, type Side } from '../sides.ts';
import { tellMissing } from '../tell-missing.ts';
import type { Verb } from '../verb.ts';

interface DiffOptions {
  readonly in: string;
  readonly format: string;
  readonly output?: string;
  readonly asOf?: string;
  readonly language?: string;
  readonly color?: boolean;
}

const help = `
Each side is a folder or file of an ISMS, a .zip archive of one, or a revision of the git repository around --in: HEAD~1, a branch, a
tag, or main:path with a path from the top of the repository. What is there as a file or folder is meant as one. With one side only,
it is compared with the working files. Both sides are judged as of the same day.

White space, comments, the order of declarations and the file that one stands in are no change. A declaration that says most of the
same under another name is told as renamed.

Exit codes: 0 nothing has changed, 1 something has, 2 usage, or a side cannot be read.

Examples:
  isms diff HEAD                                 what is changed and not committed
  isms diff main --in my-isms --format md        for the comment of a pull request
  isms diff v1.0 v2.0 --format html -o changes.html
  isms diff last-year.zip my-isms --format json`;

const diff: Verb = (command, io, exit) => {
  command
    .argument('<before>', 'a folder, a .zip archive, or a git revision')
    .argument('[after]', 'the same; the working files if left out')
    .option('--in <path>', 'the folder of the ISMS that revisions are of', '.')
    .addOption(
      formatOption(
        commonFormats.filter(({ can }) => can.write !== 'the dates').map(({ id }) => id),
        'text',
      ),
    )
    .option('-o, --output <file>', 'where it is written; standard output if left out')
    .addOption(asOfOption())
    .addOption(settingOption('documentsLanguage'))
    .option('--color', 'use colours (else only on a terminal, and not where NO_COLOR is set)')
    .option('--no-color', 'use no colours')
    .addHelpText('after', help)
    .action(async (first: string, second: string | undefined, options: DiffOptions) => {
      const target = targetOf(options, io);
      const [before, after] = await loadBoth(first, second ?? options.in, options, io);
      const differs = await making('The comparison', io, async () => {
        const { compare, exportDifference } = await import('../../export/difference.ts');
        const difference = await compare(before, after);
        const color = options.color ?? wantsColor(io);
        const file = await exportDifference(difference, options.format, after, { color });
        tellMissing(file.missing, io);
        await write(target, await joined(file.pieces).catch(tooLong), options, io);
        return isDifferent(difference);
      });
      if (differs) exit(exitCodes.findings);
    });
};

/** The file to be written, if not to standard output. */
function targetOf({ output, format }: DiffOptions, io: Io): string | undefined {
  if (output === '') throw new UsageError('-o is empty. Name a file, or - for standard output, or leave -o out.');
  if (output === undefined || output === '-') {
    if (io.stdout.isTerminal && !commonFormats.find(({ id }) => id === format)?.isText)
      throw new UsageError(`A terminal cannot show ${format}. Name a file, as in -o changes.${format}, or pipe it on.`);
    return undefined;
  }
  const target = resolve(io.cwd, output);
  if (isIsmsFile(basename(target)))
    throw new UsageError(`${printable(output)} would be read as a file of an ISMS. Choose another name.`);
  return target;
}

/** Both sides, as of one day: that which is asked for, or that of the later one. */
async function loadBoth(
  first: string,
  second: string,
  { asOf, language, in: around }: DiffOptions,
  io: Io,
): Promise<readonly [LoadedSide, LoadedSide]> {
  const [before, after] = [await readSide(first, around, io), await readSide(second, around, io)];
  const later = loadSide(after, { asOf, language }, io);
  return [loadSide(before, { asOf: asOf ?? later.unit.view().asOf, language }, io), later];
}

function loadSide(
  { name, input, folder, fileExists }: Side,
  { asOf, language }: Pick<LoadOptions, 'asOf' | 'language'>,
  io: Io,
): LoadedSide {
  const options = { ...(asOf !== undefined && { asOf }), language, fileExists };
  const { workspace, unit } = theOne(loadInput(input, options, io), name, io, folder);
  return { name, workspace, unit };
}

function tooLong(error: unknown): never {
  throw isTooLong(error) ? cannotWrite('The comparison', error) : error;
}

async function write(
  target: string | undefined,
  bytes: Uint8Array,
  { output = '' }: DiffOptions,
  io: Io,
): Promise<void> {
  if (target === undefined) {
    await io.stdout.write(bytes);
    return;
  }
  try {
    await writeWhole(target, [bytes]);
  } catch (error) {
    throw isFileError(error) ? cannotWrite(output, error) : error;
  }
  io.stdout.write(`Wrote ${printable(output)}\n`);
}

export default diff;

/** `isms export`: writes a document generated from an ISMS. */

import { resolve } from 'node:path';
import { Argument, Option } from 'commander';
import { artefacts, exportArtefact, TooLongError } from '../../export/index.ts';
import type { IsmsView } from '../../model/view.ts';
import { writeWhole } from '../../node/files.ts';
import { making } from '../faults.ts';
import { cannotWrite, isFileError } from '../file-errors.ts';
import { type Io, UsageError } from '../io.ts';
import { loadOne } from '../load.ts';
import { asOfOption } from '../options.ts';
import type { Verb } from '../verb.ts';

interface ExportOptions {
  readonly asOf?: string;
  readonly format: string;
  readonly output?: string;
}

const formats = [...new Set(artefacts.flatMap(artefact => artefact.formats.map(({ id }) => id)))];

const help = `
Documents:
${artefacts.map(({ id, title, clause }) => `  ${id.padEnd(10)}${title} (${clause})`).join('\n')}

Without -o the file is named after the ISMS and put into the current folder.

Examples:
  isms export soa my-isms --format xlsx
  isms export soa my-isms --format html -o public/soa.html
  isms export soa my-isms --format csv -o - | cut -d, -f1,4`;

/** Of these formats a terminal can show what they write. */
const isText = (mediaType: string): boolean => /^(text\/|application\/json)/.test(mediaType);

const exportVerb: Verb = (command, io) => {
  command
    .addArgument(new Argument('<document>', 'what to export').choices(artefacts.map(({ id }) => id)))
    .argument('[path]', 'the folder of the ISMS', '.')
    .addOption(new Option('--format <format>', 'how it is written').choices(formats).makeOptionMandatory())
    .option('-o, --output <file>', 'where it is written; - for standard output')
    .addOption(asOfOption())
    .addHelpText('after', help)
    .action(async (artefact: string, path: string, { asOf, format, output }: ExportOptions) => {
      const { unit } = await loadOne(path, { asOf }, io);
      const title = artefacts.find(({ id }) => id === artefact)?.title ?? artefact;
      await making(title, io, () => write(unit.view(), artefact, { format, output }, io));
    });
};

/** Writes an artefact where it was asked for. */
async function write(
  view: IsmsView,
  artefact: string,
  { format, output }: Pick<ExportOptions, 'format' | 'output'>,
  io: Io,
): Promise<void> {
  const { fileName, pieces, mediaType } = exportArtefact(view, artefact, format);
  if (output === '-') {
    if (io.stdout.isTerminal && !isText(mediaType)) {
      throw new UsageError(`A terminal cannot show ${format}. Name a file, as in -o ${fileName}, or pipe it on.`);
    }
    for await (const piece of pieces) await io.stdout.write(piece);
    return;
  }
  const file = output ?? fileName;
  try {
    await writeWhole(resolve(io.cwd, file), pieces);
  } catch (error) {
    throw isFileError(error) || error instanceof TooLongError ? cannotWrite(file, error) : error;
  }
  io.stdout.write(`Wrote ${file}\n`);
}

export default exportVerb;

/** `isms export`: writes a document generated from an ISMS. */

import { basename, resolve } from 'node:path';
import { Argument, Option } from 'commander';
import { artefacts, exportArtefact, isTooLong, type Piece } from '../../export/index.ts';
import { printable } from '../../language/text/printable.ts';
import { isIsmsFile, pathOfUri, writeWhole } from '../../node/files.ts';
import type { IsmsUnit } from '../../workspace/workspace.ts';
import { making } from '../faults.ts';
import { cannotWrite, isFileError, refuseLinkOut } from '../file-errors.ts';
import { type Io, UsageError } from '../io.ts';
import { loadOne } from '../load.ts';
import { asOfOption } from '../options.ts';
import type { Verb } from '../verb.ts';

interface ExportOptions {
  readonly asOf?: string;
  readonly format: string;
  readonly output?: string;
  readonly bom?: boolean;
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
    .option('--bom', 'begin CSV with a byte order mark, by which Excel knows that it is UTF-8')
    .addOption(asOfOption())
    .addHelpText('after', help)
    .action(async (artefact: string, path: string, { asOf, format, output, bom }: ExportOptions) => {
      if (bom && format !== 'csv') throw new UsageError(`--bom is for CSV; leave it out for ${format}.`);
      if (output === '') throw new UsageError('-o is empty. Name a file, or - for standard output, or leave -o out.');
      const { unit } = await loadOne(path, { asOf }, io);
      const title = artefacts.find(({ id }) => id === artefact)?.title ?? artefact;
      await making(title, io, () => write(unit, artefact, { format, output, bom }, io));
    });
};

/** Writes an artefact where it was asked for. */
async function write(
  unit: IsmsUnit,
  artefact: string,
  { format, output, bom }: Pick<ExportOptions, 'format' | 'output' | 'bom'>,
  io: Io,
): Promise<void> {
  const { fileName, pieces: made, mediaType } = exportArtefact(unit.view(), artefact, format);
  const pieces = bom ? withByteOrderMark(made) : made;
  if (output === '-') {
    if (io.stdout.isTerminal && !isText(mediaType)) {
      throw new UsageError(`A terminal cannot show ${format}. Name a file, as in -o ${fileName}, or pipe it on.`);
    }
    for await (const piece of pieces) {
      if (io.stdout.isClosed) return;
      await io.stdout.write(piece);
    }
    return;
  }
  const file = output ?? fileName;
  const target = resolve(io.cwd, file);
  if (isIsmsFile(basename(target))) {
    throw new UsageError(
      `${printable(file)} would be read as a file of an ISMS. Choose a name that ends in .${format}.`,
    );
  }
  refuseLinkOut(pathOfUri(unit.root), target, file);
  try {
    await writeWhole(target, pieces);
  } catch (error) {
    throw isFileError(error) || isTooLong(error) ? cannotWrite(file, error) : error;
  }
  io.stdout.write(`Wrote ${printable(file)}\n`);
}

async function* withByteOrderMark(pieces: AsyncIterable<Piece>): AsyncGenerator<Piece> {
  yield '\uFEFF';
  yield* pieces;
}

export default exportVerb;

/** `isms export`: writes a document generated from an ISMS. */

import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { Argument, InvalidArgumentError, Option } from 'commander';
import type { StatementHistory } from '../../documents/data/_statement-history.ts';
import { exportAll, packOf } from '../../export/all.ts';
import {
  artefacts,
  type ExportedFile,
  exportArtefact,
  formats,
  formatsOf,
  isNothingToSay,
  isTooLong,
  isUnknownChoice,
  isUnusableTemplate,
  type Piece,
} from '../../export/index.ts';
import { isIsmsFile, makeFolder, pathOfUri, writeWhole } from '../../node/files.ts';
import type { CommitsAsked } from '../../node/git.ts';
import { printable } from '../../syntax/text/printable.ts';
import { completeTexts, languageOf } from '../../wording/languages.ts';
import type { IsmsUnit } from '../../workspace/workspace.ts';
import { making } from '../faults.ts';
import { cannotWrite, fileReason, isFileError, refuseLinkOut } from '../file-errors.ts';
import { type Io, UsageError } from '../io.ts';
import { loadOne } from '../load.ts';
import { manifestIn, removeOld } from '../old-pack.ts';
import { asOfOption, settingOption } from '../options.ts';
import { formatOfName } from '../output-format.ts';
import { exportSite } from '../site.ts';
import { tellMissing } from '../tell-missing.ts';
import type { Verb } from '../verb.ts';

/** In the place of a document: all of them, into a folder. */
const everything = 'all';
/** In the place of a document: the pictures as a page of its own; see site.ts. */
const site = 'site';

interface ExportOptions {
  readonly asOf?: string;
  readonly language?: string;
  readonly edition?: string;
  readonly format?: string;
  readonly list?: boolean;
  readonly words?: boolean;
  readonly output?: string;
  readonly set: Readonly<Record<string, string>>;
  readonly bom?: boolean;
  readonly template?: string;
  readonly history?: boolean;
  readonly since?: string;
}

/** Where a file is to be written, and how. */
type WriteOptions = Pick<ExportOptions, 'output' | 'bom' | 'template'>;

const names = artefacts.map(({ id }) => id);

/** All editions that some document has. */
const editions = [
  ...new Set(
    artefacts.flatMap(({ parameters }) => parameters.flatMap(({ id, values }) => (id === 'edition' ? values : []))),
  ),
];

const help = `
Documents:
${artefacts.map(({ id, title, clause }) => `  ${id.padEnd(24)}${title} (${clause})`).join('\n')}

Without --format the ending of -o says how it is written. Without -o the file is named after the ISMS and put into the current folder.

Examples:
  isms export soa my-isms --format xlsx
  isms export soa my-isms -o public/soa.html
  isms export soa my-isms --format csv -o - | cut -d, -f1,4
  isms export soa my-isms --since v1.0 --format pdf      with its change history since then
  isms export readiness my-isms --set stage=1 --format html
  isms export all my-isms -o public
  isms export site my-isms -o dashboard      the pictures as a page that opens from disk
  isms export site my-isms --history -o dashboard
  isms export all my-isms --edition customer -o for-customers
  isms export risk-register my-isms --language de --format pdf
  isms export --list --format json`;

const exportVerb: Verb = (command, io) => {
  command
    .addArgument(new Argument('[document]', 'what to export').choices([...names, everything, site]))
    .argument('[path]', 'the folder of the ISMS', '.')
    .addOption(new Option('--format <format>', 'how it is written').choices(formats.map(({ id }) => id)))
    .option('-o, --output <file>', 'where it is written; - for standard output; a folder for all documents')
    .addOption(new Option('--edition <edition>', 'for whom it is written').choices(editions))
    .addOption(new Option('--set <name=value>', 'chooses a part of the document').default({}, '').argParser(parameter))
    .option('--history', 'for soa and site: with how it was before, as git has it')
    .option('--since <revision>', 'for soa: the same, of what was committed after a git revision')
    .option('--bom', 'begin CSV with a byte order mark, by which Excel knows that it is UTF-8')
    .option('--words', 'print every text of documents, to be translated in isms.words.LANG.json')
    .option('--template <file>', 'a Word document that DOCX is put into, in the place of {{content}}')
    .option('--list', 'list the documents and formats there are, as text or with --format json')
    .addOption(settingOption('documentsLanguage'))
    .addOption(asOfOption())
    .addHelpText('after', help)
    .action(async (artefact: string | undefined, path: string, options: ExportOptions) => {
      const { asOf, edition, language, output, bom } = options;
      const hasHistory = options.history ?? false;
      const withHistory = artefact !== site && (hasHistory || options.since !== undefined);
      const set = {
        ...options.set,
        ...(edition !== undefined && { edition }),
        ...(withHistory && { history: 'git' }),
      };
      if (options.list) {
        io.stdout.write(listing(options.format));
        return;
      }
      if (options.words) {
        io.stdout.write(await allWords());
        return;
      }
      if ((withHistory && artefact === everything) || (artefact === site && options.since !== undefined))
        throw new UsageError(
          '--history is for the Statement of Applicability (soa) and the site, --since for the former; leave them out.',
        );
      if (artefact === everything) {
        await exportEverything(path, options, io);
        return;
      }
      if (artefact === site) {
        await exportSite(path, { asOf, output, history: hasHistory, others: choicesOf({ ...options, set }) }, io);
        return;
      }
      const chosen = artefacts.find(({ id }) => id === artefact);
      if (chosen === undefined) throw new UsageError(`Name the document to export: ${names.join(', ')}.`);
      if (output === '') throw new UsageError('-o is empty. Name a file, or - for standard output, or leave -o out.');
      const format = formatOfName(formats, options.format, output);
      if (bom && format !== 'csv') throw new UsageError(`--bom is for CSV; leave it out for ${format}.`);
      if (options.template !== undefined && format !== 'docx')
        throw new UsageError(`--template is for DOCX; leave it out for ${format}.`);
      const template = await templateOf(options, io);
      const { workspace, unit } = await loadOne(path, { asOf, language }, io);
      await making(chosen.title, io, async () => {
        const history = set.history === 'git' ? await historyOf(chosen.id, unit, { ...options, set }, io) : undefined;
        const request = { artefact: chosen.id, format, parameters: set, options: { template }, history };
        const file = await exportArtefact(workspace, unit, request).catch(refused);
        if (output === '-') await print(file, options, io);
        else await save(file, pathOfUri(unit.root), options, io);
        tellGaps(chosen.title, file.gaps, io);
        tellMissing(file.missing, io);
      });
    });
};

/** The change history of the Statement of Applicability. Throws `UsageError` where it cannot have one. */
async function historyOf(
  artefact: string,
  unit: IsmsUnit,
  { set, since }: ExportOptions,
  io: Io,
): Promise<StatementHistory> {
  if (artefact !== 'soa')
    throw new UsageError('--history and --since are for the Statement of Applicability (soa); leave them out.');
  if (set.edition === 'customer')
    throw new UsageError(
      'The edition for customers has no change history, which tells of drafts and internal reasons. Leave out --history and --since.',
    );
  const folder = pathOfUri(unit.root);
  const { isRevisionFault, revisionsOf, snapshotAt } = await import('../../node/revision.ts');
  const { statementHistory } = await import('../../export/statement-history.ts');
  const past = {
    commits: (asked: CommitsAsked) => revisionsOf(folder, asked),
    snapshot: (revision: string) => snapshotAt(folder, revision),
    isFault: isRevisionFault,
  };
  try {
    return await statementHistory(unit, io.today(), past, since);
  } catch (error) {
    throw isRevisionFault(error)
      ? new UsageError(`${printable(error.message)} Leave out --history and --since.`)
      : error;
  }
}

/** The options that were given and that only documents have. */
const choicesOf = ({ format, language, set, bom, template }: ExportOptions): string[] => [
  ...(format === undefined ? [] : ['--format']),
  ...(Object.keys(set).length ? ['--edition or --set'] : []),
  ...(bom ? ['--bom'] : []),
  ...(template === undefined ? [] : ['--template']),
  ...(language === undefined ? [] : ['--language']),
];

/** The Word document that was named to be filled. */
async function templateOf({ template }: ExportOptions, { cwd }: Io): Promise<Uint8Array | undefined> {
  if (template === undefined) return undefined;
  try {
    return await readFile(resolve(cwd, template));
  } catch (error) {
    throw new UsageError(`${printable(template)} cannot be read as a template: ${fileReason(error)}.`);
  }
}

/** Writes all documents into a folder, in the place of those that an earlier run wrote there. What is too long for a format is told and left out, and the command fails. */
async function exportEverything(
  path: string,
  { asOf, edition, format, language, output, set, bom, template }: ExportOptions,
  io: Io,
): Promise<void> {
  if (output === undefined || output === '' || output === '-') {
    throw new UsageError('Name the folder for all documents, as in -o public.');
  }
  if (Object.keys(set).length || bom || template !== undefined)
    throw new UsageError('--set, --bom and --template are for one document; leave them out for all.');
  const { workspace, unit } = await loadOne(path, { asOf, language }, io);
  const folder = pathOfUri(unit.root);
  const target = resolve(io.cwd, output);
  if (target === folder) {
    throw new UsageError(
      `${printable(output)} is the folder of the ISMS itself. Name one for the documents, as in -o public.`,
    );
  }
  refuseLinkOut(folder, target, output);
  const old = await manifestIn(target, output);
  const written = new Set<string>();
  const refusals: string[] = [];
  const incomplete = new Map<string, readonly string[]>();
  await making('documents', io, async () => {
    tellMissing((await languageOf(workspace.language(unit))).missing, io);
    for await (const file of exportAll(workspace, unit, {
      edition,
      language,
      formats: format === undefined ? undefined : [format],
    })) {
      if ('refusal' in file) {
        refusals.push(`${printable(file.fileName)}: ${printable(file.refusal)}`);
        continue;
      }
      try {
        await makeFolder(target);
        await writeWhole(join(target, file.fileName), [file.bytes]);
      } catch (error) {
        throw isFileError(error) ? cannotWrite(join(output, file.fileName), error) : error;
      }
      written.add(file.fileName);
      if (file.gaps.length) incomplete.set(file.title, file.gaps);
    }
  });
  io.stdout.write(`Wrote ${written.size} files into ${printable(output)}\n`);
  if (old) await removeOld(old, packOf(unit), { folder: target, name: output, written }, io);
  for (const [title, gaps] of incomplete) tellGaps(title, gaps, io);
  if (refusals.length) throw new UsageError(`Left out ${refusals.join('; ')}.`);
}

/** Writes to standard output, as long as somebody reads. */
async function print(file: ExportedFile, options: WriteOptions, io: Io): Promise<void> {
  if (io.stdout.isTerminal && !file.format.isText) {
    throw new UsageError(
      `A terminal cannot show ${file.format.id}. Name a file, as in -o ${file.fileName}, or pipe it on.`,
    );
  }
  try {
    for await (const piece of piecesOf(file, options)) {
      if (io.stdout.isClosed) return;
      await io.stdout.write(piece);
    }
  } catch (error) {
    throw unwritten('standard output', error, options);
  }
}

/** Writes a file, unless it would be taken for a part of the ISMS in `folder` or a link leads out of that. */
async function save(file: ExportedFile, folder: string, options: WriteOptions, io: Io): Promise<void> {
  const name = options.output ?? file.fileName;
  const target = resolve(io.cwd, name);
  if (isIsmsFile(basename(target))) {
    throw new UsageError(
      `${printable(name)} would be read as a file of an ISMS. Choose a name that ends in .${file.format.extension}.`,
    );
  }
  refuseLinkOut(folder, target, name);
  try {
    await writeWhole(target, piecesOf(file, options));
  } catch (error) {
    throw unwritten(name, error, options);
  }
  io.stdout.write(`Wrote ${printable(name)}\n`);
}

/** Why a file was not written, in words, if it is for a reason that its user can do something about. */
function unwritten(name: string, error: unknown, { template }: WriteOptions): unknown {
  if (isUnusableTemplate(error)) return cannotWrite(name, new Error(`${template} cannot be filled: ${error.message}`));
  return isFileError(error) || isTooLong(error) ? cannotWrite(name, error) : error;
}

/** What a document leaves open its reader finds on the cover; whoever writes it is told too. */
function tellGaps(title: string, gaps: readonly string[], io: Io): void {
  if (gaps.length) io.stderr.write(`isms: ${printable(title)} is incomplete: ${printable(gaps.join('; '))}.\n`);
}

async function* piecesOf({ pieces }: ExportedFile, { bom }: WriteOptions): AsyncGenerator<Piece> {
  if (bom) yield '\uFEFF';
  yield* pieces;
}

function parameter(given: string, before: Readonly<Record<string, string>>): Record<string, string> {
  const at = given.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('Write it as NAME=VALUE, such as stage=1.');
  return { ...before, [given.slice(0, at)]: given.slice(at + 1) };
}

/** What cannot be chosen, or not be said in the format, is told as a wrong use. */
function refused(error: unknown): never {
  throw isUnknownChoice(error) || isNothingToSay(error) ? new UsageError(printable(error.message)) : error;
}

/** The texts of documents by themselves, as a file of words to begin with. */
async function allWords(): Promise<string> {
  return `${JSON.stringify(Object.fromEntries(Object.keys(await completeTexts()).map(text => [text, text])), null, 2)}\n`;
}

function listing(format: string | undefined): string {
  if (format === 'json') {
    const documents = artefacts.map(artefact => ({ ...artefact, formats: formatsOf(artefact).map(({ id }) => id) }));
    return `${JSON.stringify({ documents, formats: formats.map(({ load: _, ...info }) => info) }, null, 2)}\n`;
  }
  if (format !== undefined && format !== 'text') throw new UsageError('A list is written with --format text or json.');
  const parameters = (all: (typeof artefacts)[number]['parameters']): string =>
    all.map(({ id, values }) => `; --set ${id}=${values.join('|') || 'NAME'}`).join('');
  return [
    ...artefacts.map(({ id, title, clause, parameters: p }) => `${id.padEnd(24)}${title} (${clause})${parameters(p)}`),
    '',
    ...formats.map(({ id, label, can }) => `${id.padEnd(24)}${label}: ${can.write}`),
    '',
  ].join('\n');
}

export default exportVerb;

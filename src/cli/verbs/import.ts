/** `isms import`: makes an ISMS of registers in spreadsheets and pages. */
import { readFile, stat } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import { isImportFault } from '../../exchange/fault.ts';
import type { ImportResult } from '../../exchange/import.ts';
import { needsLook } from '../../exchange/ledger.ts';
import type { Mapping } from '../../exchange/recognise/mapping.ts';
import { kindsText } from '../../exchange/report/kinds.ts';
import { counted } from '../../model/counted.ts';
import { enclosingIsms } from '../../node/enclosing-isms.ts';
import { isIsmsFile, isThere, readText, type WriteError, writeNewFiles, writeWhole } from '../../node/files.ts';
import { printable } from '../../syntax/text/printable.ts';
import type { Wording } from '../../wording/wording.ts';
import { shownPath } from '../display-path.ts';
import { making } from '../faults.ts';
import { cannotWrite, fileReason, refuseLinkOut } from '../file-errors.ts';
import { find } from '../find.ts';
import { exitCodes, type Io, isUsageError, UsageError } from '../io.ts';
import { settingOption } from '../options.ts';
import { readInput } from '../read.ts';
import type { Verb } from '../verb.ts';
import { wordingAt } from '../wording-at.ts';

interface ImportOptions {
  readonly output: string;
  readonly map?: string;
  readonly report?: string;
  readonly force?: boolean;
  readonly language?: string;
}

const help = `
Read are risk registers, treatment plans, asset inventories, supplier lists, lists of people and Statements of
Applicability (also of 2013): XLSX, CSV of any dialect, tables of Markdown and HTML, and what “isms export” wrote;
and libraries of CISO Assistant (YAML): frameworks, reference controls, threats, risk matrices and mappings.
Nothing is decided and nothing left out without a word: what is not understood is in the notes and in the report.

Examples:
  isms import risks.xlsx soa.csv -o my-isms
  isms import risks.xlsx -o my-isms --report import.html --language de
  isms import risks.xlsx -o my-isms --map mapping.json
  isms import framework.yaml mapping.yaml -o my-isms/frameworks

Exit codes: 0 all was understood, 1 something needs a look, 2 nothing was written.`;

const importVerb: Verb = (command, io, exit) => {
  command
    .argument('<file...>', 'XLSX, CSV, Markdown, HTML, OSCAL or YAML files')
    .requiredOption('-o, --output <folder>', 'the folder of the ISMS; made if it is not there')
    .option('--map <file>', 'a JSON file that says what tables and columns are; see docs/import.md')
    .option('--report <file>', 'write the account of every cell to this file too: .html or .json')
    .option('--force', 'overwrite files that are there')
    .addOption(settingOption('documentsLanguage'))
    .addHelpText('after', help)
    .action(async (given: string[], options: ImportOptions) => {
      if (!options.output) throw new UsageError('-o is empty. Name the folder of the ISMS.');
      const folder = resolve(io.cwd, options.output);
      const reportTarget = options.report === undefined ? undefined : reportPath(options.report, io);
      const mapping = options.map === undefined ? undefined : await readMapping(options.map, io);
      const inputs = await readInputs(given, io);
      const { importFiles, isUnreadFiles } = await import('../../exchange/import-files.ts');
      const { root } = await enclosingIsms(folder, readText);
      const { forImport } = await import('../../exchange/report/wording.ts');
      const wording = forImport(await making('The report', io, () => wordingAt(root, options.language)));
      const importing = { ...(mapping && { mapping }), isInIsms: root !== undefined };
      const result = await importFiles(inputs, importing).catch((error: unknown) => {
        if (!isUnreadFiles(error)) throw error;
        const lines = error.faults.map(({ file, fault }) => `${file}: ${fault.message}`);
        throw new UsageError(`Nothing was imported, since a part would be taken for the whole.\n${lines.join('\n')}`);
      });
      const { textReport } = await import('../../exchange/report/text.ts');
      if (!result.files.length) {
        io.stdout.write(textReport(result, wording));
        throw new UsageError(
          'No register was recognised, so nothing was written. Say with --map what the tables are; see docs/import.md.',
        );
      }
      const files = result.files.map(({ path, text }) => ({ path: join(folder, ...path.split('/')), text }));
      const report =
        reportTarget === undefined
          ? undefined
          : { path: reportTarget, text: await reportText(reportTarget, result, wording) };
      await write(folder, files, report, options, io);
      io.stdout.write(`Declared: ${kindsText(result.counts)}.\n\n${textReport(result, wording)}\n`);
      await sayNext(options.output, io);
      if (result.remarks.some(({ category }) => needsLook.has(category))) exit(exitCodes.findings);
    });
};

function reportPath(given: string, io: Io): string {
  const path = resolve(io.cwd, given);
  if (!['.html', '.json'].includes(extname(path).toLowerCase()))
    throw new UsageError(`${printable(given)} is neither .html nor .json. Name the report by what it is to be.`);
  if (isIsmsFile(basename(path)))
    throw new UsageError(`${printable(given)} would be read as a file of an ISMS. Choose another name.`);
  return path;
}

async function readMapping(given: string, io: Io): Promise<Mapping> {
  const { parseMapping } = await import('../../exchange/recognise/mapping.ts');
  const text = await readText(resolve(io.cwd, given)).catch((error: unknown) => {
    throw new UsageError(`${printable(given)} cannot be read: ${fileReason(error)}.`);
  });
  try {
    return parseMapping(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw isImportFault(error) ? new UsageError(`${printable(given)}: ${error.message}`) : error;
  }
}

async function readInputs(given: readonly string[], io: Io): Promise<{ name: string; bytes: Uint8Array }[]> {
  const inputs: { name: string; bytes: Uint8Array }[] = [];
  for (const name of given) {
    const path = resolve(io.cwd, name);
    if (inputs.some(input => input.name === name)) throw new UsageError(`${printable(name)} is given twice.`);
    try {
      const what = await stat(path);
      if (!what.isFile())
        throw Object.assign(new Error('no file'), { code: what.isDirectory() ? 'EISDIR' : 'NOT_A_FILE' });
      if (what.size > mostBytes)
        throw new UsageError(
          `${printable(name)} has ${Math.round(what.size / 1e6)} MB, more than any register. Nothing was imported.`,
        );
      inputs.push({ name: shownPath(io.cwd, path), bytes: new Uint8Array(await readFile(path)) });
    } catch (error) {
      if (isUsageError(error)) throw error;
      throw new UsageError(`${printable(name)} cannot be read: ${fileReason(error)}. Nothing was imported.`);
    }
  }
  return inputs;
}

/** Beyond what any reader takes; not read at all. */
const mostBytes = 256 * 1024 * 1024;

async function reportText(path: string, result: ImportResult, wording: Wording): Promise<string> {
  if (extname(path).toLowerCase() === '.json')
    return (await import('../../exchange/report/json.ts')).jsonReport(result);
  const { reportDocument } = await import('../../exchange/report/document.ts');
  const { format } = await import('../../formats/html.ts');
  let text = '';
  for await (const piece of format.write(reportDocument(result, wording), {})) text += piece;
  return text;
}

interface Target {
  readonly path: string;
  readonly text: string;
}

/** Files whole or not at all: new ones all together, those that take another's place one by one. */
async function write(
  folder: string,
  files: readonly Target[],
  report: Target | undefined,
  { force, output }: ImportOptions,
  io: Io,
): Promise<void> {
  const targets = report ? [...files, report] : files;
  for (const { path } of files) refuseLinkOut(folder, path, shownPath(io.cwd, path));
  const existing = targets.filter(({ path }) => isThere(path)).map(({ path }) => shownPath(io.cwd, path));
  if (existing.length && !force)
    throw new UsageError(
      `Nothing was written, as it would overwrite ${existing.join(', ')}. Choose another folder than ${printable(output)}, or say --force.`,
    );
  if (existing.length) await overwrite(targets, io);
  else
    await writeNewFiles(targets).catch((error: unknown) => {
      if ((error as { code?: unknown }).code !== 'ISMS_NOT_WRITTEN') throw error;
      const { path, cause, left } = error as WriteError;
      if (!left.length) throw cannotWrite(shownPath(io.cwd, path), cause);
      throw new UsageError(
        `${shownPath(io.cwd, path)} was not written: ${fileReason(cause)}. Written and not taken back: ${left.map(each => shownPath(io.cwd, each)).join(', ')}. Delete them.`,
      );
    });
  for (const { path } of targets) io.stdout.write(`Wrote ${shownPath(io.cwd, path)}\n`);
}

async function overwrite(targets: readonly Target[], io: Io): Promise<void> {
  const { mkdir } = await import('node:fs/promises');
  const { dirname } = await import('node:path');
  const done: string[] = [];
  for (const { path, text } of targets) {
    try {
      await mkdir(dirname(path), { recursive: true });
      await writeWhole(path, text);
      done.push(shownPath(io.cwd, path));
    } catch (error) {
      const before = done.length ? ` Written before: ${done.join(', ')}.` : ' Nothing was changed.';
      throw new UsageError(`${shownPath(io.cwd, path)} was not written: ${fileReason(error)}.${before}`);
    }
  }
}

/** What the check finds, by area, and how to see it. */
async function sayNext(folder: string, io: Io): Promise<void> {
  const input = await readInput([folder], { anyLock: true }, io);
  const { findings } = await find(input, {}, io);
  const all = [...findings.diagnostics.values()].flat();
  const bySeverity = ['error', 'warning', 'info'].flatMap(severity => {
    const count = all.filter(each => each.severity === severity).length;
    return count ? [severity === 'info' ? `${count} for information` : counted(count, severity)] : [];
  });
  const byArea = new Map<string, number>();
  for (const { code } of all) {
    const area = code.split('/')[0] ?? code;
    byArea.set(area, (byArea.get(area) ?? 0) + 1);
  }
  const areas = [...byArea]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([area, count]) => `${area} ${count}`);
  const found = all.length
    ? `${counted(all.length, 'finding')}: ${bySeverity.join(', ')} (${areas.join(', ')})`
    : 'no findings';
  io.stdout.write(`The check of ${printable(folder)} has ${found}.\nNext: isms check ${printable(folder)}\n`);
}

export default importVerb;

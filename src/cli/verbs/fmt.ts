/** `isms fmt`: brings files into the form of docs/formatting.md. */
import { dirname, join, resolve, sep } from 'node:path';
import { enclosingIsms } from '../../node/enclosing-isms.ts';
import { isFolder, isThere, leadsOut, pathOfUri, readText, uriOfPath } from '../../node/files.ts';
import { rules } from '../../rules/generated/registry.ts';
import { defaultLineWidth, type FormatOptions, formatText } from '../../syntax/format/format.ts';
import { printable } from '../../syntax/text/printable.ts';
import {
  type Config,
  concerns,
  configFileName,
  type ParsedConfig,
  parseConfig,
} from '../../workspace/configuration/config.ts';
import { ruleNames } from '../../workspace/configuration/setting.ts';
import { lineWidthOf } from '../../workspace/configuration/settings/line-width.ts';
import { configDiagnostics } from '../../workspace/file-diagnostics.ts';
import { baseName } from '../../workspace/uri.ts';
import { Workspace } from '../../workspace/workspace.ts';
import { shownPath } from '../display-path.ts';
import { fileReason } from '../file-errors.ts';
import { folderOf, notWritten } from '../fix.ts';
import { type ExitCode, exitCodes, type Io, UsageError } from '../io.ts';
import { inWords } from '../load.ts';
import { type Input, readInput } from '../read.ts';
import type { Verb } from '../verb.ts';

interface FormatVerbOptions {
  readonly check?: boolean;
  readonly stdin?: boolean;
}

const help = `
What the form is: docs/formatting.md. Nothing but white space changes, and no comment is lost. A declaration that cannot be
read is left as it is; isms check says what is wrong with it. How long a line may become stands in isms.config.json, as in
{ "format": { "lineWidth": 100 } }; without it, ${defaultLineWidth} characters.

Exit codes: 0 done, or nothing to do; 1 with --check, if a file would change; 2 usage, or a file was not read or written.

Examples:
  isms fmt                              the files in this folder
  isms fmt --check .                    name the files that would change, as in CI
  isms fmt --stdin risks/cyber.isms     format what an editor sends, as the file that it names`;

const fmt: Verb = (command, io, exit) => {
  command
    .argument('[path...]', 'folders or .isms files', ['.'])
    .option('--check', 'change nothing, and list the files that would change')
    .option('--stdin', 'format standard input onto standard output; PATH says which file it is')
    .addHelpText('after', help)
    .action(async (paths: string[], options: FormatVerbOptions) =>
      options.stdin ? formatInput(paths, options, io, exit) : formatFiles(paths, options, io, exit),
    );
};

/** Formats the files under some paths, each by itself. */
async function formatFiles(
  paths: readonly string[],
  { check }: FormatVerbOptions,
  io: Io,
  exit: (code: ExitCode) => void,
): Promise<void> {
  const input = await readInput(paths, { anyLock: true }, io);
  // Only what belongs to which ISMS is asked, so nothing is checked.
  const workspace = new Workspace({ rules, today: io.today() });
  workspace.setLinks(input.links);
  workspace.setFiles(input.texts);
  const faulty = faultyConfigs(input, io);
  const left = [...unread(input, paths, io), ...[...faulty.values()].flat()];
  let wouldChange = false;
  for (const { path, uri } of input.sources) {
    const unit = workspace.unitOf(uri);
    const before = workspace.text(uri);
    // What a configuration leaves out, what could not be read, and what nobody knows the form of.
    if (!unit || before === undefined || faulty.has(`${unit.root}/${configFileName}`)) continue;
    const name = shownPath(io.cwd, path);
    const after = formatText(before, withDamageTold(optionsOf(unit.config), name, io));
    if (after === before) continue;
    wouldChange = true;
    if (check) io.stdout.write(`${name}\n`);
    else {
      const why = leadsOut(folderOf(workspace, uri, io), path)
        ? 'a link leads out of the folder of its ISMS; format it where it lies'
        : await notWritten(path, before, after, 'isms fmt');
      if (why === undefined) io.stdout.write(`Formatted ${name}\n`);
      else left.push(`${name} was not formatted and is as it was: ${why}.`);
    }
  }
  for (const line of left) io.stderr.write(`isms: ${line}\n`);
  if (check && wouldChange) exit(exitCodes.findings);
  if (left.length) exit(exitCodes.unusable);
}

/** Formats standard input as the file that a path names, or as one of a folder. */
async function formatInput(
  paths: readonly string[],
  { check }: FormatVerbOptions,
  io: Io,
  exit: (code: ExitCode) => void,
): Promise<void> {
  const [given = '.', ...others] = paths;
  if (others.length)
    throw new UsageError('With --stdin give one PATH: the file that standard input is, or its folder.');
  const path = resolve(io.cwd, given);
  const folder = isThere(path) && isFolder(path) ? path : dirname(path);
  const before = decoded(await io.stdin());
  const options = optionsOf(await configFor(folder, io));
  const after = formatText(before, withDamageTold(options, folder === path ? 'standard input' : printable(given), io));
  if (!check) await io.stdout.write(after);
  else if (after !== before) exit(exitCodes.findings);
}

function decoded(bytes: Uint8Array): string {
  try {
    // A byte order mark is part of what comes back.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UsageError('Standard input is not UTF-8 text; convert it to UTF-8.');
  }
}

/** The configuration of the ISMS that a folder belongs to. */
async function configFor(folder: string, io: Io): Promise<Config> {
  const { root } = await enclosingIsms(folder);
  const path = root === undefined ? undefined : join(root, configFileName);
  if (path === undefined || !isThere(path)) return {};
  const text = await readText(path).catch((error: unknown) => {
    throw new UsageError(`${shownPath(io.cwd, path)} cannot be read: ${fileReason(error)}.`);
  });
  const problems = formatProblems(uriOfPath(path), text, io);
  if (problems.length) throw new UsageError(problems.join('\n'));
  return parseText(text).config;
}

const parseText = (text: string): ParsedConfig => parseConfig(text, ruleNames(rules));

/** What is wrong with the text of a configuration file in so far as it is about formatting, in words. */
function formatProblems(uri: string, text: string, io: Io): string[] {
  const { problems, ...rest } = parseText(text);
  const parsed = { ...rest, problems: problems.filter(problem => concerns(problem, 'format')) };
  return configDiagnostics(uri, { text, parsed }).map(problem => inWords(problem, io));
}

/** The configurations that cannot be read or are wrong about formatting, and what there is to say of each: what belongs to them is left as it is. */
function faultyConfigs({ texts, unreadFiles, borrowed }: Input, io: Io): ReadonlyMap<string, readonly string[]> {
  const faulty = new Map<string, readonly string[]>();
  for (const [uri, text] of texts) {
    const isOurs = baseName(uri) === configFileName && !borrowed.has(uri);
    const problems = isOurs ? formatProblems(uri, text, io) : [];
    if (problems.length) faulty.set(uri, problems);
  }
  for (const [uri, reason] of unreadFiles) {
    if (baseName(uri) !== configFileName || borrowed.has(uri)) continue;
    faulty.set(uri, [`${shownPath(io.cwd, pathOfUri(uri))} cannot be read: ${reason}.`]);
  }
  return faulty;
}

const optionsOf = (config: Config): FormatOptions => ({ lineWidth: lineWidthOf(config) });

/** The options, with a word about each declaration that stays as it is. */
const withDamageTold = (options: FormatOptions, name: string, io: Io): FormatOptions => ({
  ...options,
  left: line =>
    void io.stderr.write(
      `isms: ${name}:${line + 1}: what stands here cannot be read and stays as it is; see isms check.\n`,
    ),
});

/** What lies under the paths and could not be read. */
function unread({ sources, unreadFiles, unreadFolders }: Input, paths: readonly string[], io: Io): string[] {
  const roots = paths.map(path => resolve(io.cwd, path));
  const isAsked = (path: string): boolean => roots.some(root => path === root || path.startsWith(`${root}${sep}`));
  const files = sources.flatMap(({ path, uri }) => {
    const reason = unreadFiles.get(uri);
    return reason === undefined ? [] : [{ path, reason }];
  });
  const folders = unreadFolders
    .map(({ uri, reason }) => ({ path: pathOfUri(uri), reason }))
    .filter(({ path }) => isAsked(path));
  return [...files, ...folders].map(({ path, reason }) => `${shownPath(io.cwd, path)} was not read: ${reason}.`);
}

export default fmt;

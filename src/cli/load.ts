/** Reads the ISMSs that the paths of a command line mean, and checks them. */
import { basename, dirname, join, relative, resolve } from 'node:path';
import {
  findIsmsFiles,
  isFolder,
  isIsmsFile,
  isThere,
  pathOfUri,
  readText,
  sourceExtension,
  sourcesIn,
  uriExists,
  uriOfPath,
} from '../node/files.ts';
import { rules } from '../rules/generated/registry.ts';
import { lockFileName } from '../workspace/config.ts';
import type { Diagnostic } from '../workspace/diagnostic.ts';
import { declaresIsms } from '../workspace/isms-unit.ts';
import { parseLock } from '../workspace/lock.ts';
import { type IsmsUnit, Workspace } from '../workspace/workspace.ts';
import { displayPath } from './display-path.ts';
import { fileReason } from './file-errors.ts';
import { type Io, UsageError } from './io.ts';

export interface LoadOptions {
  readonly asOf?: string;
  /** Whether a broken lock file is passed over, as by the command that writes a new one. */
  readonly anyLock?: boolean;
  /** Whether what is wrong in a configuration file is left to be reported, instead of refused. */
  readonly anyConfig?: boolean;
}

export interface Loaded {
  readonly workspace: Workspace;
  /** The sources that lie under the paths asked for, in order of their paths. */
  readonly sources: readonly Source[];
  /** The configuration files of these ISMSs that are faulty, in order of their paths, wherever they lie: all findings depend on them. */
  readonly faultyConfigs: readonly Source[];
}

export interface Source {
  readonly path: string;
  readonly uri: string;
}

/**
 * Loads what lies under the paths, and where a path lies inside an ISMS, the whole of it, so that names resolve.
 * Throws `UsageError` if a path does not exist, holds no source, or a file cannot be read or is broken.
 */
export async function load(paths: readonly string[], options: LoadOptions, io: Io): Promise<Loaded> {
  const texts = new Texts();
  const asked = new Set<string>();
  const wanted = new Set<string>();
  for (const given of paths) {
    const path = resolve(io.cwd, given);
    const found = await filesAt(path, given);
    if (!found.some(isSource)) {
      throw new UsageError(
        `There are no ${sourceExtension} files under ${given}, so there is nothing to read. Give the folder of an ISMS, or begin one with “isms new ${given}”.`,
      );
    }
    for (const file of found) {
      wanted.add(file);
      if (isSource(file)) asked.add(file);
    }
    const folder = found.length === 1 && found[0] === path ? dirname(path) : path;
    const root = await enclosingIsms(folder, texts);
    if (root !== undefined && root !== path) for (const file of await findIsmsFiles(root)) wanted.add(file);
  }
  const files = await texts.readAll([...wanted].sort(), io);
  const workspace = new Workspace({
    rules,
    today: io.today(),
    settings: { asOf: options.asOf },
    fileExists: uriExists,
  });
  workspace.setFiles(files.map(([path, text]) => [uriOfPath(path), text] as const));
  workspace.update();
  const faultyConfigs = workspace
    .files()
    .filter(uri => !workspace.hasFile(uri))
    .map(uri => ({ path: pathOfUri(uri), uri }));
  if (!options.anyConfig) refuseConfigs(faultyConfigs, workspace, io);
  if (!options.anyLock) refuseBrokenLocks(files, io);
  const sources = [...asked].sort().map(path => ({ path, uri: uriOfPath(path) }));
  return { workspace, sources, faultyConfigs };
}

/** Loads the one ISMS that a path means. Throws `UsageError` if there is none or several, and names them. */
export async function loadOne(path: string, options: LoadOptions, io: Io): Promise<Loaded & { unit: IsmsUnit }> {
  const loaded = await load([path], options, io);
  const units = [...new Set(loaded.sources.map(({ uri }) => loaded.workspace.unitOf(uri)))];
  const ismss = loaded.workspace.ismss().filter(unit => units.includes(unit));
  const [unit] = ismss;
  if (!unit) {
    throw new UsageError(
      `No file under ${path} has an isms block, so there is no ISMS. Add one, as in: isms OurIsms "Our ISMS" { organization: "…" }`,
    );
  }
  if (ismss.length > 1) {
    const folders = ismss.map(({ root }) => `  ${displayPath(io.cwd, pathOfUri(root))}`).join('\n');
    throw new UsageError(`There are several ISMSs under ${path}; give the folder of one of them:\n${folders}`);
  }
  return { ...loaded, unit };
}

const isSource = (path: string): boolean => path.endsWith(sourceExtension);

/** The files of ISMSs at a path, which may itself be one. */
async function filesAt(path: string, given: string): Promise<string[]> {
  let folder: boolean;
  try {
    folder = isFolder(path);
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new UsageError(
      isMissing
        ? `There is no file or folder ${given}. Give the folder of an ISMS, or one of its ${sourceExtension} files.`
        : `${given} cannot be read: ${fileReason(error)}.`,
    );
  }
  if (!folder) {
    if (isIsmsFile(basename(path))) return [path];
    throw new UsageError(`${given} is no ${sourceExtension} file. Give the folder of an ISMS, or one of its files.`);
  }
  try {
    return await findIsmsFiles(path);
  } catch (error) {
    const at = (error as NodeJS.ErrnoException).path ?? path;
    const name = join(given, relative(path, at));
    throw new UsageError(`${name} cannot be read: ${fileReason(error)}.`);
  }
}

/**
 * The folder of the ISMS that a folder belongs to: itself, or the nearest one above that has a file with an `isms` block. Looks no
 * higher than the top of a repository.
 */
async function enclosingIsms(folder: string, texts: Texts): Promise<string | undefined> {
  for (let at = folder; ; at = dirname(at)) {
    for (const path of await sourcesIn(at)) {
      const text = await texts.read(path).catch(() => '');
      if (declaresIsms(text)) return at;
    }
    if (at === dirname(at) || isThere(join(at, '.git'))) return undefined;
  }
}

/** Texts of files, each read once. */
class Texts {
  private readonly known = new Map<string, Promise<string>>();

  read(path: string): Promise<string> {
    let text = this.known.get(path);
    if (!text) this.known.set(path, (text = readText(path)));
    return text;
  }

  /** Reads all, or throws `UsageError` with every file that cannot be read. */
  async readAll(paths: readonly string[], io: Io): Promise<(readonly [path: string, text: string])[]> {
    const results = await Promise.allSettled(paths.map(path => this.read(path)));
    const problems: string[] = [];
    const files: (readonly [string, string])[] = [];
    results.forEach((result, index) => {
      const path = paths[index] as string;
      if (result.status === 'fulfilled') files.push([path, result.value]);
      else problems.push(`${displayPath(io.cwd, path)} cannot be read: ${fileReason(result.reason)}.`);
    });
    if (problems.length) throw new UsageError(problems.join('\n'));
    return files;
  }
}

/** What a broken configuration says does not count, so an artefact made with it would mislead without a word. */
function refuseConfigs(faulty: readonly Source[], workspace: Workspace, io: Io): void {
  const problems = faulty.flatMap(({ uri }) => workspace.diagnostics(uri));
  if (problems.length) throw new UsageError(problems.map(problem => configProblem(problem, io)).join('\n'));
}

const configProblem = ({ uri, range, message }: Diagnostic, io: Io): string =>
  `${displayPath(io.cwd, pathOfUri(uri))}:${range.start.line + 1}:${range.start.character + 1}: ${message}`;

function refuseBrokenLocks(files: readonly (readonly [path: string, text: string])[], io: Io): void {
  const broken = files.filter(([path, text]) => basename(path) === lockFileName && !parseLock(text));
  if (!broken.length) return;
  const names = broken.map(([path]) => displayPath(io.cwd, path)).join(', ');
  throw new UsageError(
    `${names} is not what “isms approve” writes. Restore it from version control, or approve again with “isms approve”.`,
  );
}

/** Reads the ISMSs that the paths of a command line mean, and checks them. */
import { faultText } from '../model/fault.ts';
import { pathOfUri, uriExists, uriOfPath } from '../node/files.ts';
import { rules } from '../rules/generated/registry.ts';
import type { Diagnostic } from '../workspace/diagnostic.ts';
import { type IsmsUnit, Workspace } from '../workspace/workspace.ts';
import { displayPath } from './display-path.ts';
import { type Io, UsageError } from './io.ts';
import { type Input, type ReadOptions, readInput, type Source } from './read.ts';

export interface LoadOptions extends ReadOptions {
  readonly asOf?: string;
  /** Whether what is wrong in a configuration file is left to be reported, instead of refused. */
  readonly anyConfig?: boolean;
  /** Whether a file exists, if not asked of the disk directly. */
  readonly fileExists?: (uri: string) => boolean | undefined;
}

export interface Loaded {
  readonly workspace: Workspace;
  /** The sources that lie under the paths asked for, in order of their paths. */
  readonly sources: readonly Source[];
}

/**
 * Loads what lies under the paths, and where a path lies inside an ISMS, the whole of it, so that names resolve.
 * Throws `UsageError` as `readInput` does, and if a configuration file is broken.
 */
export const load = async (paths: readonly string[], options: LoadOptions, io: Io): Promise<Loaded> =>
  loadInput(await readInput(paths, options, io), options, io);

/** Checks what was read. Throws `UsageError` if a configuration file is broken. */
export function loadInput(
  { texts, sources, links, unreadFiles, unreadFolders }: Input,
  options: LoadOptions,
  io: Io,
): Loaded {
  const workspace = new Workspace({
    rules,
    today: io.today(),
    settings: { asOf: options.asOf },
    fileExists: options.fileExists ?? uriExists,
    onFault: fault => {
      if (io.env.ISMS_DEBUG) io.stderr.write(`isms: ${faultText(fault)}\n`);
    },
  });
  workspace.setLinks(links);
  workspace.setFiles(texts);
  for (const [uri, reason] of unreadFiles) workspace.setUnread(uri, reason);
  workspace.update();
  tellUnread(workspace, unreadFolders, io);
  if (!options.anyConfig) refuseConfigs(workspace, io);
  return { workspace, sources };
}

/** Names what could not be read, a line each; what a configuration excludes is not missed. */
function tellUnread(workspace: Workspace, folders: Input['unreadFolders'], io: Io): void {
  const lines = [
    ...folders.filter(({ path }) => !workspace.isExcluded(uriOfPath(path))),
    ...workspace.unreadFiles().map(([uri, reason]) => ({ path: pathOfUri(uri), reason })),
  ];
  for (const { path, reason } of lines)
    io.stderr.write(`isms: ${displayPath(io.cwd, path)} cannot be read, so what it holds is missing: ${reason}.\n`);
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

/** What a broken configuration says does not count, so an artefact made with it would mislead without a word. */
function refuseConfigs(workspace: Workspace, io: Io): void {
  const faulty = workspace.files().filter(uri => !workspace.hasFile(uri));
  const problems = faulty.flatMap(uri => workspace.diagnostics(uri));
  if (problems.length) throw new UsageError(problems.map(problem => configProblem(problem, io)).join('\n'));
}

const configProblem = ({ uri, range, message }: Diagnostic, io: Io): string =>
  `${displayPath(io.cwd, pathOfUri(uri))}:${range.start.line + 1}:${range.start.character + 1}: ${message}`;

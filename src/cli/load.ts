/** Reads the ISMSs that the paths of a command line mean, and checks them. */

import { resolve } from 'node:path';
import { faultText } from '../model/fault.ts';
import { pathOfUri, uriExists, uriOfPath } from '../node/files.ts';
import { readWithin } from '../node/read-within.ts';
import { rules } from '../rules/generated/registry.ts';
import type { Preset } from '../rules/presets.ts';
import { printable } from '../syntax/text/printable.ts';
import { inEnglish } from '../wording/wording.ts';
import { lockFileName } from '../workspace/configuration/config.ts';
import type { Diagnostic } from '../workspace/diagnostic.ts';
import { unreadable } from '../workspace/file-diagnostics.ts';
import { fill, meantIsmss } from '../workspace/given-files.ts';
import { baseName } from '../workspace/uri.ts';
import { type IsmsUnit, Workspace } from '../workspace/workspace.ts';
import { shownPath } from './display-path.ts';
import { type Io, UsageError } from './io.ts';
import { type Input, isSettingElsewhere, type ReadOptions, readInput, type Source } from './read.ts';

export interface LoadOptions extends ReadOptions {
  readonly asOf?: string;
  readonly preset?: Preset;
  /** The language of documents. */
  readonly language?: string | undefined;
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

/** Checks what was read. Throws `UsageError` if a configuration file is broken, or something could not be read. */
export function loadInput(input: Input, options: LoadOptions, io: Io): Loaded {
  const workspace = new Workspace({
    rules,
    today: io.today(),
    settings: { asOf: options.asOf, preset: options.preset, documentsLanguage: options.language },
    fileExists: options.fileExists ?? uriExists,
    readBytes: readWithin,
    onFault: fault => {
      if (io.env.ISMS_DEBUG) io.stderr.write(`isms: ${faultText(fault)}\n`);
    },
  });
  fill(workspace, input);
  if (!options.anyConfig) refuseFaulty(workspace, input, options, io);
  return { workspace, sources: input.sources };
}

/** Loads the one ISMS that a path means. Throws `UsageError` if there is none or several, and names them. */
export async function loadOne(path: string, options: LoadOptions, io: Io): Promise<Loaded & { unit: IsmsUnit }> {
  return theOne(await load([path], options, io), path, io);
}

/**
 * The one ISMS of what was loaded. Throws `UsageError` if there is none or several, and names them.
 * @param folder URI of the folder that the path means, if that is not on the disk
 */
export function theOne(
  loaded: Loaded,
  path: string,
  io: Io,
  folder = uriOfPath(resolve(io.cwd, path)),
): Loaded & { unit: IsmsUnit } {
  const uris = loaded.sources.map(({ uri }) => uri);
  const [unit, ...more] = meantIsmss(loaded.workspace, folder, uris);
  if (!unit) {
    throw new UsageError(
      `No file under ${printable(path)} has an isms block, so there is no ISMS. Add one, as in: isms OurIsms "Our ISMS" { organization: "…" }`,
    );
  }
  if (more.length) {
    const folders = [unit, ...more].map(({ root }) => `  ${shownPath(io.cwd, pathOfUri(root))}`).join('\n');
    throw new UsageError(
      `There are several ISMSs under ${printable(path)}; give the folder of one of them:\n${folders}`,
    );
  }
  // The folder of an ISMS means that one, also where others lie in it.
  const own = loaded.sources.filter(({ uri }) => unit.root !== folder || loaded.workspace.unitOf(uri) === unit);
  return { ...loaded, sources: own, unit };
}

/**
 * What a broken configuration says does not count, and what cannot be read is missing, so an artefact made with it would mislead without
 * a word.
 */
function refuseFaulty(workspace: Workspace, input: Input, { anyLock }: LoadOptions, io: Io): void {
  const faulty = workspace.files().filter(uri => !workspace.hasFile(uri) && !(anyLock && isLock(uri)));
  const told = faulty.flatMap(uri => workspace.diagnostics(uri)).filter(misleads);
  const problems = told.filter(({ uri }) => !isSettingElsewhere(input, uri));
  tellElsewhere(told, input, io);
  if (problems.length) throw new UsageError(problems.map(problem => inWords(problem, io)).join('\n'));
}

/** Says what is wrong in the settings of an ISMS that is only read along. Whoever is checked is not to fail for it. */
export function tellElsewhere(diagnostics: readonly Diagnostic[], input: Pick<Input, 'borrowed'>, io: Io): void {
  for (const problem of diagnostics) {
    if (!isSettingElsewhere(input, problem.uri) || !misleads(problem)) continue;
    io.stderr.write(`isms: ${inWords(problem, io)} It belongs to another ISMS, and counts here for nothing.\n`);
  }
}

/** Of a setting that counts, or a file that concerns no ISMS, it is enough that a check tells it. */
const misleads = ({ code, severity }: Diagnostic): boolean => severity === 'error' || code === unreadable;

const isLock = (uri: string): boolean => baseName(uri) === lockFileName;

/** A problem in a line; of what cannot be read no place in it. */
export function inWords({ uri, code, range, message: saying }: Diagnostic, io: Io): string {
  const message = printable(inEnglish(saying));
  const path = shownPath(io.cwd, pathOfUri(uri));
  return code === unreadable
    ? `${path}: ${message} What is not part of the ISMS can be left out with "exclude" in isms.config.json.`
    : `${path}:${range.start.line + 1}:${range.start.character + 1}: ${message}`;
}

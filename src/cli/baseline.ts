/** Findings that were there before: read from an earlier report in SARIF, so that only new ones are told. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Log, Result } from 'sarif';
import { fileReason } from '../node/file-reason.ts';
import { printable } from '../syntax/text/printable.ts';
import type { Diagnostic } from '../workspace/diagnostic.ts';
import { type Io, UsageError } from './io.ts';
import { type Compared, fingerprintName } from './report/compared.ts';

/** The findings of an earlier run, by their fingerprints. */
export type Baseline = ReadonlyMap<string, Result>;

const remedy = 'Write it with “isms check --format sarif” in the same folder.';

/** Reads a baseline. Throws `UsageError` if there is none, or it is none that `isms check --format sarif` wrote. */
export async function readBaseline(name: string, io: Io): Promise<Baseline> {
  if (name === '') throw new UsageError('--baseline is empty. Name a report in SARIF, or leave --baseline out.');
  let text: string;
  try {
    text = await readFile(resolve(io.cwd, name), 'utf8');
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    const reason = isMissing ? 'there is no such file' : fileReason(error);
    throw new UsageError(`The baseline ${printable(name)} cannot be read: ${reason}. ${remedy}`);
  }
  let results: readonly Result[] | undefined;
  try {
    results = resultsOf(JSON.parse(text));
  } catch {
    throw new UsageError(`The baseline ${printable(name)} is damaged: it is no JSON. ${remedy}`);
  }
  if (!results) throw new UsageError(`The baseline ${printable(name)} is no report in SARIF. ${remedy}`);
  const known = new Map<string, Result>();
  for (const result of results) {
    const print = result?.partialFingerprints?.[fingerprintName];
    if (typeof print !== 'string')
      throw new UsageError(`The baseline ${printable(name)} has findings without fingerprints of isms. ${remedy}`);
    // What was gone when it was written is not there.
    if (result.baselineState !== 'absent') known.set(print, result);
  }
  return known;
}

function resultsOf(log: Partial<Log> | null): readonly Result[] | undefined {
  if (typeof log !== 'object' || log === null || !Array.isArray(log.runs)) return undefined;
  const lists = log.runs.map(run => run?.results);
  return lists.every(results => Array.isArray(results))
    ? lists.flat().filter(result => result !== undefined)
    : undefined;
}

/**
 * What is new, unchanged and absent. That something could not be read is always new: what else is there nobody knows.
 * @param prints the fingerprints of the diagnostics, in their order
 * @param paths what was checked, as given: of the rest of the baseline nothing is known
 */
export function compareWith(
  baseline: Baseline,
  diagnostics: readonly Diagnostic[],
  prints: readonly string[],
  unread: readonly Diagnostic[],
  paths: readonly string[],
  io: Io,
): Compared {
  const byDiagnostic = new Map(diagnostics.map((diagnostic, index) => [diagnostic, prints[index] ?? '']));
  const always = new Set(unread);
  const found = new Set(prints);
  const folders = paths.map(path => pathToFileURL(resolve(io.cwd, path)).href);
  const isChecked = (result: Result): boolean => {
    const uri = result.locations?.[0]?.physicalLocation?.artifactLocation?.uri;
    const place = uri === undefined ? undefined : placeOf(uri, io);
    return (
      place !== undefined &&
      folders.some(folder => place === folder || place.startsWith(`${folder.replace(/\/$/, '')}/`))
    );
  };
  return {
    all: diagnostics,
    fingerprints: byDiagnostic,
    unchanged: new Set(diagnostics.filter(one => !always.has(one) && baseline.has(byDiagnostic.get(one) ?? ''))),
    absent: [...baseline].flatMap(([print, result]) => (!found.has(print) && isChecked(result) ? [result] : [])),
  };
}

/** The address of a file that a report names, relative to the current folder; undefined if it is none. */
function placeOf(uri: string, io: Io): string | undefined {
  try {
    const url = new URL(uri, pathToFileURL(`${io.cwd}/`));
    return url.protocol === 'file:' ? pathToFileURL(fileURLToPath(url)).href : undefined;
  } catch {
    return undefined;
  }
}

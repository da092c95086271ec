/** What is to be found in the files that were read: by checking them, or as a store kept it. Only what is needed is loaded. */
import { resolve } from 'node:path';
import { uriExists } from '../node/files.ts';
import { findingsStore } from '../node/findings-store.ts';
import type { Preset } from '../rules/presets.ts';
import { printable } from '../syntax/text/printable.ts';
import type { Findings } from '../workspace/findings.ts';
import type { FixSuggestion } from '../workspace/fixes.ts';
import { noteAnswers } from '../workspace/store/answers.ts';
import { findStored, keepFindings } from '../workspace/store/find.ts';
import type { Circumstances } from '../workspace/store/key.ts';
import { atOnce } from '../workspace/store/store.ts';
import { fileReason, refuseLinkOut } from './file-errors.ts';
import { type Io, UsageError } from './io.ts';
import type { Input } from './read.ts';

export interface FindOptions {
  readonly asOf?: string;
  readonly preset?: Preset;
  /** Whether the fixes that need no decision are applied first. */
  readonly fix?: boolean;
  /** The folder of the store. */
  readonly cache?: string;
}

export interface Found {
  readonly findings: Findings;
  /** The texts that they were found in. */
  readonly textOf: (uri: string) => string | undefined;
  /** Whether a file that was to be fixed was left as it was. */
  readonly isPartial?: boolean;
  /** The fixes to offer, one for each finding that has one; what was kept is checked again for them. */
  readonly fixes: () => Promise<readonly FixSuggestion[]>;
  /** Keeps them for the next time; says so if that fails, which is no reason to fail. */
  readonly keep?: () => Promise<void>;
}

/** Finds what there is in the files. Throws `UsageError` if the store has no name, or lies behind a link out of the current folder. */
export async function find(input: Input, options: FindOptions, io: Io): Promise<Found> {
  const { asOf, preset, fix, cache } = options;
  const { texts } = input;
  if (cache === '') throw new UsageError('--cache is empty. Name a folder, or leave --cache out.');
  if (cache !== undefined) refuseLinkOut(io.cwd, resolve(io.cwd, cache), cache);
  // What could not be read, and where links lead, is not part of what is kept.
  const isPlain = !input.unreadFiles.size && !input.unreadFolders.length && !input.links.size;
  if (fix || cache === undefined || !io.build || !isPlain) return check(input, options, io, uriExists);
  const store = findingsStore(resolve(io.cwd, cache), io.build);
  const circumstances: Circumstances = {
    uris: [...texts.keys()],
    textOf: uri => texts.get(uri) ?? '',
    settings: { asOf, preset },
    today: io.today(),
  };
  const stored = await findStored(store, circumstances, uriExists, atOnce);
  if (stored) {
    const fixes = async (): Promise<readonly FixSuggestion[]> => (await check(input, options, io, uriExists)).fixes();
    return { findings: stored, textOf: uri => texts.get(uri), fixes };
  }
  const { fileExists, answers } = noteAnswers(uriExists);
  const found = await check(input, options, io, fileExists);
  const keep = (): Promise<void> =>
    keepFindings(store, circumstances, found.findings, answers, atOnce).catch(error =>
      io.stderr.write(`isms: the findings were not kept in ${printable(cache)}: ${fileReason(error)}.\n`),
    );
  return { ...found, keep };
}

async function check(
  input: Input,
  { asOf, preset, fix }: FindOptions,
  io: Io,
  fileExists: (uri: string) => boolean | undefined,
): Promise<Found> {
  const [{ loadInput }, { findingsSteps }] = await Promise.all([
    import('./load.ts'),
    import('../workspace/findings.ts'),
  ]);
  const loaded = loadInput(input, { asOf, preset, anyConfig: !fix, fileExists }, io);
  const isPartial = !!fix && (await (await import('./fix.ts')).applySafeFixes(loaded, io));
  const findings = await atOnce(findingsSteps(loaded.workspace));
  const fixes = async (): Promise<readonly FixSuggestion[]> => {
    const { chosenFixes } = await import('../workspace/fixes.ts');
    return chosenFixes(
      loaded.workspace,
      loaded.sources.map(({ uri }) => uri),
      'any',
    );
  };
  return { findings, textOf: uri => loaded.workspace.text(uri), isPartial, fixes };
}

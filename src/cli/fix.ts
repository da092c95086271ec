import { hasByteOrderMark, pathOfUri, writeWhole } from '../node/files.ts';
import { applyFixes, fixesFor } from '../workspace/fixes.ts';
import { displayPath } from './display-path.ts';
import { cannotWrite } from './file-errors.ts';
import type { Io } from './io.ts';
import type { Loaded } from './load.ts';

/** One fix may make room for another; fixes that undo each other must not go on for ever. */
const mostRounds = 10;

/**
 * Applies the safe fixes of what was asked for, in rounds until none is left, and writes the files that changed, each whole.
 * Fixes that would change a file that was not asked for are left alone.
 */
export async function applySafeFixes({ workspace, sources }: Loaded, io: Io): Promise<void> {
  const asked = new Set(sources.map(({ uri }) => uri));
  const changed = new Map<string, string>();
  for (let round = 0; round < mostRounds; round++) {
    const fixes = sources
      .flatMap(({ uri }) => fixesFor(workspace, uri))
      .filter(({ safe, edits }) => safe && edits.every(({ uri }) => asked.has(uri)));
    const texts = applyFixes(workspace, fixes);
    if (!texts.size) break;
    for (const [uri, text] of texts) changed.set(uri, text);
    workspace.setFiles(texts);
    workspace.update();
  }
  for (const [uri, text] of [...changed].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const path = pathOfUri(uri);
    const name = displayPath(io.cwd, path);
    try {
      await writeWhole(path, (await hasByteOrderMark(path)) ? `\uFEFF${text}` : text);
    } catch (error) {
      throw cannotWrite(name, error);
    }
    io.stderr.write(`Fixed ${name}\n`);
  }
}

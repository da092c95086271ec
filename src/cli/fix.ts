import { leadsOut, pathOfUri, replaceText } from '../node/files.ts';
import { applyFixes, chosenFixes } from '../workspace/fixes.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { shownPath } from './display-path.ts';
import { fileReason } from './file-errors.ts';
import type { Io } from './io.ts';
import type { Loaded } from './load.ts';

/** One fix may make room for another; fixes that undo each other must not go on for ever. */
const mostRounds = 10;

/**
 * Applies the safe fixes of what was asked for, in rounds until none is left, and writes the files that changed, each whole. Fixes that
 * would change a file that was not asked for are left alone. A file that cannot be written, that changed since it was read, or that a link
 * puts outside its ISMS is left as it is; that is said, and the others are written. Returns whether any was left.
 */
export async function applySafeFixes({ workspace, sources }: Loaded, io: Io): Promise<boolean> {
  const uris = sources.map(({ uri }) => uri);
  const elsewhere = new Set(uris.filter(uri => leadsOut(folderOf(workspace, uri, io), pathOfUri(uri))));
  const asked = new Set(uris.filter(uri => !elsewhere.has(uri)));
  const before = new Map<string, string>();
  const withheld = new Set<string>();
  for (let round = 0; round < mostRounds; round++) {
    const fixes = chosenFixes(workspace, uris, 'safe').filter(({ edits }) => {
      for (const { uri } of edits) if (elsewhere.has(uri)) withheld.add(uri);
      return edits.every(({ uri }) => asked.has(uri));
    });
    const texts = applyFixes(workspace, fixes);
    if (!texts.size) break;
    for (const uri of texts.keys()) if (!before.has(uri)) before.set(uri, workspace.text(uri) ?? '');
    workspace.setFiles(texts);
    workspace.update();
  }
  const left = [...withheld].map(uri => ({
    uri,
    why: 'a link leads out of the folder of its ISMS; fix it where it lies',
  }));
  for (const [uri, text] of [...before].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const why = await notWritten(pathOfUri(uri), text, workspace.text(uri) ?? '', 'isms check --fix');
    if (why === undefined) io.stderr.write(`Fixed ${shownPath(io.cwd, pathOfUri(uri))}\n`);
    else left.push({ uri, why });
  }
  for (const { uri, why } of left) {
    io.stderr.write(`isms: ${shownPath(io.cwd, pathOfUri(uri))} was not fixed and is as it was: ${why}.\n`);
  }
  // What is reported is said about the files as they are.
  workspace.setFiles(left.flatMap(({ uri }) => (before.has(uri) ? [[uri, before.get(uri) ?? ''] as const] : [])));
  workspace.update();
  return left.length > 0;
}

/** The folder of the ISMS of a file; the current one if it belongs to none. */
export function folderOf(workspace: Workspace, uri: string, io: Io): string {
  const root = workspace.unitOf(uri)?.root;
  return root ? pathOfUri(root) : io.cwd;
}

/**
 * Writes the text of a file. Returns why it was not written.
 * @param command what to run again if somebody else has written it meanwhile
 */
export async function notWritten(
  path: string,
  before: string,
  after: string,
  command: string,
): Promise<string | undefined> {
  try {
    return (await replaceText(path, before, after)) ? undefined : `it changed since it was read; run ${command} again`;
  } catch (error) {
    return fileReason(error);
  }
}

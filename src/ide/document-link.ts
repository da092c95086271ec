/** What can be opened from a text: files that it names, and addresses in it. */

import { mayNameFiles, pathsOf } from '../model/file-paths.ts';
import { nodesIn } from '../model/nodes-in.ts';
import type { TextRange } from '../syntax/text/chunked-text.ts';
import { regionsOf } from '../syntax/text/regions.ts';
import { isWithin, parentUri, resolvePath } from '../workspace/uri.ts';
import type { IsmsUnit, Workspace } from '../workspace/workspace.ts';

export interface DocumentLink {
  readonly range: TextRange;
  /** The URI of a file inside the folder of the ISMS, or an address of the web or of mail. */
  readonly target: string;
}

/** No other schemes: a text of others is not to run commands or open programs. */
const address = /\b(?:https?:\/\/|mailto:)[^\s"<>\\^`{|}]+/gi;

/** The links of a file, in the order of the text. */
export function documentLinks(workspace: Workspace, uri: string): DocumentLink[] {
  const file = workspace.file(uri);
  const unit = workspace.unitOf(uri);
  if (!file || !unit) return [];
  return file.blocks.flatMap((block, index) => {
    const { text, bodyStart } = block.chunk;
    const links: { readonly start: number; readonly end: number; readonly target: string }[] = [];
    for (const region of text.includes(':') ? regionsOf(text) : []) {
      for (const { index: at, 0: found } of text.slice(region.start, region.end).matchAll(address)) {
        const target = withoutPunctuation(found);
        links.push({ start: region.start + at, end: region.start + at + target.length, target });
      }
    }
    if (block.declaration && mayNameFiles(text)) {
      for (const path of [...nodesIn(block.declaration)].flatMap(pathsOf)) {
        const target = fileTarget(unit, uri, path.value);
        // Without the quotes.
        if (target !== undefined)
          links.push({ start: bodyStart + path.start + 1, end: bodyStart + path.end - 1, target });
      }
    }
    return links
      .sort((a, b) => a.start - b.start)
      .map(({ start, end, target }) => ({ range: file.text.rangeAt(index, start, end), target }));
  });
}

/** The file that a path names, if it lies in the folder of the ISMS and is not known to be missing. */
export function fileTarget(unit: IsmsUnit, from: string, path: string): string | undefined {
  const folder = parentUri(from);
  if (folder === undefined || path.trim() === '' || !unit.root) return undefined;
  const target = resolvePath(folder, path);
  return isWithin(target, unit.root) && unit.inputs.fileExists(from, path) !== false ? target : undefined;
}

/** What ends a sentence, or closes a bracket that the address does not open, is not part of an address. */
function withoutPunctuation(found: string): string {
  const opening = found.indexOf('(');
  let end = found.length;
  for (;;) {
    const last = found.charAt(end - 1);
    const isOpened = last === ')' && opening >= 0 && opening < end;
    if (!/[.,;:!?'")\]*_]/.test(last) || isOpened) return found.slice(0, end);
    end--;
  }
}

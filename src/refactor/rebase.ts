/** The paths in `file:` and other keys for one, when the text that names them is to stand in another file. */
import type { Block } from '../incremental/block.ts';
import type { Span } from '../model/declaration.ts';
import { mayNameFiles, pathsOf } from '../model/file-paths.ts';
import { nodesIn } from '../model/nodes-in.ts';
import { quote } from '../syntax/text/quoted-text.ts';
import { pathBetween, resolvePath } from '../workspace/uri.ts';

/** A path that is to be written in another way; the place is that of the quoted text, relative to the declaration. */
export interface PathChange extends Span {
  /** As it is to be written, in quotes; undefined where nothing leads from one folder to the file. */
  readonly written: string | undefined;
}

/**
 * The paths of a declaration that name another file once it stands in another folder, or once files have moved. What names the same
 * file afterwards stays as it is written.
 * @param before the folder (a URI) of the declaration's file
 * @param after the folder that it is to stand in
 * @param movedTo where a file is afterwards
 */
export function pathChanges(
  block: Block,
  before: string,
  after: string,
  movedTo: (uri: string) => string = uri => uri,
): PathChange[] {
  if (!block.kind || !mayNameFiles(block.chunk.text)) return [];
  return [...nodesIn(block.peek())].flatMap(pathsOf).flatMap(({ value, start, end }) => {
    if (!isRelative(value)) return [];
    const target = movedTo(resolvePath(before, value));
    if (resolvePath(after, value) === target) return [];
    const path = pathBetween(after, target);
    return [{ start, end, written: path === undefined ? undefined : quote(path) }];
  });
}

const isRelative = (path: string): boolean => path.trim() !== '' && !/^[a-z][a-z0-9+.-]*:\/\//i.test(path);

/** Where a declaration names a file by its path; the places are relative to it. */
export function namedAsFile(block: Block, folder: string, uri: string): Span[] {
  if (!block.kind || !mayNameFiles(block.chunk.text)) return [];
  return [...nodesIn(block.peek())]
    .flatMap(pathsOf)
    .filter(({ value }) => isRelative(value) && resolvePath(folder, value) === uri);
}

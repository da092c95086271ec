/** Which other ISMSs an ISMS uses, and in which folders they lie. */

import type { Isms } from '../incremental/isms.ts';
import type { Neighbours } from '../incremental/neighbours.ts';
import type { Declarations } from '../model/declaration.ts';
import type { NeighbourState } from '../model/view.ts';
import type { Chunk } from '../syntax/text/chunk.ts';
import { ismsIn } from './isms-block.ts';
import { parentUri, resolvePath } from './uri.ts';

/** A text of `uses:`, and the URI of the folder that it names. */
export interface Use {
  readonly path: string;
  readonly folder: string;
}

/** What an `isms` block in a file uses, in its order; each text once. A text that names no folder is left out. */
export function usesOf(uri: string, { uses }: Declarations['Isms']): Use[] {
  const home = parentUri(uri);
  if (home === undefined) return [];
  const paths = new Set(uses.map(({ value }) => value).filter(path => path.trim() !== ''));
  return [...paths].map(path => ({ path, folder: resolvePath(home, path) }));
}

/** The folders of the ISMSs that the `isms` blocks of some files use, each once. */
export function usedFolders(files: Iterable<readonly [uri: string, text: string]>): Set<string> {
  const folders = new Set<string>();
  for (const [uri, text] of files) {
    // Few files hold the word, and only an `isms` block means it.
    const isms = text.includes('uses') ? ismsIn(text) : undefined;
    if (isms) for (const { folder } of usesOf(uri, isms)) folders.add(folder);
  }
  return folders;
}

/** What the `isms` block of an ISMS uses; read again only where its text is another one. */
export class Uses {
  private chunk: Chunk | undefined;
  private uri: string | undefined;
  private known: readonly Use[] = [];

  /** What the first `isms` block of an ISMS uses now. */
  of(isms: Isms): readonly Use[] {
    const [block] = isms.blocks('Isms');
    if (block?.chunk === this.chunk && block?.file.uri === this.uri) return this.known;
    this.chunk = block?.chunk;
    this.uri = block?.file.uri;
    this.known = block ? usesOf(block.file.uri, block.peek() as Declarations['Isms']) : [];
    return this.known;
  }
}

/** Where the uses of an ISMS lead. `find` gives the ISMS whose root a folder is. */
export function neighboursOf(
  isms: Isms,
  uses: readonly Use[],
  find: (folder: string) => Isms | undefined,
): Neighbours<Isms> {
  const list = new Map<Isms, string>();
  const states = new Map<string, NeighbourState>();
  for (const { path, folder } of uses) {
    const other = find(folder);
    states.set(path, other === isms ? 'itself' : other ? 'there' : 'missing');
    if (other && other !== isms && !list.has(other)) list.set(other, path);
  }
  return { list: [...list].map(([neighbour, path]) => ({ isms: neighbour, path })), states };
}

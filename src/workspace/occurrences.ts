/** Where the name of something stands, over the whole ISMS: from the symbol index. */
import { type Block, compareBlocks, type Sym } from '../incremental/block.ts';
import type { Span } from '../model/declaration.ts';
import { accepts } from '../model/reference-types.ts';
import type { TextRange } from '../syntax/text/chunked-text.ts';
import type { IsmsUnit } from './workspace.ts';

/** A place in a file: 0-based lines and UTF-16 columns. */
export interface Location {
  readonly uri: string;
  readonly range: TextRange;
}

/** What a name stands for. */
export interface Target {
  /** The ISMS that declares it; of what nothing declares, the one that names it. */
  readonly unit: IsmsUnit;
  readonly symbol: Sym;
  /** The name in the ISMSs that use that one, where it stands for the same. */
  readonly elsewhere: readonly Sym[];
  /** The node types of what the name stands for: `Role`, or `Control` and `CatalogEntry`. */
  readonly types: ReadonlySet<string>;
}

/** A stretch of a declaration; offsets are relative to it. */
export interface Occurrence {
  readonly block: Block;
  readonly span: Span;
}

/** All places that refer to a target, in the order of the ISMS. */
export function occurrencesOf(
  { symbol, types }: Pick<Target, 'symbol' | 'types'>,
  withDeclaration: boolean,
): Occurrence[] {
  const blocks = new Set(symbol.users());
  if (withDeclaration) for (const { block } of symbol.definitions) blocks.add(block);
  return [...blocks].sort(compareBlocks).flatMap(block => {
    const { declaration } = block;
    if (!declaration) return [];
    const references = declaration.$references.filter(
      ref => ref.name === symbol.name && [...types].some(type => accepts(ref.type, type)),
    );
    const definitions = withDeclaration
      ? declaration.$definitions.filter(({ name, type }) => name === symbol.name && types.has(type))
      : [];
    return [...definitions, ...references].sort((a, b) => a.start - b.start).map(span => ({ block, span }));
  });
}

/** The place of an occurrence in its file. */
export const locationOf = ({ block, span }: Occurrence): Location => ({
  uri: block.file.uri,
  range: block.range(span),
});

/** All places that refer to a target, in the order of the ISMS; behind them those in the ISMSs that use it. */
export const occurrences = (target: Target, withDeclaration: boolean): Location[] =>
  [
    ...occurrencesOf(target, withDeclaration),
    ...target.elsewhere.flatMap(symbol => occurrencesOf({ symbol, types: target.types }, false)),
  ].map(locationOf);

/** A name in an ISMS that uses another one, if references to it as one of these types mean what that one declares. */
export function nameElsewhere(user: IsmsUnit, owner: IsmsUnit, name: string, types: Iterable<string>): Sym | undefined {
  const symbol = user.isms.symbols.get(name);
  const means = (type: string): boolean => {
    const [first] = user.isms.declared(name, type);
    return first !== undefined && owner.isms.files.get(first.block.file.uri) === first.block.file;
  };
  return symbol && [...types].some(means) ? symbol : undefined;
}

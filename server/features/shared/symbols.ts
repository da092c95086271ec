/** The outline of a document and the names of the workspace, as trees or lists, in the kinds that the client knows. */
import { type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FrameworkDocument } from '../../../src/frameworks/texts.ts';
import { type OutlineEntry, outline } from '../../../src/ide/document-symbols.ts';
import { type NamedPlace, workspaceNames } from '../../../src/ide/workspace-symbols.ts';
import { kindWord, nodeTypes } from '../../../src/language/schema.ts';
import type { Workspace } from '../../../src/workspace/workspace.ts';
import type { ClientCapabilities } from '../../protocol/client-capabilities.ts';

/** For those of the protocol's kinds that only newer clients know, one that every client does. */
const olderKinds: ReadonlyMap<SymbolKind, SymbolKind> = new Map([
  [SymbolKind.Object, SymbolKind.Variable],
  [SymbolKind.Key, SymbolKind.Property],
  [SymbolKind.Null, SymbolKind.Constant],
  [SymbolKind.EnumMember, SymbolKind.Constant],
  [SymbolKind.Struct, SymbolKind.Class],
  [SymbolKind.Event, SymbolKind.Class],
  [SymbolKind.Operator, SymbolKind.Function],
  [SymbolKind.TypeParameter, SymbolKind.Class],
]);

/**
 * What a type of the grammar is shown as: as the grammar says, or else as the next best that the client knows. A symbol needs a kind:
 * where the client knows neither, the one that it names first.
 */
export function symbolKind(type: string, known: ReadonlySet<number>): SymbolKind {
  const best = SymbolKind[nodeTypes[type]?.icon ?? 'Class'];
  const older = olderKinds.get(best) ?? best;
  return [best, older].find(kind => known.has(kind)) ?? ([...known][0] as SymbolKind | undefined) ?? older;
}

/** The declarations of a document: a tree, or a list for a client that takes no tree. */
export function documentSymbols(
  workspace: Workspace,
  { documentSymbols: { hierarchical, kinds } }: ClientCapabilities,
  uri: string,
): DocumentSymbol[] | SymbolInformation[] {
  const entries = outline(workspace, uri);
  if (!hierarchical) return entries.flatMap(entry => flat(entry, uri, kinds));
  const tree = (entry: OutlineEntry): DocumentSymbol => ({
    name: nameOf(entry),
    detail: kindWord(entry.type),
    kind: symbolKind(entry.type, kinds),
    range: entry.range,
    selectionRange: entry.selection,
    children: entry.children.map(tree),
  });
  return entries.map(tree);
}

function flat(entry: OutlineEntry, uri: string, kinds: ReadonlySet<number>, container?: string): SymbolInformation[] {
  const symbol: SymbolInformation = {
    name: nameOf(entry),
    kind: symbolKind(entry.type, kinds),
    location: { uri, range: entry.range },
  };
  if (container !== undefined) symbol.containerName = container;
  return [symbol, ...entry.children.flatMap(child => flat(child, uri, kinds, symbol.name))];
}

/** The entries of a built-in document. */
export function catalogueSymbols(
  built: FrameworkDocument,
  { documentSymbols: { hierarchical, kinds } }: ClientCapabilities,
  uri: string,
): DocumentSymbol[] | SymbolInformation[] {
  const document = TextDocument.create(built.uri, '', 0, built.text);
  return built.entries.map(({ name, title, type, start, end }) => {
    const range = { start: document.positionAt(start), end: document.positionAt(end) };
    const symbol = {
      name: [name, title].filter(Boolean).join(' '),
      kind: symbolKind(type, kinds),
    };
    return hierarchical ? { ...symbol, range, selectionRange: range } : { ...symbol, location: { uri, range } };
  }) as DocumentSymbol[] | SymbolInformation[];
}

/** Clients refuse a symbol without a name: a title that is not written yet. */
const nameOf = ({ label, type }: OutlineEntry): string => label || type;

/** The names of the workspace that answer a query. */
export const workspaceSymbols = (
  workspace: Workspace,
  { workspaceSymbolKinds }: ClientCapabilities,
  query: string,
): SymbolInformation[] =>
  workspaceNames(workspace, query).map(({ label, type, container, uri, range }: NamedPlace) => ({
    // Editors look for what was typed in the name alone.
    name: label,
    kind: symbolKind(type, workspaceSymbolKinds),
    containerName: container,
    location: { uri, range },
  }));

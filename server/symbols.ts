/** The outline of a document and the names of the workspace, as trees or lists, in the kinds that the client knows. */
import { type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import { type NamedPlace, type OutlineEntry, outline, workspaceNames } from '../src/features/symbols.ts';
import type { Workspace } from '../src/workspace/workspace.ts';
import type { ClientCapabilities } from './client-capabilities.ts';

/** For each kind of declaration the one that fits, and one that every client knows. */
const symbolKinds: Readonly<Record<string, readonly [SymbolKind, SymbolKind]>> = {
  Isms: [SymbolKind.Module, SymbolKind.Module],
  Scope: [SymbolKind.Namespace, SymbolKind.Namespace],
  Method: [SymbolKind.Operator, SymbolKind.Function],
  Role: [SymbolKind.Interface, SymbolKind.Interface],
  Person: [SymbolKind.Interface, SymbolKind.Interface],
  Party: [SymbolKind.Interface, SymbolKind.Interface],
  Requirement: [SymbolKind.Property, SymbolKind.Property],
  Asset: [SymbolKind.Object, SymbolKind.Variable],
  Threat: [SymbolKind.Event, SymbolKind.Class],
  Vulnerability: [SymbolKind.Event, SymbolKind.Class],
  Risk: [SymbolKind.Event, SymbolKind.Class],
  Control: [SymbolKind.Method, SymbolKind.Method],
  CatalogEntry: [SymbolKind.Constant, SymbolKind.Constant],
  Catalog: [SymbolKind.Package, SymbolKind.Package],
  Mapping: [SymbolKind.Package, SymbolKind.Package],
  Evidence: [SymbolKind.File, SymbolKind.File],
  PolicyDocument: [SymbolKind.File, SymbolKind.File],
  Action: [SymbolKind.Function, SymbolKind.Function],
  Decision: [SymbolKind.Function, SymbolKind.Function],
};

/** The first of the kinds that the client knows. A symbol needs one: where it knows none of them, the one that it names first. */
function symbolKind(type: string, known: ReadonlySet<number>): SymbolKind {
  const kinds = symbolKinds[type] ?? [SymbolKind.Class, SymbolKind.Class];
  return kinds.find(kind => known.has(kind)) ?? ([...known][0] as SymbolKind | undefined) ?? kinds[1];
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
    detail: entry.detail,
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

/** Clients refuse a symbol without a name: a title that is not written yet. */
const nameOf = ({ name, type }: OutlineEntry): string => name.trim() || type;

/** The names of the workspace that answer a query. */
export const workspaceSymbols = (
  workspace: Workspace,
  { workspaceSymbolKinds }: ClientCapabilities,
  query: string,
): SymbolInformation[] =>
  workspaceNames(workspace, query).map(({ name, type, container, uri, range }: NamedPlace) => ({
    name,
    kind: symbolKind(type, workspaceSymbolKinds),
    containerName: container,
    location: { uri, range },
  }));

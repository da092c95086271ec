/** The built-in documents as the client can open them, and what is known about the names in them. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import { documentsWithTexts, type FrameworkDocument } from '../../../src/frameworks/texts.ts';
import type { HoverCard } from '../../../src/ide/hover.ts';
import { aboutBuiltin } from '../../../src/ide/hover-control.ts';
import type { Location } from '../../../src/ide/navigation.ts';
import type { TextPosition, TextRange } from '../../../src/syntax/text/chunked-text.ts';
import type { Workspace } from '../../../src/workspace/workspace.ts';
import type { ClientCapabilities } from '../../protocol/client-capabilities.ts';
import { catalogueScheme } from '../../protocol/protocol.ts';

/** Built-in documents as files, for clients that open nothing else. */
export interface CatalogueFiles {
  /** Writes a document, unless it is there. Returns the URI of the file; undefined where it cannot be written. */
  write(document: FrameworkDocument): string | undefined;
  /** Whether a URI is that of such a file, also of one that was written earlier. */
  is(uri: string, document: FrameworkDocument): boolean;
}

export interface Catalogues {
  /** The locations that the client can open. */
  shown(locations: readonly Location[]): Location[];
  /** The built-in document that a URI of the client stands for. */
  document(uri: string): FrameworkDocument | undefined;
}

export const isCatalogueUri = (uri: string): boolean => uri.startsWith(`${catalogueScheme}:`);

/** How built-in documents are shown to a client. Without `files`, as in a browser, they are left out where the client cannot ask for them. */
export function cataloguesFor({ catalogues }: ClientCapabilities, files: CatalogueFiles | undefined): Catalogues {
  const document = (uri: string): FrameworkDocument | undefined => {
    if (!isCatalogueUri(uri) && !files) return undefined;
    return documentsWithTexts.find(candidate => candidate.uri === uri || files?.is(uri, candidate));
  };
  return {
    document: uri => (isCatalogueUri(uri) || catalogueName.test(uri) ? document(uri) : undefined),
    shown: locations =>
      locations.flatMap(location => {
        if (catalogues || !isCatalogueUri(location.uri)) return [location];
        const built = document(location.uri);
        const uri = built && files?.write(built);
        return uri === undefined ? [] : [{ ...location, uri }];
      }),
  };
}

/** What the URI of such a file looks like: documents are asked for at each keystroke, and the built-in ones are made on first use. */
const catalogueName = /\/isms-catalogue\//;

/** What is known about the name at a position of a built-in document: as of the first ISMS, as there is mostly one. */
export function catalogueHover(
  workspace: Workspace,
  built: FrameworkDocument,
  position: TextPosition,
): HoverCard | undefined {
  const { name, range } = catalogueNameAt(built, position) ?? {};
  if (name === undefined || !range) return undefined;
  const [unit] = workspace.allUnits();
  const contents = aboutBuiltin(unit?.view(), name);
  if (!contents) return undefined;
  return { contents, range };
}

/** The name at a position of a built-in document. */
export function catalogueNameAt(
  built: FrameworkDocument,
  position: TextPosition,
): { readonly name: string; readonly range: TextRange } | undefined {
  const document = TextDocument.create(built.uri, '', 0, built.text);
  const offset = document.offsetAt(position);
  const entry = built.entries.find(({ start, end }) => start <= offset && offset <= end);
  if (!entry) return undefined;
  const range = { start: document.positionAt(entry.start), end: document.positionAt(entry.end) };
  return { name: entry.name, range };
}

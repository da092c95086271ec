/** Which of the documents that a client opens the server serves. */
import type { Connection, TextDocumentItem } from 'vscode-languageserver';
import { languageId } from '../protocol/protocol.ts';

/**
 * Tells whether an opened document is one of an ISMS. One that is not is told in the log, once.
 * @param isBuiltin whether a URI is that of a built-in document, which is right as it is and part of no ISMS
 */
export function servedDocuments(
  connection: Connection,
  isBuiltin: (uri: string) => boolean,
): (document: TextDocumentItem) => boolean {
  const told = new Set<string>();
  return ({ uri, languageId: given }) => {
    if (isBuiltin(uri)) return false;
    // Clients name the language as they like; the name of the file says it too.
    if (given === languageId || /\.isms$/i.test(pathOf(uri))) return true;
    if (told.has(uri)) return false;
    told.add(uri);
    connection.console.info(
      `${uri} is not checked: its language is ${given || 'not said'}, not ${languageId}, and its name does not end in .isms.`,
    );
    return false;
  };
}

/** The path of a URI, without query and fragment. */
const pathOf = (uri: string): string => uri.split(/[?#]/, 1)[0] ?? '';

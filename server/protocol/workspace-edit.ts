import { CreateFile, DeleteFile, type SnippetTextEdit, type TextEdit, type WorkspaceEdit } from 'vscode-languageserver';
import type { FillIn } from '../../src/ide/fill-in.ts';
import type { FileEdit } from '../../src/workspace/fixes.ts';
import type { ClientCapabilities } from './client-capabilities.ts';

/** Files that are made before, and deleted after edits. Only for clients that say that their edits may do so. */
export interface FileChanges {
  readonly creates: readonly string[];
  readonly deletes: readonly string[];
}

/** Turns edits of files into what the client can apply. */
export type ToWorkspaceEdit = (edits: readonly (FileEdit | FillIn)[], files?: FileChanges) => WorkspaceEdit;

/**
 * Where the client takes it, each document's edits name the version that they are for, so that the client refuses them if it has changed.
 * Snippets are sent only to a client that takes them; to others what they stand for.
 * @param version of an open document; undefined for a file that is not open
 */
export function workspaceEdits(
  { versioned, snippets }: Pick<ClientCapabilities['edits'], 'versioned' | 'snippets'>,
  version: (uri: string) => number | undefined,
): ToWorkspaceEdit {
  return (edits, { creates, deletes } = { creates: [], deletes: [] }) => {
    const byUri = new Map<string, (FileEdit | FillIn)[]>();
    for (const edit of edits) {
      const known = byUri.get(edit.uri);
      if (known) known.push(edit);
      else byUri.set(edit.uri, [edit]);
    }
    if (!versioned) {
      const changes = [...byUri].map(([uri, list]) => [uri, list.map(plainEdit)] as const);
      return { changes: Object.fromEntries(changes) };
    }
    const documentChanges = [...byUri].map(([uri, list]) => ({
      textDocument: { uri, version: version(uri) ?? null },
      edits: list.map(edit => (snippets && 'snippet' in edit ? snippetEdit(edit) : plainEdit(edit))),
    }));
    // What is there already is never overwritten: the client then refuses all.
    const made = creates.map(uri => CreateFile.create(uri, { overwrite: false }));
    const gone = deletes.map(uri => DeleteFile.create(uri, { ignoreIfNotExists: true }));
    return { documentChanges: [...made, ...documentChanges, ...gone] };
  };
}

const plainEdit = ({ range, newText }: FileEdit): TextEdit => ({ range, newText });

const snippetEdit = ({ range, snippet }: FillIn): SnippetTextEdit => ({
  range,
  snippet: { kind: 'snippet', value: snippet },
});

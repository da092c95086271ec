import type { CreateFile, DeleteFile, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { FileEdit } from '../../src/workspace/fixes.ts';

/** Files that are made before, and deleted after edits. Only for clients that say that their edits may do so. */
export interface FileChanges {
  readonly creates: readonly string[];
  readonly deletes: readonly string[];
}

/** Turns edits of files into what the client can apply. */
export type ToWorkspaceEdit = (edits: readonly FileEdit[], files?: FileChanges) => WorkspaceEdit;

/**
 * Where the client takes it, each document's edits name the version that they are for, so that the client refuses them if it has changed.
 * @param version of an open document; undefined for a file that is not open
 */
export function workspaceEdits(versioned: boolean, version: (uri: string) => number | undefined): ToWorkspaceEdit {
  return (edits, { creates, deletes } = { creates: [], deletes: [] }) => {
    const byUri = new Map<string, TextEdit[]>();
    for (const { uri, range, newText } of edits) {
      const known = byUri.get(uri);
      if (known) known.push({ range, newText });
      else byUri.set(uri, [{ range, newText }]);
    }
    if (!versioned) return { changes: Object.fromEntries(byUri) };
    const documentChanges = [...byUri].map(([uri, textEdits]) => ({
      textDocument: { uri, version: version(uri) ?? null },
      edits: textEdits,
    }));
    // What is there already is never overwritten: the client then refuses all.
    const made = creates.map((uri): CreateFile => ({ kind: 'create', uri, options: { overwrite: false } }));
    const gone = deletes.map((uri): DeleteFile => ({ kind: 'delete', uri, options: { ignoreIfNotExists: true } }));
    return { documentChanges: [...made, ...documentChanges, ...gone] };
  };
}

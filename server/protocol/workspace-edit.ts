import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { FileEdit } from '../../src/workspace/fixes.ts';

/** Turns edits of files into what the client can apply. */
export type ToWorkspaceEdit = (edits: readonly FileEdit[]) => WorkspaceEdit;

/**
 * Where the client takes it, each document's edits name the version that they are for, so that the client refuses them if it has changed.
 * @param version of an open document; undefined for a file that is not open
 */
export function workspaceEdits(versioned: boolean, version: (uri: string) => number | undefined): ToWorkspaceEdit {
  return edits => {
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
    return { documentChanges };
  };
}

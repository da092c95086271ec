import * as vscode from 'vscode';
import type { Server } from './connection.ts';
import { documentSelector } from './documents.ts';

const kind = vscode.DocumentDropOrPasteEditKind.Empty.append('isms', 'file');

/** Files that are dragged from the Explorer, or from elsewhere on this machine, into an editor. */
const type = 'text/uri-list';

/** Offers to name a file in the declaration that it is dropped on, while Shift is held. Where nothing can name it, its path is inserted as usual. */
export const offerDrop = (server: Server): vscode.Disposable =>
  vscode.languages.registerDocumentDropEditProvider(
    documentSelector(),
    {
      async provideDocumentDropEdits(document, { line, character }, transfer, token) {
        const [file, ...more] = ((await transfer.get(type)?.asString()) ?? '').split(/\r?\n/).filter(isAddress);
        if (file === undefined || more.length || token.isCancellationRequested) return undefined;
        const textDocument = { uri: document.uri.toString() };
        const result = await server.request('isms/drop', { textDocument, position: { line, character }, file });
        if (!result || token.isCancellationRequested) return undefined;
        const edit = new vscode.DocumentDropEdit('', result.title, kind);
        edit.additionalEdit = new vscode.WorkspaceEdit();
        for (const { uri, range, newText } of result.edits) {
          const { start, end } = range;
          const place = new vscode.Range(start.line, start.character, end.line, end.character);
          edit.additionalEdit.replace(vscode.Uri.parse(uri, true), place, newText);
        }
        return edit;
      },
    },
    { providedDropEditKinds: [kind], dropMimeTypes: [type] },
  );

/** A line of a list of URIs that is no comment. */
const isAddress = (line: string): boolean => line.trim() !== '' && !line.startsWith('#');

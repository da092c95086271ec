import * as vscode from 'vscode';
import type { Server } from './connection.ts';
import { documentSelector } from './documents.ts';

const kind = vscode.DocumentDropOrPasteEditKind.Text.append('isms', 'declarations');

/** Tables are copied as HTML too, in which their cells are whole. */
const types = { text: 'text/plain', html: 'text/html' };

/**
 * Offers a table that was copied from a spreadsheet as declarations. A plain paste stays what it is: this is a choice beside it, under
 * "Paste As…" and in the widget after pasting.
 */
export const offerPaste = (server: Server): vscode.Disposable =>
  vscode.languages.registerDocumentPasteEditProvider(
    documentSelector(),
    {
      async provideDocumentPasteEdits(document, _ranges, transfer, _context, token) {
        const text = (await transfer.get(types.text)?.asString()) ?? '';
        const html = await transfer.get(types.html)?.asString();
        if (token.isCancellationRequested || !mayBeTable(text, html)) return undefined;
        const uri = document.uri.toString();
        const result = await server.request('isms/paste', { uri, text, ...(html !== undefined && { html }) });
        if (!result || token.isCancellationRequested) return undefined;
        const edit = new vscode.DocumentPasteEdit(
          result.text,
          vscode.l10n.t('Paste as ISMS declarations ({0})', result.summary),
          kind,
        );
        edit.yieldTo = [vscode.DocumentDropOrPasteEditKind.Text];
        return [edit];
      },
    },
    { providedPasteEditKinds: [kind], pasteMimeTypes: Object.values(types) },
  );

/** Spares the server what is no table at a glance. */
const mayBeTable = (text: string, html: string | undefined): boolean =>
  text.includes('\n') && (text.includes('\t') || text.includes('|') || /<table[\s>]/i.test(html ?? ''));

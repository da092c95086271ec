import * as vscode from 'vscode';
import type { SavedFile } from '../../dashboard/messages.ts';
import { decodeBase64 } from '../../server/protocol/base64.ts';
import { mayWrite } from '../trust.ts';
import { writeWhole } from '../write-whole.ts';

/**
 * Asks where a drawing of the page is to be kept, and writes it.
 * @param root the URI of the folder of the ISMS, where it is proposed
 */
export async function saveDrawing(root: string, { name, ending, content }: SavedFile): Promise<void> {
  if (!(await mayWrite(vscode.l10n.t('Saving a picture')))) return;
  const target = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Save Picture'),
    defaultUri: vscode.Uri.joinPath(vscode.Uri.parse(root), `${name}.${ending}`),
    filters: { [ending.toUpperCase()]: [ending] },
  });
  if (target) await writeWhole(target, ending === 'svg' ? new TextEncoder().encode(content) : decodeBase64(content));
}

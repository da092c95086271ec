import * as vscode from 'vscode';
import type { TemplateFile } from '../server/protocol/protocol.ts';
import { isInWorkspace } from './documents.ts';
import { openEditor } from './open-editor.ts';
import { writeWhole } from './write-whole.ts';

/**
 * Writes new files into a folder, all or none, and opens the first. An existing file stops it before anything is written. Returns the URI of
 * the first.
 * @param selection what is selected in the first
 */
export async function writeNewFiles(
  files: readonly TemplateFile[],
  folder: vscode.Uri,
  selection?: vscode.Range,
): Promise<vscode.Uri | undefined> {
  const first = files[0];
  if (!first) return undefined;
  const existing = await existingOf(files, folder);
  if (existing.length > 0) {
    const names = existing.map(uri => vscode.workspace.asRelativePath(uri)).join(', ');
    throw new Error(vscode.l10n.t('Nothing was written, as it would overwrite {0}. Choose another folder.', names));
  }
  await writeAll(files, folder);
  const uri = place(folder, first);
  await openEditor(uri, selection && { selection });
  if (!isInWorkspace(folder)) void offerToOpen(folder);
  return uri;
}

/** Writes all files or none; says which could not be taken back. */
async function writeAll(files: readonly TemplateFile[], folder: vscode.Uri): Promise<void> {
  const written: vscode.Uri[] = [];
  for (const file of files) {
    const target = place(folder, file);
    try {
      await writeWhole(target, new TextEncoder().encode(file.text));
    } catch (error) {
      const left: string[] = [];
      for (const uri of written) {
        await Promise.resolve(vscode.workspace.fs.delete(uri)).catch(() =>
          left.push(vscode.workspace.asRelativePath(uri)),
        );
      }
      const reason = error instanceof Error ? error.message : String(error);
      throw left.length
        ? new Error(vscode.l10n.t('{0} Written and not taken back: {1}. Delete them.', reason, left.join(', ')))
        : error;
    }
    written.push(target);
  }
}

const place = (folder: vscode.Uri, file: TemplateFile): vscode.Uri =>
  vscode.Uri.joinPath(folder, ...file.path.split('/'));

async function existingOf(files: readonly TemplateFile[], folder: vscode.Uri): Promise<vscode.Uri[]> {
  const found = await Promise.all(
    files.map(async file => {
      const uri = place(folder, file);
      return vscode.workspace.fs.stat(uri).then(
        () => [uri],
        () => [],
      );
    }),
  );
  return found.flat();
}

async function offerToOpen(folder: vscode.Uri): Promise<void> {
  const open = vscode.l10n.t('Open Folder');
  const choice = await vscode.window.showInformationMessage(
    vscode.l10n.t(
      'The new ISMS lies outside the folders of this window; it is checked as a whole once its folder is open.',
    ),
    open,
  );
  if (choice === open) await vscode.commands.executeCommand('vscode.openFolder', folder);
}

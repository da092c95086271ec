import * as vscode from 'vscode';

/**
 * Writes a file whole or not at all: beside it first, then in its place, so that neither a full disk nor a cancelled
 * window leaves half a file or destroys the former one.
 */
export async function writeWhole(target: vscode.Uri, bytes: Uint8Array): Promise<void> {
  const files = vscode.workspace.fs;
  const shown = vscode.workspace.asRelativePath(target);
  if (files.isWritableFileSystem(target.scheme) === false)
    throw new Error(
      vscode.l10n.t(
        'Could not write {0}: its file system ({1}) is read-only. Choose another place.',
        shown,
        target.scheme,
      ),
    );
  // Short, and of chance: neither the length of a name nor another window stands in the way.
  const partial = vscode.Uri.joinPath(target, '..', `.isms-${globalThis.crypto.randomUUID()}.partial`);
  try {
    await files.writeFile(partial, bytes);
    await files.rename(partial, target, { overwrite: true });
  } catch (error) {
    await Promise.resolve(files.delete(partial)).catch(() => {}); // may never have been made
    throw new Error(vscode.l10n.t('Could not write {0}: {1}', shown, reason(error)));
  }
}

function reason(error: unknown): string {
  if (error instanceof vscode.FileSystemError) {
    if (error.code === 'NoPermissions')
      return vscode.l10n.t('you have no permission to write there. Choose another place.');
    if (error.code === 'FileNotADirectory')
      return vscode.l10n.t('a part of its path is a file, not a folder. Choose another place.');
    if (error.code === 'FileIsADirectory') return vscode.l10n.t('there is a folder of that name. Choose another name.');
    if (error.code === 'Unavailable') return vscode.l10n.t('its file system does not answer. Try again.');
  }
  return error instanceof Error ? error.message : String(error);
}

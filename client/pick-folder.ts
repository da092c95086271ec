import * as vscode from 'vscode';

/** Asks for a folder: one of the window, or any other; undefined when the user stopped. */
export async function pickFolder(title: string): Promise<vscode.Uri | undefined> {
  const other = vscode.l10n.t('Another folder…');
  const folders = (vscode.workspace.workspaceFolders ?? []).map(({ name, uri }) => ({
    label: `$(folder) ${name}`,
    description: uri.path,
    uri: uri as vscode.Uri | undefined,
  }));
  if (folders.length > 0) {
    const items = [...folders, { label: other, description: '', uri: undefined }];
    const choice = await vscode.window.showQuickPick(items, {
      title,
      placeHolder: vscode.l10n.t('Folder'),
    });
    if (!choice || choice.uri) return choice?.uri;
  }
  const chosen = await vscode.window.showOpenDialog({
    title,
    openLabel: vscode.l10n.t('Create Here'),
    canSelectFiles: false,
    canSelectFolders: true,
    ...(folders[0]?.uri && { defaultUri: folders[0].uri }),
  });
  return chosen?.[0];
}

import * as vscode from 'vscode';
import { isInWorkspace } from './documents.ts';
import { openEditor } from './open-editor.ts';

/**
 * Shows a file just written with what can show it here, and says where it is.
 * @param isText whether an editor of text can show it
 */
export async function openResult(target: vscode.Uri, label: string, isText: boolean): Promise<void> {
  const extension = target.path.slice(target.path.lastIndexOf('.') + 1).toLowerCase();
  const shown = vscode.workspace.asRelativePath(target);
  if (extension === 'html') {
    if (!(await openOnDesktop(target))) await preview(target, label);
  } else if (isText || hasEditorFor(extension)) {
    await openEditor(target);
  } else if (!(await openOnDesktop(target))) {
    await reveal(target);
  }
  void offerReveal(target, vscode.l10n.t('{0} exported to {1}.', label, shown));
}

/** Opens the file with the program that the desktop has for it; false where the window has no desktop beside the files. */
async function openOnDesktop(target: vscode.Uri): Promise<boolean> {
  const isLocal = vscode.env.uiKind === vscode.UIKind.Desktop && vscode.env.remoteName === undefined;
  return isLocal && target.scheme === 'file' && (await vscode.env.openExternal(target));
}

/** Whether some extension brings an editor for files with this extension. */
function hasEditorFor(extension: string): boolean {
  return vscode.extensions.all.some(({ packageJSON }) => {
    const editors: unknown = packageJSON?.contributes?.customEditors;
    return (
      Array.isArray(editors) &&
      editors.some(editor =>
        editor?.selector?.some?.((pattern: { filenamePattern?: string }) =>
          pattern.filenamePattern?.toLowerCase().endsWith(`.${extension}`),
        ),
      )
    );
  });
}

/** The page in a tab of the editor, without scripts: for windows that have no browser beside the files. */
async function preview(target: vscode.Uri, label: string): Promise<void> {
  const html = new TextDecoder().decode(await vscode.workspace.fs.readFile(target));
  const panel = vscode.window.createWebviewPanel('isms.exported', label, vscode.ViewColumn.Active, {
    enableScripts: false,
    enableFindWidget: true,
    localResourceRoots: [],
  });
  panel.webview.html = html;
}

async function reveal(target: vscode.Uri): Promise<void> {
  if (isInWorkspace(target)) await vscode.commands.executeCommand('revealInExplorer', target);
}

async function offerReveal(target: vscode.Uri, message: string): Promise<void> {
  const show = vscode.l10n.t('Show in Explorer');
  const choice = await vscode.window.showInformationMessage(message, ...(isInWorkspace(target) ? [show] : []));
  if (choice === show) await reveal(target);
}

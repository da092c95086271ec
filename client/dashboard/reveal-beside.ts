import * as vscode from 'vscode';
import { openEditor } from '../open-editor.ts';

/** A place of the sources, as the pictures say it: lines and columns from 1. */
interface SourcePlace {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/**
 * Shows a line of the text in another group of editors than the panel: where its file is open already, if it is.
 * @param root the URI of the folder that the place's path begins at
 * @param goes whether the reader goes there, and else stays in the panel
 */
export async function revealBeside(
  panel: vscode.WebviewPanel,
  root: string,
  { path, line, column }: SourcePlace,
  goes: boolean,
): Promise<void> {
  // A URI where no path leads to the file.
  const uri = /^[a-z][a-z0-9+.-]+:\/\//i.test(path)
    ? vscode.Uri.parse(path)
    : vscode.Uri.joinPath(vscode.Uri.parse(root), path);
  const position = new vscode.Position(line - 1, column - 1);
  await openEditor(uri, {
    selection: new vscode.Range(position, position),
    viewColumn: columnFor(uri, panel.viewColumn),
    preserveFocus: !goes,
    // Who looks at one mark after the other leaves no tab behind for each.
    preview: true,
  });
}

function columnFor(uri: vscode.Uri, panelColumn: vscode.ViewColumn | undefined): vscode.ViewColumn {
  const others = vscode.window.tabGroups.all.filter(({ viewColumn }) => viewColumn !== panelColumn);
  const holds = ({ tabs }: vscode.TabGroup): boolean =>
    tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString());
  return (others.find(holds) ?? others[0])?.viewColumn ?? vscode.ViewColumn.Beside;
}

import * as vscode from 'vscode';
import type { Range, ShowReferencesArgument } from '../../server/protocol/protocol.ts';

/** Shows places in the editor's own view of references: the server can name them, but speaks no language of the editor's. */
export async function showReferences(argument: unknown): Promise<void> {
  const { uri, position, locations } = (argument ?? {}) as Partial<ShowReferencesArgument>;
  if (typeof uri !== 'string' || !position || !Array.isArray(locations)) return;
  await vscode.commands.executeCommand(
    'editor.action.showReferences',
    vscode.Uri.parse(uri),
    new vscode.Position(position.line, position.character),
    locations.map(({ uri: at, range }) => new vscode.Location(vscode.Uri.parse(at), toRange(range))),
  );
}

const toRange = ({ start, end }: Range): vscode.Range =>
  new vscode.Range(start.line, start.character, end.line, end.character);

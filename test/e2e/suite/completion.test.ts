import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { controlReference } from '../example.ts';
import { closeEditors, extension, folder, open, until } from './support.ts';

const labelOf = ({ label }: vscode.CompletionItem): string => (typeof label === 'string' ? label : label.label);
const textOf = (item: vscode.CompletionItem): string =>
  [labelOf(item), typeof item.label === 'object' ? item.label.description : '', item.detail, item.filterText].join(' ');

async function complete(editor: vscode.TextEditor): Promise<vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    editor.document.uri,
    editor.selection.active,
  );
  // Snippets are VS Code's own and come at every place.
  return list.items.filter(({ kind }) => kind !== vscode.CompletionItemKind.Snippet);
}

describe('completion', () => {
  afterEach(closeEditors);

  it('offers the controls of Annex A with their titles where a risk names controls', async () => {
    await extension();
    const { path, line, start, id } = controlReference(folder().fsPath);
    const editor = await open(vscode.Uri.file(path));
    const at = new vscode.Position(line, start + id.length);
    await editor.edit(edit => edit.insert(at, ', '));
    editor.selection = new vscode.Selection(at.translate(0, 2), at.translate(0, 2));
    const items = await until('completion of A.8.13', async () => {
      const all = await complete(editor);
      return all.some(item => labelOf(item).startsWith('A.8.13')) && all;
    });
    const backup = items.find(item => labelOf(item).startsWith('A.8.13'));
    assert.ok(backup);
    assert.match(textOf(backup), /Information backup/);
    assert.ok(
      items.every(item => !/^(Ciso|Ceo)$/.test(labelOf(item))),
      'no names of other kinds',
    );
  });
});

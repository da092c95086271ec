import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { controlReference } from '../example.ts';
import { closeEditors, extension, folder, open, until } from './support.ts';

describe('formatting', () => {
  afterEach(closeEditors);

  it('Format Document puts back what was out of the form, and nothing else', async () => {
    await extension();
    const { path, line, start } = controlReference(folder().fsPath);
    const editor = await open(vscode.Uri.file(path));
    const before = editor.document.getText();
    await editor.edit(edit => {
      edit.insert(new vscode.Position(line, start), '   ');
      edit.insert(new vscode.Position(line, 0), '\t');
    });
    assert.notEqual(editor.document.getText(), before);
    await until('the document is formatted', async () => {
      await vscode.commands.executeCommand('editor.action.formatDocument');
      return editor.document.getText() === before;
    });
  });
});

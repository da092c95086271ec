import assert from 'node:assert/strict';
import { after, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { controlReference } from '../example.ts';
import { closeEditors, extension, folder, open } from './support.ts';

async function atReference(): Promise<{ uri: vscode.Uri; position: vscode.Position; id: string }> {
  await extension();
  const { path, line, start, id } = controlReference(folder().fsPath);
  const editor = await open(vscode.Uri.file(path));
  return { uri: editor.document.uri, position: new vscode.Position(line, start + 1), id };
}

describe('navigation', () => {
  after(closeEditors);

  it('hover on a control tells its title', async () => {
    const { uri, position, id } = await atReference();
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, position);
    const text = hovers.flatMap(({ contents }) => contents.map(c => (typeof c === 'string' ? c : c.value))).join('\n');
    assert.ok(text.includes(id) || text.includes(id.replace(/\./g, '\\.')), text);
    assert.ok(text.length > id.length + 5, text);
  });

  it('go to definition on a control leads into the built-in, read-only Annex A', async () => {
    const { uri, position, id } = await atReference();
    const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      uri,
      position,
    );
    const targets = found.map(target =>
      'targetUri' in target
        ? { uri: target.targetUri, range: target.targetSelectionRange ?? target.targetRange }
        : target,
    );
    const target = targets.find(({ uri: { scheme } }) => scheme === 'isms-catalogue');
    assert.ok(target, `no definition in a catalogue among ${targets.map(t => t.uri.toString()).join(', ')}`);
    const document = await vscode.workspace.openTextDocument(target.uri);
    assert.equal(document.languageId, 'isms');
    assert.ok(document.lineAt(target.range.start.line).text.includes(id));
    assert.ok(document.lineCount > 93, 'all of Annex A is there');

    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), 'x');
    const before = document.getText();
    await Promise.resolve(vscode.workspace.applyEdit(edit)).catch(() => false);
    const again = await vscode.workspace.openTextDocument(target.uri);
    assert.equal(await again.save(), false, 'cannot be saved');
    if (again.getText() !== before) await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('the outline lists the declarations of a file', async () => {
    const { uri } = await atReference();
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      uri,
    );
    const text = (await vscode.workspace.openTextDocument(uri)).getText();
    const declared = [...text.matchAll(/^[a-z]+\s+([\w.-]+)[^{\n]*\{/gm)].map(([, name = '']) => name);
    assert.ok(declared.length > 0);
    const names = symbols.map(({ name }) => name).join('\n');
    for (const name of declared) assert.ok(names.includes(name), `${name} is not in the outline`);
  });
});

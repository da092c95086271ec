import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { extension, findings, folder, onDiagnostics } from './support.ts';

describe('activation', () => {
  it('happens by itself where there are .isms files, and the server answers', async () => {
    const found = vscode.extensions.getExtension('isms-as-code.isms-as-code');
    assert.ok(found, 'the extension is not installed');
    for (let i = 0; i < 100 && !found.isActive; i++) await new Promise(done => setTimeout(done, 100));
    assert.equal(found.isActive, true);
    await extension();
  });

  it('gives .isms files their language', async () => {
    const [uri] = await vscode.workspace.findFiles(new vscode.RelativePattern(folder(), '**/*.isms'), undefined, 1);
    assert.ok(uri);
    assert.equal((await vscode.workspace.openTextDocument(uri)).languageId, 'isms');
  });

  it('registers every command that it declares', async () => {
    const { packageJSON } = await extension();
    const declared = (packageJSON.contributes.commands as { command: string }[]).map(({ command }) => command);
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      declared.filter(command => !registered.has(command)),
      [],
    );
  });

  it('finds the example clean: no error, no warning', async () => {
    await extension();
    await vscode.commands.executeCommand('isms.checkWorkspace');
    await onDiagnostics('no error and no warning', () =>
      findings().every(({ diagnostic }) => diagnostic.severity > vscode.DiagnosticSeverity.Warning),
    );
  });
});

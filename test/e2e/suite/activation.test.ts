import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { checkOfAllFiles, extension, folder, onDiagnostics, seriousNow, until } from './support.ts';

describe('activation', () => {
  it('happens by itself where there are .isms files, and the server answers', async () => {
    const found = vscode.extensions.getExtension('isms-as-code.isms-as-code');
    assert.ok(found, 'the extension is not installed');
    await until('the extension is active', () => found.isActive);
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
    // Without a finding there is nothing to wait for: the check says that it is done, and what it found.
    const { files, errors, warnings } = await checkOfAllFiles();
    assert.ok(files > 0);
    assert.deepEqual({ errors, warnings }, { errors: 0, warnings: 0 });
    await onDiagnostics('no error and no warning', () => seriousNow().length === 0);
  });
});

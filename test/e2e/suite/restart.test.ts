import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { CheckResult } from '../../../server/protocol/protocol.ts';
import { checkOfAllFiles, extension, until } from './support.ts';

describe('restarting the server', () => {
  it('gives the same answers afterwards', async () => {
    await extension();
    const before = await checkOfAllFiles();
    await vscode.commands.executeCommand('isms.restartServer');
    assert.deepEqual(await vscode.commands.executeCommand<CheckResult>('isms.checkWorkspace'), before);
  });

  it('takes the date of the settings', async () => {
    const settings = vscode.workspace.getConfiguration('isms');
    const asOf = async () => (await vscode.commands.executeCommand<CheckResult>('isms.checkWorkspace')).asOf.join();
    const before = await asOf();
    await settings.update('asOf', '2030-01-31', vscode.ConfigurationTarget.Workspace);
    try {
      await until('the date of the settings', async () => (await asOf()) === '2030-01-31');
    } finally {
      await settings.update('asOf', undefined, vscode.ConfigurationTarget.Workspace);
    }
    await until('the former date', async () => (await asOf()) === before);
  });
});

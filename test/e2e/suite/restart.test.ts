import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { CheckResult } from '../../../server/protocol.ts';
import { extension, folder, until } from './support.ts';

describe('restarting the server', () => {
  it('gives the same answers afterwards', async () => {
    await extension();
    const before = await until('the files that are there, and no others', async () => {
      // Earlier tests made and removed files; the news of it may still be under way.
      const there = await vscode.workspace.findFiles(new vscode.RelativePattern(folder(), '**/*.isms'));
      const result = await vscode.commands.executeCommand<CheckResult>('isms.checkWorkspace');
      return result.files === there.length && result;
    });
    await vscode.commands.executeCommand('isms.restartServer');
    assert.deepEqual(await vscode.commands.executeCommand<CheckResult>('isms.checkWorkspace'), before);
  });

  it('takes the date of the settings', async () => {
    const settings = vscode.workspace.getConfiguration('isms');
    await settings.update('asOf', '2030-01-31', vscode.ConfigurationTarget.Workspace);
    try {
      for (let i = 0; ; i++) {
        const { asOf } = await vscode.commands.executeCommand<CheckResult>('isms.checkWorkspace');
        if (asOf.includes('2030-01-31')) break;
        assert.ok(i < 40, `as of ${asOf}`);
        await new Promise(done => setTimeout(done, 100));
      }
    } finally {
      await settings.update('asOf', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });
});

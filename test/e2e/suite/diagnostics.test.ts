import assert from 'node:assert/strict';
import { after, afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { controlEntries, type Entry, exclusion } from '../example.ts';
import {
  checkOfAllFiles,
  closeEditors,
  codeOf,
  extension,
  findings,
  folder,
  onDiagnostics,
  open,
  revertAll,
  seriousNow,
} from './support.ts';

const missing = 'soa/missing-justification';
const undecided = 'soa/undecided-control';

const missingNow = () => findings().filter(({ diagnostic }) => codeOf(diagnostic) === missing);

/** On one line of the entry: its name or a key, never the whole of it. */
const isPreciselyIn = ({ range }: vscode.Diagnostic, entry: Entry): boolean =>
  range.isSingleLine && !range.isEmpty && range.start.line >= entry.head && range.start.line < entry.last;

async function deleteLines(entry: Entry, first: number, last = first): Promise<vscode.TextEditor> {
  const editor = await open(vscode.Uri.file(entry.path));
  const lines = new vscode.Range(first, 0, last + 1, 0);
  assert.ok(await editor.edit(edit => edit.delete(lines)));
  return editor;
}

describe('diagnostics', () => {
  afterEach(async () => {
    await revertAll();
    await onDiagnostics('no finding after the edits are taken back', () => seriousNow().length === 0);
  });
  after(closeEditors);

  it('appear after a justification is deleted and vanish once the line of the quick fix is filled in', async () => {
    await extension();
    const entry = exclusion(folder().fsPath);
    const editor = await deleteLines(entry, entry.reasons.first, entry.reasons.last);
    const { uri, diagnostic } = await onDiagnostics(missing, () => missingNow()[0]);
    assert.equal(uri.fsPath, entry.path);
    assert.ok(isPreciselyIn(diagnostic, entry), `range ${JSON.stringify(diagnostic.range)}`);

    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      diagnostic.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const fix = actions.find(action => action.diagnostics?.some(d => codeOf(d) === missing)) ?? actions[0];
    assert.ok(fix?.edit, `no quick fix with an edit among: ${actions.map(action => action.title).join(', ')}`);
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    // It puts the line back, and the author the words into it: until then the place is told.
    const written = editor.document.lineAt(entry.decision + 1);
    assert.equal(written.text.trim(), 'justification: ""');
    await onDiagnostics('the empty place', () =>
      missingNow().some(found => found.diagnostic.range.start.line === written.lineNumber),
    );
    const within = written.range.end.translate(0, -1);
    assert.ok(await editor.edit(edit => edit.insert(within, 'We do nothing of the kind')));
    await onDiagnostics('no finding after the line is filled in', () => missingNow().length === 0);
  });

  it('point at exactly the control whose decision is deleted, for each control of the example', async function () {
    this.timeout(600_000);
    await extension();
    const entries = controlEntries(folder().fsPath);
    assert.ok(entries.length > 30, `only ${entries.length} entries have their decision on a line of its own`);
    for (const entry of entries) {
      await deleteLines(entry, entry.decision);
      const found = await onDiagnostics(`${undecided} at ${entry.ids.join(', ')}`, () => {
        const all = seriousNow();
        return all.length === 1 && all;
      });
      const [only] = found;
      assert.ok(only);
      assert.equal(codeOf(only.diagnostic), undecided);
      assert.equal(only.uri.fsPath, entry.path);
      assert.ok(isPreciselyIn(only.diagnostic, entry), `range ${JSON.stringify(only.diagnostic.range)}`);
      assert.ok(
        entry.ids.some(id => only.diagnostic.message.includes(id)),
        only.diagnostic.message,
      );
      await vscode.commands.executeCommand('undo');
      await onDiagnostics('no finding after undo', () => seriousNow().length === 0);
    }
  });

  it('follow changes made outside the editor', async () => {
    await extension();
    const uri = vscode.Uri.joinPath(folder(), 'made-outside.isms');
    const text = new TextEncoder().encode('control A.5.1 {\n  applicable: yes\n}\n');
    try {
      // The watcher starts in another process and does not say when it is ready: write until it notices.
      const noticed = onDiagnostics('a finding in the new file', () =>
        findings().some(found => found.uri.path === uri.path),
      );
      for (let isNoticed = false; !isNoticed; ) {
        // Each write has ended before the next step: none makes the file again after it is deleted.
        await vscode.workspace.fs.writeFile(uri, text);
        const second = new Promise<false>(done => setTimeout(() => done(false), 1000));
        isNoticed = await Promise.race([noticed.then(() => true), second]);
      }
    } finally {
      await vscode.workspace.fs.delete(uri);
    }
    await onDiagnostics(
      'no finding after the file is gone',
      () => !findings().some(found => found.uri.path === uri.path),
    );
    await checkOfAllFiles();
  });
});

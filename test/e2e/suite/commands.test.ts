import assert from 'node:assert/strict';
import { after, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { checkOfAllFiles, closeEditors, exists, extension, folder, read, until } from './support.ts';

const out = (name: string) => vscode.Uri.joinPath(folder(), 'exported', name);

async function exportSoa(format: string, name = `soa.${format}`): Promise<vscode.Uri> {
  await extension();
  const target = out(name).toString();
  const written = await vscode.commands.executeCommand('isms.export.soa', { format, target, open: false });
  assert.equal(written, target);
  return out(name);
}

/** Runs a command that asks in a list, and takes the first of each list. */
async function takingTheFirst(command: string, argument?: object): Promise<string | undefined> {
  let isOver = false;
  const result = Promise.resolve(vscode.commands.executeCommand<string>(command, argument)).finally(() => {
    isOver = true;
  });
  await until(`the end of ${command}`, async () => {
    // Where no list is up yet, or none any more, this does nothing.
    if (!isOver) await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return isOver;
  });
  return result;
}

describe('commands', () => {
  after(async () => {
    await closeEditors();
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder(), 'exported'), { recursive: true });
  });

  it('export the Statement of Applicability as CSV: a head and a line for each of the 93 controls', async () => {
    const text = await read(await exportSoa('csv'));
    const ids = text.split(/\r?\n/).flatMap(line => /^"?(A\.[5-8]\.\d+)"?,/.exec(line)?.[1] ?? []);
    assert.equal(ids.length, 93);
    assert.equal(new Set(ids).size, 93);
    assert.equal(ids[0], 'A.5.1');
  });

  it('export the same bytes again, over the former file, and leave nothing beside it', async () => {
    const first = await read(await exportSoa('csv', 'twice.csv'));
    assert.equal(await read(await exportSoa('csv', 'twice.csv')), first);
    const names = (await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(folder(), 'exported'))).map(
      ([name]) => name,
    );
    assert.deepEqual(
      names.filter(name => name.endsWith('.partial')),
      [],
    );
  });

  it('export a workbook, a page, Markdown and JSON', async () => {
    const workbook = await vscode.workspace.fs.readFile(await exportSoa('xlsx'));
    assert.equal(String.fromCharCode(...workbook.slice(0, 2)), 'PK');
    assert.match(await read(await exportSoa('html')), /<html|<!doctype html/i);
    assert.match(await read(await exportSoa('md')), /A\.8\.13/);
    assert.match(JSON.stringify(JSON.parse(await read(await exportSoa('json')))), /A\.8\.13/);
  });

  it('write nothing for a format there is not', async () => {
    const target = out('soa.xyz');
    const result = await vscode.commands.executeCommand('isms.export.soa', {
      format: 'xyz',
      target: target.toString(),
    });
    assert.equal(result, undefined);
    assert.equal(await exists(target), false);
  });

  it('open an exported text in an editor', async () => {
    await vscode.commands.executeCommand('isms.export.soa', { format: 'csv', target: out('opened.csv').toString() });
    assert.equal(vscode.window.activeTextEditor?.document.uri.path, out('opened.csv').path);
  });

  it('check the workspace and say the numbers', async () => {
    await extension();
    const result = await checkOfAllFiles();
    assert.equal(result.errors, 0);
    assert.equal(result.warnings, 0);
    assert.match(result.asOf.join(), /^\d{4}-\d\d-\d\d$/);
  });

  it('make a new ISMS from a template, once', async () => {
    await extension();
    const into = vscode.Uri.joinPath(folder(), 'made-from-template');
    await vscode.workspace.fs.createDirectory(into);
    try {
      const first = await takingTheFirst('isms.newFromTemplate', { folder: into.toString() });
      assert.ok(first, 'nothing was written');
      assert.ok(first.startsWith(`${into}/`), `first file: ${first}`);
      assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), first);
      const text = await read(vscode.Uri.parse(first));
      assert.match(text, /^isms\s/m);

      await vscode.workspace.fs.writeFile(vscode.Uri.parse(first), new TextEncoder().encode('// mine\n'));
      assert.equal(await takingTheFirst('isms.newFromTemplate', { folder: into.toString() }), undefined);
      assert.equal(await read(vscode.Uri.parse(first)), '// mine\n');
      // News of files that are made after they are gone again would make a second ISMS for the next test.
      await checkOfAllFiles();
    } finally {
      await closeEditors();
      await vscode.workspace.fs.delete(into, { recursive: true });
    }
    await checkOfAllFiles();
  });

  it('show the readiness for certification as a page, once', async () => {
    await extension();
    const tabs = () => vscode.window.tabGroups.all.flatMap(group => group.tabs);
    const pages = () => tabs().filter(({ label }) => label.startsWith('Readiness: '));
    assert.equal(await vscode.commands.executeCommand('isms.showReadiness'), true);
    assert.equal(await vscode.commands.executeCommand('isms.showReadiness', { stage: 1 }), true);
    await until('the page of the readiness', () => pages().length > 0);
    // Tabs are told of in the order in which they come: with this one a second page would be there too.
    const uri = vscode.Uri.joinPath(folder(), 'isms.isms');
    await vscode.window.showTextDocument(uri, { preview: false });
    await until('the tab of isms.isms', () => tabs().some(({ label }) => label === 'isms.isms'));
    assert.equal(pages().length, 1);
  });

  it('open the place that a link of the page leads to', async () => {
    const uri = vscode.Uri.joinPath(folder(), 'isms.isms');
    await vscode.commands.executeCommand('isms.openPlace', { uri: uri.toString(), line: 3, character: 5 });
    assert.equal(vscode.window.activeTextEditor?.document.uri.path, uri.path);
    assert.deepEqual(vscode.window.activeTextEditor?.selection.active, new vscode.Position(3, 5));
  });

  it('open Annex A', async () => {
    await extension();
    assert.match((await takingTheFirst('isms.openCatalogue')) ?? '', /^isms-catalogue:/);
    assert.match(vscode.window.activeTextEditor?.document.getText() ?? '', /A\.8\.13/);
  });
});

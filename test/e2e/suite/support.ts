import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Api } from '../../../client/extension.ts';
import type { CheckResult } from '../../../server/protocol/protocol.ts';

/** The folder that is open: a copy of the example. */
export function folder(): vscode.Uri {
  const first = vscode.workspace.workspaceFolders?.[0];
  assert.ok(first, 'no folder is open');
  return first.uri;
}

/** The extension, once its server answers. */
export async function extension(): Promise<vscode.Extension<Api>> {
  const found = vscode.extensions.getExtension<Api>('isms-as-code.isms-as-code');
  assert.ok(found, 'the extension is not installed');
  const api = await found.activate();
  await api.ready;
  return found;
}

/**
 * How long a wait may last. It only bounds a test that fails: each wait ends with what it waits for, however slow the machine is.
 */
const patience = 60_000;

/** Opens a file in an editor. */
export async function open(uri: vscode.Uri): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });
}

/** Takes back all unsaved changes of a document. */
async function revert(document: vscode.TextDocument): Promise<void> {
  if (!document.isDirty) return;
  await vscode.window.showTextDocument(document, { preview: false });
  await vscode.commands.executeCommand('workbench.action.files.revert');
}

/** Takes back all unsaved changes, one document after the other: it is always the active one that is reverted. */
export async function revertAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments) await revert(document);
}

/** Waits until `check` gives something truthy at some change of the diagnostics; fails with what there is instead. */
export function onDiagnostics<T>(what: string, check: () => T | undefined | false, ms = patience): Promise<T> {
  return new Promise((done, fail) => {
    const end = (then: () => void): void => {
      clearTimeout(timer);
      subscription.dispose();
      then();
    };
    const look = (): void => {
      const value = check();
      if (value) end(() => done(value));
    };
    const timer = setTimeout(
      () =>
        end(() => fail(new Error(`${what}: not within ${ms} ms; there is ${JSON.stringify(describeAll(), null, 1)}`))),
      ms,
    );
    const subscription = vscode.languages.onDidChangeDiagnostics(look);
    look();
  });
}

/** All findings in files of the open folder, worst first left to the caller: file, line, code. */
export function findings(): { uri: vscode.Uri; diagnostic: vscode.Diagnostic }[] {
  return vscode.languages
    .getDiagnostics()
    .filter(([uri]) => uri.path.startsWith(`${folder().path}/`) && uri.path.endsWith('.isms'))
    .flatMap(([uri, diagnostics]) => diagnostics.map(diagnostic => ({ uri, diagnostic })));
}

/** The worst that is found: errors and warnings. */
export const seriousNow = (): ReturnType<typeof findings> =>
  findings().filter(({ diagnostic }) => diagnostic.severity <= vscode.DiagnosticSeverity.Warning);

export const codeOf = ({ code }: vscode.Diagnostic): string =>
  String(typeof code === 'object' && code !== null ? code.value : code);

const describeAll = (): string[] =>
  findings().map(
    ({ uri, diagnostic }) =>
      `${uri.path}:${diagnostic.range.start.line + 1} ${codeOf(diagnostic)} ${diagnostic.message}`,
  );

type Nothing = undefined | null | false | '' | 0;

/** Calls `check` until it gives something truthy. */
export async function until<T>(what: string, check: () => T | Promise<T>, ms = patience): Promise<Exclude<T, Nothing>> {
  const end = Date.now() + ms;
  for (;;) {
    const value = await check();
    if (value) return value as Exclude<T, Nothing>;
    if (Date.now() > end) throw new Error(`waited ${ms} ms in vain for: ${what}`);
    await new Promise(done => setTimeout(done, 50));
  }
}

/**
 * What a check says once the server knows the files that are on disk, and no others. It learns of files that are made and removed
 * from a watcher in another process, some time later: whoever makes or removes some waits for this before going on.
 */
export const checkOfAllFiles = (): Promise<CheckResult> =>
  until('the server knows the files that are there, and no others', async () => {
    const there = await vscode.workspace.findFiles(new vscode.RelativePattern(folder(), '**/*.isms'));
    const result = await vscode.commands.executeCommand<CheckResult>('isms.checkWorkspace');
    return result.files === there.length && result;
  });

/** Closes all editors, unsaved ones with their changes taken back. */
export async function closeEditors(): Promise<void> {
  await revertAll();
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await until('no tab is left', () => vscode.window.tabGroups.all.every(({ tabs }) => tabs.length === 0));
}

export const read = async (uri: vscode.Uri): Promise<string> =>
  new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));

export const exists = (uri: vscode.Uri): Promise<boolean> =>
  Promise.resolve(vscode.workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  );

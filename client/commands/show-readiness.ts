import * as vscode from 'vscode';
import { openPlaceCommand, type PlaceArgument } from '../../server/protocol/protocol.ts';
import type { Server } from '../connection.ts';
import { openEditor } from '../open-editor.ts';
import { pickIsms } from '../pick-isms.ts';

/** The page of each ISMS that is open, by the URI of its folder. */
const panels = new Map<string, vscode.WebviewPanel>();

/**
 * Shows what is there, missing and late for the certification of an ISMS, as it is now; run again it is brought up to date.
 * `argument` may be a file of the ISMS, or `{ root, stage }`. Returns whether it is ready, or undefined when the user stopped.
 */
export async function showReadiness(server: Server, argument: unknown): Promise<boolean | undefined> {
  const given = argumentsFrom(argument);
  const isms = await pickIsms(server, vscode.l10n.t('Show the readiness of which ISMS?'), given);
  if (!isms) return undefined;
  const { ready, html } = await server.request('isms/readiness', {
    root: isms.root,
    ...(given.stage && { stage: given.stage }),
  });
  const panel = panels.get(isms.root) ?? openPanel(isms.root, vscode.l10n.t('Readiness: {0}', isms.title));
  panel.webview.html = html;
  panel.reveal();
  return ready;
}

/** Opens the place that a link of the page leads to. */
export async function openPlace(argument: unknown): Promise<void> {
  const { uri, line, character } = (argument ?? {}) as Partial<Record<keyof PlaceArgument, unknown>>;
  if (typeof uri !== 'string' || typeof line !== 'number' || typeof character !== 'number') return;
  const position = new vscode.Position(line, character);
  await openEditor(vscode.Uri.parse(uri), { selection: new vscode.Range(position, position) });
}

function openPanel(root: string, title: string): vscode.WebviewPanel {
  const panel = vscode.window.createWebviewPanel('isms.readiness', title, vscode.ViewColumn.Active, {
    enableScripts: false,
    enableCommandUris: [openPlaceCommand],
    enableFindWidget: true,
    localResourceRoots: [],
  });
  panels.set(root, panel);
  panel.onDidDispose(() => panels.delete(root));
  return panel;
}

/** Menus give the clicked file, a shortcut or task an object. */
function argumentsFrom(argument: unknown): { root?: string; near?: vscode.Uri; stage?: 1 | 2 | 'surveillance' } {
  if (argument instanceof vscode.Uri) return { near: argument };
  if (typeof argument !== 'object' || argument === null) return {};
  const { root, stage } = argument as Record<string, unknown>;
  return {
    ...(typeof root === 'string' && { root }),
    ...((stage === 1 || stage === 2 || stage === 'surveillance') && { stage }),
  };
}

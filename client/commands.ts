import * as vscode from 'vscode';
import {
  chooseRefactoringCommand,
  openPlaceCommand,
  showReadinessCommand,
  showReferencesCommand,
} from '../server/protocol/protocol.ts';
import { checkWorkspace } from './commands/check-workspace.ts';
import { chooseRefactoring } from './commands/choose-refactoring.ts';
import { compareWithGit } from './commands/compare-with-git.ts';
import { exportArtefact } from './commands/export-artefact.ts';
import { importRegisters } from './commands/import-registers.ts';
import type { ImportedTexts } from './commands/imported-texts.ts';
import { newFile } from './commands/new-file.ts';
import { newFromTemplate } from './commands/new-from-template.ts';
import { openCatalogue } from './commands/open-catalogue.ts';
import { previewDocument } from './commands/preview-document.ts';
import { openPlace, showReadiness } from './commands/show-readiness.ts';
import { showReferences } from './commands/show-references.ts';
import type { Connection } from './connection.ts';
import type { Dashboards } from './dashboard/dashboards.ts';
import type { LivePages } from './live-pages.ts';
import type { StatusBar } from './status-bar.ts';
import type { Views } from './views/views.ts';

/** What the commands are about. */
export interface CommandContext {
  readonly connection: Connection;
  readonly statusBar: StatusBar;
  readonly views: Views;
  readonly previews: LivePages;
  readonly comparisons: LivePages;
  readonly dashboards: Dashboards;
  readonly importedTexts: ImportedTexts;
  readonly output: vscode.LogOutputChannel;
}

/** Registers the commands of the palette, each with its failures told in words. */
export function registerCommands({
  connection,
  statusBar,
  views,
  previews,
  comparisons,
  dashboards,
  importedTexts,
  output,
}: CommandContext): vscode.Disposable[] {
  const commands: Record<string, (argument?: unknown, marked?: unknown) => unknown> = {
    'isms.export': argument => exportArtefact(connection, undefined, argument),
    'isms.export.soa': argument => exportArtefact(connection, 'soa', argument),
    'isms.preview': argument => previewDocument(connection, previews, argument),
    'isms.compareWithGit': argument => compareWithGit(connection, comparisons, argument),
    'isms.openDashboard': argument => dashboards.show(argument),
    'isms.checkWorkspace': () => checkWorkspace(connection),
    [showReadinessCommand]: argument => showReadiness(connection, argument),
    [showReferencesCommand]: argument => showReferences(argument),
    [chooseRefactoringCommand]: argument => chooseRefactoring(argument),
    [openPlaceCommand]: argument => openPlace(argument),
    'isms.newFromTemplate': argument => newFromTemplate(connection, argument),
    'isms.import': (argument, marked) => importRegisters(connection, importedTexts, argument, marked),
    'isms.newFile': () => newFile(),
    'isms.openCatalogue': argument => openCatalogue(connection, argument),
    'isms.goToFirstGap': () => statusBar.goToFirstGap(),
    'isms.restartServer': () => connection.restart(),
    'isms.showOutput': () => output.show(),
    ...views.commands(),
  };
  return Object.entries(commands).map(([id, run]) =>
    vscode.commands.registerCommand(id, async (argument?: unknown, marked?: unknown) => {
      try {
        return await run(argument, marked);
      } catch (error) {
        reportTo(output, error);
        return undefined;
      }
    }),
  );
}

/** One message that says what went wrong, with the details a click away; not awaited, as a message can stay for long. */
export function reportTo(output: vscode.LogOutputChannel, error: unknown): void {
  if (error instanceof vscode.CancellationError) return;
  output.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  const show = vscode.l10n.t('Show Output');
  void vscode.window
    .showErrorMessage(error instanceof Error ? error.message : String(error), show)
    .then(choice => choice === show && output.show());
}

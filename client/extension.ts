import type { ExtensionContext } from 'vscode';
import * as vscode from 'vscode';
import { provideCatalogues } from './catalogues.ts';
import { ImportedTexts } from './commands/imported-texts.ts';
import { registerCommands, reportTo } from './commands.ts';
import { Connection, type Host } from './connection.ts';
import { Dashboards } from './dashboard/dashboards.ts';
import { offerDrop } from './drop.ts';
import { LivePages } from './live-pages.ts';
import { offerPaste } from './paste.ts';
import { StatusBar } from './status-bar.ts';
import { watchTrust } from './trust.ts';
import { Views } from './views/views.ts';

/** What `activate` returns: for the tests in a real editor, and for other extensions. */
export interface Api {
  /** Settles when the language server answers; rejects when it could not be started. */
  readonly ready: Promise<void>;
}

/**
 * Everything the extension does, the same in both hosts. Returns at once: the server starts in the background, and
 * whoever needs it waits for it, so that opening a file is never held up.
 */
export function activateWith(context: ExtensionContext, host: Host): Api {
  const output = vscode.window.createOutputChannel('ISMS', { log: true });
  const statusBar = new StatusBar();
  const connection: Connection = new Connection(host, output, {
    storage: context.storageUri,
    onStatus: status => {
      statusBar.update(status);
      views.update(status);
    },
    onViewsChanged: () => {
      views.refresh();
      previews.refresh();
      comparisons.refresh();
      dashboards.refresh();
    },
  });
  const views = new Views(connection, context);
  const previews = new LivePages('isms.preview', output);
  const comparisons = new LivePages('isms.comparison', output);
  const dashboards = new Dashboards(connection, context, error => reportTo(output, error));
  const importedTexts = new ImportedTexts();
  context.subscriptions.push(
    output,
    statusBar,
    views,
    previews,
    comparisons,
    dashboards,
    importedTexts,
    connection,
    provideCatalogues(connection),
    watchTrust(connection),
    offerPaste(connection),
    offerDrop(connection),
    ...registerCommands({ connection, statusBar, views, previews, comparisons, dashboards, importedTexts, output }),
  );
  // A page in a browser may have its extensions on a server, which has git.
  void vscode.commands.executeCommand('setContext', 'isms.canRunGit', host.kind === 'node');
  const ready = connection.start();
  ready.catch(error => connection.reportFailedStart(error));
  return { ready };
}

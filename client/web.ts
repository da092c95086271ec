import { type ExtensionContext, Uri } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { type Api, activateWith } from './extension.ts';

/** What of a browser's Worker is used here; the rest of the project is compiled without the browser's types. */
declare const Worker: new (script: string, options?: { name?: string }) => Worker & { terminate(): void };

/** Entry where extensions run in a browser's worker: vscode.dev, github.dev. The server is a worker of its own. */
export function activate(context: ExtensionContext): Api {
  const script = Uri.joinPath(context.extensionUri, 'dist/server/web.js').toString(true);
  let worker: InstanceType<typeof Worker> | undefined;
  return activateWith(context, {
    kind: 'browser',
    // Reader and writer rather than the worker: the client's own `instanceof Worker` is false in VS Code's worker host.
    createClient: (id, name, options) =>
      new LanguageClient(
        id,
        name,
        async () => {
          worker?.terminate();
          worker = new Worker(script, { name: 'ISMS language server' });
          return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
        },
        options,
      ),
    end: () => worker?.terminate(),
  });
}

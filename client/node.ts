import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type Api, activateWith } from './extension.ts';

/** Entry where extensions run under Node: VS Code on the desktop, remote, code-server. */
export function activate(context: ExtensionContext): Api {
  const module = context.asAbsolutePath('dist/server/node.cjs');
  return activateWith(context, {
    kind: 'node',
    createClient: (id, name, options) =>
      new LanguageClient(
        id,
        name,
        {
          run: { module, transport: TransportKind.ipc },
          debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
        },
        options,
      ),
  });
}

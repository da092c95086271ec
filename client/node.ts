import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type Api, activateWith } from './extension.ts';

/**
 * The young generation of the server, in MB: what it makes dies at once, so there is nothing to gain from more room, and what was
 * once used of it stays in memory.
 */
const execArgv = ['--max-semi-space-size=8'];

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
          run: { module, transport: TransportKind.ipc, options: { execArgv } },
          debug: {
            module,
            transport: TransportKind.ipc,
            options: { execArgv: [...execArgv, '--nolazy', '--inspect=6009'] },
          },
        },
        options,
      ),
  });
}

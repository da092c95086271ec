import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type Api, activateWith } from './extension.ts';

/**
 * Reading a workspace makes much that dies at once. With room for it in the young generation (in MB) it is not carried on into the old
 * one, which takes a third of the memory and a sixth of the time off a large workspace; a small one never fills it.
 */
const execArgv = ['--max-semi-space-size=32'];

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

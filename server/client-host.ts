import type { Connection } from 'vscode-languageserver';
import { normalUri } from '../src/workspace/uri.ts';
import type { Host } from './host.ts';
import { type ClientRequests, Methods } from './protocol.ts';

/** Files by way of the client, as in virtual workspaces. Existence is asked once per file and told as unknown meanwhile. */
export function clientHost(connection: Connection, onAnswer: () => void = () => {}): Host {
  const ask = <M extends keyof ClientRequests>(
    method: M,
    params: ClientRequests[M][0],
  ): Promise<ClientRequests[M][1]> => connection.sendRequest(method, params);
  const known = new Map<string, boolean | undefined>();
  return {
    findFiles: async folder => ({ uris: (await ask(Methods.findFiles, { folder })).map(normalUri) }),
    readFile: async uri => {
      const text = await ask(Methods.readFile, { uri });
      return text === null ? undefined : { text };
    },
    fileExists: uri => {
      if (!known.has(uri)) {
        known.set(uri, undefined);
        ask(Methods.fileExists, { uri }).then(
          exists => {
            known.set(uri, exists);
            onAnswer();
          },
          () => known.delete(uri),
        );
      }
      return known.get(uri);
    },
    filesChanged: () => known.clear(),
  };
}

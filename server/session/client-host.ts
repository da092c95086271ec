import type { Connection } from 'vscode-languageserver';
import { normalUri } from '../../src/workspace/uri.ts';
import { decodeBase64 } from '../protocol/base64.ts';
import { type ClientRequests, Methods } from '../protocol/protocol.ts';
import type { Host } from './host.ts';

/**
 * Files by way of the client, as in virtual workspaces. Whether a file exists is asked once, and again after files have changed; until the
 * answer is there the one before it is given. `onAnswer` is called when all answers have come and some are new.
 */
export function clientHost(connection: Connection, onAnswer: () => void): Host {
  const ask = <M extends keyof ClientRequests>(
    method: M,
    params: ClientRequests[M][0],
  ): Promise<ClientRequests[M][1]> => connection.sendRequest(method, params);
  const answers = new Map<string, boolean | undefined>();
  let asked = new Set<string>();
  let waiting = 0;
  let isNews = false;
  const askWhether = async (uri: string): Promise<void> => {
    const round = asked;
    round.add(uri);
    waiting++;
    try {
      const answer = (await ask(Methods.fileExists, { uri })) ?? undefined;
      // A later question has a later answer.
      if (round === asked && answer !== answers.get(uri)) {
        answers.set(uri, answer);
        isNews = true;
      }
    } catch {
      // Not known, and asked again next time.
      round.delete(uri);
    }
    if (--waiting || !isNews) return;
    isNews = false;
    onAnswer();
  };
  return {
    findFiles: async folder => {
      const found = await ask(Methods.findFiles, { folder });
      return {
        uris: found.uris.map(normalUri),
        unread: found.unread.map(({ uri, reason }) => ({ uri: normalUri(uri), reason })),
      };
    },
    readFile: async uri => (await ask(Methods.readFile, { uri })) ?? undefined,
    readBytes: async (uri, _within, most) => {
      const answer = await ask(Methods.readBytes, { uri, most });
      if (answer === null) return { reason: 'there is no such file' };
      return 'reason' in answer ? answer : { bytes: decodeBase64(answer.base64) };
    },
    fileExists: uri => {
      if (!asked.has(uri)) void askWhether(uri);
      return answers.get(uri);
    },
    listFolder: async uri => (await ask(Methods.listFolder, { uri }).catch(() => null)) ?? [],
    filesChanged: () => {
      asked = new Set();
    },
  };
}

import type { Connection } from 'vscode-languageserver';
import { isWithin, normalUri } from '../src/workspace/uri.ts';
import type { Host } from './host.ts';
import { type ClientRequests, Methods } from './protocol.ts';

/** How long at most an answer waits for others before it is told, in milliseconds. */
const longestWait = 200;

/**
 * Files by way of the client, as in virtual workspaces. Whether a file exists is asked once and told as unknown meanwhile; when files come
 * and go it is asked again, and the old answer counts until the new one is there.
 * @param onAnswers called when answers differ from what was told before, once for many
 */
export function clientHost(connection: Pick<Connection, 'sendRequest'>, onAnswers: () => void = () => {}): Host {
  const ask = <M extends keyof ClientRequests>(
    method: M,
    params: ClientRequests[M][0],
  ): Promise<ClientRequests[M][1]> => connection.sendRequest(method, params);
  const known = new Map<string, boolean | undefined>();
  /** Which question was the last about each file: answers may come in another order. */
  const asked = new Map<string, object>();
  const tell = together(onAnswers);

  const askFor = (uri: string): void => {
    const question = {};
    asked.set(uri, question);
    tell.begin();
    const take = (answer: boolean | undefined): void => {
      const isNews = asked.get(uri) === question && known.get(uri) !== answer;
      if (isNews) known.set(uri, answer);
      tell.end(isNews);
    };
    ask(Methods.fileExists, { uri }).then(
      exists => take(exists ?? undefined),
      // A client that could not tell is asked again when it is next looked at.
      () => {
        if (asked.get(uri) === question) known.delete(uri);
        tell.end(false);
      },
    );
  };
  return {
    findFiles: async folder => ({ uris: (await ask(Methods.findFiles, { folder })).map(normalUri) }),
    readFile: async uri => {
      const text = await ask(Methods.readFile, { uri });
      return text === null ? undefined : { text };
    },
    fileExists: uri => {
      if (!known.has(uri)) {
        known.set(uri, undefined);
        askFor(uri);
      }
      return known.get(uri);
    },
    filesChanged: uris => {
      const concerns = (file: string): boolean => !uris.length || uris.some(uri => file === uri || isWithin(file, uri));
      for (const file of [...known.keys()].filter(concerns)) askFor(file);
    },
  };
}

/** Tells of news once no question is open any more, or after a while. */
function together(tell: () => void): { begin(): void; end(isNews: boolean): void } {
  let open = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const now = (): void => {
    clearTimeout(timer);
    timer = undefined;
    tell();
  };
  return {
    begin: () => {
      open++;
    },
    end: isNews => {
      open--;
      if (isNews) timer ??= setTimeout(now, longestWait);
      if (open === 0 && timer !== undefined) now();
    },
  };
}

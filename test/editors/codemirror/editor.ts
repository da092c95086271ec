/** ISMS as code in CodeMirror: the server runs in a worker of the page, without a back end. */
import { LSPClient, languageServerExtensions, type Transport } from '@codemirror/lsp-client';
import { basicSetup, EditorView } from 'codemirror';

/** The files of an ISMS, by URI: from wherever the page has them. */
export type Files = ReadonlyMap<string, string>;

interface Message {
  id?: number | string | null;
  method?: string;
  params?: { uri?: string; folder?: string };
}

/** What the server asks about files; anything else is left to CodeMirror's client. */
const answers: Readonly<Record<string, (files: Files, place: string) => unknown>> = {
  'isms/findFiles': (files, folder) => ({
    uris: [...files.keys()].filter(uri => uri.startsWith(`${folder.replace(/\/$/, '')}/`)),
    unread: [],
  }),
  'isms/readFile': (files, uri) => (files.has(uri) ? { text: files.get(uri) } : null),
  'isms/fileExists': (files, uri) => files.has(uri),
  'isms/listFolder': () => null,
};

/** Carries messages to the worker and back, and answers for the files. */
function transport(worker: Worker, files: Files): Transport {
  const handlers = new Set<(message: string) => void>();
  worker.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    const answer = data.id === undefined || !data.method ? undefined : answers[data.method];
    if (!answer) for (const handle of handlers) handle(JSON.stringify(data));
    else {
      const result = answer(files, data.params?.uri ?? data.params?.folder ?? '');
      worker.postMessage({ jsonrpc: '2.0', id: data.id, result });
    }
  });
  return {
    send: message => worker.postMessage(JSON.parse(message)),
    subscribe: handler => void handlers.add(handler),
    unsubscribe: handler => void handlers.delete(handler),
  };
}

/** Starts the server, a copy of `dist/server/web.js` at `script`, for the files under `rootUri`. */
export function startServer(script: string, rootUri: string, files: Files): LSPClient {
  const client = new LSPClient({
    rootUri,
    initializationOptions: { settings: { preset: '' } }, // as in docs/editor.md, "Settings"
    extensions: languageServerExtensions(),
    timeout: 30_000,
  });
  return client.connect(transport(new Worker(script), files));
}

/** An editor of one of the files. */
export function edit(client: LSPClient, files: Files, uri: string, parent: Element): EditorView {
  const extensions = [basicSetup, client.plugin(uri, 'isms')];
  return new EditorView({ doc: files.get(uri) ?? '', extensions, parent });
}

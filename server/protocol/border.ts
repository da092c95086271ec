/**
 * Where messages enter and leave: every URI in them passes here, and nowhere else. Inside, each file has one URI; outside, the client
 * reads the spelling that it uses itself (see client-uris.ts). Positions pass here too (position-border.ts), and what does not belong
 * into the life of a server goes no further (lifecycle.ts).
 */
import type { Message, MessageWriter } from 'vscode-languageserver';
import type { ClientUris } from './client-uris.ts';
import { lifecycle, plainInitializeParams } from './lifecycle.ts';
import { type PositionBorder, positionBorder } from './position-border.ts';

/** The properties of the protocol, and of the extension's own messages, that hold a URI. */
const uriKeys = new Set(['uri', 'targetUri', 'root', 'folder', 'oldUri', 'newUri', 'target']);

/** Messages are as deep as a tree of symbols is; what is deeper is no message of the protocol. */
const deepest = 64;

/** A message, or a part of one, with every URI exchanged; the very same object where none differs. */
export function mapUris<T>(value: T, map: (uri: string) => string, depth = 0): T {
  if (typeof value !== 'object' || value === null || depth > deepest) return value;
  // Tokens are long lists of numbers.
  if (Array.isArray(value) && typeof value[0] !== 'object') return value;
  const given = value as Record<string, unknown>;
  let copy: Record<string, unknown> | undefined;
  for (const key of Object.keys(given)) {
    const before = given[key];
    // Ranges are the most of what is sent, and hold none.
    if (key === 'range' || before === null || (typeof before !== 'object' && typeof before !== 'string')) continue;
    let after: unknown;
    if (typeof before === 'string') after = uriKeys.has(key) ? map(before) : before;
    else if (key === 'changes' && !Array.isArray(before)) after = mapKeys(before as Record<string, unknown>, map);
    else after = mapUris(before, map, depth + 1);
    if (after === before) continue;
    copy ??= (Array.isArray(given) ? [...given] : { ...given }) as Record<string, unknown>;
    copy[key] = after;
  }
  return (copy ?? value) as T;
}

/** The edits of a workspace are an object whose keys are URIs. */
const mapKeys = (changes: Record<string, unknown>, map: (uri: string) => string): Record<string, unknown> =>
  Object.fromEntries(Object.entries(changes).map(([uri, edits]) => [map(uri), edits]));

interface Call {
  readonly method?: string;
  readonly params?: unknown;
}

/** What the border needs of the protocol's library: it is asked before each message is handled, in the order of the messages. */
interface MessageStrategy {
  handleMessage(message: Message, next: (message: Message) => void | Promise<void>): void | Promise<void>;
}

/** A connection's way in and out, for `createConnection`. */
export interface Border {
  readonly writer: MessageWriter;
  readonly options: { readonly messageStrategy: MessageStrategy };
  readonly positions: PositionBorder;
}

/** Puts the border in front of a writer. */
export function borderOf(uris: ClientUris, writer: MessageWriter): Border {
  const positions = positionBorder();
  const admit = lifecycle();
  // What the client shows under the former spelling of a file goes.
  uris.onRespelled(uri => {
    const params = { uri, diagnostics: [] };
    const message = { jsonrpc: '2.0', method: 'textDocument/publishDiagnostics', params };
    writer.write(message).catch(() => {});
  });
  const handleMessage: MessageStrategy['handleMessage'] = (message, next) => {
    const admission = admit(message);
    if (admission === 'taken') return next(positions.incoming(incoming(plain(message), uris)));
    if (admission === 'dropped') return undefined;
    const answer = { jsonrpc: '2.0', id: (message as { id?: unknown }).id, error: admission };
    return writer.write(answer);
  };
  return {
    writer: {
      onError: writer.onError,
      onClose: writer.onClose,
      write: message => writer.write(mapUris(positions.outgoing(message), uri => uris.out(uri))),
      end: () => writer.end(),
      dispose: () => writer.dispose(),
    },
    options: { messageStrategy: { handleMessage } },
    positions,
  };
}

/** A message in which nothing is of another type than the protocol has it, as far as that would keep the server from starting. */
const plain = (message: Message): Message => {
  const { method, params } = message as Message & Call;
  return method === 'initialize' ? Object.assign({}, message, { params: plainInitializeParams(params) }) : message;
};

/** What tells how the client spells documents and folders: the server has to see that, see documents.ts and `changeFolders`. */
const spelling: ReadonlySet<string | undefined> = new Set([
  'textDocument/didOpen',
  'textDocument/didChange',
  'textDocument/didClose',
  'workspace/didChangeWorkspaceFolders',
]);

/** A message of the client with the URIs of the server. */
export function incoming(message: Message, uris: ClientUris): Message {
  const { method, params } = message as Message & Call;
  if (method === 'initialize') uris.setFolders(foldersGiven(params));
  return spelling.has(method) ? message : mapUris(message, uri => uris.in(uri));
}

/** The folders that a client opens: a list, or one as in older clients, as a URI or as a path. */
function foldersGiven(params: unknown): string[] {
  const { workspaceFolders, rootUri, rootPath } = (params ?? {}) as Record<string, unknown>;
  const listed = Array.isArray(workspaceFolders)
    ? workspaceFolders.map(folder => (folder as { uri?: unknown } | null)?.uri)
    : [];
  const given = listed.length ? listed : [rootUri ?? rootPath];
  return given.filter((folder): folder is string => typeof folder === 'string' && folder !== '');
}

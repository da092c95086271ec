/**
 * What every message passes on its way between the client and the server: who may speak when (lifecycle.ts), and how columns are counted
 * (position-border.ts).
 */
import type {
  ConnectionOptions,
  Disposable,
  Message,
  MessageReader,
  MessageStrategy,
  MessageWriter,
} from 'vscode-languageserver';
import { isObject } from './client-capabilities.ts';
import { lifecycle, plainInitializeParams } from './lifecycle.ts';
import { type PositionBorder, positionBorder } from './position-border.ts';

export interface MessageBorder {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
  /** For `createConnection`. */
  readonly options: ConnectionOptions;
  readonly positions: PositionBorder;
}

/** Puts the border between a client's reader and writer and the connection that is made of them. */
export function messageBorder(reader: MessageReader, writer: MessageWriter): MessageBorder {
  const positions = positionBorder();
  const admit = lifecycle();
  const messageStrategy: MessageStrategy = {
    handleMessage: (message, next) => {
      const admission = admit(message);
      if (admission === 'taken') return next(positions.incoming(plain(message)));
      if (admission === 'dropped') return Promise.resolve();
      const { id } = message as { id?: unknown };
      return writer.write({ jsonrpc: '2.0', id, error: admission } as Message);
    },
  };
  return {
    reader: {
      onError: reader.onError,
      onClose: reader.onClose,
      onPartialMessage: reader.onPartialMessage,
      listen: (callback): Disposable => reader.listen(message => isReadable(message) && callback(message)),
      dispose: () => reader.dispose(),
    },
    writer: {
      onError: writer.onError,
      onClose: writer.onClose,
      write: message => writer.write(positions.outgoing(message)),
      end: () => writer.end(),
      dispose: () => writer.dispose(),
    },
    options: { messageStrategy },
    positions,
  };
}

const plain = (message: Message): Message => {
  const { method, params } = message as { method?: unknown; params?: unknown };
  return method === 'initialize' ? ({ ...message, params: plainInitializeParams(params) } as Message) : message;
};

/** Whether the connection can read a message: it fails at a cancellation of nothing, and at a request whose answer could not be told. */
function isReadable(message: unknown): boolean {
  if (!isObject(message) || typeof message.method !== 'string') return true;
  if (message.id === null) return false;
  const { method, params } = message;
  if (method !== '$/cancelRequest') return true;
  return isObject(params) && (typeof params.id === 'string' || typeof params.id === 'number');
}

/**
 * Writes messages to a stream soon: what is given in one turn of the event loop goes out at its end, or earlier in pieces of a good size.
 * The usual writer gives each message a turn and two writes, which adds up where an edit changes the findings of a hundred files: here
 * the client reads the first while the last are still prepared.
 *
 * Where the client does not read, the stream is given no more than a bounded amount. What comes meanwhile is held in its order, and of the
 * diagnostics of a file only the newest, so that a client that never reads again costs one set of findings and not one for each edit.
 */
import type { Writable } from 'node:stream';
import { AbstractMessageWriter, type Message, type MessageWriter } from 'vscode-languageserver/node';

/** In UTF-16 code units: a few dozen files with findings. */
const piece = 1 << 16;

/** How many bytes the stream may hold before it is given no more. */
const mostInStream = 1 << 20;

export class PromptWriter extends AbstractMessageWriter implements MessageWriter {
  private readonly stream: Writable;
  private pending = '';
  /** What waits for the stream, in order; diagnostics under the URI of their file. */
  private readonly held = new Map<string | number, string>();
  private count = 0;

  constructor(stream: Writable) {
    super();
    this.stream = stream;
    stream.on('error', error => this.fireError(error));
    stream.on('close', () => {
      this.held.clear();
      this.fireClose();
    });
    stream.on('drain', () => this.release());
  }

  /** How many UTF-16 code units wait here for the client to read. */
  get waiting(): number {
    let length = this.pending.length;
    for (const text of this.held.values()) length += text.length;
    return length;
  }

  /** Where the stream takes nothing any more, its error is told to who listens for errors. */
  write(message: Message): Promise<void> {
    const content = JSON.stringify(message);
    const text = `Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`;
    if (this.held.size || this.isFull()) {
      const key = diagnosedFile(message) ?? ++this.count;
      this.held.delete(key);
      this.held.set(key, text);
    } else this.append(text);
    return Promise.resolve();
  }

  end(): void {
    for (const text of this.held.values()) this.pending += text;
    this.held.clear();
    this.flush();
    this.stream.end();
  }

  private append(text: string): void {
    if (!this.pending) process.nextTick(() => this.flush());
    this.pending += text;
    if (this.pending.length >= piece) this.flush();
  }

  /** Gives the stream what it can take again. */
  private release(): void {
    for (const [key, text] of this.held) {
      if (this.isFull()) return;
      this.held.delete(key);
      this.append(text);
    }
  }

  private isFull(): boolean {
    return this.stream.writableLength >= mostInStream;
  }

  private flush(): void {
    const { pending } = this;
    this.pending = '';
    if (pending) this.stream.write(pending);
  }
}

/** The file whose diagnostics a message publishes: a newer such message says all that this one says. */
function diagnosedFile(message: Message): string | undefined {
  const { method, params } = message as { readonly method?: unknown; readonly params?: { readonly uri?: unknown } };
  if (method !== 'textDocument/publishDiagnostics' || typeof params?.uri !== 'string') return undefined;
  return params.uri;
}

/**
 * Writes messages to a stream soon: what is given in one turn of the event loop goes out at its end, or earlier in pieces of a good size.
 * The usual writer gives each message a turn and two writes, which adds up where an edit changes the findings of a hundred files: here
 * the client reads the first while the last are still prepared.
 */
import type { Writable } from 'node:stream';
import { AbstractMessageWriter, type Message, type MessageWriter } from 'vscode-languageserver/node';

/** In UTF-16 code units: a few dozen files with findings. */
const piece = 1 << 16;

export class PromptWriter extends AbstractMessageWriter implements MessageWriter {
  private readonly stream: Writable;
  private pending = '';

  constructor(stream: Writable) {
    super();
    this.stream = stream;
    stream.on('error', error => this.fireError(error));
    stream.on('close', () => this.fireClose());
  }

  /** Where the stream takes nothing any more, its error is told to who listens for errors. */
  write(message: Message): Promise<void> {
    const content = JSON.stringify(message);
    if (!this.pending) process.nextTick(() => this.flush());
    this.pending += `Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`;
    if (this.pending.length >= piece) this.flush();
    return Promise.resolve();
  }

  end(): void {
    this.flush();
    this.stream.end();
  }

  private flush(): void {
    const { pending } = this;
    this.pending = '';
    if (pending) this.stream.write(pending);
  }
}

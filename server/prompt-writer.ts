/**
 * Writes each message to a stream at once and in one piece. The usual writer gives each a turn of the event loop and two writes, which
 * adds up where an edit changes the findings of a hundred files: here the client reads the first while we still prepare the last.
 */
import type { Writable } from 'node:stream';
import { AbstractMessageWriter, type Message, type MessageWriter } from 'vscode-languageserver/node';

export class PromptWriter extends AbstractMessageWriter implements MessageWriter {
  private readonly stream: Writable;
  private failed = 0;

  constructor(stream: Writable) {
    super();
    this.stream = stream;
    stream.on('error', error => this.fireError(error));
    stream.on('close', () => this.fireClose());
  }

  /** Rejects where the stream takes nothing any more. */
  write(message: Message): Promise<void> {
    const content = JSON.stringify(message);
    try {
      this.stream.write(`Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`);
      return Promise.resolve();
    } catch (error) {
      this.fireError(error, message, ++this.failed);
      return Promise.reject(error);
    }
  }

  end(): void {
    this.stream.end();
  }
}

import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { type Message, StreamMessageReader } from 'vscode-languageserver/node';
import { PromptWriter } from '../../server/protocol/prompt-writer.ts';

const messageOf = (text: string): Message => ({ jsonrpc: '2.0', method: 'test', params: { text } }) as Message;

function connected() {
  const stream = new PassThrough();
  const pieces: number[] = [];
  stream.on('data', (piece: Buffer) => pieces.push(piece.length));
  const received: Message[] = [];
  new StreamMessageReader(stream).listen(message => received.push(message));
  return { writer: new PromptWriter(stream), stream, pieces, received };
}

const nextTurn = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

test('what is written in one turn arrives whole and in order, as one piece', async () => {
  const { writer, pieces, received } = connected();
  const sent = ['first', 'Zuständige Stelle für 情報 und 🔐', ''].map(messageOf);
  for (const message of sent) await writer.write(message);
  await nextTurn();
  await nextTurn();
  expect(received).toEqual(sent);
  expect(pieces).toHaveLength(1);
});

test('of much the first goes out while the rest is prepared', async () => {
  const { writer, pieces, received } = connected();
  const sent = Array.from({ length: 40 }, (_, i) => messageOf(`${i} ${'é'.repeat(5000)}`));
  for (const message of sent) void writer.write(message);
  const early = pieces.length;
  await nextTurn();
  await nextTurn();
  expect(early).toBeGreaterThan(1);
  expect(received).toEqual(sent);
});

test('what is pending is written at the end', async () => {
  const { writer, received } = connected();
  void writer.write(messageOf('last'));
  writer.end();
  await nextTurn();
  await nextTurn();
  expect(received).toEqual([messageOf('last')]);
});

test('the error of a stream that takes nothing is told', async () => {
  const { writer, stream } = connected();
  const errors: Error[] = [];
  writer.onError(([error]) => errors.push(error));
  stream.destroy(new Error('gone'));
  await nextTurn();
  await writer.write(messageOf('lost'));
  await nextTurn();
  expect(errors.map(({ message }) => message)).toContain('gone');
});

const diagnosticsOf = (file: string, version: number): Message =>
  ({
    jsonrpc: '2.0',
    method: 'textDocument/publishDiagnostics',
    params: { uri: `file:///${file}`, version, diagnostics: [{ message: 'x'.repeat(10_000) }] },
  }) as Message;

test('a client that does not read is owed a bounded amount, and gets the newest of each file and all else in order', async () => {
  const stream = new PassThrough();
  const writer = new PromptWriter(stream);
  const held: number[] = [];
  for (let edit = 0; edit < 2000; edit++) {
    for (const file of ['a', 'b', 'c']) void writer.write(diagnosticsOf(file, edit));
    if (edit % 500 === 0) void writer.write(messageOf(`answer ${edit}`));
    await new Promise<void>(resolve => process.nextTick(resolve));
    held.push(stream.writableLength + stream.readableLength + writer.waiting);
  }
  // Sixty megabytes were written.
  expect(Math.max(...held)).toBeLessThan(1_400_000);
  // Only the answers, which nothing supersedes, are added.
  expect((held.at(-1) as number) - (held[500] as number)).toBeLessThan(1000);
  const received: Message[] = [];
  new StreamMessageReader(stream).listen(message => received.push(message));
  while (writer.waiting || stream.writableLength || stream.readableLength) await nextTurn();
  await nextTurn();
  const last = (file: string): unknown =>
    received.flatMap(message => {
      const { params } = message as unknown as { params: { uri?: string; version?: number } };
      return params.uri === `file:///${file}` ? [params.version] : [];
    });
  for (const file of ['a', 'b', 'c']) {
    const versions = last(file) as number[];
    expect(versions.at(-1)).toBe(1999);
    expect(versions).toEqual([...versions].sort((a, b) => a - b));
  }
  const answers = received.filter(message => 'text' in ((message as unknown as { params: object }).params ?? {}));
  expect(answers).toEqual([0, 500, 1000, 1500].map(edit => messageOf(`answer ${edit}`)));
});

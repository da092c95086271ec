import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { type Message, StreamMessageReader } from 'vscode-languageserver/node';
import { PromptWriter } from '../../server/prompt-writer.ts';

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

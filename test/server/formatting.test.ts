/** Formatting over the protocol: a document, a range of it, and what is typed. */
import { afterEach, describe, expect, test } from 'vitest';
import { TextDocument, type TextEdit } from 'vscode-languageserver-textdocument';
import { Client } from './client.ts';

const uri = 'file:///w/people.isms';
const text = 'role  A "a" {external}\n\n\nrole B  "b"\nrole  C\n';
const isms = { 'file:///w/isms.isms': 'isms I "i" {\n  owner: A\n}\n' };

let client: Client;
afterEach(() => client.stop());

const options = { tabSize: 8, insertSpaces: false };

async function edits(method: string, params: object = {}, at = uri): Promise<TextEdit[]> {
  return client.connection.sendRequest(`textDocument/${method}`, { textDocument: { uri: at }, options, ...params });
}

const applied = (before: string, changes: TextEdit[]): string =>
  TextDocument.applyEdits(TextDocument.create(uri, 'isms', 1, before), changes);

describe('formatting', () => {
  test('is offered', async () => {
    client = await Client.start(isms);
    expect(client.initialized?.capabilities).toMatchObject({
      documentFormattingProvider: true,
      documentRangeFormattingProvider: true,
      documentOnTypeFormattingProvider: { firstTriggerCharacter: '}', moreTriggerCharacter: ['\n'] },
    });
  });

  test('a document, by edits of what is to change alone, whatever the editor indents with', async () => {
    client = await Client.start({ ...isms, [uri]: text });
    await client.open(uri);
    const changes = await edits('formatting');
    expect(applied(text, changes)).toBe('role A "a" { external }\n\nrole B "b"\nrole C\n');
    expect(
      changes.map(({ range: { start, end }, newText }) => [
        start.line,
        start.character,
        end.line,
        end.character,
        newText,
      ]),
    ).toEqual([
      [0, 5, 0, 6, ''],
      [0, 13, 0, 13, ' '],
      [0, 21, 0, 21, ' '],
      [2, 0, 3, 0, ''],
      [3, 7, 3, 8, ''],
      [4, 5, 4, 6, ''],
    ]);
    await client.change(uri, [0, 0], [5, 0], applied(text, changes));
    expect(await edits('formatting')).toEqual([]);
  });

  test('in lines as long as the configuration says', async () => {
    const long = 'evidence E "A title of some length" { file: "a file"  owner: SomebodyElse }\n';
    client = await Client.start({
      ...isms,
      [uri]: long,
      'file:///w/isms.config.json': '{ "format": { "lineWidth": 60 } }',
    });
    await client.open(uri);
    expect(applied(long, await edits('formatting')).split('\n')).toHaveLength(5);
  });

  test('the declarations that a range touches', async () => {
    client = await Client.start({ ...isms, [uri]: text });
    await client.open(uri);
    const range = { start: { line: 3, character: 0 }, end: { line: 4, character: 0 } };
    expect(applied(text, await edits('rangeFormatting', { range }))).toBe(
      'role  A "a" {external}\n\n\nrole B "b"\nrole  C\n',
    );
  });

  test('a declaration once its brace is typed', async () => {
    const typed = 'role  A\nrole B {\nexternal\n}\nrole  C\n';
    client = await Client.start({ ...isms, [uri]: typed });
    await client.open(uri);
    const position = { line: 3, character: 1 };
    expect(applied(typed, await edits('onTypeFormatting', { position, ch: '}' }))).toBe(
      'role  A\nrole B {\n  external\n}\nrole  C\n',
    );
  });

  test('the line that was left, and nothing else', async () => {
    const typed = 'role B {\nexternal   \n  \n  top-management\n}\n';
    client = await Client.start({ ...isms, [uri]: typed });
    await client.open(uri);
    const position = { line: 2, character: 2 };
    expect(applied(typed, await edits('onTypeFormatting', { position, ch: '\n' }))).toBe(
      'role B {\n  external\n  \n  top-management\n}\n',
    );
  });

  test('nothing of what is unfinished, unknown or typed otherwise', async () => {
    client = await Client.start({ ...isms, [uri]: 'role  B {\n owner  A\n}\n' });
    await client.open(uri);
    expect(await edits('formatting')).toEqual([]);
    expect(await edits('onTypeFormatting', { position: { line: 2, character: 1 }, ch: '}' })).toEqual([]);
    expect(await edits('onTypeFormatting', { position: { line: 0, character: 0 }, ch: '\n' })).toEqual([]);
    expect(await edits('onTypeFormatting', { position: { line: 0, character: 6 }, ch: 'B' })).toEqual([]);
    expect(await edits('formatting', {}, 'file:///w/none.isms')).toEqual([]);
  });
});

/** A session in one way of counting columns is the same session in another. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { PositionEncoding } from '../../server/protocol/client-capabilities.ts';
import { mapPositions } from '../../server/protocol/position-border.ts';
import { columnForClient, columnFromClient, lineOfString } from '../../server/protocol/positions.ts';
import { vscodeCapabilities } from './clients.ts';
import { GenericClient } from './generic-client.ts';

const uri = 'file:///w/risks.isms';
const other = 'file:///w/people.isms';
const start =
  'risk R-1 "Größe 😀" { owner: Ciso /* 漢 */ controls: A.8.13, A.5.1 }\r\nrisk R-2 "é" { owner: Ciso likelihood: Nie }\n';

/** An edit by shares of the text, so that it fits whatever text there is. */
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(12),
  text: fc.constantFrom(
    '',
    'é',
    '😀',
    '\ud83d',
    ' owner: Ciso ',
    '\r\n',
    '\n',
    '"',
    '}',
    'risk R-3 "漢" {',
    '// 👩‍🚒\n',
  ),
});
const sequence = fc.array(fc.array(edit, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 });

/** The columns of a value of which all positions are in known texts, counted in UTF-16. */
const counted = (value: unknown, encoding: PositionEncoding, texts: (uri: string) => string): unknown =>
  mapPositions(value, uri, (at, { line, character }) => ({
    line,
    character: columnFromClient(lineOfString(texts(at), line), character, encoding),
  }));

/** Lives through edits and tells what the server then says, in UTF-16. */
async function live(
  encoding: PositionEncoding,
  edits: readonly (readonly { at: number; length: number; text: string }[])[],
) {
  const files: Record<string, string> = { [uri]: start, [other]: 'isms Acmé "Acme" {\n}\nrole Ciso "Ciso 😀" {\n}\n' };
  const capabilities = { ...vscodeCapabilities, general: { positionEncodings: [encoding] } };
  const client = await GenericClient.start(files, { capabilities });
  await client.open(uri, start);
  const document = TextDocument.create(uri, 'isms', 1, start);
  const texts = (at: string): string => (at === uri ? document.getText() : (files[at] ?? ''));
  for (const changes of edits) {
    const events = changes.map(({ at, length, text }) => {
      const from = wholeCharacter(document.getText(), Math.floor(at * document.getText().length));
      const to = wholeCharacter(document.getText(), Math.min(document.getText().length, from + length));
      const range = { start: document.positionAt(from), end: document.positionAt(to) };
      const theirs = mapPositions(range, uri, (_, { line, character }) => ({
        line,
        character: columnForClient(lineOfString(document.getText(), line), character, encoding),
      }));
      TextDocument.update(document, [{ range, text }], 1);
      return { range: theirs, text };
    });
    await client.change(uri, events);
  }
  const textDocument = { uri };
  const position = { line: 0, character: columnForClient(lineOfString(document.getText(), 0), 30, encoding) };
  const range = { start: { line: 0, character: 0 }, end: { line: 100, character: 0 } };
  const answers = [
    await client.ask('textDocument/documentSymbol', { textDocument }),
    await client.ask('textDocument/definition', { textDocument, position }),
    await client.ask('textDocument/completion', { textDocument, position }),
    await client.ask('textDocument/rename', { textDocument, position, newName: 'Müller' }),
    await client.ask('textDocument/formatting', { textDocument, options: { tabSize: 2, insertSpaces: true } }),
    await client.ask('textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } }),
  ].map(answer => ('error' in answer ? answer.error.message : counted(answer.result, encoding, texts)));
  const diagnostics = [uri, other].map(at =>
    mapPositions({ uri: at, diagnostics: client.diagnostics(at) }, at, (of, { line, character }) => ({
      line,
      character: columnFromClient(lineOfString(texts(of), line), character, encoding),
    })),
  );
  await client.stop();
  return { answers, diagnostics };
}

/** No client has its cursor inside a character, or between the two halves of a line end. */
function wholeCharacter(text: string, offset: number): number {
  const isInside = /^(?:[\ud800-\udbff][\udc00-\udfff]|\r\n)/.test(text.slice(Math.max(0, offset - 1), offset + 1));
  return offset > 0 && isInside ? offset - 1 : offset;
}

it('says the same of the same edits, in whatever columns are counted', async () => {
  await fc.assert(
    fc.asyncProperty(sequence, async edits => {
      const usual = await live('utf-16', edits);
      expect(await live('utf-8', edits)).toEqual(usual);
      expect(await live('utf-32', edits)).toEqual(usual);
    }),
    { numRuns: 25 },
  );
});

import { expect, it } from 'vitest';
import { CompletionItemKind, CompletionTriggerKind, InsertTextFormat } from 'vscode-languageserver';
import { completion } from '../../server/features/completion.ts';
import { hover } from '../../server/features/hover.ts';
import { cataloguesFor } from '../../server/features/shared/catalogues.ts';
import { readClientCapabilities } from '../../server/protocol/client-capabilities.ts';
import { vscodeCapabilities } from '../server/clients.ts';
import { atCursor, uri } from './workspace-with-cursor.ts';

const takesAll = readClientCapabilities({
  capabilities: vscodeCapabilities,
  initializationOptions: { supports: { suggestCommand: true } },
});
const catalogues = cataloguesFor(takesAll, undefined);

it('answers completion in the terms of the protocol', () => {
  const { workspace, position } = atCursor('control back<|>');
  const { items, isIncomplete } = completion(workspace, takesAll, { textDocument: { uri }, position });
  expect(isIncomplete).toBe(true);
  expect(items[0]).toMatchObject({
    label: 'A.8.13 Information backup',
    kind: CompletionItemKind.Constant,
    insertTextFormat: InsertTextFormat.Snippet,
    textEdit: { range: { start: { line: 0, character: 8 }, end: { line: 0, character: 12 } } },
    filterText: 'A.8.13 Information backup',
  });
});

it('leads on to the value of a key', () => {
  const { workspace, position } = atCursor('risk R { ow<|> }');
  const owner = completion(workspace, takesAll, { textDocument: { uri }, position }).items.find(
    ({ label }) => label === 'owner',
  );
  expect(owner?.command?.command).toBe('editor.action.triggerSuggest');
});

it('offers nothing of itself behind a complete value', () => {
  const { workspace, position } = atCursor('risk R { owner: Ceo <|>');
  const context = { triggerKind: CompletionTriggerKind.TriggerCharacter, triggerCharacter: ' ' };
  expect(completion(workspace, takesAll, { textDocument: { uri }, position, context }).items).toEqual([]);
  expect(completion(workspace, takesAll, { textDocument: { uri }, position }).items).not.toEqual([]);
});

it('answers hover with Markdown and a range, or with null', () => {
  const { workspace, position } = atCursor('asset X { owner: Ce<|>o }');
  expect(hover(workspace, { client: takesAll, catalogues }, { textDocument: { uri }, position })).toMatchObject({
    contents: { kind: 'markdown', value: expect.stringContaining('Chief executive officer') },
    range: { start: { line: 0, character: 17 }, end: { line: 0, character: 20 } },
  });
  expect(
    hover(workspace, { client: takesAll, catalogues }, { textDocument: { uri }, position: { line: 0, character: 9 } }),
  ).toBeNull();
});

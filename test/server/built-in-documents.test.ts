/** What can be asked in Annex A and the other built-in documents. */
import { afterEach, expect, it } from 'vitest';
import { builtin } from '../../src/frameworks/framework.ts';
import { frameworkText } from '../../src/frameworks/texts.ts';
import { positionAt } from '../ide/workspace-with-cursor.ts';
import { vscodeCapabilities } from './clients.ts';
import { GenericClient } from './generic-client.ts';

const uri = 'file:///w/main.isms';
const text =
  'isms Acme "Acme" {\n}\nrisk R-1 "Loss" {\n  controls: A.8.13\n}\ncontrol A.8.13 {\n  applicable: yes\n}\n';

let client: GenericClient;
afterEach(() => client.stop());

const ask = async (method: string, name: string, more: object = {}): Promise<unknown> => {
  client = await GenericClient.start(
    { [uri]: text },
    { capabilities: vscodeCapabilities, supports: { catalogues: true } },
  );
  const entry = builtin(name);
  const target = entry?.document.uri ?? '';
  const position = positionAt(frameworkText(target), (entry?.start ?? 0) + 1);
  const answer = await client.ask(method, { textDocument: { uri: target }, position, ...more });
  return 'result' in answer ? answer.result : answer.error;
};
const place = (line: number, from: number, to: number) => ({
  uri,
  range: { start: { line, character: from }, end: { line, character: to } },
});

it('references of a control are its entry and what names it', async () => {
  const context = { includeDeclaration: true };
  expect(await ask('textDocument/references', 'A.8.13', { context })).toEqual([place(5, 8, 14), place(3, 12, 18)]);
});

it('of what nothing names there are none', async () => {
  expect(await ask('textDocument/references', 'A.8.1', { context: { includeDeclaration: true } })).toEqual([]);
});

it('implementation of a control is its entry', async () => {
  expect(await ask('textDocument/implementation', 'A.8.13')).toEqual([place(5, 8, 14)]);
});

it('implementation of a control that a risk names is its entry', async () => {
  client = await GenericClient.start({ [uri]: text }, { capabilities: vscodeCapabilities });
  const params = { textDocument: { uri }, position: { line: 3, character: 14 } };
  expect(await client.ask('textDocument/implementation', params)).toEqual({ result: [place(5, 8, 14)] });
});

it('hover says how the control stands', async () => {
  expect(await ask('textDocument/hover', 'A.8.13')).toMatchObject({
    contents: { value: expect.stringContaining('**applicable**') },
  });
});

it('the outline of Annex A has all its controls, with titles', async () => {
  const symbols = (await ask('textDocument/documentSymbol', 'A.8.13')) as { name: string }[];
  expect(symbols.map(({ name }) => name)).toContain('A.8.13 Information backup');
  expect(symbols.length).toBeGreaterThanOrEqual(93);
});

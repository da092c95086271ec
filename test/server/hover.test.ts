/** Links in hovers, as each sort of client takes them. */
import { afterEach, describe, expect, it } from 'vitest';
import type { ClientCapabilities } from 'vscode-languageserver';
import { vscodeCapabilities } from './clients.ts';
import { GenericClient, type GenericOptions } from './generic-client.ts';

const uri = 'file:///w/main%20%281%29.isms';
const files = {
  [uri]:
    'isms Acme "Acme" {\n}\nrole Ceo "Chief"\nrisk R-1 "Theft" {\n  owner: Ceo\n}\nevidence E "List [x](y)" {\n  file: "a b.pdf"\n}\n',
  'file:///w/a%20b.pdf': '',
};

let client: GenericClient;
afterEach(() => client.stop());

async function hover(line: number, character: number, options: Partial<GenericOptions> = {}): Promise<string> {
  client = await GenericClient.start(files, { capabilities: vscodeCapabilities, ...options });
  const answer = await client.ask('textDocument/hover', { textDocument: { uri }, position: { line, character } });
  return 'result' in answer ? ((answer.result as { contents: { value: string } } | null)?.contents.value ?? '') : '';
}

describe('links of a hover', () => {
  it('run a command of the client that has it', async () => {
    const text = await hover(3, 6, { supports: { openPlace: true } });
    const [, argument = ''] = /\[`Ceo`\]\(command:isms\.openPlace\?([^)\s]+)\)/.exec(text) ?? [];
    expect(JSON.parse(decodeURIComponent(argument))).toEqual([{ uri, line: 2, character: 5 }]);
  });

  it('open a file where the client has no such command', async () => {
    expect(await hover(3, 6)).toContain('[`Ceo`](file:///w/main%20%281%29.isms#L3)');
  });

  it('lead to a file of evidence', async () => {
    expect(await hover(6, 10)).toContain('[Open a b.pdf](file:///w/a%20b.pdf)');
  });

  it('lead to the pages of rules, and sum several findings up after the thing itself', async () => {
    const text = await hover(3, 6);
    expect(text).toMatch(/^\*risk\*/);
    expect(text).toMatch(/\*\*\d+ findings\*\*\n\n- \[\*\*[\w/-]+\*\*\]\(file:\/\/\/pages\/[\w/-]+\.md\): /);
    expect(text.split('\n- [**').length).toBeLessThanOrEqual(7);
  });

  it.each<[string, ClientCapabilities]>([
    ['plain text', { textDocument: { hover: { contentFormat: ['plaintext'] } } }],
    ['nothing', {}],
  ])('are none for a client that takes %s', async (_, capabilities) => {
    expect(await hover(3, 6, { capabilities, supports: { openPlace: true } })).not.toMatch(/\]\(|command:|file:/);
  });

  it('come of nothing that a file says', async () => {
    expect(await hover(6, 10)).not.toContain('[x](y)');
  });
});

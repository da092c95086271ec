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

describe('the picture of a risk', () => {
  const riskUri = 'file:///w/risks.isms';
  const method = `method M {
  likelihood { 1: rare  2: likely }
  impact { 1: minor  2: severe }
  levels { low: 1..2  high: 3..4 }
}
`;
  const risk = (body: string) => `isms Acme "Acme" {}\n${method}risk R-1 "Theft" {\n${body}}\n`;
  const full = '  likelihood: likely\n  impact: severe\n  residual { likelihood: rare  impact: minor }\n';

  async function shown(text: string, supports: GenericOptions['supports'] = { pictures: true }): Promise<string> {
    client = await GenericClient.start({ [riskUri]: text }, { capabilities: vscodeCapabilities, supports });
    const line = text.split('\n').findIndex(one => one.startsWith('risk '));
    const position = { line, character: 6 };
    const answer = await client.ask('textDocument/hover', { textDocument: { uri: riskUri }, position });
    return 'result' in answer ? ((answer.result as { contents: { value: string } } | null)?.contents.value ?? '') : '';
  }

  const pictureIn = (text: string): string => {
    const [, data = ''] = /!\[.*\]\(data:image\/svg\+xml;base64,([\w+/=]+)\)$/.exec(text) ?? [];
    return atob(data);
  };

  it('shows where it stands in the matrix, with words for those who cannot see it', async () => {
    const text = await shown(risk(full));
    const svg = pictureIn(text);
    expect(svg).toMatch(/^<\?xml/);
    expect(svg.match(/<rect /g)).toHaveLength(4);
    // Nobody credits a control that is not there: today it stands as without treatment.
    expect(svg.match(/<circle /g)?.length).toBeGreaterThanOrEqual(2);
    expect(text).toContain('![without treatment at likely × severe, ');
    expect(text).toMatch(/after treatment at rare × minor\]\(data:/);
  });

  it.each([
    ['the client shows no pictures', risk(full), {}],
    ['it is not analysed', risk(''), { pictures: true }],
    ['there is no method', risk(full).replace(method, ''), { pictures: true }],
  ])('is not there where %s', async (_, text, supports) => {
    expect(await shown(text, supports)).not.toContain('data:');
  });
});

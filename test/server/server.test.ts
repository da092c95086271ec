import { afterEach, describe, expect, test } from 'vitest';
import { type CodeAction, LSPErrorCodes } from 'vscode-languageserver';
import { Methods, type ReadinessResult } from '../../server/protocol/protocol.ts';
import { Client } from './client.ts';

const soa = 'file:///w/soa.isms';
const risks = 'file:///w/risks.isms';

const files = {
  'file:///w/isms.isms': 'isms Acme "Acme" {\n  organization: "Acme"\n}\nrole Ceo "CEO" { top-management }\n',
  [soa]:
    'control A.8.13 "Information backup" {\n  applicable: no\n  because: no-such-activity\n  justification: "None"\n}\n',
  [risks]: 'risk R-1 "Loss" {\n  owner: Ceo\n  controls: A.8.13\n}\n',
};

let client: Client;
afterEach(() => client.stop());

describe('diagnostics', () => {
  test('are published for all files once they are read, with related places and pages', async () => {
    client = await Client.start(files);
    const found = client.diagnostics.get(soa)?.find(({ code }) => code === 'soa/excluded-but-used');
    expect(found?.relatedInformation?.[0]?.location.uri).toBe(risks);
    expect(found?.codeDescription?.href).toBe('file:///pages/soa/excluded-but-used.md');
  });

  test('follow an edit in another file, and carry the version of the document', async () => {
    client = await Client.start(files);
    await client.open(risks);
    expect(client.codes(soa)).toContain('soa/excluded-but-used');
    await client.change(risks, [2, 17], [2, 18], '5');
    expect(client.codes(soa)).not.toContain('soa/excluded-but-used');
    expect(client.published.at(-1)?.version ?? client.published.at(-2)?.version).toBe(2);
  });

  test('of one file are at most 500, the gravest, and a last one that counts the rest', async () => {
    const text = Array.from(
      { length: 600 },
      (_, i) => `asset A${i} "A" { owner: ${i < 450 ? 'Nobody' : 'Ceo'} confidentiality: high }\n`,
    ).join('');
    client = await Client.start({ ...files, 'file:///w/many.isms': text });
    const found = client.diagnostics.get('file:///w/many.isms') ?? [];
    expect(found).toHaveLength(501);
    expect(found.filter(({ code }) => code === 'name/unresolved')).toHaveLength(450);
    expect(String(found.at(-1)?.message)).toMatch(/^\d+ more findings in this file/);
  });

  test('are cleared exactly once when a file goes', async () => {
    client = await Client.start(files);
    client.files.delete(risks);
    client.published.length = 0;
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: risks, type: 3 }] });
    await client.settled();
    expect(client.published.filter(({ uri }) => uri === risks).length).toBeLessThanOrEqual(1);
    expect(client.codes(risks)).toEqual([]);
    expect(client.codes(soa)).not.toContain('soa/excluded-but-used');
  });

  test('of a closed document are those of the file on disk', async () => {
    client = await Client.start(files);
    await client.open(soa);
    await client.change(soa, [1, 14], [1, 16], 'yes');
    expect(client.codes(soa)).not.toContain('soa/excluded-but-used');
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: soa } });
    await client.settled();
    await client.settled();
    expect(client.codes(soa)).toContain('soa/excluded-but-used');
  });

  test('answer to settings', async () => {
    client = await Client.start(files, { settings: { rules: { 'soa/excluded-but-used': 'off' } } });
    expect(client.codes(soa)).not.toContain('soa/excluded-but-used');
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: { isms: {} } });
    await client.settled();
    expect(client.codes(soa)).toContain('soa/excluded-but-used');
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { isms: { preset: 'draft' } },
    });
    await client.settled();
    expect(client.codes('file:///w/isms.isms')).toEqual([]);
  });
});

describe('while files are being read', () => {
  test('the open document gets the findings that need no other file, and the rest when all is there', async () => {
    let read: () => void = () => {};
    client = await Client.start(files, { gate: new Promise(resolve => (read = resolve)) });
    const text = 'control A.8.13 {\n  applicable: no\n}\nrisk R-2 "x" { owner: Ceo controls: A.8.13 }\n';
    await client.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: soa, languageId: 'isms', version: 1, text },
    });
    await client.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri: soa } });
    expect(client.codes(soa)).toContain('soa/missing-justification');
    expect(client.codes(soa)).not.toContain('name/unresolved');
    expect(client.codes(soa)).not.toContain('soa/excluded-but-used');
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: soa, version: 2 },
      contentChanges: [
        {
          range: { start: { line: 1, character: 16 }, end: { line: 1, character: 16 } },
          text: '\n  justification: "x"',
        },
      ],
    });
    await client.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri: soa } });
    expect(client.codes(soa)).not.toContain('soa/missing-justification');
    read();
    await client.settled();
    expect(client.codes(soa)).toContain('soa/excluded-but-used');
    expect(client.codes(soa)).not.toContain('soa/missing-justification');
  });
});

describe('requests', () => {
  test('definition leads to the entry and to Annex A', async () => {
    client = await Client.start(files);
    const result = await client.connection.sendRequest('textDocument/definition', client.at(risks, 2, 14));
    expect((result as { uri: string }[]).map(({ uri }) => uri)).toEqual([
      soa,
      'isms-catalogue:/iso27001-2022/annex-a.isms',
    ]);
  });

  test('references and rename go over all files', async () => {
    client = await Client.start(files);
    const at = client.at(risks, 1, 10);
    const found = await client.connection.sendRequest('textDocument/references', {
      ...at,
      context: { includeDeclaration: true },
    });
    expect(found).toHaveLength(2);
    const edit = (await client.connection.sendRequest('textDocument/rename', { ...at, newName: 'Director' })) as {
      documentChanges: { textDocument: { uri: string; version: number | null } }[];
    };
    expect(edit.documentChanges.map(({ textDocument }) => textDocument.uri).sort()).toEqual([
      'file:///w/isms.isms',
      risks,
    ]);
  });

  test('an id of Annex A cannot be renamed, and the refusal says so', async () => {
    client = await Client.start(files);
    await expect(client.connection.sendRequest('textDocument/prepareRename', client.at(risks, 2, 14))).rejects.toThrow(
      'A.8.13 is an id of Annex A',
    );
  });

  test('hover on a finding explains it from the documentation of its rule', async () => {
    client = await Client.start(files);
    const result = (await client.connection.sendRequest('textDocument/hover', client.at(soa, 1, 15))) as {
      contents: { value: string };
    };
    expect(result.contents.value).toContain(
      '**soa/excluded-but-used**](file:///pages/soa/excluded-but-used.md) · 6.1.3 b, d',
    );
    expect(result.contents.value).toContain('*What to do:* Include the control, or treat the risk in another way;');
  });

  test('outline, names, colours and folding', async () => {
    client = await Client.start(files);
    const document = { textDocument: { uri: risks } };
    const outline = (await client.connection.sendRequest('textDocument/documentSymbol', document)) as {
      name: string;
    }[];
    expect(outline.map(({ name }) => name)).toEqual(['R-1 Loss']);
    const names = (await client.connection.sendRequest('workspace/symbol', { query: 'ceo' })) as { name: string }[];
    expect(names.map(({ name }) => name)).toEqual([expect.stringMatching(/^Ceo /)]);
    const tokens = (await client.connection.sendRequest('textDocument/semanticTokens/full', document)) as {
      data: number[];
    };
    expect(tokens.data.slice(0, 10)).toEqual([0, 0, 4, 0, 0, 0, 5, 3, 2, 1]);
    expect(await client.connection.sendRequest('textDocument/foldingRange', document)).toEqual([
      { startLine: 0, endLine: 2 },
    ]);
  });

  test('a fix for one finding, for all of its kind in the file, and for all in the ISMS', async () => {
    const text = 'control A.5.1 { applicable: no }\ncontrol A.5.2 { applicable: no }\n';
    client = await Client.start({
      ...files,
      'file:///w/a.isms': text,
      'file:///w/b.isms': text.replaceAll('A.5.', 'A.6.'),
    });
    const actions = (await client.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: 'file:///w/a.isms' },
      range: { start: { line: 0, character: 20 }, end: { line: 0, character: 20 } },
      context: { diagnostics: [] },
    })) as CodeAction[];
    const counted = ({ edit }: CodeAction): number[] =>
      (edit?.documentChanges ?? []).map(change => ('edits' in change ? change.edits.length : 0));
    const titled = (words: string): CodeAction => actions.find(({ title }) => title.includes(words)) as CodeAction;
    expect(counted(titled('Add a justification'))).toEqual([1]);
    const inFile = (await client.connection.sendRequest('codeAction/resolve', titled('in this file'))) as CodeAction;
    expect(counted(inFile)).toEqual([2]);
    const everywhere = (await client.connection.sendRequest(
      'codeAction/resolve',
      titled('in this ISMS'),
    )) as CodeAction;
    expect(counted(everywhere)).toEqual([2, 2]);
  });

  test.each([
    ['one finding alone', '', []],
    ['all of them in one file', 'control A.5.2 { applicable: no }\n', [/^Fix all 2 of .* in this file$/]],
  ])('of %s no fix for all that adds nothing', async (_, more, titles) => {
    client = await Client.start({ ...files, 'file:///w/a.isms': `control A.5.1 { applicable: no }\n${more}` });
    const actions = (await client.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: 'file:///w/a.isms' },
      range: { start: { line: 0, character: 20 }, end: { line: 0, character: 20 } },
      context: { diagnostics: [] },
    })) as CodeAction[];
    const forAll = actions.flatMap(({ title }) => (title.startsWith('Fix all') ? [title] : []));
    expect(forAll).toEqual(titles.map(title => expect.stringMatching(title)));
  });

  test('status tells the coverage and the first gap', async () => {
    client = await Client.start(files);
    expect(client.status?.ismss).toMatchObject([{ root: 'file:///w', title: 'Acme', decided: 1, total: 93 }]);
    expect(client.status?.ismss[0]?.firstGap?.uri).toBe('file:///w/isms.isms');
  });

  test('status leads to the first gap in a draft too, which tells none', async () => {
    client = await Client.start(files, { settings: { preset: 'draft' } });
    expect([...client.diagnostics.values()].flat().map(({ code }) => code)).not.toContain('soa/undecided-control');
    expect(client.status?.ismss[0]?.firstGap?.uri).toBe('file:///w/isms.isms');
  });

  test('readiness is a page whose links open the places', async () => {
    client = await Client.start(files);
    const { ready, html } = (await client.connection.sendRequest(Methods.readiness, { stage: 1 })) as ReadinessResult;
    expect(ready).toBe(false);
    expect(html).toContain('Stage 1');
    expect(html).not.toContain('Stage 2');
    const hrefs = [...html.matchAll(/href="command:isms\.openPlace\?([^"]*)"/g)].map(match => match[1] as string);
    const places = hrefs.map(href => JSON.parse(decodeURIComponent(href))[0]);
    expect(places).toContainEqual({ uri: 'file:///w/isms.isms', line: 0, character: 5 });
    await expect(client.connection.sendRequest(Methods.readiness, { root: 'file:///x' })).rejects.toThrow('no ISMS');
  });

  test('export gives the whole file', async () => {
    client = await Client.start(files);
    const result = (await client.connection.sendRequest(Methods.export, { artefact: 'soa', format: 'csv' })) as {
      base64: string;
    };
    const lines = Buffer.from(result.base64, 'base64').toString('utf8').split('\r\n');
    expect(lines.filter(line => line.startsWith('A.'))).toHaveLength(93);
  });

  test.each([
    [{ artefact: 'sao', format: 'csv' }, 'There is no artefact “sao”. Use one of: '],
    [{ artefact: 'soa', format: 'odt' }, 'There is no format “odt”. Use one of: '],
    [
      { artefact: 'readiness', format: 'md', parameters: { stage: '3' } },
      'There is no stage “3”. Use one of: 1, 2, surveillance.',
    ],
    [{ artefact: 'soa', format: 'xlsx' }, /^A\.5\.1: “.+” has 32768 characters/],
  ])('export refuses %j in words, and as no fault of its own', async (params, message) => {
    const long = `control A.5.1 { justification: "${'x'.repeat(32_768)}" }\n`;
    client = await Client.start({ ...files, 'file:///w/long.isms': long });
    const answer = client.connection.sendRequest(Methods.export, params);
    await expect(answer).rejects.toMatchObject({
      code: LSPErrorCodes.RequestFailed,
      message: typeof message === 'string' ? expect.stringContaining(message) : expect.stringMatching(message),
    });
  });

  test('the read-only catalogue can be opened; an unknown document is refused', async () => {
    client = await Client.start(files);
    const uri = 'isms-catalogue:/iso27001-2022/annex-a.isms';
    const { text } = (await client.connection.sendRequest(Methods.catalogueDocument, { uri })) as { text: string };
    expect(text).toContain('entry A.8.13 "Information backup"');
    await expect(
      client.connection.sendRequest(Methods.catalogueDocument, { uri: 'isms-catalogue:/x' }),
    ).rejects.toThrow('no built-in document');
  });
});

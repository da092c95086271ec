import { afterEach, describe, expect, it } from 'vitest';
import type { CompletionItem, CompletionList } from 'vscode-languageserver';
import { Client } from './client.ts';
import { vscodeCapabilities } from './clients.ts';

const uri = 'file:///w/isms/main.isms';
let client: Client;
afterEach(() => client.stop());

const start = async (text: string, isBroken = false): Promise<void> => {
  client = await Client.start(
    { 'file:///w/acme.isms': 'isms Acme "Acme" {\n}\n', [uri]: text },
    {
      host: () => ({
        listFolder: async folder => {
          if (isBroken) return [];
          if (folder === 'file:///w/isms')
            return [
              { name: 'docs', isFolder: true },
              { name: 'a"b.md', isFolder: false },
              { name: '.git', isFolder: true },
            ];
          return folder === 'file:///w/isms/docs' ? [{ name: 'policy v2.md', isFolder: false }] : [];
        },
      }),
    },
  );
};
const complete = async (line: number, character: number): Promise<CompletionItem[]> => {
  const list = (await client.connection.sendRequest(
    'textDocument/completion',
    client.at(uri, line, character),
  )) as CompletionList;
  return list.items;
};

describe('paths', () => {
  it('go on with the folders and files that are there, none of them hidden or impossible to write', async () => {
    await start('evidence E {\n  file: ""\n}\n');
    expect(await complete(1, 9)).toMatchObject([{ label: 'docs/', textEdit: { newText: 'docs/' } }]);
  });

  it('go on in the folder that was written', async () => {
    await start('evidence E {\n  file: "docs/po"\n}\n');
    const range = { start: { line: 1, character: 14 }, end: { line: 1, character: 16 } };
    expect(await complete(1, 16)).toMatchObject([
      { label: 'policy v2.md', textEdit: { newText: 'policy v2.md', range } },
    ]);
  });

  it.each([
    'evidence E {\n  file: "../../"\n}\n',
    'evidence E {\n  file: "/etc/"\n}\n',
    'evidence E {\n  link: "docs"\n}\n',
  ])('lead nowhere in %j', async text => {
    await start(text);
    const line = text.split('\n')[1] ?? '';
    expect(await complete(1, line.lastIndexOf('"'))).toEqual([]);
  });
});

it('documentation is told when an item is looked at, and only of the list that was offered last', async () => {
  await start('risk R {\n  controls: \n}\n');
  const [item] = await complete(1, 12);
  expect(item?.documentation).toBeUndefined();
  const resolved = await client.connection.sendRequest<CompletionItem>('completionItem/resolve', item);
  expect(resolved.documentation).toMatchObject({
    kind: 'markdown',
    value: expect.stringContaining('Statement of Applicability'),
  });
  await complete(1, 12);
  const late = await client.connection.sendRequest<CompletionItem>('completionItem/resolve', item);
  expect(late.documentation).toBeUndefined();
});

it('documentation comes along where the client cannot ask', async () => {
  const capabilities = structuredClone(vscodeCapabilities);
  delete capabilities.textDocument?.completion?.completionItem?.resolveSupport;
  client = await Client.start({ [uri]: 'risk R {\n  controls: \n}\n' }, { initialize: { capabilities } });
  expect(client.initialized?.capabilities.completionProvider?.resolveProvider).toBeUndefined();
  expect((await complete(1, 12))[0]?.documentation).toMatchObject({ kind: 'markdown' });
});

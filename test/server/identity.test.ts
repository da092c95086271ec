/** One file is one file however the client spells it, and is spelled on the way out as the client spells it. */
import { afterEach, describe, expect, test } from 'vitest';
import { fileSystemOf } from '../../src/workspace/identity.ts';
import { normalUri } from '../../src/workspace/uri.ts';
import { Client, type ClientOptions } from './client.ts';

const isms = 'isms Acme "Acme" {\n}\nrole Ciso "CISO" {\n}\n';
const asset = 'asset Db "Database" {\n  owner: Ciso\n}\n';

let client: Client | undefined;
afterEach(async () => {
  await client?.stop();
  client = undefined;
});

/** A server in a folder that the client spells in its way; the host has the normal form. */
async function started(folder: string, options: ClientOptions = {}): Promise<Client> {
  const uri = normalUri(folder);
  client = await Client.start(
    { [`${uri}/isms.isms`]: isms, [`${uri}/risks%20%282026%29.isms`]: asset },
    { ...options, initialize: { workspaceFolders: [{ uri: folder, name: 'w' }], ...options.initialize } },
  );
  return client;
}

const unresolved = (at: Client, uri: string): string[] =>
  at.codes(uri).filter(code => /^(name\/unresolved|name\/duplicate|isms\/missing)$/.test(code));

const folders = [
  'file:///w/ISMS%20%282026%29%20R%26D%2B%C3%BC',
  'file:///w/ISMS%20(2026)%20R&D+%C3%BC/',
  'file:///w/a%23b',
  'file:///w/100%25',
  'file:///w/c%3A',
  'file:///w/u%CC%88',
  'file:///c%3A/Users/me/isms',
  'file:///C:/Users/me/isms',
  'file://server/share/isms',
  'vscode-vfs://github/acme/isms',
];

describe.each(folders)('in the folder %s', folder => {
  const top = folder.replace(/\/$/, '');
  const spellings = ['risks%20%282026%29.isms', 'risks%20(2026).isms', './risks (2026).isms'];

  test.each(spellings)('%s is the file on disk, and what is published is spelled like it', async name => {
    const at = await started(folder);
    const uri = `${top}/${name}`;
    await at.open(uri, `${asset}asset X "x" {\n  owner: Nix\n}\n`);
    expect(unresolved(at, uri)).toEqual(['name/unresolved']);
    const symbols = await at.connection.sendRequest('workspace/symbol', { query: '' });
    expect((symbols as { name: string }[]).map(symbol => symbol.name).sort()).toEqual([
      'Acme Acme',
      'Ciso CISO',
      'Db Database',
      'X x',
    ]);
    const definitions = await at.connection.sendRequest('textDocument/definition', at.at(uri, 1, 10));
    expect(definitions).toMatchObject([{ uri: `${top}/isms.isms` }]);
    const references = await at.connection.sendRequest('textDocument/references', {
      ...at.at(`${top}/isms.isms`, 2, 6),
      context: { includeDeclaration: false },
    });
    expect(references).toMatchObject([{ uri }]);
    const edit = await at.connection.sendRequest('textDocument/rename', { ...at.at(uri, 1, 10), newName: 'Boss' });
    expect(
      (edit as { documentChanges: { textDocument: { uri: string } }[] }).documentChanges
        .map(({ textDocument }) => textDocument.uri)
        .sort(),
    ).toEqual([`${top}/isms.isms`, uri].sort());
    expect(at.status?.ismss.map(({ root }) => root)).toEqual([top]);
  });

  test('what is told of files is understood in any spelling', async () => {
    const at = await started(folder);
    const uri = `${normalUri(folder)}/risks%20%282026%29.isms`;
    at.files.set(uri, 'asset Db "Database" {\n  owner: Nix\n}\n');
    await at.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [
        { uri: `${top}/%FF.isms`, type: 1 },
        { uri: `${top}/%`, type: 1 },
        { uri: `${top}/risks (2026).isms`, type: 2 },
      ],
    });
    await at.settled();
    await at.settled();
    expect([...at.diagnostics.keys()].flatMap(shown => unresolved(at, shown))).toEqual(['name/unresolved']);
  });
});

describe('a file that is open under two spellings', () => {
  const folder = 'file:///w';
  const [one, two] = [`${folder}/risks%20(2026).isms`, `${folder}/risks%20%282026%29.isms`];

  test('counts once; the document that was changed last has its text, and its findings', async () => {
    const at = await started(folder);
    await at.open(one, asset);
    await at.open(two, asset);
    expect([unresolved(at, one), unresolved(at, two)]).toEqual([[], []]);
    await at.change(one, [1, 9], [1, 13], 'Nobody');
    expect([unresolved(at, one), unresolved(at, two)]).toEqual([['name/unresolved'], []]);
    await at.change(two, [0, 0], [0, 0], '\n');
    expect([unresolved(at, one), unresolved(at, two)]).toEqual([[], []]);
    await at.connection.sendNotification('textDocument/didClose', { textDocument: { uri: two } });
    await at.settled();
    expect(unresolved(at, one)).toEqual(['name/unresolved']);
    await at.connection.sendNotification('textDocument/didClose', { textDocument: { uri: one } });
    await at.settled();
    await at.settled();
    expect([...at.diagnostics.keys()].flatMap(uri => unresolved(at, uri))).toEqual([]);
  });
});

test.each(['win32', 'darwin'])('on %s upper and lower case are the same', async platform => {
  const at = await started('file:///c%3A/Work', { fileSystem: fileSystemOf(platform) });
  const uri = 'file:///C:/WORK/Risks%20(2026).ISMS';
  await at.open(uri, asset);
  expect(unresolved(at, uri)).toEqual([]);
});

test('a document that is opened by its real path is in a folder that is opened through a link, and the reverse', async () => {
  const swap = (from: string, to: string) => (uri: string) =>
    uri === from || uri.startsWith(`${from}/`) ? to + uri.slice(from.length) : uri;
  const realUri = swap('file:///link', 'file:///real');
  for (const [opened, other] of [
    ['file:///link', 'file:///real'],
    ['file:///real', 'file:///link'],
  ] as const) {
    const at = await started(opened, { realUri });
    const uri = `${other}/risks%20%282026%29.isms`;
    await at.open(uri, `${asset}asset X "x" {\n  owner: Nix\n}\n`);
    expect(unresolved(at, uri)).toEqual(['name/unresolved']);
    await at.stop();
    client = undefined;
  }
});

test.each([
  { rootUri: 'file:///w', workspaceFolders: null },
  { rootUri: null, rootPath: '/w', workspaceFolders: null },
])('a client with %o opens that folder', async initialize => {
  const at = await started('file:///w', { initialize });
  expect(at.status?.ismss.map(({ root }) => root)).toEqual(['file:///w']);
});

/** What cannot be read fails alone, is told once by its name, and is forgotten as soon as it can be read. */
import { afterEach, describe, expect, test } from 'vitest';
import { Methods } from '../../server/protocol/protocol.ts';
import type { FileContent, FoundFiles, Host } from '../../server/session/host.ts';
import { Client, type ClientOptions } from './client.ts';

const isms = 'isms Acme "Acme" {\n}\nrole Ciso "CISO" {\n}\n';
const asset = 'asset Db "Database" {\n  owner: Ciso\n  confidentiality: high\n}\n';
const files = { 'file:///w/isms.isms': isms, 'file:///w/a.isms': asset };

let client: Client | undefined;
afterEach(async () => {
  await client?.stop();
  client = undefined;
});

const started = async (texts: Readonly<Record<string, string>>, options: ClientOptions): Promise<Client> => {
  client = await Client.start(texts, options);
  return client;
};

const unresolved = (at: Client, uri: string): string[] =>
  at.codes(uri).filter(code => /^(name\/unresolved|isms\/missing)$/.test(code));

const checked = async (at: Client): Promise<{ unread: { uri: string; reason: string }[] }> =>
  at.connection.sendRequest(Methods.check, {});

describe('a folder that cannot be looked into', () => {
  const closed = { uri: 'file:///w/closed', reason: 'you may not' };
  const hosting = (isClosed: () => boolean): ClientOptions => ({
    host: (_, usual) => ({
      findFiles: async (folder): Promise<FoundFiles> => {
        if (!isClosed()) return usual.findFiles(folder);
        const { uris } = await usual.findFiles(folder);
        return { uris: uris.filter(uri => !uri.startsWith(closed.uri)), unread: [closed] };
      },
    }),
  });

  test('is a finding at the folder, and the rest is read', async () => {
    const at = await started(
      files,
      hosting(() => true),
    );
    await at.settled();
    expect(at.diagnostics.get(closed.uri)).toMatchObject([
      { code: 'syntax/unreadable', message: 'This folder cannot be read, so files in it are missing: you may not.' },
    ]);
    expect(unresolved(at, 'file:///w/a.isms')).toEqual([]);
    expect((await checked(at)).unread).toEqual([closed]);
    expect(at.status?.unread).toBe(1);
  });

  test('counts once it can be', async () => {
    let isClosed = true;
    const texts = { ...files, 'file:///w/closed/b.isms': 'asset Nas "NAS" {\n  owner: Nix\n}\n' };
    const at = await started(
      texts,
      hosting(() => isClosed),
    );
    isClosed = false;
    expect((await checked(at)).unread).toEqual([]);
    expect(at.codes(closed.uri)).toEqual([]);
    expect(unresolved(at, 'file:///w/closed/b.isms')).toEqual(['name/unresolved']);
    expect(at.status?.unread).toBe(0);
  });

  test('is not missed where a configuration excludes it', async () => {
    const config = { 'file:///w/isms.config.json': '{ "exclude": ["closed"] }' };
    const at = await started(
      { ...files, ...config },
      hosting(() => true),
    );
    expect(at.codes(closed.uri)).toEqual([]);
    expect((await checked(at)).unread).toEqual([]);
  });
});

test('a file that cannot be read says so at its top, until it can be', async () => {
  let content: FileContent = { reason: 'it is not UTF-8 text; save it as UTF-8' };
  const host = (_: unknown, usual: Host): Partial<Host> => ({
    readFile: async uri => (uri === 'file:///w/a.isms' ? content : usual.readFile(uri)),
  });
  const at = await started(files, { host });
  expect(at.diagnostics.get('file:///w/a.isms')).toMatchObject([
    { code: 'syntax/unreadable', severity: 1, range: { start: { line: 0, character: 0 } } },
  ]);
  content = { text: 'asset Db "Database" {\n  owner: Nix\n}\n' };
  await at.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: 'file:///w/a.isms', type: 2 }],
  });
  await at.settled();
  await at.settled();
  expect(at.codes('file:///w/a.isms')).not.toContain('syntax/unreadable');
  expect(unresolved(at, 'file:///w/a.isms')).toEqual(['name/unresolved']);
});

describe('a host that fails', () => {
  const fail = (): never => {
    throw new Error('broken pipe');
  };

  test.each([
    ['at one file', { readFile: 'file:///w/a.isms' }],
    ['at looking above', { enclosingIsms: true }],
    ['at one folder', { findFiles: 'file:///x' }],
  ])('%s harms nothing else', async (_, at) => {
    const failing = at as { readFile?: string; findFiles?: string; enclosingIsms?: true };
    const host = (__: unknown, usual: Host): Partial<Host> => ({
      readFile: async uri => (uri === failing.readFile ? fail() : usual.readFile(uri)),
      findFiles: async folder => (folder === failing.findFiles ? fail() : usual.findFiles(folder)),
      enclosingIsms: async () => (failing.enclosingIsms ? fail() : undefined),
    });
    const workspaceFolders = ['file:///x', 'file:///w'].map(uri => ({ uri, name: uri }));
    const texts = { ...files, 'file:///w/b.isms': 'asset Nas "NAS" {\n  owner: Nix\n}\n' };
    const server = await started(texts, { host, initialize: { workspaceFolders } });
    expect(unresolved(server, 'file:///w/b.isms')).toEqual(['name/unresolved']);
  });

  test('when a folder is added does not end the server', async () => {
    const host = (_: unknown, usual: Host): Partial<Host> => ({
      findFiles: async folder => (folder === 'file:///x' ? fail() : usual.findFiles(folder)),
    });
    const at = await started(files, { host });
    await at.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [{ uri: 'file:///x', name: 'x' }], removed: [] },
    });
    expect((await checked(at)).unread).toEqual([{ uri: 'file:///x', reason: 'broken pipe' }]);
  });
});

test('a broken lock file is told at the file', async () => {
  const at = await started({ ...files, 'file:///w/isms.lock.json': '<<<<<<< ours' }, {});
  expect(at.codes('file:///w/isms.lock.json')).toEqual(['syntax/unreadable']);
});

test('what a configuration excludes is left out at once, and counts again at once', async () => {
  const at = await started({ ...files, 'file:///w/archive/a.isms': asset }, {});
  const config = 'file:///w/isms.config.json';
  const told = async (text: string | undefined): Promise<string[]> => {
    if (text === undefined) at.files.delete(config);
    else at.files.set(config, text);
    await at.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: config, type: 2 }] });
    await at.settled();
    await at.settled();
    return at.codes('file:///w/archive/a.isms').filter(code => code === 'name/duplicate');
  };
  expect(await told('{ "exclude": ["archive"] }')).toEqual([]);
  expect(at.codes('file:///w/a.isms')).not.toContain('name/duplicate');
  expect(await told(undefined)).not.toEqual([]);
});

describe('what lies around the workspace', () => {
  const around: ClientOptions = {
    host: () => ({ enclosingIsms: async folder => (folder.startsWith('file:///w') ? 'file:///w' : undefined) }),
  };
  const texts = { ...files, 'file:///w/risks/r.isms': asset.replace('Db', 'Nas') };
  const inside = 'file:///w/risks/r.isms';

  test('is read for a folder inside an ISMS, and findings are shown of the folder alone', async () => {
    const workspaceFolders = [{ uri: 'file:///w/risks', name: 'risks' }];
    const at = await started(texts, { ...around, initialize: { workspaceFolders } });
    expect(unresolved(at, inside)).toEqual([]);
    expect([...at.diagnostics.keys()]).toEqual([inside]);
  });

  test.each([inside, 'untitled:/w/risks/new.isms'])('is read for %s alone', async uri => {
    const at = await started(texts, { ...around, initialize: { workspaceFolders: null } });
    await at.open(uri, 'asset Other "Other" {\n  owner: Ciso\n}\n');
    await at.settled();
    expect(unresolved(at, uri)).toEqual([]);
    await at.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    await at.settled();
    await at.settled();
    expect(at.diagnostics.get(uri)).toEqual([]);
    expect(at.status?.ismss).toEqual([]);
  });

  describe('an ISMS that is used outside of the workspace', () => {
    const used = {
      'file:///group/isms.isms': 'isms Group "Group" {\n}\nrole GroupCiso "CISO" {\n}\n',
      'file:///w/isms.isms': 'isms Plant "Plant" {\n  uses: "../group"\n}\n',
      'file:///w/a.isms': asset.replace('Ciso', 'GroupCiso'),
    };
    const root = (folder: string): string | undefined =>
      ['file:///w', 'file:///group'].find(each => folder === each || folder.startsWith(`${each}/`));
    const hosting: ClientOptions = { host: () => ({ enclosingIsms: async folder => root(folder) }) };
    const codes = (at: Client): string[] => [
      ...unresolved(at, 'file:///w/a.isms'),
      ...at.codes('file:///w/isms.isms').filter(code => code === 'isms/uses-unknown'),
    ];

    test('is read, and its findings are not shown; nothing was missing for a moment', async () => {
      const at = await started(used, hosting);
      expect(codes(at)).toEqual([]);
      expect([...at.diagnostics.keys()].filter(uri => uri.startsWith('file:///group'))).toEqual([]);
      expect(
        at.published.flatMap(({ messages }) => messages.filter(message => /GroupCiso|group/.test(message))),
      ).toEqual([]);
    });

    test('is read once it is used, and let go of once it is not', async () => {
      const uri = 'file:///w/isms.isms';
      const at = await started({ ...used, [uri]: 'isms Plant "Plant" {\n}\n' }, hosting);
      expect(codes(at)).toEqual(['name/unresolved']);
      await at.open(uri, used[uri]);
      await at.settled();
      expect(codes(at)).toEqual([]);
      await at.change(uri, [1, 0], [1, 18], '');
      await at.settled();
      expect(codes(at)).toEqual(['name/unresolved']);
    });

    test.each([
      ['before anything is said', used['file:///w/isms.isms'].replace('../group', '../alias')],
      ['once it is used', 'isms Plant "Plant" {\n}\n'],
    ])('a link to the folder of the ISMS itself is recognised %s', async (_, text) => {
      const uri = 'file:///w/isms.isms';
      const linked: ClientOptions = {
        host: (__, usual) => ({
          enclosingIsms: async folder => (folder.startsWith('file:///alias') ? 'file:///alias' : root(folder)),
          realUri: folder => folder.replace('file:///alias', 'file:///w'),
          findFiles: async folder =>
            folder === 'file:///alias' ? { uris: ['file:///alias/isms.isms'] } : usual.findFiles(folder),
          readFile: async file => usual.readFile(file.replace('file:///alias', 'file:///w')),
        }),
      };
      const at = await started({ ...used, [uri]: text }, linked);
      await at.open(uri, 'isms Plant "Plant" {\n  uses: "../alias"\n}\n');
      await at.settled();
      await at.settled();
      expect(at.diagnostics.get(uri)?.map(({ message }) => message)).toContain(
        '"../alias" is the folder of this ISMS itself; name that of another one, or delete it.',
      );
      expect(codes(at)).toContain('name/unresolved');
    });

    test('is not read where the host may not look outside', async () => {
      const at = await started(used, {});
      expect(codes(at)).toEqual(['isms/uses-unknown']);
    });

    test('leads to its declarations, and a rename there follows into what uses it', async () => {
      const at = await started(used, {
        initialize: {
          workspaceFolders: ['w', 'group'].map(name => ({ uri: `file:///${name}`, name })),
        },
      });
      const definition = await at.connection.sendRequest('textDocument/definition', {
        textDocument: { uri: 'file:///w/a.isms' },
        position: { line: 1, character: 12 },
      });
      expect(JSON.stringify(definition)).toContain('file:///group/isms.isms');
      const edit = await at.connection.sendRequest('textDocument/rename', {
        textDocument: { uri: 'file:///group/isms.isms' },
        position: { line: 2, character: 8 },
        newName: 'Head',
      });
      expect(JSON.stringify(edit)).toContain('file:///w/a.isms');
      const hover = await at.connection.sendRequest('textDocument/hover', {
        textDocument: { uri: 'file:///w/a.isms' },
        position: { line: 1, character: 12 },
      });
      expect(JSON.stringify(hover)).toContain('Shared by the ISMS in');
    });
  });

  test('a new document belongs to the only ISMS there is', async () => {
    const at = await started(files, {});
    await at.open('untitled:Untitled-1', 'asset Other "Other" {\n  owner: Ciso\n}\n');
    expect(unresolved(at, 'untitled:Untitled-1')).toEqual([]);
  });

  test('of several ISMSs nobody knows to which a new document belongs, so what needs one is not told', async () => {
    const at = await started({ ...files, 'file:///w/b/isms.isms': 'isms B "B" {\n}\n' }, {});
    await at.open('untitled:Untitled-1', 'asset Other "Other" {\n  owner: Ciso\n}\n');
    expect(unresolved(at, 'untitled:Untitled-1')).toEqual([]);
  });
});

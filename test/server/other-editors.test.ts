/** What editors other than Visual Studio Code need of the server, and get in the way that they say. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { catalogueFiles } from '../../server/features/shared/catalogue-files.ts';
import { readClientCapabilities } from '../../server/protocol/client-capabilities.ts';
import type { CatalogueEntry } from '../../server/protocol/protocol.ts';
import { watchFolders } from '../../server/protocol/registrations.ts';
import { documentsWithTexts } from '../../src/frameworks/texts.ts';
import { eglotCapabilities, neovimCapabilities, plainCapabilities, vscodeCapabilities } from './clients.ts';
import { GenericClient } from './generic-client.ts';

const uri = 'file:///w/a.isms';
const files = { [uri]: 'isms Acme "Acme" {\n}\nrole Ciso "CISO"\ncontrol A.8.13 {\n  applicable: yes\n}\n' };

let client: GenericClient | undefined;
afterEach(async () => {
  await client?.stop();
  client = undefined;
});

interface Registration {
  method: string;
  registerOptions?: { section?: string; watchers?: { globPattern: string; kind: number }[] };
}

const registrations = (): Registration[] =>
  (client?.sent ?? []).flatMap(({ method, params }) =>
    method === 'client/registerCapability' ? (params as { registrations: Registration[] }).registrations : [],
  );

describe('watching files', () => {
  it('is asked of a client that lets itself be asked: own files whatever happens, any other that comes or goes', async () => {
    client = await GenericClient.start(files, { capabilities: neovimCapabilities });
    const [registration, ...others] = registrations();
    expect(others).toEqual([]);
    expect(registration?.method).toBe('workspace/didChangeWatchedFiles');
    expect(registration?.registerOptions?.watchers).toEqual([
      { globPattern: '**/*.isms', kind: 7 },
      { globPattern: '**/isms.config.json', kind: 7 },
      { globPattern: '**/isms.lock.json', kind: 7 },
      { globPattern: '**/isms.words.*.json', kind: 7 },
      { globPattern: '**/*', kind: 5 },
    ]);
    expect(client.initialized?.capabilities.textDocumentSync).not.toHaveProperty('save');
  });

  it('is not asked of a client that does it anyway', async () => {
    client = await GenericClient.start(files, { capabilities: vscodeCapabilities, supports: { fileEvents: true } });
    expect(registrations().map(({ method }) => method)).toEqual(['workspace/didChangeConfiguration']);
  });

  it('goes by what is saved where the client watches nothing', async () => {
    client = await GenericClient.start(files, { capabilities: {} });
    expect(client.initialized?.capabilities.textDocumentSync).toMatchObject({ save: { includeText: false } });
    await client.open(uri, files[uri] ?? '');
    client.files.set('file:///w/b.isms', 'asset B "b" {\n  owner: Nobody\n}\n');
    await client.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });
    await client.settled();
    expect(client.codes('file:///w/b.isms')).toContain('name/unresolved');
    client.files.delete('file:///w/b.isms');
    await client.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });
    await client.settled();
    expect(client.codes('file:///w/b.isms')).toEqual([]);
  });

  it('of folders outside of the workspace is asked only where patterns may be relative', () => {
    const asked: unknown[] = [];
    const register = async (_type: unknown, options: unknown) => {
      asked.push(options);
      return { dispose: () => {} };
    };
    const connection = { client: { register }, console: { warn: () => {} } } as unknown as Parameters<
      typeof watchFolders
    >[0];
    for (const capabilities of [{}, eglotCapabilities, neovimCapabilities])
      watchFolders(connection, readClientCapabilities({ capabilities }), ['file:///above']);
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({
      watchers: [{ globPattern: { baseUri: 'file:///above', pattern: '**/*.isms' } }, {}, {}, {}, {}],
    });
  });
});

describe('built-in documents', () => {
  const definition = (): Promise<unknown> =>
    (client as GenericClient).connection.sendRequest('textDocument/definition', {
      textDocument: { uri },
      position: { line: 3, character: 10 },
    });

  it('lead nowhere for a client that cannot show them, where there are no files', async () => {
    client = await GenericClient.start(files, { capabilities: {} });
    expect(await definition()).toEqual([]);
  });

  it('are asked for with the protocol by a client that knows how', async () => {
    const capabilities = { workspace: { textDocumentContent: {} } };
    client = await GenericClient.start(files, { capabilities });
    expect(client.initialized?.capabilities.workspace?.textDocumentContent).toEqual({ schemes: ['isms-catalogue'] });
    const [location] = (await definition()) as { uri: string }[];
    expect(location?.uri).toBe('isms-catalogue:/iso27001-2022/annex-a.isms');
    const content = await client.connection.sendRequest('workspace/textDocumentContent', { uri: location?.uri });
    expect(content).toEqual({ text: documentsWithTexts[0]?.text });
    expect(await client.ask('workspace/textDocumentContent', { uri: 'isms-catalogue:/x' })).toHaveProperty('error');
  });

  it('are read-only files for any other, part of no ISMS, with a hover', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'isms-test-'));
    try {
      const storage = pathToFileURL(folder).href;
      client = await GenericClient.start(files, { capabilities: {}, catalogueFiles: catalogueFiles(storage) });
      const [location] = (await definition()) as {
        uri: string;
        range: { start: { line: number; character: number } };
      }[];
      expect(location?.uri.startsWith(`${storage}/isms-catalogue/`)).toBe(true);
      const path = fileURLToPath(location?.uri ?? '');
      const text = readFileSync(path, 'utf8');
      expect(text).toBe(documentsWithTexts[0]?.text);
      expect(statSync(path).mode & 0o222).toBe(0);
      const { line, character } = location?.range.start ?? { line: 0, character: 0 };
      expect(text.split('\n')[line]?.slice(character)).toMatch(/^A\.8\.13 "Information backup"/);
      await client.open(location?.uri ?? '', text);
      await client.settled();
      expect(client.diagnostics(location?.uri ?? '')).toEqual([]);
      const hover = await client.connection.sendRequest('textDocument/hover', {
        textDocument: { uri: location?.uri },
        position: location?.range.start,
      });
      expect(hover).toMatchObject({
        contents: { kind: 'plaintext', value: expect.stringContaining('A.8.13 Information backup') },
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('are written again where somebody changed them, and known again by another server', () => {
    const folder = mkdtempSync(join(tmpdir(), 'isms-test-'));
    try {
      const [document] = documentsWithTexts;
      if (!document) throw new Error('there is no built-in document');
      const storage = pathToFileURL(folder).href;
      const written = catalogueFiles(storage).write(document) ?? '';
      rmSync(fileURLToPath(written));
      writeFileSync(fileURLToPath(written), 'changed');
      expect(catalogueFiles(storage).write(document)).toBe(written);
      expect(readFileSync(fileURLToPath(written), 'utf8')).toBe(document.text);
      expect(catalogueFiles(storage).is(written, document)).toBe(true);
      expect(catalogueFiles(storage).is(uri, document)).toBe(false);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('lead nowhere where they cannot be written', () => {
    const [document] = documentsWithTexts;
    if (!document) throw new Error('there is no built-in document');
    const file = join(mkdtempSync(join(tmpdir(), 'isms-test-')), 'file');
    writeFileSync(file, '');
    expect(catalogueFiles(pathToFileURL(file).href).write(document)).toBeUndefined();
  });

  it('are listed by their titles', async () => {
    client = await GenericClient.start(files, { capabilities: {} });
    const listed = (await client.connection.sendRequest('isms/catalogues', {})) as CatalogueEntry[];
    expect(listed.map(({ label }) => label)).toEqual([
      'ISO/IEC 27001:2022, Annex A',
      'ISO/IEC 27001:2022, clauses 4 to 10',
      'Common threats',
      'Common vulnerabilities',
      'NIST Cybersecurity Framework 2.0',
      'NIST Cybersecurity Framework 2.0 to Annex A',
      'NIST Cybersecurity Framework 2.0 to clauses 4 to 10',
    ]);
  });
});

describe('code actions that are commands', () => {
  const broken = 'asset A "a" {\n  owner: Cis\n}\nasset B "b" {\n  owner: Cis\n}\n';
  const actions = async (): Promise<{ title: string; command: string; arguments: unknown[] }[]> => {
    const result = await (client as GenericClient).connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: 'file:///w/b.isms' },
      range: { start: { line: 1, character: 9 }, end: { line: 1, character: 9 } },
      context: { diagnostics: [] },
    });
    return result as { title: string; command: string; arguments: unknown[] }[];
  };

  it('have the client apply their edits, also those of many', async () => {
    client = await GenericClient.start({ ...files, 'file:///w/b.isms': broken }, { capabilities: plainCapabilities });
    const offered = await actions();
    const [one, all] = [
      offered.find(({ title }) => !title.startsWith('Fix all')),
      offered.find(({ title }) => title.startsWith('Fix all')),
    ];
    for (const [chosen, count] of [
      [one, 1],
      [all, 2],
    ] as const) {
      const before = client.sent.length;
      await client.connection.sendRequest('workspace/executeCommand', {
        command: chosen?.command,
        arguments: chosen?.arguments,
      });
      await client.settled();
      const [applied] = client.sent.slice(before).filter(({ method }) => method === 'workspace/applyEdit');
      const params = applied?.params as { edit: { changes: Record<string, unknown[]> } } | undefined;
      expect(params?.edit.changes['file:///w/b.isms']).toHaveLength(count);
    }
  });

  it('are none where the client applies no edits', async () => {
    client = await GenericClient.start({ ...files, 'file:///w/b.isms': broken }, { capabilities: {} });
    expect(await actions()).toEqual([]);
  });

  it.each([
    ['rm', []],
    ['isms.applyEdit', undefined],
    ['isms.applyEdit', [{}]],
    ['isms.applyEdit', [{ fixAll: { uri, scope: 'all', choice: 'safe' } }]],
  ])('refuse %s %j', async (command, args) => {
    client = await GenericClient.start(files, { capabilities: plainCapabilities });
    expect(await client.ask('workspace/executeCommand', { command, arguments: args })).toHaveProperty('error');
  });
});

describe('a document', () => {
  const text = 'asset D "d" {\n  owner: Nobody\n}\n';
  it.each([
    ['file:///w/n.isms', 'plaintext', true],
    ['file:///w/N.ISMS', 'fundamental', true],
    ['file:///w/n.isms', '', true],
    ['untitled:Untitled-1', 'isms', true],
    ['file:///w/n.txt', 'isms', true],
    ['file:///w/n.txt', 'plaintext', false],
    ['file:///w/isms', 'markdown', false],
  ])('%s of the language %j is served: %s', async (opened, languageId, isServed) => {
    client = await GenericClient.start(files, { capabilities: {} });
    await client.open(opened, text, languageId);
    await client.close(opened);
    await client.open(opened, text, languageId);
    await client.settled();
    expect(client.codes(opened).includes('name/unresolved')).toBe(isServed);
    expect(client.log()).toHaveLength(isServed ? 0 : 1);
    const position = { line: 1, character: 10 };
    expect(await client.ask('textDocument/hover', { textDocument: { uri: opened }, position })).toHaveProperty(
      'result',
    );
  });
});

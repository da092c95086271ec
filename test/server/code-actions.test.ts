/** What code actions look like to clients that take more, or less, than others. */
import { afterEach, describe, expect, it } from 'vitest';
import { vscodeCapabilities } from './clients.ts';
import { GenericClient } from './generic-client.ts';

const uri = 'file:///w/b.isms';
const main = 'file:///w/main.isms';
const files = {
  [main]: 'isms Acme "Acme" {\n  organization: "Acme"\n  owner: Ciso\n}\nrole Ciso "CISO"\n',
  [uri]: 'change Move "Move" {\n  status: done\n  owner: Ciso\n}\n',
};

interface Action {
  readonly title: string;
  readonly kind?: string;
  readonly isPreferred?: boolean;
  readonly edit?: { readonly documentChanges?: unknown[]; readonly changes?: Record<string, unknown[]> };
}

let client: GenericClient | undefined;

afterEach(async () => {
  await client?.stop();
  client = undefined;
});

async function actions(capabilities: object, line: number, character: number): Promise<Action[]> {
  client = await GenericClient.start(files, { capabilities });
  const at = { line, character };
  return client.connection.sendRequest('textDocument/codeAction', {
    textDocument: { uri },
    range: { start: at, end: at },
    context: { diagnostics: [] },
  });
}

const without = (capabilities: object, ...path: string[]): object => {
  const copy = structuredClone(capabilities) as Record<string, unknown>;
  let at = copy;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string, unknown>;
  delete at[path.at(-1) ?? ''];
  return copy;
};

describe('what is to be filled in', () => {
  const title = 'Write `approved: … by Ciso` (CISO), with the date to be filled in';
  const find = (offered: readonly Action[]): Action | undefined => offered.find(action => action.title === title);

  it('is where the cursor goes, for clients that take snippets in edits', async () => {
    const action = find(await actions(vscodeCapabilities, 1, 12));
    expect(action?.isPreferred).toBeUndefined();
    expect(action?.edit?.documentChanges).toEqual([
      {
        textDocument: { uri, version: null },
        edits: [
          {
            range: { start: { line: 3, character: 0 }, end: { line: 3, character: 0 } },
            snippet: { kind: 'snippet', value: `  approved: \${1:0000-00-00} by Ciso$0\n` },
          },
        ],
      },
    ]);
  });

  it('is plain text for all others', async () => {
    const plain = without(vscodeCapabilities, 'workspace', 'workspaceEdit', 'snippetEditSupport');
    const edit = JSON.stringify(find(await actions(plain, 1, 12))?.edit);
    expect(edit).toContain('  approved: 0000-00-00 by Ciso');
    expect(edit).not.toContain('snippet');
  });
});

it('what decides something is not offered for many at once', async () => {
  const two = `${files[uri]}${files[uri].replace('Move', 'Stay')}`;
  client = await GenericClient.start({ [main]: files[main], [uri]: two }, { capabilities: vscodeCapabilities });
  const at = { line: 1, character: 12 };
  const offered = await client.connection.sendRequest<Action[]>('textDocument/codeAction', {
    textDocument: { uri },
    range: { start: at, end: at },
    context: { diagnostics: [] },
  });
  expect(offered.map(({ title }) => title)).toContain(
    'Write `approved: … by Ciso` (CISO), with the date to be filled in',
  );
  expect(offered.filter(({ title }) => title.startsWith('Fix all'))).toEqual([]);
});

describe('declaring what is missing', () => {
  const title = 'Declare the role Cfo in a new people.isms';
  const text = 'asset Crm "CRM" {\n  owner: Cfo\n}\n';
  const isms = 'isms Acme "Acme" {\n}\n';

  async function offered(capabilities: object, options = {}): Promise<Action[]> {
    client = await GenericClient.start({ [main]: isms, [uri]: text }, { capabilities, ...options });
    const at = { line: 1, character: 10 };
    return client.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: at, end: at },
      context: { diagnostics: [] },
    });
  }

  it('makes the file where the client takes it', async () => {
    const action = (await offered(vscodeCapabilities)).find(one => one.title === title);
    expect(action?.edit?.documentChanges).toEqual([
      { kind: 'create', uri: 'file:///w/people.isms', options: { overwrite: false } },
      {
        textDocument: { uri: 'file:///w/people.isms', version: null },
        edits: [
          {
            range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
            newText: 'role Cfo "Cfo"\n',
          },
        ],
      },
    ]);
    const here = client && (await actionsOf(client)).find(one => one.title === 'Declare the role Cfo');
    expect(JSON.stringify(here?.edit)).toContain(`role Cfo \\"\${2:Cfo}\\"$0`);
  });

  const actionsOf = (of: GenericClient): Promise<Action[]> =>
    of.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: { line: 1, character: 10 }, end: { line: 1, character: 10 } },
      context: { diagnostics: [] },
    });

  it('is not offered in a new file where the client makes none', async () => {
    const plain = without(vscodeCapabilities, 'workspace', 'workspaceEdit', 'resourceOperations');
    expect((await offered(plain)).map(one => one.title)).not.toContain(title);
  });
});

describe('another severity', () => {
  const title = 'Set change/unapproved to off for this ISMS';

  it('makes the configuration where the client makes files', async () => {
    const action = (await actions(vscodeCapabilities, 1, 12)).find(one => one.title === title);
    expect(action?.kind).toBe('refactor.rewrite');
    expect(JSON.stringify(action?.edit)).toContain('"kind":"create","uri":"file:///w/isms.config.json"');
  });

  it('is not offered where it makes none', async () => {
    const plain = without(vscodeCapabilities, 'workspace', 'workspaceEdit', 'resourceOperations');
    expect((await actions(plain, 1, 12)).map(one => one.title)).not.toContain(title);
  });
});

it('a dropped file is named by the server, so that every client can do it', async () => {
  const text = 'control A.8.13 "Information backup" {\n  applicable: yes\n}\n';
  client = await GenericClient.start({ [main]: files[main], [uri]: text }, { capabilities: {} });
  const drop = (file: string): Promise<{ title: string; edits: unknown[] } | null> =>
    (client as GenericClient).connection.sendRequest('isms/drop', {
      textDocument: { uri },
      position: { line: 1, character: 3 },
      file,
    });
  expect((await drop('file:///w/log.txt'))?.title).toBe('Insert evidence Log, with its date to be filled in');
  expect(await drop('file:///elsewhere/log.txt')).toBeNull();
});

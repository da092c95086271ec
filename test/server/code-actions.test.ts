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

/** Refactorings of a whole ISMS as code actions: each client is offered what it can do, and nothing else. */
import { afterEach, expect, test } from 'vitest';
import type { ClientCapabilities, CodeAction, WorkspaceEdit } from 'vscode-languageserver/node';
import type { RefactoringChoice } from '../../server/protocol/protocol.ts';
import { GenericClient } from './generic-client.ts';

const uri = 'file:///w/all.isms';
const risks = 'file:///w/risks.isms';
const files = {
  'file:///w/isms.isms': 'isms I "i" { owner: Anna }\nperson Anna "a" {}\nperson Ben "b" {}\n',
  [uri]: '// why\nrisk R-7 "r" {}\n\nevidence E-1 "é 🦄" { file: "e.pdf" }\n',
  [risks]: 'risk R-2 "r" {}\n',
};
const range = (line: number) => ({ start: { line, character: 2 }, end: { line, character: 2 } });

const capabilities = (resourceOperations?: ('create' | 'delete' | 'rename')[]): ClientCapabilities => ({
  textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [''] } } } },
  workspace: {
    applyEdit: true,
    workspaceEdit: { documentChanges: true, ...(resourceOperations && { resourceOperations }) },
  },
});

let client: GenericClient | undefined;
afterEach(() => client?.connection.dispose());

async function actionsAt(
  at: string,
  line: number,
  context: object,
  options: Parameters<typeof GenericClient.start>[1],
): Promise<CodeAction[]> {
  client = await GenericClient.start(files, options);
  return client.connection.sendRequest('textDocument/codeAction', {
    textDocument: { uri: at },
    range: range(line),
    context: { diagnostics: [], ...context },
  });
}

const invoked = { triggerKind: 1 };
const titles = (actions: readonly CodeAction[]): string[] => actions.map(({ title }) => title);

test('nothing is computed for an editor that looks by itself', async () => {
  expect(await actionsAt(uri, 1, { triggerKind: 2 }, { capabilities: capabilities(['create', 'delete']) })).toEqual([]);
  expect(await actionsAt(uri, 1, {}, { capabilities: capabilities(['create', 'delete']) })).toEqual([]);
});

test('each choice is an action where there are few and the client cannot ask', async () => {
  const options = { capabilities: capabilities(['create', 'delete']) };
  expect(titles(await actionsAt(uri, 1, invoked, options))).toEqual([
    'Move R-7 to risks.isms',
    'Move R-7 to isms.isms',
    'Number all risks anew',
    'Split this file by kind',
    'Merge this file into isms.isms',
    'Merge this file into risks.isms',
  ]);
  expect(titles(await actionsAt(uri, 0, invoked, options))).toEqual(
    titles(await actionsAt(uri, 0, { only: ['refactor.rewrite.splitByKind', 'refactor.move.mergeInto'] }, options)),
  );
  expect(titles(await actionsAt('file:///w/isms.isms', 1, { only: ['refactor.rewrite'] }, options))).toEqual([
    'Hand over what Anna owns to Ben',
    'Split this file by kind',
  ]);
  const moves = await actionsAt(uri, 1, { only: ['refactor.move'] }, options);
  expect(moves[0]?.edit).toEqual({
    documentChanges: [
      {
        textDocument: { uri, version: null },
        edits: [{ range: { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } }, newText: '' }],
      },
      {
        textDocument: { uri: risks, version: null },
        edits: [
          {
            range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } },
            newText: '\n// why\nrisk R-7 "r" {}\n',
          },
        ],
      },
    ],
  } satisfies WorkspaceEdit);
});

test('files are made and deleted where the client says that it can, in one edit', async () => {
  const only = { only: ['refactor.rewrite.splitByKind'] };
  const [split] = await actionsAt(uri, 0, only, { capabilities: capabilities(['create', 'delete']) });
  const changes = split?.edit?.documentChanges ?? [];
  expect(changes.map(change => ('kind' in change ? change.kind : 'edit'))).toEqual([
    'create',
    'edit',
    'edit',
    'delete',
  ]);
  expect(changes[0]).toEqual({ kind: 'create', uri: 'file:///w/evidence.isms', options: { overwrite: false } });
  expect(changes.at(-1)).toEqual({ kind: 'delete', uri, options: { ignoreIfNotExists: true } });
});

test.each([
  ['create only', ['create'] as const],
  ['neither', undefined],
])('a client that takes %s is offered nothing that needs more', async (_, operations) => {
  const options = { capabilities: capabilities(operations && [...operations]) };
  const offered = titles(await actionsAt(uri, 1, invoked, options));
  expect(offered).toContain('Move R-7 to risks.isms');
  expect(offered.filter(title => /^(Split|Merge)/.test(title))).toEqual([]);
});

const choosing = { capabilities: capabilities(['create', 'delete', 'rename']), supports: { chooseRefactoring: true } };

test('a client that can ask does so, and the server does what was chosen', async () => {
  const actions = await actionsAt(uri, 3, { only: ['refactor'] }, choosing);
  const chosen = actions.find(({ title }) => title === 'Move E-1 to file…');
  const choice = chosen?.command?.arguments?.[0] as RefactoringChoice;
  expect(choice).toMatchObject({
    choices: [
      { label: 'isms.isms', to: 'file:///w/isms.isms' },
      { label: 'risks.isms', to: risks },
    ],
    newFileIn: 'file:///w',
  });
  const run = (to: string) =>
    client?.ask('workspace/executeCommand', {
      command: 'isms.applyRefactoring',
      arguments: [{ ...choice.request, to }],
    });
  expect(await run('file:///w/proof/new.isms')).toEqual({ result: [] });
  await client?.settled();
  const applied = client?.sent.find(({ method }) => method === 'workspace/applyEdit')?.params;
  expect(JSON.stringify(applied)).toContain('file: \\"../e.pdf\\"');
  expect(applied).toMatchObject({
    edit: { documentChanges: [{ kind: 'create', uri: 'file:///w/proof/new.isms' }, {}, {}] },
  });
  expect(await run('file:///elsewhere/new.isms')).toMatchObject({
    error: { message: 'new.isms would not be a file of this ISMS there. Choose a place in its folder.' },
  });
});

test('an edit that the client does not apply is told', async () => {
  client = await GenericClient.start(files, choosing);
  client.applies = false;
  const request = { what: 'move', uri, position: { line: 1, character: 0 }, to: risks };
  expect(
    await client.ask('workspace/executeCommand', { command: 'isms.applyRefactoring', arguments: [request] }),
  ).toMatchObject({
    error: {
      message: 'The editor did not make the change: a file has changed meanwhile, or is there already. Try again.',
    },
  });
});

test.each([undefined, {}, { what: 'move' }, { what: 'x', uri, position: { line: 0, character: 0 } }])(
  'what comes back and is no refactoring is refused: %j',
  async given => {
    client = await GenericClient.start(files, choosing);
    const answer = await client.ask('workspace/executeCommand', {
      command: 'isms.applyRefactoring',
      arguments: [given],
    });
    expect(answer).toMatchObject({ error: { message: 'This is no refactoring.' } });
  },
);

test('what was chosen for a declaration that is gone is refused', async () => {
  client = await GenericClient.start(files, choosing);
  const request = { what: 'move', uri, position: { line: 2, character: 0 }, to: risks };
  expect(
    await client.ask('workspace/executeCommand', { command: 'isms.applyRefactoring', arguments: [request] }),
  ).toMatchObject({
    error: { message: 'There is no declaration here any more. Put the cursor on its first line and try again.' },
  });
});

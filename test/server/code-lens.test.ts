import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { CodeLens } from 'vscode-languageserver';
import { vscodeCapabilities } from './clients.ts';
import { GenericClient, type GenericOptions } from './generic-client.ts';
import { holdTime, quiet } from './passing-time.ts';

const uri = 'file:///w/main.isms';
const other = 'file:///w/other.isms';
const files = {
  [uri]: 'isms Acme "Acme" {\n}\nrisk R-1 "Theft" {\n}\n',
  [other]: 'control A.8.7 {\n  because: R-1\n  applicable: yes\n}\n',
};

let client: GenericClient;
beforeEach(holdTime);
afterEach(() => {
  vi.useRealTimers();
  return client.stop();
});

const start = async (options: Partial<GenericOptions> = {}): Promise<void> => {
  client = await GenericClient.start(files, { capabilities: vscodeCapabilities, ...options });
};
const result = async (method: string, params: unknown): Promise<unknown> => {
  const answer = await client.ask(method, params);
  return 'result' in answer ? answer.result : answer.error;
};
const lenses = async (): Promise<CodeLens[]> =>
  (await result('textDocument/codeLens', { textDocument: { uri } })) as CodeLens[];
const resolve = async (lens: CodeLens | undefined): Promise<CodeLens> =>
  (await result('codeLens/resolve', lens)) as CodeLens;
const refreshes = (): number => client.sent.filter(({ method }) => method === 'workspace/codeLens/refresh').length;

it('says how things stand when it is looked at, and leads there where the client can', async () => {
  await start({ supports: { showReferences: true, showReadiness: true } });
  const [isms, risk] = await lenses();
  expect(isms?.command).toBeUndefined();
  expect((await resolve(isms)).command).toMatchObject({
    title: expect.stringMatching(/^SoA 1\/93 · stage 1: \d+ of \d+$/),
    command: 'isms.showReadiness',
    arguments: [{ root: 'file:///w' }],
  });
  expect((await resolve(risk)).command).toEqual({
    title: 'not analysed · not accepted',
    command: 'isms.showReferences',
    arguments: [
      {
        uri,
        position: { line: 2, character: 0 },
        locations: [{ uri: other, range: { start: { line: 1, character: 11 }, end: { line: 1, character: 14 } } }],
      },
    ],
  });
});

it('has no command for a client without them', async () => {
  await start();
  for (const lens of await lenses()) expect((await resolve(lens)).command?.command).toBe('');
});

it('is refreshed when what it says changes elsewhere', async () => {
  await start();
  await resolve((await lenses())[0]);
  await client.open(other, files[other] ?? '');
  await client.change(other, [
    { range: { start: { line: 3, character: 1 }, end: { line: 3, character: 1 } }, text: ' // note' },
  ]);
  await quiet(client);
  expect(refreshes()).toBe(0);
  await client.change(other, [
    { range: { start: { line: 2, character: 0 }, end: { line: 3, character: 0 } }, text: '' },
  ]);
  await quiet(client);
  expect(refreshes()).toBe(1);
  expect((await resolve((await lenses())[0])).command?.title).toMatch(/^SoA 0\/93/);
});

it('can be switched off', async () => {
  await start({ settings: { codeLens: false } });
  expect(await lenses()).toEqual([]);
});

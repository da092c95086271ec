import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { InlayHint } from 'vscode-languageserver';
import { vscodeCapabilities } from './clients.ts';
import { GenericClient } from './generic-client.ts';
import { holdTime, quiet } from './passing-time.ts';

const roles = 'file:///w/roles.isms';
const risks = 'file:///w/risks.isms';
const files = {
  [roles]: 'isms Acme "Acme" {\n}\nrole Ceo "Chief executive"\n',
  [risks]: 'risk R-1 "Theft" {\n  owner: Ceo\n}\n',
};
const range = { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } };

let client: GenericClient;
beforeEach(holdTime);
afterEach(() => {
  vi.useRealTimers();
  return client.stop();
});

const hints = async (): Promise<InlayHint[]> => {
  const answer = await client.ask('textDocument/inlayHint', { textDocument: { uri: risks }, range });
  return 'result' in answer ? (answer.result as InlayHint[]) : [];
};
const refreshes = (): number => client.sent.filter(({ method }) => method === 'workspace/inlayHint/refresh').length;

it('says on request what the name before a hint is', async () => {
  client = await GenericClient.start(files, { capabilities: vscodeCapabilities });
  const [hint] = await hints();
  expect(hint).toMatchObject({ label: 'Chief executive', position: { line: 1, character: 12 } });
  expect(hint?.tooltip).toBeUndefined();
  const answer = await client.ask('inlayHint/resolve', hint);
  expect(answer).toMatchObject({ result: { tooltip: { kind: 'markdown', value: expect.stringContaining('*role*') } } });
});

it('asks the client to ask again when a title changes in another file, and only then', async () => {
  client = await GenericClient.start(files, { capabilities: vscodeCapabilities });
  await hints();
  await client.open(roles, files[roles] ?? '');
  await client.change(roles, [
    { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '// a comment\n' },
  ]);
  await quiet(client);
  expect(refreshes()).toBe(0);
  await client.change(roles, [
    { range: { start: { line: 3, character: 10 }, end: { line: 3, character: 15 } }, text: 'Big' },
  ]);
  await quiet(client);
  expect(refreshes()).toBe(1);
  expect((await hints())[0]?.label).toBe('Big executive');
});

it('asks again when hints are switched off', async () => {
  client = await GenericClient.start(files, { capabilities: vscodeCapabilities });
  await hints();
  const settings = { isms: { inlayHints: { titles: false } } };
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings });
  await quiet(client);
  expect(refreshes()).toBe(1);
  expect(await hints()).toEqual([]);
});

it('asks nothing of a client that does not take it', async () => {
  client = await GenericClient.start(files, { capabilities: { textDocument: { inlayHint: {} } } });
  expect(client.initialized?.capabilities.inlayHintProvider).toBe(true);
  const [hint] = await hints();
  expect(hint?.data).toBeUndefined();
  const settings = { isms: { inlayHints: { titles: false } } };
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings });
  await quiet(client);
  expect(refreshes()).toBe(0);
});

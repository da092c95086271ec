import { afterEach, describe, expect, it } from 'vitest';
import { readClientCapabilities } from '../../server/protocol/client-capabilities.ts';
import { lifecycle, plainInitializeParams } from '../../server/protocol/lifecycle.ts';
import { vscodeCapabilities } from './clients.ts';
import { GenericClient } from './generic-client.ts';

const request = (method: string, id: unknown = 1) => ({ jsonrpc: '2.0', id, method, params: {} });
const notification = (method: string) => ({ jsonrpc: '2.0', method, params: {} });

describe('the life of a server', () => {
  it('begins with initialize', () => {
    const admit = lifecycle();
    expect(admit(request('textDocument/hover'))).toMatchObject({ code: -32002 });
    expect(admit(request('shutdown'))).toMatchObject({ code: -32002 });
    expect(admit(notification('textDocument/didOpen'))).toBe('dropped');
    expect(admit(notification('exit'))).toBe('taken');
    expect(admit(request('initialize'))).toBe('taken');
    expect(admit(notification('textDocument/didOpen'))).toBe('taken');
  });

  it('has one beginning, and nothing but exit behind its end', () => {
    const admit = lifecycle();
    admit(request('initialize'));
    expect(admit(request('initialize'))).toMatchObject({ code: -32600 });
    expect(admit(request('shutdown'))).toBe('taken');
    expect(admit(request('shutdown'))).toMatchObject({ code: -32600 });
    expect(admit(request('initialize'))).toMatchObject({ code: -32600 });
    expect(admit(notification('textDocument/didChange'))).toBe('dropped');
    expect(admit(notification('exit'))).toBe('taken');
  });

  it('lets answers to its own questions pass at any time', () => {
    expect(lifecycle()({ jsonrpc: '2.0', id: 1, result: null })).toBe('taken');
  });
});

/** What a client may write by mistake. */
const odd: readonly unknown[] = [null, undefined, 0, 'x', true, [], [1], {}, { uri: 1 }, { workspace: null }];

describe('initialize', () => {
  let client: GenericClient | undefined;
  afterEach(async () => {
    await client?.stop();
    client = undefined;
  });

  it('is read whatever it holds', () => {
    for (const value of odd) {
      for (const key of [
        'capabilities',
        'workspaceFolders',
        'rootUri',
        'initializationOptions',
        'processId',
        'trace',
      ]) {
        const plain = plainInitializeParams({ [key]: value });
        expect(() => readClientCapabilities(plain)).not.toThrow();
        expect(() => readClientCapabilities({ [key]: value })).not.toThrow();
      }
      expect(() => readClientCapabilities(plainInitializeParams(value))).not.toThrow();
    }
  });

  it.each([
    ['no capabilities', { capabilities: null, workspaceFolders: null, rootUri: null, processId: null }],
    [
      'wrong types',
      { capabilities: { workspace: 5, textDocument: [], window: null }, workspaceFolders: 'x', rootUri: 7 },
    ],
    ['folders that are none', { capabilities: {}, workspaceFolders: [null, {}, { uri: 3 }], processId: 'x' }],
    [
      'odd options',
      {
        capabilities: {},
        initializationOptions: { settings: 'x', supports: [], storage: 5, rulePages: {}, trusted: 'no' },
      },
    ],
    ['nothing', {}],
  ])('with %s is answered', async (_, params) => {
    client = GenericClient.connect({}, { capabilities: {} });
    expect(await client.ask('initialize', params)).toMatchObject({ result: { serverInfo: { name: 'isms' } } });
    await client.connection.sendNotification('initialized', {});
    expect(await client.ask('isms/check', {})).toMatchObject({ result: { files: 0 } });
  });

  it('comes before all else, and once', async () => {
    client = GenericClient.connect({}, { capabilities: {} });
    expect(await client.ask('isms/check', {})).toMatchObject({ error: { code: -32002 } });
    await client.open('file:///w/a.isms', 'asset A "a" { }');
    expect(await client.ask('initialize', { capabilities: {} })).toHaveProperty('result');
    expect(await client.ask('initialize', { capabilities: {} })).toMatchObject({ error: { code: -32600 } });
    await client.connection.sendNotification('initialized', {});
    expect(await client.ask('workspace/symbol', { query: '' })).toEqual({ result: [] });
  });

  it('refuses a stage of the certification that there is not', async () => {
    client = await GenericClient.start({}, { capabilities: {} });
    await client.open('file:///w/a.isms', 'isms I "i" {\n}\n');
    expect(await client.ask('isms/readiness', { stage: 3 })).toMatchObject({
      error: { message: 'There is no stage 3. Stages: 1, 2, surveillance.' },
    });
    expect(await client.ask('isms/readiness', { stage: 1 })).toMatchObject({ result: { ready: false } });
  });

  it('survives messages that are none', async () => {
    client = await GenericClient.start({}, { capabilities: {} });
    for (const params of [null, undefined, [], {}, { id: null }])
      client.raw({ jsonrpc: '2.0', method: '$/cancelRequest', params });
    client.raw({ jsonrpc: '2.0', id: null, method: 'isms/check' });
    client.raw([]);
    client.raw(null);
    expect(await client.ask('isms/check', {})).toHaveProperty('result');
  });
});

it('tells how far reading is, from the beginning to the end, to a client that shows it', async () => {
  const files = { 'file:///w/main.isms': 'isms Acme "Acme" {}\n' };
  const client = await GenericClient.start(files, { capabilities: vscodeCapabilities });
  await client.settled();
  const told = client.sent.flatMap(({ method, params }) =>
    method === '$/progress' ? [(params as { value: { kind: string } }).value.kind] : [],
  );
  await client.stop();
  expect([told[0], told.at(-1)]).toEqual(['begin', 'end']);
});

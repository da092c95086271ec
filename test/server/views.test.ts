import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ViewItem, ViewParams, ViewResult } from '../../server/protocol/protocol.ts';
import { vscodeCapabilities } from './clients.ts';
import { GenericClient, type GenericOptions } from './generic-client.ts';
import { holdTime, quiet } from './passing-time.ts';

const uri = 'file:///w/main.isms';
const text = 'isms Acme "Acme" {\n}\nrisk R-1 "Theft" {\n}\ncontrol A.8.7 {\n  applicable: yes\n}\n';

let client: GenericClient;
beforeEach(holdTime);
afterEach(() => {
  vi.useRealTimers();
  return client.stop();
});

const start = async (files: Record<string, string>, options: Partial<GenericOptions> = {}): Promise<void> => {
  client = await GenericClient.start(files, {
    capabilities: vscodeCapabilities,
    supports: { views: true },
    ...options,
  });
};
const view = async (params: ViewParams): Promise<ViewResult> => {
  const answer = await client.ask('isms/view', params);
  if ('error' in answer) throw answer.error;
  return answer.result as ViewResult;
};
const labels = (items: readonly ViewItem[]): string[] => items.map(({ label }) => label);
const told = (): number => client.sent.filter(({ method }) => method === 'isms/viewsChanged').length;

it('are given item by item', async () => {
  await start({ [uri]: text });
  const { items, filters } = await view({ view: 'soa' });
  expect(filters?.[0]).toEqual({ id: 'all', label: 'All controls' });
  expect(items[3]).toMatchObject({ id: 'technological', expands: 'collapsed', description: '1 of 34 decided' });
  const controls = await view({ view: 'soa', path: ['technological'] });
  expect(controls.filters).toBeUndefined();
  expect(controls.items.find(({ name }) => name === 'A.8.7')).toMatchObject({
    label: 'A.8.7 Protection against malware',
    description: 'applicable',
    expands: 'no',
    place: { uri, range: { start: { line: 4, character: 8 }, end: { line: 4, character: 13 } } },
  });
  expect(await view({ view: 'soa', path: ['nowhere', 'A.8.7'] })).toEqual({ items: [] });
});

it('stand under their ISMS where there are several', async () => {
  await start({ 'file:///w/a/a.isms': text, 'file:///w/b/b.isms': text.replace('"Acme"', '"Beta"') });
  const { items } = await view({ view: 'risks' });
  expect(labels(items)).toEqual(['Acme', 'Beta']);
  const levels = await view({ view: 'risks', path: [items[1]?.id ?? ''] });
  expect(labels(levels.items)).toEqual(['not evaluated']);
  const risks = await view({ view: 'risks', path: [items[1]?.id ?? '', 'not evaluated'] });
  expect(risks.items[0]?.place?.uri).toBe('file:///w/b/b.isms');
});

it('are empty where there is no ISMS', async () => {
  await start({});
  for (const id of ['soa', 'risks', 'due', 'readiness', 'next']) expect((await view({ view: id })).items).toEqual([]);
});

it('that there are not are refused, with those that there are', async () => {
  await start({ [uri]: text });
  await expect(view({ view: 'other' })).rejects.toThrow(
    'There is no view other. Views: next, readiness, soa, risks, due.',
  );
});

it('are told to have changed once, when somebody has looked and nothing happens for a while', async () => {
  await start({ [uri]: text });
  await client.open(uri, text);
  await quiet(client);
  expect(told()).toBe(0);
  await view({ view: 'risks' });
  const add = { range: { start: { line: 3, character: 1 }, end: { line: 3, character: 1 } }, text: '\nrisk R-2 { }' };
  await client.change(uri, [add]);
  await client.change(uri, [{ ...add, text: '\nrisk R-3 { }' }]);
  await quiet(client);
  expect(told()).toBe(1);
  const risks = await view({ view: 'risks', path: ['not evaluated'] });
  expect(risks.items.map(({ name }) => name)).toEqual(['R-1', 'R-2', 'R-3']);
});

it('are not told of to a client that does not take it', async () => {
  await start({ [uri]: text }, { supports: {} });
  await view({ view: 'risks' });
  await client.open(uri, `${text}risk R-2 { }\n`);
  await quiet(client);
  expect(told()).toBe(0);
});

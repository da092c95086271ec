import { afterEach, describe, expect, it } from 'vitest';
import { rules } from '../../src/rules/generated/registry.ts';
import { readSettings as read, usualEditorSettings } from '../../src/workspace/configuration/editor.ts';
import { ruleNames } from '../../src/workspace/configuration/setting.ts';
import { eglotCapabilities, vscodeCapabilities } from './clients.ts';
import { GenericClient, type GenericOptions } from './generic-client.ts';

const readSettings = (given: unknown) => read(given, ruleNames(rules));
const uri = 'file:///w/a.isms';
const files = { [uri]: 'isms Acme "Acme" {\n}\n' };

let client: GenericClient;
afterEach(() => client?.stop());

describe('settings', () => {
  it.each([
    [{ asOf: '2026-13-41' }, /isms\.asOf is "2026-13-41".*a date/],
    [{ asOf: 5 }, /isms\.asOf is 5/],
    [{ preset: 'loud' }, /isms\.preset is "loud".*draft, stage1/],
    [{ codeLens: 'no' }, /isms\.codeLens is "no".*true or false/],
    [{ inlayHints: { titles: 1 } }, /isms\.inlayHints\.titles is 1/],
    [{ rules: [] }, /isms\.rules is \[\]/],
  ])('%j is malformed, and told', (given, told) => {
    const { settings, problems } = readSettings(given);
    expect(settings).toEqual({});
    expect(problems).toEqual([expect.stringMatching(told)]);
  });

  it('keeps what is right beside what is malformed', () => {
    const given = { 'risk/no-owner': 'off', 'asset/no-owner': 'fatal', 'risk/ownr': 'info' };
    const { settings, problems } = readSettings({ asOf: 'x', preset: 'draft', rules: given });
    expect(settings).toEqual({ preset: 'draft', rules: { 'risk/no-owner': 'off' } });
    expect(problems).toEqual([
      expect.stringContaining('isms.asOf is "x"'),
      'The setting isms.rules: "asset/no-owner" has to be one of error, warning, info, hint, off.',
      expect.stringContaining('The setting isms.rules: No rule or area is called "risk/ownr"; '),
    ]);
  });

  it.each([undefined, null, 5, 'x', [], {}, { asOf: '', preset: '' }, { asOf: null }])(
    '%j sets nothing and is no mistake',
    given => {
      expect(readSettings(given)).toEqual({ settings: {}, editor: usualEditorSettings, problems: [] });
    },
  );
});

const draft = { preset: 'draft' };
const start = (options: Partial<GenericOptions>): Promise<GenericClient> =>
  GenericClient.start(files, { capabilities: {}, ...options });
const tell = async (settings: unknown): Promise<void> => {
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings });
  await client.settled();
};

describe('settings of a client that is not asked for them', () => {
  it.each([null, undefined, {}, [], { other: {} }, { isms: null }, { isms: 5 }])(
    'stay when %j is told',
    async settings => {
      client = await start({ settings: draft });
      expect(client.codes(uri)).toEqual([]);
      await tell(settings);
      expect(client.codes(uri)).toEqual([]);
    },
  );

  it('are those of the section, also when it is empty', async () => {
    client = await start({ settings: draft });
    await tell({ isms: {} });
    expect(client.codes(uri)).not.toEqual([]);
    await tell({ isms: draft });
    expect(client.codes(uri)).toEqual([]);
  });

  it('are told once where they are malformed', async () => {
    client = await start({ settings: { preset: 'loud' } });
    await tell({ isms: { preset: 'loud', asOf: 'x' } });
    await tell({ isms: { preset: 'loud' } });
    expect(client.log()).toEqual([expect.stringContaining('"loud"'), expect.stringContaining('isms.asOf')]);
  });
});

describe('settings of a client that answers for them', () => {
  it('are asked for at the start and when they change', async () => {
    let current: unknown = draft;
    client = await start({ capabilities: eglotCapabilities, configuration: () => [current] });
    expect(client.codes(uri)).toEqual([]);
    current = {};
    await tell(null);
    expect(client.codes(uri)).not.toEqual([]);
    expect(client.sent.filter(({ method }) => method === 'workspace/configuration')).toHaveLength(2);
  });

  it.each([null, [], [null], [undefined], {}, 'x'])('stay when the answer is %j', async answer => {
    client = await start({ capabilities: eglotCapabilities, settings: draft, configuration: () => answer });
    await tell({});
    expect(client.codes(uri)).toEqual([]);
  });

  it('stay when the answer is an error', async () => {
    const configuration = () => {
      throw new Error('no such method');
    };
    client = await start({ capabilities: eglotCapabilities, settings: draft, configuration });
    expect(client.codes(uri)).toEqual([]);
  });

  it('are not those of an answer that came behind later news', async () => {
    const answers: ((value: unknown) => void)[] = [];
    const configuration = () => new Promise(resolve => answers.push(resolve));
    client = await start({ capabilities: vscodeCapabilities, configuration });
    await tell({ isms: draft });
    for (const answer of answers) answer([{}]);
    await client.settled();
    expect(client.codes(uri)).toEqual([]);
  });
});

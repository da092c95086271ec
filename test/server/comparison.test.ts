/** What changed against git, for an editor: the same as `isms diff` says, with what is not saved, and why where it cannot be told. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type {
  ArtefactEntry,
  CompareResult,
  ExportResult,
  PreviewResult,
  RevisionsResult,
} from '../../server/protocol/protocol.ts';
import { nodeHost } from '../../server/session/node-host.ts';
import { uriOfPath } from '../../src/node/files.ts';
import { isms } from '../cli/isms.ts';
import { commitTo, git, repositoryWith } from '../node/repository.ts';
import { Client } from './client.ts';

const decided = (applicable: string): string =>
  `control A.8.13 "Information backup" {\n  applicable: ${applicable}\n  justification: "Restores <b>service</b>"\n}\n`;
const head = 'isms Acme "Acme" { organization: "Acme" }\n';
const nonce = '0123456789abcdef';

/** A repository whose second commit decides about a control; the ISMS lies in a folder of it. */
function repository(): string {
  const top = repositoryWith();
  mkdirSync(join(top, 'sub'));
  commitTo(top, { files: { 'sub/isms.isms': head }, on: '2026-01-31', message: 'Begin', tag: 'v1' });
  commitTo(top, { files: { 'sub/soa.isms': decided('yes') }, on: '2026-02-01', message: 'Decide' });
  return join(top, 'sub');
}

const start = (folder: string, trusted = true): Promise<Client> =>
  Client.start(
    {},
    {
      trusted,
      today: '2026-06-01',
      host: context => nodeHost(context),
      initialize: { workspaceFolders: [{ uri: uriOfPath(folder), name: 'w' }] },
    },
  );

const compare = (client: Client, revision: string, more: object = {}): Promise<CompareResult> =>
  client.connection.sendRequest('isms/compare', { revision, nonce, ...more });

/** The rows of a page as texts, without its links. */
const rows = (html: string): string[] =>
  [...html.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    row
      .replace(/<\/t[dh]>/g, ' | ')
      .replace(/<[^>]*>/g, '')
      .trim(),
  );

describe('an editor is told what changed against git', () => {
  test.each(['HEAD', 'HEAD~1', 'v1', 'main'])('as the command line says it: %s', async revision => {
    const folder = repository();
    writeFileSync(join(folder, 'soa.isms'), decided('no'));
    const client = await start(folder);
    const { html, differs } = await compare(client, revision);
    const told = await isms(['diff', revision, '--in', '.', '--format', 'html', '--as-of', '2026-06-01'], {
      cwd: folder,
    });
    expect(told.stderr).toBe('');
    expect(rows(html)).not.toEqual([]);
    expect(rows(html)).toEqual(rows(told.stdout));
    expect([differs, told.code]).toEqual([true, 1]);
  });

  test('with what is not saved, while it is typed, and with links to where it stands', async () => {
    const folder = repository();
    const client = await start(folder);
    expect((await compare(client, 'HEAD')).differs).toBe(false);
    const uri = uriOfPath(join(folder, 'soa.isms'));
    await client.open(uri, decided('no'));
    const { html, differs } = await compare(client, 'HEAD');
    expect(differs).toBe(true);
    expect(rows(html)).toContainEqual(expect.stringMatching(/^A\.8\.13 \| .* \| changed \| applicable \| yes \| no/));
    const [, link = ''] = /href="(command:isms\.openPlace\?[^"]*)"[^>]*>A\.8\.13</.exec(html) ?? [];
    const argument = JSON.parse(decodeURIComponent(link.slice(link.indexOf('?') + 1)));
    expect(argument).toEqual([{ uri, line: 0, character: 8 }]);
    expect(html).toContain(`nonce="${nonce}"`);
    expect(html).not.toContain('<b>service');
  });

  test('again once a branch has another commit', async () => {
    const folder = repository();
    const client = await start(folder);
    const uri = uriOfPath(join(folder, 'soa.isms'));
    await client.open(uri, decided('no'));
    expect((await compare(client, 'main')).differs).toBe(true);
    commitTo(folder, { files: { 'soa.isms': decided('no') }, on: '2026-02-02' });
    expect((await compare(client, 'main')).differs).toBe(false);
  });

  test('that there is to choose: commits of the ISMS, branches and tags', async () => {
    const folder = repository();
    commitTo(join(folder, '..'), { files: { 'README.md': 'x' }, on: '2026-03-01', message: 'Elsewhere' });
    const client = await start(folder);
    const found: RevisionsResult = await client.connection.sendRequest('isms/revisions', {});
    expect(found.commits.map(({ on, subject }) => `${on} ${subject}`)).toEqual([
      '2026-02-01 Decide',
      '2026-01-31 Begin',
    ]);
    expect(found.refs).toEqual([
      { name: 'main', kind: 'branch' },
      { name: 'v1', kind: 'tag' },
    ]);
    expect([found.isCut, found.isShallow]).toEqual([false, false]);
  });
});

describe('the change history of an exported Statement of Applicability', () => {
  const choices = async (client: Client): Promise<readonly string[]> => {
    const all: ArtefactEntry[] = await client.connection.sendRequest('isms/artefacts', {});
    return all.find(({ id }) => id === 'soa')?.parameters.map(({ id }) => id) ?? [];
  };
  const exported = async (client: Client, parameters: object): Promise<{ readonly history?: object }> => {
    const params = { artefact: 'soa', format: 'json', parameters };
    const { base64 }: ExportResult = await client.connection.sendRequest('isms/export', params);
    return JSON.parse(Buffer.from(base64, 'base64').toString('utf8'));
  };

  test('is a choice, and the one of the command line', async () => {
    const folder = repository();
    const client = await start(folder);
    expect(await choices(client)).toEqual(['edition', 'history']);
    const told = await isms(
      ['export', 'soa', '.', '--history', '--format', 'json', '-o', '-', '--as-of', '2026-06-01'],
      {
        cwd: folder,
      },
    );
    const written = await exported(client, { history: 'git' });
    expect(written.history).toMatchObject({ commits: 2, entries: [{ subject: 'Decide' }, { subject: 'Begin' }] });
    expect(written).toEqual(JSON.parse(told.stdout));
    expect(await exported(client, { history: 'none' })).not.toHaveProperty('history');
    const page: PreviewResult = await client.connection.sendRequest('isms/preview', {
      artefact: 'soa',
      parameters: { history: 'git' },
    });
    expect(page.html).toContain('Change history');
  });

  test('is offered neither in an untrusted workspace nor in a browser, nor to customers', async () => {
    expect(await choices(await start(repository(), false))).toEqual(['edition']);
    const browser = await Client.start({ 'file:///w/isms.isms': head });
    expect(await choices(browser)).toEqual(['edition']);
    await expect(exported(browser, { history: 'git' })).rejects.toThrow(/Git cannot be run here/);
    const client = await start(repository());
    await expect(exported(client, { history: 'git', edition: 'customer' })).rejects.toThrow(/no change history/);
  });
});

describe('why it cannot be told', () => {
  test.each<[what: string, folder: () => string, trusted: boolean, revision: string, message: RegExp]>([
    ['an untrusted workspace', repository, false, 'HEAD', /not trusted, so git is not run/],
    ['no such revision', repository, true, 'nowhere', /There is no revision nowhere/],
    ['no commit', uncommitted, true, 'HEAD', /has no commit yet/],
    ['no ISMS then', late, true, 'v0', /There are no .isms files in v0/],
  ])('%s', async (_, folder, trusted, revision, message) => {
    const client = await start(folder(), trusted);
    await expect(compare(client, revision)).rejects.toThrow(message);
    // It failed alone.
    await client.settled();
  });

  test('a browser has no git', async () => {
    const client = await Client.start({ 'file:///w/isms.isms': head });
    await expect(compare(client, 'HEAD')).rejects.toThrow(/Git cannot be run here/);
    await expect(client.connection.sendRequest('isms/revisions', {})).rejects.toThrow(/Git cannot be run here/);
  });

  test('a nonce that is none', async () => {
    const client = await start(repository());
    await expect(compare(client, 'HEAD', { nonce: '"><script>' })).rejects.toThrow(/A nonce is/);
  });

  function uncommitted(): string {
    const folder = repositoryWith();
    writeFileSync(join(folder, 'isms.isms'), head);
    return folder;
  }

  function late(): string {
    const folder = repositoryWith({ files: { 'README.md': 'x' } });
    git(folder, 'tag', 'v0');
    commitTo(folder, { files: { 'isms.isms': head } });
    return folder;
  }
});

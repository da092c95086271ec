/** The history that the editor asks for: git runs only where the workspace is trusted, and what is said is what the command says. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver-protocol';
import type { HistoryResult } from '../../server/protocol/protocol.ts';
import { nodeRepository } from '../../server/session/node-repository.ts';
import { uriOfPath } from '../../src/node/files.ts';
import { folderWith, isms } from '../cli/isms.ts';
import { type CommitFiles, repositoryWith } from '../cli/repository.ts';
import { Client } from './client.ts';
import { vscodeCapabilities } from './clients.ts';
import { GenericClient } from './generic-client.ts';

const files = { 'sub/isms.isms': 'isms Small "Small" { }\nrisk R-1 "Fire" { }\n' };
const commits: CommitFiles[] = [
  { day: '2025-01-01', subject: 'Begin', files },
  { day: '2025-02-01', subject: 'Go on', files: { 'sub/more.isms': 'risk R-2 "Flood" { }\n' } },
];

let end = async (): Promise<void> => {};
afterEach(() => end());

/** A client of a server that reads the files of an ISMS at `sub` in a folder. */
async function clientAt(folder: string, trusted = true): Promise<Client> {
  const root = uriOfPath(join(folder, 'sub'));
  const client = await Client.start(
    { [`${root}/isms.isms`]: files['sub/isms.isms'] },
    {
      trusted,
      host: context => ({ repository: nodeRepository(context) }),
      initialize: { workspaceFolders: [{ uri: root, name: 'sub' }] },
    },
  );
  end = () => client.stop();
  return client;
}
const asked = async (client: Client): Promise<HistoryResult['news']> =>
  (await client.connection.sendRequest<HistoryResult>('isms/history', {})).news;

test('it is what the command writes', async () => {
  const folder = repositoryWith(commits);
  const client = await clientAt(folder);
  const news = await asked(client);
  await isms(['export', 'site', 'sub', '--history', '-o', 'out'], { cwd: folder });
  const page = readFileSync(join(folder, 'out/index.html'), 'utf8');
  const [, text = ''] = /id="history">([\s\S]*?)<\/script>/.exec(page) ?? [];
  expect(news).toEqual(JSON.parse(text));
  expect(JSON.parse(text).history.moments.length).toBe(2);
});

test('what is not wanted any more ends, and the next gets the whole', async () => {
  const client = await clientAt(repositoryWith(commits));
  const source = new CancellationTokenSource();
  const first = client.connection.sendRequest<HistoryResult>('isms/history', {}, source.token);
  source.cancel();
  const ended = await first.then(
    ({ news }) => news.kind,
    (error: Error) => error.message,
  );
  expect(ended).toMatch(/^history$|cancel/i);
  expect(await asked(client)).toMatchObject({ history: { moments: [{ subject: 'Begin' }, { subject: 'Go on' }] } });
});

describe('it is told not to be there', () => {
  test('in a workspace that is not trusted, where no git runs', async () => {
    expect(await asked(await clientAt(repositoryWith(commits), false))).toEqual({
      kind: 'no-history',
      why: 'untrusted',
    });
  });

  test('where there is no repository', async () => {
    expect(await asked(await clientAt(folderWith(files)))).toEqual({ kind: 'no-history', why: 'no-repository' });
  });

  test('where nothing is committed, or nothing of the ISMS', async () => {
    const empty = repositoryWith([]);
    mkdirSync(join(empty, 'sub'));
    expect(await asked(await clientAt(empty))).toEqual({ kind: 'no-history', why: 'no-commit' });
    await end();
    const other = repositoryWith([{ day: '2025-01-01', subject: 'Other', files: { 'sub/notes.txt': 'x' } }]);
    expect(await asked(await clientAt(other))).toEqual({ kind: 'no-history', why: 'no-commit' });
  });

  test('where files come from the client, as in a browser', async () => {
    const client = await GenericClient.start(
      { 'file:///w/a.isms': 'isms A "A" { }\n' },
      { capabilities: vscodeCapabilities },
    );
    end = async () => client.stop();
    expect(await client.ask('isms/history', {})).toMatchObject({
      result: { news: { kind: 'no-history', why: 'no-files' } },
    });
  });
});
